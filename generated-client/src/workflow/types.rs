// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `workflow`.

use paceline_runtime::{Map, TextId, Timestamp};
use paceline_runtime::codegen::{integer_enum, list, string_enum};
use crate::common::{
    FieldKey, FieldTypeKey, NodeId, ProjectKey, RelationId, RowId, StateKey, SubTaskId,
    TemplateId, TemplateKey, UserDetail, UserKey, WorkItemId, WorkItemTypeKey,
};
use crate::item::Connection;
use crate::wbs::WbsItem;

/// Existing work items that are hung on a node by one relation.
///
/// Source: official Java SDK 1.0.33, other public clients.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddedSubWorkItems {
    /// The relation between the two types of work items.
    pub relation_id: Option<RelationId>,

    /// The work items.
    pub workitems: Option<Vec<WorkItemId>>,
}

impl AddedSubWorkItems {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The relation between the two types of work items.
    #[must_use]
    pub fn relation_id(mut self, relation_id: impl Into<RelationId>) -> Self {
        self.relation_id = Some(relation_id.into());
        self
    }

    /// The work items.
    #[must_use]
    pub fn workitems(
        mut self,
        workitems: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        self.workitems = Some(list::<WorkItemId, _>(workitems));
        self
    }
}

/// The kind of workflow to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FlowType {
    /// A node flow.
    NodeFlow,

    /// A state flow.
    StateFlow,

    /// A value that is not documented.
    Unknown(i64),
}

impl FlowType {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::NodeFlow => 0,
            Self::StateFlow => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for FlowType {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::NodeFlow,
            1 => Self::StateFlow,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(FlowType, Self::NodeFlow);

/// Kind of a form entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormItemClass {
    /// A control, such as the schedule or the owners.
    Control,

    /// A field.
    Field,

    /// A value that is not documented.
    Unknown(String),
}

impl FormItemClass {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Control => "control",
            Self::Field => "field",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FormItemClass {
    fn from(value: &str) -> Self {
        match value {
            "control" => Self::Control,
            "field" => Self::Field,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(FormItemClass);

/// Actual start and finish of a node.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ActualTime {
    /// Actual start of the node, in epoch milliseconds.
    pub actual_start_time: Option<Timestamp>,

    /// Actual finish of the node, in epoch milliseconds.
    pub actual_finish_time: Option<Timestamp>,
}

impl ActualTime {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Actual start of the node, in epoch milliseconds.
    #[must_use]
    pub fn actual_start_time(mut self, actual_start_time: impl Into<Timestamp>) -> Self {
        self.actual_start_time = Some(actual_start_time.into());
        self
    }

    /// Actual finish of the node, in epoch milliseconds.
    #[must_use]
    pub fn actual_finish_time(
        mut self,
        actual_finish_time: impl Into<Timestamp>,
    ) -> Self {
        self.actual_finish_time = Some(actual_finish_time.into());
        self
    }
}

/// Which rows below a node must lie within the node's schedule.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ScheduleConstraint {
    /// Whether sub-tasks are bound to the schedule.
    pub sub_task: Option<bool>,

    /// Whether nodes are bound to the schedule.
    pub node: Option<bool>,

    /// Whether nodes of processes below are bound to the schedule.
    pub sub_process_node: Option<bool>,

    /// Whether rows of each work item type are bound to the schedule.
    pub wbs_sub_instance_type: Option<Map<String, bool>>,
}

impl ScheduleConstraint {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Whether sub-tasks are bound to the schedule.
    #[must_use]
    #[inline]
    pub fn sub_task(mut self, sub_task: bool) -> Self {
        self.sub_task = Some(sub_task);
        self
    }

    /// Whether nodes are bound to the schedule.
    #[must_use]
    #[inline]
    pub fn node(mut self, node: bool) -> Self {
        self.node = Some(node);
        self
    }

    /// Whether nodes of processes below are bound to the schedule.
    #[must_use]
    #[inline]
    pub fn sub_process_node(mut self, sub_process_node: bool) -> Self {
        self.sub_process_node = Some(sub_process_node);
        self
    }

    /// Whether rows of each work item type are bound to the schedule.
    #[must_use]
    pub fn wbs_sub_instance_type(
        mut self,
        wbs_sub_instance_type: impl Into<Map<String, bool>>,
    ) -> Self {
        self.wbs_sub_instance_type = Some(wbs_sub_instance_type.into());
        self
    }
}

/// What must be filled in before a node or state can be left.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TransitionRequirements {
    /// Entries of the form.
    pub form_items: Vec<RequiredFormItem>,

    /// Sub-tasks to be finished.
    pub tasks: Vec<RequiredTask>,

    /// Deliverables to be handed in.
    pub deliverables: Vec<RequiredDeliverable>,

    /// Fields of the node.
    pub node_fields: Vec<RequiredField>,
}

/// A form entry that must be filled in.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RequiredFormItem {
    /// Kind of the entry.
    pub class_name: Option<FormItemClass>,

    /// Key of the field or control.
    pub key: Option<String>,

    /// Whether the entry is filled in.
    pub finished: Option<bool>,

    /// Type of the field.
    pub field_type_key: Option<FieldTypeKey>,

    /// Owners who have not done it yet.
    pub not_finished_owner: Vec<UserKey>,

    /// Fields inside a compound field.
    pub sub_field: Vec<RequiredField>,

    /// Fields per node or state, for entries that ask for them.
    pub state_info: Option<RequiredState>,
}

/// A field that must be filled in.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RequiredField {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Type of the field.
    pub field_type_key: Option<FieldTypeKey>,

    /// Whether the field is filled in.
    pub finished: Option<bool>,

    /// Owners who have not done it yet.
    pub not_finished_owner: Vec<UserKey>,

    /// Fields inside a compound field.
    pub sub_field: Vec<RequiredField>,
}

/// A node or state and its fields that must be filled in.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RequiredState {
    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Fields to be filled in.
    pub node_fields: Vec<RequiredField>,
}

/// A sub-task that must be finished.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RequiredTask {
    /// Id of the sub-task.
    pub task_id: Option<SubTaskId>,

    /// Whether the sub-task is finished.
    pub finished: Option<bool>,
}

/// A deliverable that must be handed in.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RequiredDeliverable {
    /// Id of the deliverable.
    pub deliverable_id: Option<i64>,

    /// Whether the deliverable is handed in.
    pub finished: Option<bool>,
}

/// The WBS plan of a work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsView {
    /// Key of the template, the same for all its versions.
    pub template_key: Option<TemplateKey>,

    /// Rows of the plan.
    pub related_sub_work_items: Vec<WbsItem>,

    /// Version of the template.
    pub template_version: Option<i64>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Template of the plan.
    pub template_id: Option<TextId<TemplateId>>,

    /// Work item above the plan.
    pub related_parent_work_item: Option<WbsParent>,

    /// Users that occur in the response; present on request only.
    pub user_details: Vec<UserDetail>,

    /// Ways from one node or state to another.
    pub connections: Vec<Connection>,

    /// Path of types above the item; present on request only.
    pub relation_chain_path: Option<WbsRelationPath>,

    /// Chain of rows above the item; present on request only.
    pub relation_chain_entity: Option<WbsRelationChain>,
}

/// The work item above the plan.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsParent {
    /// Whether it is the top of the plan.
    pub is_top: Option<bool>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Title of the work item.
    pub name: Option<String>,

    /// Workflow template of the work item.
    pub template_id: Option<TextId<TemplateId>>,

    /// Key of the template, the same for all its versions.
    pub template_key: Option<TemplateKey>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Version of the template.
    pub template_version: Option<i64>,

    /// Id of the node that the plan hangs on.
    pub relation_node_id: Option<NodeId>,

    /// Name of the node that the plan hangs on.
    pub relation_node_name: Option<String>,

    /// Tags of the node that the plan hangs on.
    pub relation_node_tags: Vec<String>,

    /// Row of the node that the plan hangs on.
    pub relation_node_uuid: Option<RowId>,
}

/// The chain of rows from the top of the plan down to a work item.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsRelationChain {
    /// Rows from the top down to the work item.
    pub wbs_relation_chain_entity: Vec<WbsRelationChainItem>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,
}

/// One row of such a chain.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsRelationChainItem {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Kind of the row.
    pub kind: Option<String>,

    /// Title of the work item.
    pub work_item_name: Option<String>,

    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Name of the node.
    pub node_name: Option<String>,

    /// Id of the sub-task, if the row is one.
    pub sub_task_id: Option<SubTaskId>,

    /// Name of the sub-task, if the row is one.
    pub sub_task_name: Option<String>,

    /// Depth of the row, counted from the top.
    pub level: Option<i64>,
}

/// The path of types from the top of the plan down to a work item.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsRelationPath {
    /// Steps from the top down to the work item.
    pub wbs_relation_chain_path: Vec<WbsRelationPathItem>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,
}

/// One step of such a path.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsRelationPathItem {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Depth, counted from the top.
    pub level: Option<i64>,

    /// Kind of the step.
    pub kind: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the step's work item type.
    pub name: Option<String>,

    /// Name of the node.
    pub node_name: Option<String>,
}
