// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `ai`.

use paceline_runtime::TextId;
use crate::common::{
    FieldKey, FieldTypeKey, RelationId, SubTaskId, WorkItemId, WorkItemTypeKey,
};

/// An AI node.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiNode {
    /// State of the node; the values are not documented.
    pub node_state: Option<String>,

    /// State of the AI application.
    pub ai_info: Option<AiInfo>,

    /// Fields of the node with their values.
    pub node_fields: Vec<AiField>,

    /// Fields of the node's form with their values.
    pub conform_fields: Vec<AiField>,

    /// Sub-tasks that the node needs.
    pub sub_tasks: Vec<AiSubTask>,

    /// Work items that hang on the node.
    pub sub_work_items: Vec<AiSubWorkItem>,
}

/// State of the AI application at a node.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiInfo {
    /// State of the AI application; the values are not documented.
    pub status: Option<String>,

    /// The AI application.
    pub app_identity: Option<AiAppIdentity>,

    /// Settings of the AI application.
    pub props: Vec<AiProperty>,
}

/// The AI application of a node.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiAppIdentity {
    /// Key of the application.
    pub app_key: Option<String>,

    /// Key of the application's feature.
    pub point_key: Option<String>,
}

/// A setting of the AI application.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiProperty {
    /// Key of the setting.
    pub prop_key: Option<String>,

    /// Kinds of value that the setting takes.
    pub prop_type: Vec<String>,

    /// Value of the setting.
    pub prop_value: Option<AiPropertyValue>,
}

/// Value of such a setting: fields, node fields or a value of its own.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiPropertyValue {
    /// Fields of the work item.
    pub field: Vec<AiField>,

    /// Fields of the node.
    pub node_field: Vec<AiField>,

    /// A value of its own kind.
    pub custom_property: Option<AiCustomValue>,
}

/// A value of its own kind.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiCustomValue {
    /// The value as text.
    pub value: Option<String>,

    /// Kind of the value.
    pub kind: Option<String>,
}

/// A field with its value as text.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiField {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Type of the field.
    pub field_type: Option<FieldTypeKey>,

    /// Value of the field as text.
    pub value: Option<String>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,
}

/// A sub-task that the node needs.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiSubTask {
    /// Id of the sub-task.
    pub task_id: Option<SubTaskId>,

    /// Whether it is finished.
    pub is_finished: Option<bool>,
}

/// Work items that hang on the node by one relation.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiSubWorkItem {
    /// Relation by which they hang on the node.
    pub relation_id: Option<RelationId>,

    /// Type of the work items.
    pub work_item_type: Option<WorkItemTypeKey>,

    /// Ids of the work items that hang on the node.
    pub work_item_ids: Vec<TextId<WorkItemId>>,
}

/// New value of a node field.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiNodeFieldEdit {
    /// Key of the node field.
    pub node_field_key: Option<FieldKey>,

    /// New value as text.
    pub value: Option<String>,
}

impl AiNodeFieldEdit {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the node field.
    #[must_use]
    pub fn node_field_key(mut self, node_field_key: impl Into<FieldKey>) -> Self {
        self.node_field_key = Some(node_field_key.into());
        self
    }

    /// New value as text.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// New value of a field in the node's form.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AiFormFieldEdit {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// New value as text.
    pub value: Option<String>,
}

impl AiFormFieldEdit {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// New value as text.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}
