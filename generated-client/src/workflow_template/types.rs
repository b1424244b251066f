// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `workflow_template`.

use paceline_runtime::TextId;
use paceline_runtime::codegen::{integer_enum, list};
use crate::common::{
    FieldKey, RoleKey, StateKey, TemplateId, TemplateKey, UserKey, WorkItemTypeKey,
};
use crate::config::{DisabledState, FieldConfig, NodeOwnerConfig};
use crate::item::Connection;

/// Place of a state in its flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StateType {
    /// The first state.
    Initial,

    /// A state on the way.
    Process,

    /// A final state.
    Archived,

    /// A value that is not documented.
    Unknown(i64),
}

impl StateType {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Initial => 1,
            Self::Process => 2,
            Self::Archived => 3,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for StateType {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Initial,
            2 => Self::Process,
            3 => Self::Archived,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(StateType);

/// A workflow template in short.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TemplateSummary {
    /// Id of the template.
    pub template_id: Option<TextId<TemplateId>>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Whether it is out of use.
    pub disabled_state: Option<DisabledState>,

    /// Version of the template.
    pub version: Option<i64>,

    /// Key of this version of the template.
    pub unique_key: Option<String>,

    /// Key of the template, the same for all its versions.
    pub template_key: Option<TemplateKey>,
}

/// A workflow template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkflowTemplate {
    /// Nodes of a node flow.
    pub workflow_confs: Vec<NodeConfig>,

    /// States of a state flow.
    pub state_flow_confs: Vec<StateConfig>,

    /// Ways from one node or state to another.
    pub connections: Vec<Connection>,

    /// Id of the template.
    pub template_id: Option<TemplateId>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Version of the template.
    pub version: Option<i64>,

    /// Whether it is out of use.
    pub disabled_state: Option<DisabledState>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,
}

/// A node of a template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeConfig {
    /// Key of the node.
    pub state_key: Option<StateKey>,

    /// Name of the node.
    pub name: Option<String>,

    /// Tags of the node.
    pub tags: Option<Vec<String>>,

    /// How the owners are found; the meaning of the numbers is not documented.
    pub owner_usage_mode: Option<i64>,

    /// Roles that are responsible.
    pub owner_roles: Option<Vec<RoleKey>>,

    /// Fixed owners.
    pub owners: Option<Vec<UserKey>>,

    /// Whether the node must be scheduled.
    pub need_schedule: Option<bool>,

    /// Whether each owner has a schedule of their own.
    pub different_schedule: Option<bool>,

    /// When the node is part of a workflow; the meaning of the numbers is not documented.
    pub visibility_usage_mode: Option<i64>,

    /// Whether the node may be removed from a single item.
    pub deletable: Option<bool>,

    /// Roles that may remove the node.
    pub deletable_operation_role: Option<Vec<RoleKey>>,

    /// When it counts as finished; the meaning of the numbers is not documented.
    pub pass_mode: Option<i64>,

    /// Whether only certain roles may finish the node.
    pub is_limit_node: Option<bool>,

    /// Roles that may finish the node.
    pub done_operation_role: Option<Vec<RoleKey>>,

    /// Whether the node needs a schedule to be finished.
    pub done_schedule: Option<bool>,

    /// Whether the node needs owners to be finished.
    pub done_allocate_owner: Option<bool>,

    /// What to do with the node; the meaning of the numbers is not documented. Not enforced, since one
    /// weak source alone says so: one of `1`, `2`, `3`.
    pub action: Option<i64>,

    /// Nodes before this one.
    pub pre_node_state_key: Option<Vec<StateKey>>,

    /// Hint shown when the node is finished.
    pub completion_tips: Option<String>,

    /// Tasks to add, change or remove.
    pub task_confs: Option<Vec<NodeTaskConfig>>,

    /// Status that the node counts to.
    pub belong_status: Option<String>,

    /// Whether the node needs actual hours to be finished.
    pub done_actual_point: Option<bool>,

    /// Whether the node is a milestone.
    pub is_milestone: Option<bool>,

    /// Whether the node needs a finish time to be finished.
    pub done_finish_time: Option<bool>,

    /// Fields of the node's form.
    pub fields: Option<Vec<FieldConfig>>,

    /// Work items that the node creates.
    pub sub_work_items: Option<Vec<SubWorkItemConfig>>,

    /// Sub-tasks that the node creates.
    pub sub_tasks: Option<Vec<SubTaskConfig>>,
}

impl NodeConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the node.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Name of the node.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Tags of the node.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(list::<String, _>(tags));
        self
    }

    /// How the owners are found; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn owner_usage_mode(mut self, owner_usage_mode: i64) -> Self {
        self.owner_usage_mode = Some(owner_usage_mode);
        self
    }

    /// Roles that are responsible.
    #[must_use]
    pub fn owner_roles(
        mut self,
        owner_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.owner_roles = Some(list::<RoleKey, _>(owner_roles));
        self
    }

    /// Fixed owners.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }

    /// Whether the node must be scheduled.
    #[must_use]
    #[inline]
    pub fn need_schedule(mut self, need_schedule: bool) -> Self {
        self.need_schedule = Some(need_schedule);
        self
    }

    /// Whether each owner has a schedule of their own.
    #[must_use]
    #[inline]
    pub fn different_schedule(mut self, different_schedule: bool) -> Self {
        self.different_schedule = Some(different_schedule);
        self
    }

    /// When the node is part of a workflow; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn visibility_usage_mode(mut self, visibility_usage_mode: i64) -> Self {
        self.visibility_usage_mode = Some(visibility_usage_mode);
        self
    }

    /// Whether the node may be removed from a single item.
    #[must_use]
    #[inline]
    pub fn deletable(mut self, deletable: bool) -> Self {
        self.deletable = Some(deletable);
        self
    }

    /// Roles that may remove the node.
    #[must_use]
    pub fn deletable_operation_role(
        mut self,
        deletable_operation_role: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.deletable_operation_role = Some(
            list::<RoleKey, _>(deletable_operation_role),
        );
        self
    }

    /// When it counts as finished; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn pass_mode(mut self, pass_mode: i64) -> Self {
        self.pass_mode = Some(pass_mode);
        self
    }

    /// Whether only certain roles may finish the node.
    #[must_use]
    #[inline]
    pub fn is_limit_node(mut self, is_limit_node: bool) -> Self {
        self.is_limit_node = Some(is_limit_node);
        self
    }

    /// Roles that may finish the node.
    #[must_use]
    pub fn done_operation_role(
        mut self,
        done_operation_role: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.done_operation_role = Some(list::<RoleKey, _>(done_operation_role));
        self
    }

    /// Whether the node needs a schedule to be finished.
    #[must_use]
    #[inline]
    pub fn done_schedule(mut self, done_schedule: bool) -> Self {
        self.done_schedule = Some(done_schedule);
        self
    }

    /// Whether the node needs owners to be finished.
    #[must_use]
    #[inline]
    pub fn done_allocate_owner(mut self, done_allocate_owner: bool) -> Self {
        self.done_allocate_owner = Some(done_allocate_owner);
        self
    }

    /// What to do with the node; the meaning of the numbers is not documented. Not enforced, since one
    /// weak source alone says so: one of `1`, `2`, `3`.
    #[must_use]
    #[inline]
    pub fn action(mut self, action: i64) -> Self {
        self.action = Some(action);
        self
    }

    /// Nodes before this one.
    #[must_use]
    pub fn pre_node_state_key(
        mut self,
        pre_node_state_key: impl IntoIterator<Item = impl Into<StateKey>>,
    ) -> Self {
        self.pre_node_state_key = Some(list::<StateKey, _>(pre_node_state_key));
        self
    }

    /// Hint shown when the node is finished.
    #[must_use]
    pub fn completion_tips(mut self, completion_tips: impl Into<String>) -> Self {
        self.completion_tips = Some(completion_tips.into());
        self
    }

    /// Tasks to add, change or remove.
    #[must_use]
    pub fn task_confs(
        mut self,
        task_confs: impl IntoIterator<Item = NodeTaskConfig>,
    ) -> Self {
        self.task_confs = Some(task_confs.into_iter().collect::<Vec<_>>());
        self
    }

    /// Status that the node counts to.
    #[must_use]
    pub fn belong_status(mut self, belong_status: impl Into<String>) -> Self {
        self.belong_status = Some(belong_status.into());
        self
    }

    /// Whether the node needs actual hours to be finished.
    #[must_use]
    #[inline]
    pub fn done_actual_point(mut self, done_actual_point: bool) -> Self {
        self.done_actual_point = Some(done_actual_point);
        self
    }

    /// Whether the node is a milestone.
    #[must_use]
    #[inline]
    pub fn is_milestone(mut self, is_milestone: bool) -> Self {
        self.is_milestone = Some(is_milestone);
        self
    }

    /// Whether the node needs a finish time to be finished.
    #[must_use]
    #[inline]
    pub fn done_finish_time(mut self, done_finish_time: bool) -> Self {
        self.done_finish_time = Some(done_finish_time);
        self
    }

    /// Fields of the node's form.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = FieldConfig>) -> Self {
        self.fields = Some(fields.into_iter().collect::<Vec<_>>());
        self
    }

    /// Work items that the node creates.
    #[must_use]
    pub fn sub_work_items(
        mut self,
        sub_work_items: impl IntoIterator<Item = SubWorkItemConfig>,
    ) -> Self {
        self.sub_work_items = Some(sub_work_items.into_iter().collect::<Vec<_>>());
        self
    }

    /// Sub-tasks that the node creates.
    #[must_use]
    pub fn sub_tasks(
        mut self,
        sub_tasks: impl IntoIterator<Item = SubTaskConfig>,
    ) -> Self {
        self.sub_tasks = Some(sub_tasks.into_iter().collect::<Vec<_>>());
        self
    }
}

/// A state of a template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateConfig {
    /// Key of the state.
    pub state_key: Option<StateKey>,

    /// Name of the state.
    pub name: Option<String>,

    /// Place of the state in its flow.
    pub state_type: Option<StateType>,

    /// Roles that may bring items into the state.
    pub authorized_roles: Option<Vec<RoleKey>>,

    /// Forms shown on the way to the state.
    pub confirm_form_list: Option<Vec<ConfirmForm>>,

    /// What to do with the state; the meaning of the numbers is not documented.
    pub action: Option<i64>,
}

impl StateConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the state.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Name of the state.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Place of the state in its flow.
    #[must_use]
    pub fn state_type(mut self, state_type: impl Into<StateType>) -> Self {
        self.state_type = Some(state_type.into());
        self
    }

    /// Roles that may bring items into the state.
    #[must_use]
    pub fn authorized_roles(
        mut self,
        authorized_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.authorized_roles = Some(list::<RoleKey, _>(authorized_roles));
        self
    }

    /// Forms shown on the way to the state.
    #[must_use]
    pub fn confirm_form_list(
        mut self,
        confirm_form_list: impl IntoIterator<Item = ConfirmForm>,
    ) -> Self {
        self.confirm_form_list = Some(confirm_form_list.into_iter().collect::<Vec<_>>());
        self
    }

    /// What to do with the state; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn action(mut self, action: i64) -> Self {
        self.action = Some(action);
        self
    }
}

/// A form shown on the way to a state.
///
/// Source: official Go SDK, official Go SDK (older packages).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConfirmForm {
    /// What to do with the form; the meaning of the numbers is not documented.
    pub action: Option<i64>,

    /// State whose form is meant.
    pub state_key: Option<StateKey>,
}

impl ConfirmForm {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// What to do with the form; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn action(mut self, action: i64) -> Self {
        self.action = Some(action);
        self
    }

    /// State whose form is meant.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }
}

/// A task of a template node, to add, change or remove.
///
/// Source: official Go SDK, official Go SDK (older packages).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeTaskConfig {
    /// What to do with the task; the meaning of the numbers is not documented.
    pub action: Option<i64>,

    /// Name of the task.
    pub name: Option<String>,

    /// Id of the task in the template.
    pub id: Option<String>,

    /// Field that holds the task's deliverable.
    pub deliverable_field_id: Option<FieldKey>,

    /// When it counts as finished; the meaning of the numbers is not documented.
    pub pass_mode: Option<i64>,

    /// Whether the node waits for the task; the meaning of the numbers is not documented.
    pub node_pass_required_mode: Option<i64>,
}

impl NodeTaskConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// What to do with the task; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn action(mut self, action: i64) -> Self {
        self.action = Some(action);
        self
    }

    /// Name of the task.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Id of the task in the template.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Field that holds the task's deliverable.
    #[must_use]
    pub fn deliverable_field_id(
        mut self,
        deliverable_field_id: impl Into<FieldKey>,
    ) -> Self {
        self.deliverable_field_id = Some(deliverable_field_id.into());
        self
    }

    /// When it counts as finished; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn pass_mode(mut self, pass_mode: i64) -> Self {
        self.pass_mode = Some(pass_mode);
        self
    }

    /// Whether the node waits for the task; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn node_pass_required_mode(mut self, node_pass_required_mode: i64) -> Self {
        self.node_pass_required_mode = Some(node_pass_required_mode);
        self
    }
}

/// A sub-task that a template node creates.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubTaskConfig {
    /// Name of the sub-task.
    pub name: Option<String>,

    /// How the owners are found; the meaning of the numbers is not documented.
    pub owner_usage_mode: Option<i64>,

    /// Roles that are responsible.
    pub owner_roles: Option<Vec<RoleKey>>,

    /// Fixed owners of the sub-task.
    pub owners: Option<Vec<UserKey>>,
}

impl SubTaskConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Name of the sub-task.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// How the owners are found; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn owner_usage_mode(mut self, owner_usage_mode: i64) -> Self {
        self.owner_usage_mode = Some(owner_usage_mode);
        self
    }

    /// Roles that are responsible.
    #[must_use]
    pub fn owner_roles(
        mut self,
        owner_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.owner_roles = Some(list::<RoleKey, _>(owner_roles));
        self
    }

    /// Fixed owners of the sub-task.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }
}

/// A work item that a template node creates.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubWorkItemConfig {
    /// Title of the new work item.
    pub name: Option<String>,

    /// Id of the relation to the new work item.
    pub relation_uuid: Option<String>,

    /// Name of the relation.
    pub relation_name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the work item type.
    pub work_item_type_name: Option<String>,
}

impl SubWorkItemConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Title of the new work item.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Id of the relation to the new work item.
    #[must_use]
    pub fn relation_uuid(mut self, relation_uuid: impl Into<String>) -> Self {
        self.relation_uuid = Some(relation_uuid.into());
        self
    }

    /// Name of the relation.
    #[must_use]
    pub fn relation_name(mut self, relation_name: impl Into<String>) -> Self {
        self.relation_name = Some(relation_name.into());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Name of the work item type.
    #[must_use]
    pub fn work_item_type_name(
        mut self,
        work_item_type_name: impl Into<String>,
    ) -> Self {
        self.work_item_type_name = Some(work_item_type_name.into());
        self
    }
}

/// A WBS template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsTemplate {
    /// Key of the template, the same for all its versions.
    pub template_key: Option<TemplateKey>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Id of the template.
    pub template_id: Option<TextId<TemplateId>>,

    /// Whether it is out of use.
    pub is_disabled: Option<bool>,

    /// Version of the template.
    pub version: Option<i64>,

    /// Statuses, nodes and connections of the template.
    pub workflow_conf: Option<WbsWorkflowConfig>,
}

/// Statuses, nodes and connections of a WBS template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsWorkflowConfig {
    /// Statuses of the template.
    pub status_infos: Vec<WbsStatusConfig>,

    /// Nodes of the template.
    pub node_infos: Vec<WbsNodeConfig>,

    /// Ways from one node or state to another.
    pub connections: Vec<Connection>,
}

/// A status of a WBS template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsStatusConfig {
    /// Key of the status.
    pub status_key: Option<String>,

    /// Name of the status.
    pub status_name: Option<String>,

    /// Position of the status; smaller comes first.
    pub status_order_index: Option<i64>,
}

/// A node of a WBS template.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsNodeConfig {
    /// Key of the node.
    pub state_key: Option<StateKey>,

    /// Name of the node.
    pub node_name: Option<String>,

    /// Tags of the node.
    pub node_tags: Vec<String>,

    /// Kind of the node; the values are not documented.
    pub node_type: Option<String>,

    /// Whether it is shown; the meaning of the numbers is not documented.
    pub visibility: Option<i64>,

    /// Whether the node must be scheduled.
    pub need_schedule: Option<bool>,

    /// How the owners of the node are found.
    pub owner: Option<NodeOwnerConfig>,

    /// Status that the node counts to.
    pub wbs_status_map: Option<WbsStatusRef>,

    /// Template of the process below the node.
    pub node_sub_process: Option<SubProcessConfig>,

    /// Node that this one is mapped to.
    pub wbs_node_map: Option<WbsNodeRef>,
}

/// The status that a node counts to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsStatusRef {
    /// Key of the status.
    pub status_key: Option<String>,

    /// Name of the status.
    pub status_name: Option<String>,
}

/// The node that another one is mapped to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsNodeRef {
    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Name of that node's status.
    pub status_name: Option<String>,
}

/// The template of the process below a node.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubProcessConfig {
    /// Key of the template, the same for all its versions.
    pub template_key: Option<TemplateKey>,

    /// Name of the template.
    pub template_name: Option<String>,

    /// Id of the template.
    pub template_id: Option<TextId<TemplateId>>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Kind of workflow of the template.
    pub flow_mode: Option<String>,
}
