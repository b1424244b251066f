// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `resource_library` that are being put together.

use paceline_runtime::Map;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    Expand, FieldKey, ProjectKey, TemplateId, WorkItemId, WorkItemTypeKey,
};
use crate::field_value::{FieldValue, FieldValuePair};
use crate::search::SearchCursor;
use super::{
    CreatedElement, CreatedInstance, CreatedResource, ElementList, LibraryElement,
    ResourceHit, ResourceWorkItem,
};

/// A call of [`ResourceLibrary::create_element`](super::ResourceLibrary::create_element), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateElementCall(pub(super) Call);

impl CreateElementCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// Whether nodes or tasks are meant; the values are not documented.
    pub fn element_type(self, element_type: impl Into<String>) -> Self {
        Self(self.0.body("element_type", &element_type.into()))
    }

    /// The node to add.
    #[inline]
    pub fn node_element(self, node_element: LibraryElement) -> Self {
        Self(self.0.body("node_element", &node_element))
    }

    /// The task to add.
    #[inline]
    pub fn task_element(self, task_element: LibraryElement) -> Self {
        Self(self.0.body("task_element", &task_element))
    }
}

call_builder!(CreateElementCall writes, and returns CreatedElement);

/// A call of [`ResourceLibrary::query_elements`](super::ResourceLibrary::query_elements), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryElementsCall(pub(super) Call);

impl QueryElementsCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// Whether nodes or tasks are meant; the values are not documented.
    pub fn element_type(self, element_type: impl Into<String>) -> Self {
        Self(self.0.body("element_type", &element_type.into()))
    }

    /// Number of the page, counted from 1.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }
}

call_builder!(QueryElementsCall reads pages of LibraryElement, in ElementList);

/// A call of [`ResourceLibrary::create`](super::ResourceLibrary::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Workflow template of the new resource.
    pub fn template_id(self, template_id: impl Into<TemplateId>) -> Self {
        Self(self.0.body("template_id", &template_id.into()))
    }

    /// Values of the resource's fields, each field once.
    pub fn field_value_pairs(
        self,
        field_value_pairs: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "field_value_pairs",
                    &field_value_pairs.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a field its value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "field_value_pairs",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }
}

call_builder!(CreateCall writes, and returns CreatedResource);

/// A call of [`ResourceLibrary::query`](super::ResourceLibrary::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Keys of the fields to have. Left out, the server chooses.
    pub fn fields(self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("fields", &list::<String, _>(fields)))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(QueryCall reads, and returns Vec < ResourceWorkItem >);

/// A call of [`ResourceLibrary::search`](super::ResourceLibrary::search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SearchCall(pub(super) Call);

impl SearchCall {
    /// Size of the page, and where it starts.
    #[inline]
    pub fn pagination(self, pagination: SearchCursor) -> Self {
        Self(self.0.body("pagination", &pagination))
    }

    /// Keys of the fields to have in the hits. Not enforced, since one weak source alone says so: at most
    /// 20 items.
    pub fn field_selected(
        self,
        field_selected: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("field_selected", &list::<String, _>(field_selected)))
    }

    /// Switches of the search as text: `FindAborted`, `AllowTruncate` and `SkipAuthCheck`.
    pub fn features(self, features: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("features", &features.into()))
    }
}

call_builder!(SearchCall reads pages of ResourceHit);

/// A call of [`ResourceLibrary::update`](super::ResourceLibrary::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// The resource to change.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Fields of the resource to change, each once, with key and value.
    pub fn update_fields(
        self,
        update_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self.0.body("update_fields", &update_fields.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Gives a field a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "update_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`ResourceLibrary::create_instance`](super::ResourceLibrary::create_instance), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateInstanceCall(pub(super) Call);

impl CreateInstanceCall {
    /// Values of the new work item's fields, each field once.
    pub fn field_value_pairs(
        self,
        field_value_pairs: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "field_value_pairs",
                    &field_value_pairs.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a field its value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "field_value_pairs",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Workflow template of the new work item.
    pub fn template_id(self, template_id: impl Into<TemplateId>) -> Self {
        Self(self.0.body("template_id", &template_id.into()))
    }

    /// Title of the new work item.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self(self.0.body("name", &name.into()))
    }
}

call_builder!(CreateInstanceCall writes, and returns CreatedInstance);
