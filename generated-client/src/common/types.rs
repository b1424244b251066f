// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `common`.

use paceline_runtime::{Map, Timestamp};
use paceline_runtime::codegen::{integer_enum, integer_id, list, string_enum, string_id};

/// Key of a space: 24 hexadecimal digits, shown by a double click on the space's icon. In paths the
/// space's simple name from the web address serves too.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectKey(String);

string_id!(ProjectKey);

/// Key of a work item type: a word such as `story` or `issue` for built-in types, 24 hexadecimal
/// digits for others.
///
/// For example `"story"`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkItemTypeKey(String);

string_id!(WorkItemTypeKey);

/// Id of a work item; it stands in the address of the item's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkItemId(i64);

integer_id!(WorkItemId);

/// Key of a user: digits, shown by a double click on the user's avatar.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserKey(String);

string_id!(UserKey);

/// Key of a field: a word for built-in fields, `field_` and some characters for others.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey(String);

string_id!(FieldKey);

/// Id of a view; it stands in the address of the view's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ViewId(String);

string_id!(ViewId);

/// Id of a node in a workflow.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(String);

string_id!(NodeId);

/// Key of a state in a state flow, or of a node in a node flow.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateKey(String);

string_id!(StateKey);

/// Id of a transition between two states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransitionId(i64);

integer_id!(TransitionId);

/// Id of a workflow template.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TemplateId(i64);

integer_id!(TemplateId);

/// Key of a workflow template, the same for all its versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TemplateKey(String);

string_id!(TemplateKey);

/// Id of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommentId(i64);

integer_id!(CommentId);

/// Id of a sub-task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubTaskId(i64);

integer_id!(SubTaskId);

/// Id of a batch update that runs in the background.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchTaskId(String);

string_id!(BatchTaskId);

/// Key of a role: a word for built-in roles, `role_` and some characters for others.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleKey(String);

string_id!(RoleKey);

/// Id of a relation between work item types.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId(String);

string_id!(RelationId);

/// Id of a rule that connects two spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectRelationRuleId(String);

string_id!(ProjectRelationRuleId);

/// Id of a business line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessId(String);

string_id!(BusinessId);

/// Id of a team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamId(i64);

integer_id!(TeamId);

/// Key of a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenantKey(String);

string_id!(TenantKey);

/// Id of a tenant group, for spaces shared between tenants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenantGroupId(i64);

integer_id!(TenantGroupId);

/// Id of a saved filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SearchId(String);

string_id!(SearchId);

/// Id of a quick filter of a view.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuickFilterId(String);

string_id!(QuickFilterId);

/// Id of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChartId(String);

string_id!(ChartId);

/// Id of an uploaded file, called uuid by the API.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(String);

string_id!(FileId);

/// Token of a file that was uploaded for a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileToken(String);

string_id!(FileToken);

/// Id of one group of a compound field.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompoundGroupId(String);

string_id!(CompoundGroupId);

/// Id of an entry of booked hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkHourRecordId(i64);

integer_id!(WorkHourRecordId);

/// Id of a user group.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserGroupId(String);

string_id!(UserGroupId);

/// Key of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountKey(String);

string_id!(AccountKey);

/// Key of a department.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentKey(String);

string_id!(DepartmentKey);

/// Id of a WBS draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

string_id!(DraftId);

/// Id of one commit of a WBS draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitId(String);

string_id!(CommitId);

/// Id of a row in a WBS plan or of a node instance, called uuid by the API.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(String);

string_id!(RowId);

/// Key of a node or task in the resource library.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementKey(String);

string_id!(ElementKey);

/// Id of a task of an AI application.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AiTaskId(String);

string_id!(AiTaskId);

/// Id of a chat group.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChatId(String);

string_id!(ChatId);

/// Key of a label with which a review is concluded.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConclusionKey(String);

string_id!(ConclusionKey);

/// How strictly responses are filtered by the acting user's rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthMode {
    /// Responses may hold items that the user cannot see. The server's default.
    Compatible,

    /// Responses hold only what the user may see.
    Strict,

    /// A value that is not documented.
    Unknown(i64),
}

impl AuthMode {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Compatible => 0,
            Self::Strict => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for AuthMode {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::Compatible,
            1 => Self::Strict,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(AuthMode, Self::Compatible);

/// Type of a field; it decides the shape of the field's value. Where parts of the API spell a type
/// differently, with hyphens for instance, either spelling is read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldTypeKey {
    /// Text of one or more lines.
    Text,

    /// Rich text.
    MultiText,

    /// Long text without format.
    MultiPureText,

    /// One option of a list.
    Select,

    /// Several options of a list.
    MultiSelect,

    /// One option of a tree, given as the path from its root.
    TreeSelect,

    /// Several options of a tree.
    TreeMultiSelect,

    /// One option, shown as buttons.
    Radio,

    /// One user.
    User,

    /// Several users.
    MultiUser,

    /// A day, or a moment, in epoch milliseconds.
    Date,

    /// A moment in epoch milliseconds.
    PreciseDate,

    /// A first and a last day, in epoch milliseconds.
    Schedule,

    /// A web address.
    Link,

    /// Addresses of cloud documents.
    LinkCloudDoc,

    /// A number.
    Number,

    /// A number that the server counts up.
    AutoNumber,

    /// Yes or no.
    Boolean,

    /// Result of a check made elsewhere: passed, failed, or none yet.
    Signal,

    /// Results of several checks made elsewhere.
    MultiSignal,

    /// One linked work item.
    WorkItemRelatedSelect,

    /// Several linked work items.
    WorkItemRelatedMultiSelect,

    /// Linked work items, as plugins list them.
    LinkedWorkItem,

    /// Attachments.
    MultiFile,

    /// One attachment.
    File,

    /// Groups of fields, like the rows of a table.
    CompoundField,

    /// Groups of fields per user.
    MultiUserCompoundField,

    /// An e-mail address.
    Email,

    /// A telephone number.
    Telephone,

    /// A vote for or against.
    VoteBoolean,

    /// A vote for one option.
    VoteOption,

    /// A vote for several options.
    VoteOptionMulti,

    /// A value calculated from other fields.
    Formula,

    /// A control that a plugin provides.
    Control,

    /// The business line.
    Business,

    /// The users of each role.
    RoleOwners,

    /// The state of the item.
    WorkItemStatus,

    /// The workflow template.
    WorkItemTemplate,

    /// The kind of chat group.
    GroupType,

    /// The chat group.
    ChatGroup,

    /// Whether the item is terminated.
    Aborted,

    /// Whether the item is deleted.
    Deleted,

    /// A value that is not documented.
    Unknown(String),
}

impl FieldTypeKey {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text => "text",
            Self::MultiText => "multi_text",
            Self::MultiPureText => "multi_pure_text",
            Self::Select => "select",
            Self::MultiSelect => "multi_select",
            Self::TreeSelect => "tree_select",
            Self::TreeMultiSelect => "tree_multi_select",
            Self::Radio => "radio",
            Self::User => "user",
            Self::MultiUser => "multi_user",
            Self::Date => "date",
            Self::PreciseDate => "precise_date",
            Self::Schedule => "schedule",
            Self::Link => "link",
            Self::LinkCloudDoc => "link_cloud_doc",
            Self::Number => "number",
            Self::AutoNumber => "auto_number",
            Self::Boolean => "bool",
            Self::Signal => "signal",
            Self::MultiSignal => "multi_signal",
            Self::WorkItemRelatedSelect => "work_item_related_select",
            Self::WorkItemRelatedMultiSelect => "work_item_related_multi_select",
            Self::LinkedWorkItem => "linked_work_item",
            Self::MultiFile => "multi_file",
            Self::File => "file",
            Self::CompoundField => "compound_field",
            Self::MultiUserCompoundField => "multi_user_compound_field",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::VoteBoolean => "vote_boolean",
            Self::VoteOption => "vote_option",
            Self::VoteOptionMulti => "vote_option_multi",
            Self::Formula => "formula",
            Self::Control => "control",
            Self::Business => "business",
            Self::RoleOwners => "role_owners",
            Self::WorkItemStatus => "work_item_status",
            Self::WorkItemTemplate => "work_item_template",
            Self::GroupType => "group_type",
            Self::ChatGroup => "chat_group",
            Self::Aborted => "aborted",
            Self::Deleted => "deleted",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FieldTypeKey {
    fn from(value: &str) -> Self {
        match value {
            "text" => Self::Text,
            "multi_text" | "multi-text" => Self::MultiText,
            "multi_pure_text" | "multi-pure-text" => Self::MultiPureText,
            "select" => Self::Select,
            "multi_select" | "multi-select" => Self::MultiSelect,
            "tree_select" | "tree-select" => Self::TreeSelect,
            "tree_multi_select" | "tree-multi-select" => Self::TreeMultiSelect,
            "radio" => Self::Radio,
            "user" => Self::User,
            "multi_user" | "multi-user" => Self::MultiUser,
            "date" => Self::Date,
            "precise_date" => Self::PreciseDate,
            "schedule" => Self::Schedule,
            "link" => Self::Link,
            "link_cloud_doc" => Self::LinkCloudDoc,
            "number" => Self::Number,
            "auto_number" => Self::AutoNumber,
            "bool" => Self::Boolean,
            "signal" => Self::Signal,
            "multi_signal" => Self::MultiSignal,
            "work_item_related_select" | "workitem_related_select" => {
                Self::WorkItemRelatedSelect
            }
            "work_item_related_multi_select" | "workitem_related_multi_select" => {
                Self::WorkItemRelatedMultiSelect
            }
            "linked_work_item" => Self::LinkedWorkItem,
            "multi_file" => Self::MultiFile,
            "file" => Self::File,
            "compound_field" => Self::CompoundField,
            "multi_user_compound_field" => Self::MultiUserCompoundField,
            "email" => Self::Email,
            "telephone" => Self::Telephone,
            "vote_boolean" | "vote-boolean" => Self::VoteBoolean,
            "vote_option" => Self::VoteOption,
            "vote_option_multi" => Self::VoteOptionMulti,
            "formula" => Self::Formula,
            "control" => Self::Control,
            "business" => Self::Business,
            "role_owners" => Self::RoleOwners,
            "work_item_status" => Self::WorkItemStatus,
            "work_item_template" => Self::WorkItemTemplate,
            "group_type" => Self::GroupType,
            "chat_group" => Self::ChatGroup,
            "aborted" => Self::Aborted,
            "deleted" => Self::Deleted,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(FieldTypeKey);

/// State that a field value belongs to, for fields asked in a transition.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TargetState {
    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Transition between two states, as read from the workflow's connections.
    pub transition_id: Option<TransitionId>,
}

impl TargetState {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the state, or of the node in a node flow.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Transition between two states, as read from the workflow's connections.
    #[must_use]
    pub fn transition_id(mut self, transition_id: impl Into<TransitionId>) -> Self {
        self.transition_id = Some(transition_id.into());
        self
    }
}

/// A user with names in two languages.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserDetail {
    /// Key of the user.
    pub user_key: Option<UserKey>,

    /// Sign-in name of the user.
    pub username: Option<String>,

    /// E-mail address of the user.
    pub email: Option<String>,

    /// Name of the user in Chinese.
    pub name_cn: Option<String>,

    /// Name of the user in English.
    pub name_en: Option<String>,
}

/// What a response holds beside the plain fields. All parts are off unless asked for.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Expand {
    /// Adds the workflow. Works for node flows; items with a state flow are refused.
    pub need_workflow: Option<bool>,

    /// Adds space and type of the work items that relation fields link to.
    pub relation_fields_detail: Option<bool>,

    /// Adds the full content of rich text fields.
    pub need_multi_text: Option<bool>,

    /// Adds name and e-mail address of the users that occur.
    pub need_user_detail: Option<bool>,

    /// Adds, to sub-tasks, the work item and node they belong to.
    pub need_sub_task_parent: Option<bool>,

    /// Adds the deliverables to rows of a WBS plan.
    pub need_union_deliverable: Option<bool>,

    /// Adds the chain of WBS rows above the item.
    pub need_wbs_relation_chain_entity: Option<bool>,

    /// Adds the path of types above the item in the WBS plan.
    pub need_wbs_relation_chain_path: Option<bool>,

    /// Adds the id of each group to compound fields, as `update_compound_field` needs it.
    pub need_group_uuid_for_compound: Option<bool>,

    /// Adds the parent work items.
    pub need_parent_work_item: Option<bool>,
}

impl Expand {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Adds the workflow. Works for node flows; items with a state flow are refused.
    #[must_use]
    #[inline]
    pub fn need_workflow(mut self, need_workflow: bool) -> Self {
        self.need_workflow = Some(need_workflow);
        self
    }

    /// Adds space and type of the work items that relation fields link to.
    #[must_use]
    #[inline]
    pub fn relation_fields_detail(mut self, relation_fields_detail: bool) -> Self {
        self.relation_fields_detail = Some(relation_fields_detail);
        self
    }

    /// Adds the full content of rich text fields.
    #[must_use]
    #[inline]
    pub fn need_multi_text(mut self, need_multi_text: bool) -> Self {
        self.need_multi_text = Some(need_multi_text);
        self
    }

    /// Adds name and e-mail address of the users that occur.
    #[must_use]
    #[inline]
    pub fn need_user_detail(mut self, need_user_detail: bool) -> Self {
        self.need_user_detail = Some(need_user_detail);
        self
    }

    /// Adds, to sub-tasks, the work item and node they belong to.
    #[must_use]
    #[inline]
    pub fn need_sub_task_parent(mut self, need_sub_task_parent: bool) -> Self {
        self.need_sub_task_parent = Some(need_sub_task_parent);
        self
    }

    /// Adds the deliverables to rows of a WBS plan.
    #[must_use]
    #[inline]
    pub fn need_union_deliverable(mut self, need_union_deliverable: bool) -> Self {
        self.need_union_deliverable = Some(need_union_deliverable);
        self
    }

    /// Adds the chain of WBS rows above the item.
    #[must_use]
    #[inline]
    pub fn need_wbs_relation_chain_entity(
        mut self,
        need_wbs_relation_chain_entity: bool,
    ) -> Self {
        self.need_wbs_relation_chain_entity = Some(need_wbs_relation_chain_entity);
        self
    }

    /// Adds the path of types above the item in the WBS plan.
    #[must_use]
    #[inline]
    pub fn need_wbs_relation_chain_path(
        mut self,
        need_wbs_relation_chain_path: bool,
    ) -> Self {
        self.need_wbs_relation_chain_path = Some(need_wbs_relation_chain_path);
        self
    }

    /// Adds the id of each group to compound fields, as `update_compound_field` needs it.
    #[must_use]
    #[inline]
    pub fn need_group_uuid_for_compound(
        mut self,
        need_group_uuid_for_compound: bool,
    ) -> Self {
        self.need_group_uuid_for_compound = Some(need_group_uuid_for_compound);
        self
    }

    /// Adds the parent work items.
    #[must_use]
    #[inline]
    pub fn need_parent_work_item(mut self, need_parent_work_item: bool) -> Self {
        self.need_parent_work_item = Some(need_parent_work_item);
        self
    }
}

/// A span of time.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TimeInterval {
    /// First moment of the span, in epoch milliseconds.
    pub start: Option<Timestamp>,

    /// Last moment of the span, in epoch milliseconds.
    pub end: Option<Timestamp>,
}

impl TimeInterval {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// First moment of the span, in epoch milliseconds.
    #[must_use]
    pub fn start(mut self, start: impl Into<Timestamp>) -> Self {
        self.start = Some(start.into());
        self
    }

    /// Last moment of the span, in epoch milliseconds.
    #[must_use]
    pub fn end(mut self, end: impl Into<Timestamp>) -> Self {
        self.end = Some(end.into());
        self
    }
}

/// Planned time and effort of a node or sub-task. A date of 0 means not planned.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Schedule {
    /// Planned effort, in the points or days that the space estimates in.
    pub points: Option<f64>,

    /// Planned start, in epoch milliseconds; 0 when not planned.
    pub estimate_start_date: Option<Timestamp>,

    /// Planned end, in epoch milliseconds; 0 when not planned.
    pub estimate_end_date: Option<Timestamp>,

    /// Users the schedule is for. A schedule of its own per owner names exactly one.
    pub owners: Option<Vec<UserKey>>,

    /// Hours actually spent.
    pub actual_work_time: Option<f64>,

    /// Whether the dates are calculated automatically.
    pub is_auto: Option<bool>,

    /// Planned duration; the unit is not documented.
    pub planned_construction_period: Option<i64>,
}

impl Schedule {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Planned effort, in the points or days that the space estimates in.
    #[must_use]
    #[inline]
    pub fn points(mut self, points: f64) -> Self {
        self.points = Some(points);
        self
    }

    /// Planned start, in epoch milliseconds; 0 when not planned.
    #[must_use]
    pub fn estimate_start_date(
        mut self,
        estimate_start_date: impl Into<Timestamp>,
    ) -> Self {
        self.estimate_start_date = Some(estimate_start_date.into());
        self
    }

    /// Planned end, in epoch milliseconds; 0 when not planned.
    #[must_use]
    pub fn estimate_end_date(mut self, estimate_end_date: impl Into<Timestamp>) -> Self {
        self.estimate_end_date = Some(estimate_end_date.into());
        self
    }

    /// Users the schedule is for. A schedule of its own per owner names exactly one.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }

    /// Hours actually spent.
    #[must_use]
    #[inline]
    pub fn actual_work_time(mut self, actual_work_time: f64) -> Self {
        self.actual_work_time = Some(actual_work_time);
        self
    }

    /// Whether the dates are calculated automatically.
    #[must_use]
    #[inline]
    pub fn is_auto(mut self, is_auto: bool) -> Self {
        self.is_auto = Some(is_auto);
        self
    }

    /// Planned duration; the unit is not documented.
    #[must_use]
    #[inline]
    pub fn planned_construction_period(
        mut self,
        planned_construction_period: i64,
    ) -> Self {
        self.planned_construction_period = Some(planned_construction_period);
        self
    }
}

/// A role and the users who fill it.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RoleOwner {
    /// Key of the role.
    pub role: Option<RoleKey>,

    /// Name of the role; only in responses.
    pub name: Option<String>,

    /// Users who fill the role.
    pub owners: Option<Vec<UserKey>>,

    /// Whether the role still exists in the configuration.
    pub exist: Option<bool>,

    /// Whether several users can fill the role; only in responses.
    pub is_member_multi: Option<bool>,
}

impl RoleOwner {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the role.
    #[must_use]
    pub fn role(mut self, role: impl Into<RoleKey>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Name of the role; only in responses.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Users who fill the role.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }

    /// Whether the role still exists in the configuration.
    #[must_use]
    #[inline]
    pub fn exist(mut self, exist: bool) -> Self {
        self.exist = Some(exist);
        self
    }

    /// Whether several users can fill the role; only in responses.
    #[must_use]
    #[inline]
    pub fn is_member_multi(mut self, is_member_multi: bool) -> Self {
        self.is_member_multi = Some(is_member_multi);
        self
    }
}

/// An account.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// Key of the account.
    pub account_key: Option<AccountKey>,

    /// Key of the tenant.
    pub tenant_key: Option<TenantKey>,

    /// Names of the person by language.
    pub name: Map<String, String>,

    /// Ids on other platforms, by platform.
    pub external_ids: Map<String, String>,

    /// Platform that the user signs in with; the values are not documented.
    pub login_platform_type: Option<String>,

    /// State of the account; the values are not documented.
    pub status: Option<String>,

    /// Address of the person's picture.
    pub avatar_url: Option<String>,
}

/// A department with its people and the departments around it.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Department {
    /// Key of the department.
    pub department_key: Option<DepartmentKey>,

    /// Names of the department by language.
    pub name: Map<String, String>,

    /// Ids on other platforms, by platform.
    pub external_ids: Map<String, String>,

    /// Level of the department in the organization; the values are not documented.
    pub org_level: Option<String>,

    /// Department above.
    pub parent: Option<DepartmentSummary>,

    /// All departments below; present on request only.
    pub all_children: Vec<DepartmentSummary>,

    /// Accounts that belong to the department itself; present on request only.
    pub direct_employees: Vec<Account>,

    /// Accounts of the department and all below; present on request only.
    pub all_employees: Vec<Account>,
}

/// A department in short.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DepartmentSummary {
    /// Key of the department.
    pub department_key: Option<DepartmentKey>,

    /// Names of the department by language.
    pub name: Map<String, String>,

    /// Ids on other platforms, by platform.
    pub external_ids: Map<String, String>,

    /// Number of accounts in the department.
    pub member_count: Option<i64>,

    /// Level of the department in the organization; the values are not documented.
    pub org_level: Option<String>,
}
