// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `item`.

use paceline_runtime::{DecodeError, TextId, Timestamp};
use paceline_runtime::codegen::{found, integer_enum, lookup, string_enum};
use crate::common::{
    ConclusionKey, FieldKey, NodeId, ProjectKey, RelationId, RoleKey, RoleOwner,
    Schedule, StateKey, SubTaskId, TemplateId, TransitionId, UserDetail, UserKey,
    WorkItemId, WorkItemTypeKey,
};
use crate::config::FieldConfig;
use crate::field_value::{CurrentNode, FieldValue, FieldValuePair, WorkItemStatus};

/// The kind of workflow that a work item runs through.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FlowPattern {
    /// A node flow.
    Node,

    /// A state flow.
    State,

    /// A value that is not documented.
    Unknown(String),
}

impl FlowPattern {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Node => "Node",
            Self::State => "State",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FlowPattern {
    fn from(value: &str) -> Self {
        match value {
            "Node" => Self::Node,
            "State" => Self::State,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(FlowPattern);

/// How far a node or state has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NodeStatus {
    /// The workflow has not come here yet.
    NotReached,

    /// The workflow is here.
    InProgress,

    /// The workflow has passed.
    Finished,

    /// A value that is not documented.
    Unknown(i64),
}

impl NodeStatus {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::NotReached => 1,
            Self::InProgress => 2,
            Self::Finished => 3,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for NodeStatus {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::NotReached,
            2 => Self::InProgress,
            3 => Self::Finished,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(NodeStatus);

/// A work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,

    /// Title of the work item.
    pub name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Kind of the template.
    pub template_type: Option<String>,

    /// Whether the item runs through a node flow or a state flow.
    pub pattern: Option<FlowPattern>,

    /// State of the item, under its older name.
    pub sub_stage: Option<String>,

    /// Nodes that the item is at.
    pub current_nodes: Vec<CurrentNode>,

    /// User who created the work item.
    pub created_by: Option<UserKey>,

    /// User who last changed the work item.
    pub updated_by: Option<UserKey>,

    /// When the work item was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// When the work item was last changed, in epoch milliseconds.
    pub updated_at: Option<Timestamp>,

    /// Fields with their values; which ones depends on the request.
    pub fields: Vec<FieldValuePair>,

    /// State that the item is in.
    pub work_item_status: Option<WorkItemStatus>,

    /// User who deleted the work item.
    pub deleted_by: Option<UserKey>,

    /// When the work item was deleted, in epoch milliseconds; 0 when it is not.
    pub deleted_at: Option<Timestamp>,

    /// Simple name of the space, as it stands in web addresses.
    pub simple_name: Option<String>,

    /// Workflow template of the item.
    pub template_id: Option<TemplateId>,

    /// Workflow of the item; present on request only.
    pub workflow_infos: Option<Workflow>,

    /// When the item was at which node or in which state.
    pub state_times: Vec<StateTime>,

    /// Full content of rich text fields; present on request only.
    pub multi_texts: Vec<RichTextField>,

    /// Work items that relation fields link to; present on request only.
    pub relation_fields_detail: Vec<RelationFieldDetail>,

    /// Users that occur in the response; present on request only.
    pub user_details: Vec<UserDetail>,

    /// Work item and node that a sub-task belongs to; present on request only.
    pub sub_task_parent_info: Option<SubTaskParent>,

    /// Further data of compound fields.
    pub compound_field_extra: Vec<FieldValuePair>,

    /// Work items above this one; present on request only.
    pub parent_work_item: Vec<ParentWorkItem>,
}

impl WorkItem {
    /// Value of a field, found by the field's key or else by its alias. Which fields an item comes with
    /// depends on the request.
    ///
    /// # Errors
    ///
    /// When `fields` has no such item.
    #[inline]
    pub fn field(&self, key: &str) -> Result<&FieldValue, DecodeError> {
        found(self.find_field(key), key)
    }

    /// Like [`field`](Self::field), but `None` if there is none.
    #[must_use]
    pub fn find_field(&self, key: &str) -> Option<&FieldValue> {
        let item = lookup(
            &self.fields,
            key,
            &[
                |item| item.field_key.as_ref().map(AsRef::as_ref),
                |item| item.field_alias.as_ref().map(AsRef::as_ref),
            ],
        )?;
        item.field_value.as_ref()
    }

    /// Full content of a rich text field, found by its key.
    ///
    /// # Errors
    ///
    /// When `multi_texts` has no such item.
    #[inline]
    pub fn rich_text(&self, key: &str) -> Result<&RichText, DecodeError> {
        found(self.find_rich_text(key), key)
    }

    /// Like [`rich_text`](Self::rich_text), but `None` if there is none.
    #[must_use]
    pub fn find_rich_text(&self, key: &str) -> Option<&RichText> {
        let item = lookup(
            &self.multi_texts,
            key,
            &[|item| item.field_key.as_ref().map(AsRef::as_ref)],
        )?;
        item.field_value.as_ref()
    }

    /// What a relation field links to, found by its key.
    ///
    /// # Errors
    ///
    /// When `relation_fields_detail` has no such item.
    #[inline]
    pub fn relation_detail(
        &self,
        key: &str,
    ) -> Result<&RelationFieldDetail, DecodeError> {
        found(self.find_relation_detail(key), key)
    }

    /// Like [`relation_detail`](Self::relation_detail), but `None` if there is none.
    #[must_use]
    pub fn find_relation_detail(&self, key: &str) -> Option<&RelationFieldDetail> {
        lookup(
            &self.relation_fields_detail,
            key,
            &[|item| item.field_key.as_ref().map(AsRef::as_ref)],
        )
    }
}

/// When a work item was at a node or in a state.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateTime {
    /// Node or state.
    pub state_key: Option<StateKey>,

    /// When the item came there, in epoch milliseconds.
    pub start_time: Option<Timestamp>,

    /// When the item left, in epoch milliseconds; 0 while it is there.
    pub end_time: Option<Timestamp>,

    /// Name of the node or state.
    pub name: Option<String>,
}

/// A rich text field with its content in full.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RichTextField {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Content of the field.
    pub field_value: Option<RichText>,
}

/// Content of a rich text field in several forms.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RichText {
    /// The text in the editor's own format.
    pub doc: Option<String>,

    /// The text without format.
    pub doc_text: Option<String>,

    /// Whether there is no text.
    pub is_empty: Option<bool>,

    /// Users mentioned in the text.
    pub notify_user_list: Vec<UserKey>,

    /// Which users are notified; the values are not documented.
    pub notify_user_type: Option<String>,

    /// The text as HTML.
    pub doc_html: Option<String>,
}

/// A relation field with the work items it links to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RelationFieldDetail {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Work items that the field links to.
    pub detail: Vec<RelatedWorkItem>,
}

/// A work item that a relation field links to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RelatedWorkItem {
    /// Id of the linked work item.
    pub work_item_id: Option<WorkItemId>,

    /// Type of the linked work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Space of the linked work item.
    pub project_key: Option<ProjectKey>,
}

/// The work item and node that a sub-task belongs to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubTaskParent {
    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Title of the work item.
    pub work_item_name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Node that the sub-task belongs to.
    pub node_id: Option<NodeId>,
}

/// The work item above another one, and the relation between them.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ParentWorkItem {
    /// Id of the relation between the two items.
    pub relation_uuid: Option<String>,

    /// Id of the parent work item.
    pub parent_work_item_id: Option<WorkItemId>,

    /// Node of the parent that the item hangs on.
    pub parent_node_key: Option<NodeId>,
}

/// The workflow of a work item: nodes with connections for a node flow, states for a state flow.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Workflow {
    /// Nodes of a node flow.
    pub workflow_nodes: Vec<WorkflowNode>,

    /// Ways from one node or state to another.
    pub connections: Vec<Connection>,

    /// States of a state flow.
    pub state_flow_nodes: Vec<StateFlowNode>,

    /// Users that occur in the response; present on request only.
    pub user_details: Vec<UserDetail>,

    /// Template that the workflow was made from.
    pub template_id: Option<TemplateId>,

    /// Version of the template.
    pub version: Option<i64>,
}

/// A node of a node flow.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkflowNode {
    /// Id of the node, to be used as node id in other calls.
    pub id: Option<NodeId>,

    /// Key of the node in its template; usually the same as the id.
    pub state_key: Option<StateKey>,

    /// Name of the node.
    pub name: Option<String>,

    /// How far the node has come.
    pub status: Option<NodeStatus>,

    /// Fields of the node's form with their values.
    pub fields: Vec<FieldValuePair>,

    /// Users responsible for the node.
    pub owners: Vec<UserKey>,

    /// Schedule of the node as a whole.
    pub node_schedule: Option<Schedule>,

    /// Schedules per owner, where owners have schedules of their own.
    pub schedules: Vec<Schedule>,

    /// Sub-tasks inside the node.
    pub sub_tasks: Vec<SubTask>,

    /// Actual start, as ISO text.
    pub actual_begin_time: Option<String>,

    /// Actual finish, as ISO text.
    pub actual_finish_time: Option<String>,

    /// Roles responsible for the node, and their users.
    pub role_assignee: Vec<RoleOwner>,

    /// Whether each owner has a schedule of their own.
    pub different_schedule: Option<bool>,

    /// Which owners have finished the node.
    pub sub_status: Vec<NodeCheck>,

    /// Whether it is a milestone.
    pub milestone: Option<bool>,

    /// Users who take part in the node.
    pub participants: Vec<UserKey>,

    /// Roles that are responsible.
    pub owner_roles: Vec<RoleKey>,

    /// How the owners are found; the meaning of the numbers is not documented.
    pub owner_usage_mode: Option<i64>,

    /// Fields of the node with their values.
    pub node_fields: Vec<FieldValuePair>,

    /// Result of the review at the node.
    pub finished_infos: Option<NodeFinish>,

    /// Which owners have finished the node.
    pub checker: Vec<NodeCheck>,

    /// Work items that hang on the node, by relation.
    pub node_sub_workitem_detail: Vec<NodeSubWorkItems>,
}

impl WorkflowNode {
    /// Value of a field, found by the field's key or else by its alias.
    ///
    /// # Errors
    ///
    /// When `fields` has no such item.
    #[inline]
    pub fn field(&self, key: &str) -> Result<&FieldValue, DecodeError> {
        found(self.find_field(key), key)
    }

    /// Like [`field`](Self::field), but `None` if there is none.
    #[must_use]
    pub fn find_field(&self, key: &str) -> Option<&FieldValue> {
        let item = lookup(
            &self.fields,
            key,
            &[
                |item| item.field_key.as_ref().map(AsRef::as_ref),
                |item| item.field_alias.as_ref().map(AsRef::as_ref),
            ],
        )?;
        item.field_value.as_ref()
    }

    /// Value of a field of the node itself, found by the field's key or else by its alias.
    ///
    /// # Errors
    ///
    /// When `node_fields` has no such item.
    #[inline]
    pub fn node_field(&self, key: &str) -> Result<&FieldValue, DecodeError> {
        found(self.find_node_field(key), key)
    }

    /// Like [`node_field`](Self::node_field), but `None` if there is none.
    #[must_use]
    pub fn find_node_field(&self, key: &str) -> Option<&FieldValue> {
        let item = lookup(
            &self.node_fields,
            key,
            &[
                |item| item.field_key.as_ref().map(AsRef::as_ref),
                |item| item.field_alias.as_ref().map(AsRef::as_ref),
            ],
        )?;
        item.field_value.as_ref()
    }
}

/// Work items that hang on a node by one relation.
///
/// Source: official Java SDK 1.0.33, other public clients.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeSubWorkItems {
    /// The relation between the two types of work items.
    pub relation_id: Option<RelationId>,

    /// The work items.
    pub workitems: Vec<WorkItemId>,

    /// Name of the group that the node shows them under.
    pub sub_workitem_group_name: Option<String>,
}

/// A state of a state flow.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateFlowNode {
    /// Key of the state.
    pub id: Option<StateKey>,

    /// Name of the state.
    pub name: Option<String>,

    /// Roles and the users who fill them.
    pub role_owners: Vec<RoleOwner>,

    /// How far the state has come.
    pub status: Option<NodeStatus>,

    /// Actual start, as ISO text.
    pub actual_begin_time: Option<String>,

    /// Actual finish, as ISO text.
    pub actual_finish_time: Option<String>,

    /// Fields of the state's form with their values.
    pub fields: Vec<FieldValuePair>,
}

impl StateFlowNode {
    /// Value of a field, found by the field's key or else by its alias.
    ///
    /// # Errors
    ///
    /// When `fields` has no such item.
    #[inline]
    pub fn field(&self, key: &str) -> Result<&FieldValue, DecodeError> {
        found(self.find_field(key), key)
    }

    /// Like [`field`](Self::field), but `None` if there is none.
    #[must_use]
    pub fn find_field(&self, key: &str) -> Option<&FieldValue> {
        let item = lookup(
            &self.fields,
            key,
            &[
                |item| item.field_key.as_ref().map(AsRef::as_ref),
                |item| item.field_alias.as_ref().map(AsRef::as_ref),
            ],
        )?;
        item.field_value.as_ref()
    }
}

/// A way from one node or state to another.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Connection {
    /// Node or state that the way starts at.
    pub source_state_key: Option<StateKey>,

    /// Node or state that the way leads to.
    pub target_state_key: Option<StateKey>,

    /// Id of the transition, as `change_state` takes it.
    pub transition_id: Option<TransitionId>,

    /// Fields asked on this way.
    pub fields: Option<Vec<FieldConfig>>,
}

impl Connection {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Node or state that the way starts at.
    #[must_use]
    pub fn source_state_key(mut self, source_state_key: impl Into<StateKey>) -> Self {
        self.source_state_key = Some(source_state_key.into());
        self
    }

    /// Node or state that the way leads to.
    #[must_use]
    pub fn target_state_key(mut self, target_state_key: impl Into<StateKey>) -> Self {
        self.target_state_key = Some(target_state_key.into());
        self
    }

    /// Id of the transition, as `change_state` takes it.
    #[must_use]
    pub fn transition_id(mut self, transition_id: impl Into<TransitionId>) -> Self {
        self.transition_id = Some(transition_id.into());
        self
    }

    /// Fields asked on this way.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = FieldConfig>) -> Self {
        self.fields = Some(fields.into_iter().collect::<Vec<_>>());
        self
    }
}

/// A sub-task inside a node.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubTask {
    /// Id of the sub-task.
    pub id: Option<TextId<SubTaskId>>,

    /// Name of the sub-task.
    pub name: Option<String>,

    /// Schedules of the sub-task.
    pub schedules: Vec<Schedule>,

    /// Position among the sub-tasks of the node; smaller comes first.
    pub order: Option<f64>,

    /// Description of the sub-task.
    pub details: Option<String>,

    /// Whether the sub-task is finished.
    pub passed: Option<bool>,

    /// Users responsible for the sub-task.
    pub owners: Vec<UserKey>,

    /// Note on the sub-task.
    pub note: Option<String>,

    /// Actual start, as ISO text.
    pub actual_begin_time: Option<String>,

    /// Actual finish, as ISO text.
    pub actual_finish_time: Option<String>,

    /// Users who do the sub-task.
    pub assignee: Vec<UserKey>,

    /// Roles that do the sub-task, and their users.
    pub role_assignee: Vec<RoleOwner>,

    /// Deliverable fields with their values.
    pub deliverable: Vec<FieldValuePair>,

    /// Fields of the sub-task with their values.
    pub fields: Vec<FieldValuePair>,

    /// Roles that are responsible.
    pub owner_roles: Vec<RoleKey>,

    /// How the owners are found; the meaning of the numbers is not documented.
    pub owner_usage_mode: Option<i64>,
}

impl SubTask {
    /// Value of a field, found by the field's key or else by its alias.
    ///
    /// # Errors
    ///
    /// When `fields` has no such item.
    #[inline]
    pub fn field(&self, key: &str) -> Result<&FieldValue, DecodeError> {
        found(self.find_field(key), key)
    }

    /// Like [`field`](Self::field), but `None` if there is none.
    #[must_use]
    pub fn find_field(&self, key: &str) -> Option<&FieldValue> {
        let item = lookup(
            &self.fields,
            key,
            &[
                |item| item.field_key.as_ref().map(AsRef::as_ref),
                |item| item.field_alias.as_ref().map(AsRef::as_ref),
            ],
        )?;
        item.field_value.as_ref()
    }
}

/// Whether and when one owner has finished a node.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeCheck {
    /// When the owner finished the node, in epoch milliseconds.
    pub checked_time: Option<Timestamp>,

    /// The owner.
    pub owner: Option<UserKey>,

    /// Whether the owner has finished the node; the meaning of the numbers is not documented.
    pub status: Option<i64>,
}

/// Result of the review at a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeFinish {
    /// How the result of the review comes about.
    pub summary_mode: Option<ReviewSummaryMode>,

    /// Conclusions, as a whole and per owner.
    pub conclusion: Option<NodeConclusion>,

    /// Opinions, as a whole and per owner.
    pub opinion: Option<NodeOpinion>,
}

impl NodeFinish {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// How the result of the review comes about.
    #[must_use]
    pub fn summary_mode(mut self, summary_mode: impl Into<ReviewSummaryMode>) -> Self {
        self.summary_mode = Some(summary_mode.into());
        self
    }

    /// Conclusions, as a whole and per owner.
    #[must_use]
    #[inline]
    pub fn conclusion(mut self, conclusion: NodeConclusion) -> Self {
        self.conclusion = Some(conclusion);
        self
    }

    /// Opinions, as a whole and per owner.
    #[must_use]
    #[inline]
    pub fn opinion(mut self, opinion: NodeOpinion) -> Self {
        self.opinion = Some(opinion);
        self
    }
}

/// How the result of a review comes about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReviewSummaryMode {
    /// It is calculated from the conclusions of the owners.
    Calculation,

    /// It is given on its own.
    Independence,

    /// A value that is not documented.
    Unknown(String),
}

impl ReviewSummaryMode {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Calculation => "calculation",
            Self::Independence => "independence",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ReviewSummaryMode {
    fn from(value: &str) -> Self {
        match value {
            "calculation" => Self::Calculation,
            "independence" => Self::Independence,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(ReviewSummaryMode);

/// Conclusions of the review at a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeConclusion {
    /// Conclusion of the review as a whole.
    pub finished_conclusion_result: Option<NodeConclusionOption>,

    /// Conclusions of the owners.
    pub owners_finished_conclusion_result: Option<Vec<NodeOwnerConclusion>>,
}

impl NodeConclusion {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Conclusion of the review as a whole.
    #[must_use]
    #[inline]
    pub fn finished_conclusion_result(
        mut self,
        finished_conclusion_result: NodeConclusionOption,
    ) -> Self {
        self.finished_conclusion_result = Some(finished_conclusion_result);
        self
    }

    /// Conclusions of the owners.
    #[must_use]
    pub fn owners_finished_conclusion_result(
        mut self,
        owners_finished_conclusion_result: impl IntoIterator<Item = NodeOwnerConclusion>,
    ) -> Self {
        self.owners_finished_conclusion_result = Some(
            owners_finished_conclusion_result.into_iter().collect::<Vec<_>>(),
        );
        self
    }
}

/// A label with which a review is concluded.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeConclusionOption {
    /// Key of the label.
    pub key: Option<ConclusionKey>,

    /// Label as people see it.
    pub label: Option<String>,

    /// Label as first configured.
    pub original_label: Option<String>,
}

impl NodeConclusionOption {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the label.
    #[must_use]
    pub fn key(mut self, key: impl Into<ConclusionKey>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Label as people see it.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Label as first configured.
    #[must_use]
    pub fn original_label(mut self, original_label: impl Into<String>) -> Self {
        self.original_label = Some(original_label.into());
        self
    }
}

/// Opinions of the review at a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOpinion {
    /// The opinion in words.
    pub finished_opinion_result: Option<String>,

    /// Opinions of the owners.
    pub owners_finished_opinion_result: Option<Vec<NodeOwnerOpinion>>,
}

impl NodeOpinion {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The opinion in words.
    #[must_use]
    pub fn finished_opinion_result(
        mut self,
        finished_opinion_result: impl Into<String>,
    ) -> Self {
        self.finished_opinion_result = Some(finished_opinion_result.into());
        self
    }

    /// Opinions of the owners.
    #[must_use]
    pub fn owners_finished_opinion_result(
        mut self,
        owners_finished_opinion_result: impl IntoIterator<Item = NodeOwnerOpinion>,
    ) -> Self {
        self.owners_finished_opinion_result = Some(
            owners_finished_opinion_result.into_iter().collect::<Vec<_>>(),
        );
        self
    }
}

/// Conclusion of one owner of a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwnerConclusion {
    /// The owner as a person.
    pub owner: Option<NodeOwner>,

    /// Key of the owner.
    pub node_owner: Option<UserKey>,

    /// The conclusion.
    pub finished_conclusion_result: Option<NodeConclusionOption>,
}

impl NodeOwnerConclusion {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The owner as a person.
    #[must_use]
    #[inline]
    pub fn owner(mut self, owner: NodeOwner) -> Self {
        self.owner = Some(owner);
        self
    }

    /// Key of the owner.
    #[must_use]
    pub fn node_owner(mut self, node_owner: impl Into<UserKey>) -> Self {
        self.node_owner = Some(node_owner.into());
        self
    }

    /// The conclusion.
    #[must_use]
    #[inline]
    pub fn finished_conclusion_result(
        mut self,
        finished_conclusion_result: NodeConclusionOption,
    ) -> Self {
        self.finished_conclusion_result = Some(finished_conclusion_result);
        self
    }
}

/// Opinion of one owner of a node.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwnerOpinion {
    /// The owner as a person.
    pub owner: Option<NodeOwner>,

    /// Key of the owner.
    pub node_owner: Option<UserKey>,

    /// The opinion in words.
    pub finished_opinion_result: Option<String>,
}

impl NodeOwnerOpinion {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The owner as a person.
    #[must_use]
    #[inline]
    pub fn owner(mut self, owner: NodeOwner) -> Self {
        self.owner = Some(owner);
        self
    }

    /// Key of the owner.
    #[must_use]
    pub fn node_owner(mut self, node_owner: impl Into<UserKey>) -> Self {
        self.node_owner = Some(node_owner.into());
        self
    }

    /// The opinion in words.
    #[must_use]
    pub fn finished_opinion_result(
        mut self,
        finished_opinion_result: impl Into<String>,
    ) -> Self {
        self.finished_opinion_result = Some(finished_opinion_result.into());
        self
    }
}

/// An owner of a node as a person.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwner {
    /// Id of the person.
    pub id: Option<String>,

    /// Sign-in name of the user.
    pub username: Option<String>,

    /// Employee number of the person.
    pub employee_id: Option<String>,

    /// E-mail address of the user.
    pub email: Option<String>,

    /// Nickname of the person.
    pub nickname: Option<String>,

    /// Key of the person's picture.
    pub avatar: Option<String>,

    /// Address of the user's picture.
    pub avatar_url: Option<String>,

    /// Name in English.
    pub en_name: Option<String>,

    /// Name of the person.
    pub name: Option<String>,

    /// Open id of the person in Feishu.
    pub lark_open_id: Option<String>,

    /// Department of the person.
    pub department: Option<NodeOwnerDepartment>,

    /// Leader of the person.
    pub leader: Option<NodeOwnerLeader>,
}

impl NodeOwner {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the person.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sign-in name of the user.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Employee number of the person.
    #[must_use]
    pub fn employee_id(mut self, employee_id: impl Into<String>) -> Self {
        self.employee_id = Some(employee_id.into());
        self
    }

    /// E-mail address of the user.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Nickname of the person.
    #[must_use]
    pub fn nickname(mut self, nickname: impl Into<String>) -> Self {
        self.nickname = Some(nickname.into());
        self
    }

    /// Key of the person's picture.
    #[must_use]
    pub fn avatar(mut self, avatar: impl Into<String>) -> Self {
        self.avatar = Some(avatar.into());
        self
    }

    /// Address of the user's picture.
    #[must_use]
    pub fn avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Name in English.
    #[must_use]
    pub fn en_name(mut self, en_name: impl Into<String>) -> Self {
        self.en_name = Some(en_name.into());
        self
    }

    /// Name of the person.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Open id of the person in Feishu.
    #[must_use]
    pub fn lark_open_id(mut self, lark_open_id: impl Into<String>) -> Self {
        self.lark_open_id = Some(lark_open_id.into());
        self
    }

    /// Department of the person.
    #[must_use]
    #[inline]
    pub fn department(mut self, department: NodeOwnerDepartment) -> Self {
        self.department = Some(department);
        self
    }

    /// Leader of the person.
    #[must_use]
    #[inline]
    pub fn leader(mut self, leader: NodeOwnerLeader) -> Self {
        self.leader = Some(leader);
        self
    }
}

/// Department of a node owner.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwnerDepartment {
    /// Id of the department.
    pub id: Option<String>,

    /// Name of the department.
    pub name: Option<String>,

    /// Name in English.
    pub en_name: Option<String>,
}

impl NodeOwnerDepartment {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the department.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Name of the department.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Name in English.
    #[must_use]
    pub fn en_name(mut self, en_name: impl Into<String>) -> Self {
        self.en_name = Some(en_name.into());
        self
    }
}

/// Leader of a node owner.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwnerLeader {
    /// E-mail address of the leader.
    pub email: Option<String>,

    /// Employee number of the leader.
    pub employee_number: Option<String>,

    /// Id of the leader.
    pub id: Option<String>,

    /// Name of the leader.
    pub name: Option<String>,

    /// Further name of the leader.
    pub u_name: Option<String>,
}

impl NodeOwnerLeader {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// E-mail address of the leader.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Employee number of the leader.
    #[must_use]
    pub fn employee_number(mut self, employee_number: impl Into<String>) -> Self {
        self.employee_number = Some(employee_number.into());
        self
    }

    /// Id of the leader.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Name of the leader.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Further name of the leader.
    #[must_use]
    pub fn u_name(mut self, u_name: impl Into<String>) -> Self {
        self.u_name = Some(u_name.into());
        self
    }
}
