// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `common`.

use client_runtime::{Map, Timestamp};
use client_runtime::codegen::{integer_enum, integer_id, list, string_id};
use crate::config::FieldTypeKey;
use crate::field_value::FieldValue;

/// Key of a space: 24 hexadecimal digits, shown by a double click on the space's icon. In paths the
/// space's simple name from the web address serves too.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectKey(String);

string_id!(ProjectKey);

/// Key of a work item type: a word such as `story` or `issue` for built-in types, 24 hexadecimal
/// digits for others.
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

/// How strictly answers are filtered by the acting user's rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthMode {
    /// Answers may hold items that the user cannot see. The server's default.
    Compatible,

    /// Answers hold only what the user may see.
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

integer_enum!(AuthMode);

/// A field of a work item, node or sub-task together with its value. To write it, name the field by
/// key or alias.
///
/// Set at least one of `field_key` and `field_alias`.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FieldValuePair {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Value of the field, in the shape that its type wants.
    pub field_value: Option<FieldValue>,

    /// State that the value is meant for, for fields of a transition form.
    pub target_state: Option<TargetState>,

    /// Type of the field. Answers carry it; in requests it is a hint only.
    pub field_type_key: Option<FieldTypeKey>,

    /// Alias of the field, chosen by the administrator for use by integrations.
    pub field_alias: Option<String>,

    /// Help text shown beside the field.
    pub help_description: Option<String>,

    /// How the value is combined with the present one; the meaning of the numbers is not documented.
    pub update_mode: Option<i64>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,
}

impl FieldValuePair {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// Value of the field, in the shape that its type wants.
    #[must_use]
    pub fn field_value(mut self, field_value: impl Into<FieldValue>) -> Self {
        self.field_value = Some(field_value.into());
        self
    }

    /// State that the value is meant for, for fields of a transition form.
    #[must_use]
    #[inline]
    pub fn target_state(mut self, target_state: TargetState) -> Self {
        self.target_state = Some(target_state);
        self
    }

    /// Type of the field. Answers carry it; in requests it is a hint only.
    #[must_use]
    pub fn field_type_key(mut self, field_type_key: impl Into<FieldTypeKey>) -> Self {
        self.field_type_key = Some(field_type_key.into());
        self
    }

    /// Alias of the field, chosen by the administrator for use by integrations.
    #[must_use]
    pub fn field_alias(mut self, field_alias: impl Into<String>) -> Self {
        self.field_alias = Some(field_alias.into());
        self
    }

    /// Help text shown beside the field.
    #[must_use]
    pub fn help_description(mut self, help_description: impl Into<String>) -> Self {
        self.help_description = Some(help_description.into());
        self
    }

    /// How the value is combined with the present one; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn update_mode(mut self, update_mode: i64) -> Self {
        self.update_mode = Some(update_mode);
        self
    }

    /// Name of the field as people see it.
    #[must_use]
    pub fn field_name(mut self, field_name: impl Into<String>) -> Self {
        self.field_name = Some(field_name.into());
        self
    }
}

/// State that a field value belongs to, for fields asked in a transition.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, Debug, Default, PartialEq)]
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
        Self { ..Self::default() }
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
#[derive(Clone, Debug, Default, PartialEq)]
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

/// What an answer shall carry beside the plain fields. All parts are off unless asked for.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, Debug, Default, PartialEq)]
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
        Self { ..Self::default() }
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
#[derive(Clone, Debug, Default, PartialEq)]
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
        Self { ..Self::default() }
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
#[derive(Clone, Debug, Default, PartialEq)]
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
        Self { ..Self::default() }
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
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RoleOwner {
    /// Key of the role.
    pub role: Option<RoleKey>,

    /// Name of the role; only in answers.
    pub name: Option<String>,

    /// Users who fill the role.
    pub owners: Option<Vec<UserKey>>,

    /// Whether the role still exists in the configuration.
    pub exist: Option<bool>,

    /// Whether several users can fill the role; only in answers.
    pub is_member_multi: Option<bool>,
}

impl RoleOwner {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Self::default() }
    }

    /// Key of the role.
    #[must_use]
    pub fn role(mut self, role: impl Into<RoleKey>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Name of the role; only in answers.
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

    /// Whether several users can fill the role; only in answers.
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
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, Default, PartialEq)]
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
