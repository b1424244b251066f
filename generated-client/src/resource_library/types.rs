// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `resource_library`.

use paceline_runtime::Timestamp;
use paceline_runtime::codegen::union;
use crate::common::{
    ElementKey, FieldKey, ProjectKey, RoleKey, TemplateId, UserDetail, UserKey,
    WorkItemId, WorkItemTypeKey,
};
use crate::field_value::FieldValuePair;
use crate::item::{ParentWorkItem, RelatedWorkItem, RichTextField};

/// A node or task of the resource library.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LibraryElement {
    /// Key of the element in the resource library.
    pub element_key: Option<ElementKey>,

    /// Name of the element.
    pub name: Option<String>,
}

impl LibraryElement {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the element in the resource library.
    #[must_use]
    pub fn element_key(mut self, element_key: impl Into<ElementKey>) -> Self {
        self.element_key = Some(element_key.into());
        self
    }

    /// Name of the element.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// Key of an element that was created.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedElement {
    /// Key of the new element.
    pub element_key: Option<ElementKey>,
}

/// A page of elements.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ElementList {
    /// Nodes of this page.
    pub node_elements: Vec<LibraryElement>,

    /// Tasks of this page.
    pub task_elements: Vec<LibraryElement>,

    /// Number of all elements.
    pub total: Option<i64>,
}

/// Id of a resource that was created.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedResource {
    /// Id of the new resource.
    pub work_item_id: Option<WorkItemId>,
}

/// A work item that was created from a resource.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedInstance {
    /// Id of the new work item.
    pub work_item_id: Option<WorkItemId>,

    /// What was given but not taken over.
    pub ignore_create_info: Option<IgnoredOnCreate>,
}

/// What was given but not taken over.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IgnoredOnCreate {
    /// Fields that were not taken over.
    pub field_keys: Vec<FieldKey>,

    /// Roles that were not taken over.
    pub role_ids: Vec<RoleKey>,
}

/// A resource: a reusable work item.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceWorkItem {
    /// Id of the resource.
    pub id: Option<WorkItemId>,

    /// Title of the resource.
    pub name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Kind of the template.
    pub template_type: Option<String>,

    /// User who created the resource.
    pub created_by: Option<UserKey>,

    /// User who last changed the resource.
    pub updated_by: Option<UserKey>,

    /// When the resource was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// When the resource was last changed, in epoch milliseconds.
    pub updated_at: Option<Timestamp>,

    /// Fields with their values.
    pub fields: Vec<FieldValuePair>,

    /// Simple name of the space, as it stands in web addresses.
    pub simple_name: Option<String>,

    /// Workflow template of the resource.
    pub template_id: Option<TemplateId>,

    /// Full content of rich text fields; present on request only.
    pub multi_texts: Vec<RichTextField>,

    /// Work items that relation fields link to; present on request only.
    pub relation_fields_detail: Vec<ResourceRelationDetail>,

    /// Users that occur in the response; present on request only.
    pub user_details: Vec<UserDetail>,

    /// Work items above this one; present on request only.
    pub parent_work_item: Vec<ParentWorkItem>,
}

/// What a relation field of a resource links to: work items, or the type that the relation leads to.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceRelationDetail {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Work items that the field links to.
    pub detail: Vec<RelatedWorkItem>,

    /// Type that the relation leads to.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of that type.
    pub work_item_type_name: Option<String>,

    /// Space of that type.
    pub project_key: Option<ProjectKey>,

    /// Name of that space.
    pub project_name: Option<String>,
}

/// A resource found by a search.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceHit {
    /// Id of the resource.
    pub work_item_id: Option<WorkItemId>,

    /// Title of the resource.
    pub name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Kind of the template.
    pub template_type: Option<String>,

    /// User who created the resource.
    pub created_by: Option<UserDetail>,

    /// User who last changed the resource.
    pub updated_by: Option<UserDetail>,

    /// When the resource was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// When the resource was last changed, in epoch milliseconds.
    pub updated_at: Option<Timestamp>,

    /// Owner of the resource.
    pub owner: Option<UserDetail>,

    /// Roles and the users who fill them.
    pub role_owners: Vec<ResourceRoleOwner>,

    /// Version of the template.
    pub template_version: Option<i64>,

    /// Template of the resource.
    pub template: Option<ResourceTemplate>,
}

/// Template of a resource.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceTemplate {
    /// Id of the template.
    pub id: Option<TemplateId>,

    /// Key of the state flow.
    pub state_flow_key: Option<String>,

    /// Key of the node flow.
    pub work_flow_key: Option<String>,
}

/// A role of a resource and the users who fill it.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceRoleOwner {
    /// Key of the role.
    pub role: Option<RoleKey>,

    /// Key of the role.
    pub role_key: Option<RoleKey>,

    /// Users who fill the role.
    pub owners: Vec<UserOrKey>,
}

/// A user in full, or only the key.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum UserOrKey {
    /// It came as an object.
    Object(UserDetail),

    /// It came as a text.
    Text(UserKey),
}

union!(UserOrKey, Object, Text);
