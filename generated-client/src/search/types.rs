// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `search`.

use paceline_runtime::{Map, Timestamp, Value};
use paceline_runtime::codegen::{integer_enum, list, string_enum};
use crate::common::{
    FieldKey, FieldTypeKey, ProjectKey, RoleKey, UserKey, WorkItemTypeKey,
};

/// How conditions combine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Conjunction {
    /// All must hold.
    And,

    /// At least one must hold.
    Or,

    /// A value that is not documented.
    Unknown(String),
}

impl Conjunction {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::And => "AND",
            Self::Or => "OR",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Conjunction {
    fn from(value: &str) -> Self {
        match value {
            "AND" => Self::And,
            "OR" => Self::Or,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(Conjunction);

/// How a search compares a field with a value. Which operators a field takes depends on its type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchOperator {
    /// The text contains the value.
    Matches,

    /// The text does not contain the value.
    NotMatches,

    /// The field equals the value.
    Equal,

    /// The field differs from the value.
    NotEqual,

    /// The field is below the value.
    Less,

    /// The field is above the value.
    Greater,

    /// The field is at most the value.
    LessOrEqual,

    /// The field is at least the value.
    GreaterOrEqual,

    /// The field holds at least one of the values.
    HasAnyOf,

    /// The field holds none of the values.
    HasNoneOf,

    /// The field is empty.
    IsNull,

    /// The field is not empty.
    IsNotNull,

    /// The field holds all of the values.
    Contains,

    /// The field lacks at least one of the values.
    NotContains,

    /// The groups of a compound field meet the inner conditions.
    Meet,

    /// The groups of a compound field do not meet the inner conditions.
    NotMeet,

    /// A value that is not documented.
    Unknown(String),
}

impl SearchOperator {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Matches => "~",
            Self::NotMatches => "!~",
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::Greater => ">",
            Self::LessOrEqual => "<=",
            Self::GreaterOrEqual => ">=",
            Self::HasAnyOf => "HAS ANY OF",
            Self::HasNoneOf => "HAS NONE OF",
            Self::IsNull => "IS NULL",
            Self::IsNotNull => "IS NOT NULL",
            Self::Contains => "CONTAINS",
            Self::NotContains => "NOT CONTAINS",
            Self::Meet => "MEET",
            Self::NotMeet => "NOT MEET",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SearchOperator {
    fn from(value: &str) -> Self {
        match value {
            "~" => Self::Matches,
            "!~" => Self::NotMatches,
            "=" => Self::Equal,
            "!=" => Self::NotEqual,
            "<" => Self::Less,
            ">" => Self::Greater,
            "<=" => Self::LessOrEqual,
            ">=" => Self::GreaterOrEqual,
            "HAS ANY OF" => Self::HasAnyOf,
            "HAS NONE OF" => Self::HasNoneOf,
            "IS NULL" => Self::IsNull,
            "IS NOT NULL" => Self::IsNotNull,
            "CONTAINS" => Self::Contains,
            "NOT CONTAINS" => Self::NotContains,
            "MEET" => Self::Meet,
            "NOT MEET" => Self::NotMeet,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(SearchOperator);

/// How many groups of a compound field must meet a condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GroupQuantifier {
    /// All groups of the compound field must meet the condition.
    Every,

    /// At least one group of the compound field must meet the condition.
    Any,

    /// A value that is not documented.
    Unknown(String),
}

impl GroupQuantifier {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Every => "EVERY",
            Self::Any => "ANY",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for GroupQuantifier {
    fn from(value: &str) -> Self {
        match value {
            "EVERY" => Self::Every,
            "ANY" => Self::Any,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(GroupQuantifier);

/// Conditions joined by AND or OR; groups may hold groups.
///
/// Not enforced, since one weak source alone says so: set at least one of `search_params` and
/// `search_groups`.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchGroup {
    /// Conditions of this group.
    pub search_params: Option<Vec<SearchParam>>,

    /// How the conditions and groups combine.
    pub conjunction: Conjunction,

    /// Groups inside this one, joined by the same conjunction.
    pub search_groups: Option<Vec<SearchGroup>>,
}

impl SearchGroup {
    /// One with what it must have.
    #[must_use]
    pub fn new(conjunction: impl Into<Conjunction>) -> Self {
        Self {
            conjunction: conjunction.into(),
            ..Default::default()
        }
    }

    /// Conditions of this group.
    #[must_use]
    pub fn search_params(
        mut self,
        search_params: impl IntoIterator<Item = SearchParam>,
    ) -> Self {
        self.search_params = Some(search_params.into_iter().collect::<Vec<_>>());
        self
    }

    /// Groups inside this one, joined by the same conjunction.
    #[must_use]
    pub fn search_groups(
        mut self,
        search_groups: impl IntoIterator<Item = impl Into<SearchGroup>>,
    ) -> Self {
        self.search_groups = Some(list::<SearchGroup, _>(search_groups));
        self
    }
}

/// One condition of a search.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchParam {
    /// What is compared: the key of a field, or a fixed key such as `current_nodes`, `people` or
    /// `created_at`. For example `"created_at"`.
    pub param_key: String,

    /// Value to compare with, in the shape that field and operator want, often a list of ids. Not needed
    /// for the tests for emptiness and for compound conditions. At most 50 items.
    pub value: Option<Value>,

    /// How the field is compared with the value.
    pub operator: SearchOperator,

    /// Whether all groups of a compound field or any of them must meet the condition. Not allowed on the
    /// inner conditions.
    pub pre_operator: Option<GroupQuantifier>,

    /// Inner conditions on the groups of a compound field, for the operators MEET and NOT MEET. They do
    /// not nest in a list. Not enforced, since one weak source alone says so: without `pre_operator`
    /// inside.
    pub value_search_groups: Option<SearchGroup>,
}

impl SearchParam {
    /// One with what it must have.
    #[must_use]
    pub fn new(
        param_key: impl Into<String>,
        operator: impl Into<SearchOperator>,
    ) -> Self {
        Self {
            param_key: param_key.into(),
            operator: operator.into(),
            ..Default::default()
        }
    }

    /// Value to compare with, in the shape that field and operator want, often a list of ids. Not needed
    /// for the tests for emptiness and for compound conditions. At most 50 items.
    #[must_use]
    pub fn value(mut self, value: impl Into<Value>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Whether all groups of a compound field or any of them must meet the condition. Not allowed on the
    /// inner conditions.
    #[must_use]
    pub fn pre_operator(mut self, pre_operator: impl Into<GroupQuantifier>) -> Self {
        self.pre_operator = Some(pre_operator.into());
        self
    }

    /// Inner conditions on the groups of a compound field, for the operators MEET and NOT MEET. They do
    /// not nest in a list. Not enforced, since one weak source alone says so: without `pre_operator`
    /// inside.
    #[must_use]
    pub fn value_search_groups(
        mut self,
        value_search_groups: impl Into<SearchGroup>,
    ) -> Self {
        self.value_search_groups = Some(value_search_groups.into());
        self
    }
}

/// Page of a search that is read by cursor.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchCursor {
    /// Number of hits a page. The manual allows 100 at most.
    pub page_size: Option<i64>,

    /// Position at which the next page starts, as the page before returned it.
    pub search_after: Option<String>,

    /// Name of the snapshot that the search reads from, as the page before returned it.
    pub pit: Option<String>,

    /// Number of all hits; only in responses.
    pub total: Option<i64>,
}

impl SearchCursor {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Number of hits a page. The manual allows 100 at most.
    #[must_use]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Position at which the next page starts, as the page before returned it.
    #[must_use]
    pub fn search_after(mut self, search_after: impl Into<String>) -> Self {
        self.search_after = Some(search_after.into());
        self
    }

    /// Name of the snapshot that the search reads from, as the page before returned it.
    #[must_use]
    pub fn pit(mut self, pit: impl Into<String>) -> Self {
        self.pit = Some(pit.into());
        self
    }

    /// Number of all hits; only in responses.
    #[must_use]
    #[inline]
    pub fn total(mut self, total: i64) -> Self {
        self.total = Some(total);
        self
    }
}

/// A space and a work item type to search in.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSource {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of one work item type.
    pub work_item_type_keys: Option<WorkItemTypeKey>,
}

impl DataSource {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Key of one work item type.
    #[must_use]
    pub fn work_item_type_keys(
        mut self,
        work_item_type_keys: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_keys = Some(work_item_type_keys.into());
        self
    }
}

/// A work item type of a space.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TypeScope {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,
}

impl TypeScope {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
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
}

/// A field that holds users.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchUserField {
    /// The owner.
    Owner,

    /// Those who follow the item.
    Watchers,

    /// Those who work on a defect.
    IssueOperator,

    /// Those who reported a defect.
    IssueReporter,

    /// A value that is not documented.
    Unknown(String),
}

impl SearchUserField {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Owner => "owner",
            Self::Watchers => "watchers",
            Self::IssueOperator => "issue_operator",
            Self::IssueReporter => "issue_reporter",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SearchUserField {
    fn from(value: &str) -> Self {
        match value {
            "owner" => Self::Owner,
            "watchers" => Self::Watchers,
            "issue_operator" => Self::IssueOperator,
            "issue_reporter" => Self::IssueReporter,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(SearchUserField);

/// What a text search looks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchTarget {
    /// Work items.
    WorkItem,

    /// Views.
    View,

    /// A value that is not documented.
    Unknown(String),
}

impl SearchTarget {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WorkItem => "workitem",
            Self::View => "view",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SearchTarget {
    fn from(value: &str) -> Self {
        match value {
            "workitem" => Self::WorkItem,
            "view" => Self::View,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(SearchTarget);

/// Condition on the users of a work item.
///
/// Set at most one of `field_key` and `role`.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchUser {
    /// Users to look for.
    pub user_keys: Vec<UserKey>,

    /// Field that must hold one of the users. Give either a field or a role.
    pub field_key: Option<SearchUserField>,

    /// Key of the role that one of the users must fill. Give either a field or a role.
    pub role: Option<RoleKey>,
}

impl SearchUser {
    /// One with what it must have.
    #[must_use]
    pub fn new(user_keys: impl IntoIterator<Item = impl Into<UserKey>>) -> Self {
        Self {
            user_keys: list::<UserKey, _>(user_keys),
            ..Default::default()
        }
    }

    /// Field that must hold one of the users. Give either a field or a role.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<SearchUserField>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// Key of the role that one of the users must fill. Give either a field or a role.
    #[must_use]
    pub fn role(mut self, role: impl Into<RoleKey>) -> Self {
        self.role = Some(role.into());
        self
    }
}

/// A work item or view found by text.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchHit {
    /// Id of the work item or view.
    pub id: Option<String>,

    /// Title of the work item or name of the view.
    pub name: Option<String>,

    /// Type of the work item.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Space of the hit.
    pub project_key: Option<ProjectKey>,

    /// User who created the work item or view.
    pub created_by: Option<UserKey>,

    /// When the work item or view was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// Texts in which the words were found.
    pub matches: Vec<String>,

    /// Scope of the view.
    pub view_scope_key: Option<String>,

    /// Spaces of a view that spans several.
    pub project_keys: Vec<ProjectKey>,
}

/// Order of the hits.
///
/// Source: official Go SDK, official Go SDK (older packages).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchSort {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Type of the field.
    pub field_type: Option<FieldTypeKey>,

    /// Type that the field belongs to.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Direction of the order; the values are not documented.
    pub order: Option<String>,

    /// Further settings of the order.
    pub params: Option<Map<String, String>>,
}

impl SearchSort {
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

    /// Type of the field.
    #[must_use]
    pub fn field_type(mut self, field_type: impl Into<FieldTypeKey>) -> Self {
        self.field_type = Some(field_type.into());
        self
    }

    /// Type that the field belongs to.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Direction of the order; the values are not documented.
    #[must_use]
    pub fn order(mut self, order: impl Into<String>) -> Self {
        self.order = Some(order.into());
        self
    }

    /// Further settings of the order.
    #[must_use]
    pub fn params(mut self, params: impl Into<Map<String, String>>) -> Self {
        self.params = Some(params.into());
        self
    }
}

/// Result of a check made elsewhere, as searches name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchSignal {
    /// There is none yet.
    NotStarted,

    /// The check runs.
    Running,

    /// The check failed.
    Failed,

    /// The check passed.
    Passed,

    /// A value that is not documented.
    Unknown(String),
}

impl SearchSignal {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotStarted => "undefined",
            Self::Running => "null",
            Self::Failed => "false",
            Self::Passed => "true",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for SearchSignal {
    fn from(value: &str) -> Self {
        match value {
            "undefined" => Self::NotStarted,
            "null" => Self::Running,
            "false" => Self::Failed,
            "true" => Self::Passed,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(SearchSignal);

/// A node and the users who own it.
///
/// Source: developer manual.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchNodeOwners {
    /// Name of the node.
    pub node_name: String,

    /// The users. Not needed for the tests for emptiness.
    pub owners: Option<Vec<UserKey>>,
}

impl SearchNodeOwners {
    /// One with what it must have.
    #[must_use]
    pub fn new(node_name: impl Into<String>) -> Self {
        Self {
            node_name: node_name.into(),
            ..Default::default()
        }
    }

    /// The users. Not needed for the tests for emptiness.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }
}

impl From<&str> for SearchNodeOwners {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for SearchNodeOwners {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// A role and the users who fill it.
///
/// Source: developer manual.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchRoleOwners {
    /// Key of the role.
    pub role: RoleKey,

    /// The users. Not needed for the tests for emptiness.
    pub owners: Option<Vec<UserKey>>,
}

impl SearchRoleOwners {
    /// One with what it must have.
    #[must_use]
    pub fn new(role: impl Into<RoleKey>) -> Self {
        Self {
            role: role.into(),
            ..Default::default()
        }
    }

    /// The users. Not needed for the tests for emptiness.
    #[must_use]
    pub fn owners(
        mut self,
        owners: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.owners = Some(list::<UserKey, _>(owners));
        self
    }
}

impl From<&str> for SearchRoleOwners {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for SearchRoleOwners {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// When a node begins or ends.
///
/// Source: developer manual.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchNodeTime {
    /// Name of the node.
    pub node_name: String,

    /// Whether its begin or its end is meant.
    pub moment: NodeMoment,

    /// Time to compare with, in epoch milliseconds. Not needed for the tests for emptiness.
    pub time: Option<Timestamp>,
}

impl SearchNodeTime {
    /// One with what it must have.
    #[must_use]
    pub fn new(node_name: impl Into<String>, moment: impl Into<NodeMoment>) -> Self {
        Self {
            node_name: node_name.into(),
            moment: moment.into(),
            ..Default::default()
        }
    }

    /// Time to compare with, in epoch milliseconds. Not needed for the tests for emptiness.
    #[must_use]
    pub fn time(mut self, time: impl Into<Timestamp>) -> Self {
        self.time = Some(time.into());
        self
    }
}

/// A moment in the life of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NodeMoment {
    /// Its begin.
    Begin,

    /// Its end.
    End,

    /// A value that is not documented.
    Unknown(i64),
}

impl NodeMoment {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Begin => 0,
            Self::End => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for NodeMoment {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::Begin,
            1 => Self::End,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(NodeMoment, Self::Begin);
