// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Field configuration of a space: list the fields, create and change custom ones, read their options.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{FieldKey, FieldTypeKey, ProjectKey, WorkItemTypeKey};

/// Field configuration of a space: list the fields, create and change custom ones, read their options.
///
/// Comes from [`Client::fields`](crate::Client::fields).
#[derive(Clone, Debug)]
pub struct Fields(pub(crate) Client);

impl Fields {
    /// Lists the fields of a space, or of one work item type.
    ///
    /// `POST /open_api/:project_key/field/all`, 《获取字段信息》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30001: Something that the call refers to does not exist, such as the template or the space.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取字段信息")]
    pub fn list(&self, project_key: impl Into<ProjectKey>) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST).path("project_key", &project_key.into()),
        )
    }

    /// Creates a custom field and returns its key.
    ///
    /// Not enforced, since one weak source alone says so: set at most one of `field_value` and
    /// `team_option`. Set `reference_work_item_type_key` and `reference_field_key` if `value_type` is `1`.
    /// Set `work_item_relation_uuid` if `field_type_key` is `"work_item_related_select"` or
    /// `"work_item_related_multi_select"`.
    ///
    /// `POST /open_api/:project_key/field/:work_item_type_key/create`, 《创建自定义字段》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    /// - `field_name`: Name of the field.
    /// - `field_type_key`: Type of the field: one of text, `multi_text`, select, `multi_select`, `tree_select`, `tree_multi_select`, radio, user, `multi_user`, date, schedule, link, number, `multi_file`, bool, signal, `work_item_related_select` and `work_item_related_multi_select`.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000051468: Another field has this alias.
    /// - 1000051469: Somebody else changed the field configuration at the same moment.
    /// - 1000051750: Another field has this name.
    /// - 1000053603: The field's name is longer than 255 characters.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "创建自定义字段")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        field_name: impl Into<String>,
        field_type_key: impl Into<FieldTypeKey>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("field_name", &field_name.into())
                .body("field_type_key", &field_type_key.into()),
        )
    }

    /// Changes a custom field.
    ///
    /// Not enforced, since one weak source alone says so: set at most one of `field_value` and
    /// `team_option`.
    ///
    /// `PUT /open_api/:project_key/field/:work_item_type_key`, 《更新自定义字段》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    /// - `field_key`: Field to change.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000050746: The endpoint does not support fields of this type.
    /// - 1000051468: Another field has this alias.
    /// - 1000051750: Another field has this name.
    /// - 1000053603: The field's name is longer than 255 characters.
    /// - 1000053604: The field's description is longer than 255 characters.
    /// - 1000053605: The field would have too many options.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新自定义字段")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        field_key: impl Into<FieldKey>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("field_key", &field_key.into()),
        )
    }

    /// Lists the options that a field of a work item offers.
    ///
    /// The response says whether there are more options, but no known parameter asks for the rest.
    ///
    /// `POST /open_api/work_item/field/options`, 《获取工作项指定字段可选选项》, read, 15/s.
    ///
    /// Source: official Java SDK.
    #[doc(alias = "获取工作项指定字段可选选项")]
    #[inline]
    pub fn options(&self) -> OptionsCall {
        OptionsCall(Call::new(&self.0, &endpoints::OPTIONS))
    }
}
