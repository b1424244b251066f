// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `work_item`.

use paceline_runtime::{DecodeError, Map, Timestamp, Value};
use paceline_runtime::codegen::{any_value, from_value, integer_enum, string_enum};
use crate::common::{BatchTaskId, ProjectKey, UserKey, WorkItemId, WorkItemTypeKey};

/// The product that a work item becomes part of. What a product is, no source says.
///
/// Source: official Java SDK 1.0.34.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ParentProduct {
    /// The work item that is the product.
    pub work_item: Option<ProductWorkItem>,
}

impl ParentProduct {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The work item that is the product.
    #[must_use]
    #[inline]
    pub fn work_item(mut self, work_item: ProductWorkItem) -> Self {
        self.work_item = Some(work_item);
        self
    }
}

/// The work items that become part of a product.
///
/// Source: official Java SDK 1.0.34.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ContainedWorkItems {
    /// The work items.
    pub work_items: Option<Vec<ProductWorkItem>>,
}

impl ContainedWorkItems {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The work items.
    #[must_use]
    pub fn work_items(
        mut self,
        work_items: impl IntoIterator<Item = ProductWorkItem>,
    ) -> Self {
        self.work_items = Some(work_items.into_iter().collect::<Vec<_>>());
        self
    }
}

/// A work item of any space, named by space, type and id.
///
/// Source: official Java SDK 1.0.34.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProductWorkItem {
    /// Its space.
    pub project_key: Option<ProjectKey>,

    /// Its type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Its id.
    pub work_item_id: Option<WorkItemId>,
}

impl ProductWorkItem {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Its space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Its type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Its id.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }
}

/// Whether creation checks that required fields are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequiredMode {
    /// Required fields may stay empty.
    Lenient,

    /// Creation fails if a required field is empty.
    Strict,

    /// A value that is not documented.
    Unknown(i64),
}

impl RequiredMode {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Lenient => 0,
            Self::Strict => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for RequiredMode {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::Lenient,
            1 => Self::Strict,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(RequiredMode, Self::Lenient);

/// What a relation key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RelationKeyKind {
    /// The key of a relation field.
    FieldKey,

    /// The alias of a relation field.
    FieldAlias,

    /// A value that is not documented.
    Unknown(i64),
}

impl RelationKeyKind {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::FieldKey => 0,
            Self::FieldAlias => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for RelationKeyKind {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::FieldKey,
            1 => Self::FieldAlias,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(RelationKeyKind, Self::FieldKey);

/// Why a work item is terminated or restored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AbortReason {
    /// It is not needed any more. For terminating only.
    Cancel,

    /// It repeats another one. For terminating only.
    Repeat,

    /// It is taken up again. For restoring only.
    Restart,

    /// Its termination was a mistake. For restoring only.
    Rollback,

    /// It was a test.
    Test,

    /// Another reason, which must then be given in words.
    Other,

    /// A value that is not documented.
    Unknown(String),
}

impl AbortReason {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cancel => "cancel",
            Self::Repeat => "repeat",
            Self::Restart => "restart",
            Self::Rollback => "rollback",
            Self::Test => "test",
            Self::Other => "other",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AbortReason {
    fn from(value: &str) -> Self {
        match value {
            "cancel" => Self::Cancel,
            "repeat" => Self::Repeat,
            "restart" => Self::Restart,
            "rollback" => Self::Rollback,
            "test" => Self::Test,
            "other" => Self::Other,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(AbortReason);

/// How a batch update changes a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BatchUpdateMode {
    /// Adds the new value to the present one.
    Append,

    /// Sets the new value, whatever was there.
    Update,

    /// Puts the new value in the place of a given old one.
    Replace,

    /// A value that is not documented.
    Unknown(String),
}

impl BatchUpdateMode {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Append => "APPEND",
            Self::Update => "UPDATE",
            Self::Replace => "REPLACE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for BatchUpdateMode {
    fn from(value: &str) -> Self {
        match value {
            "APPEND" => Self::Append,
            "UPDATE" => Self::Update,
            "REPLACE" => Self::Replace,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(BatchUpdateMode);

/// How far a batch update has come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BatchTaskStatus {
    /// It is finished.
    Success,

    /// It waits to be run.
    Idle,

    /// It runs.
    Running,

    /// It has failed.
    Failed,

    /// It was canceled.
    Canceled,

    /// There is no such task.
    NotExist,

    /// A value that is not documented.
    Unknown(String),
}

impl BatchTaskStatus {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Success => "SUCCESS",
            Self::Idle => "IDLE",
            Self::Running => "RUNNING",
            Self::Failed => "FAILED",
            Self::Canceled => "CANCELED",
            Self::NotExist => "NOT_EXIST",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for BatchTaskStatus {
    fn from(value: &str) -> Self {
        match value {
            "SUCCESS" => Self::Success,
            "IDLE" => Self::Idle,
            "RUNNING" => Self::Running,
            "FAILED" => Self::Failed,
            "CANCELED" => Self::Canceled,
            "NOT_EXIST" => Self::NotExist,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(BatchTaskStatus);

/// Who made a change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OperatorType {
    /// A user.
    User,

    /// An automation rule.
    Auto,

    /// Feishu Project itself.
    System,

    /// A calculated field.
    CalcField,

    /// A plugin.
    Plugin,

    /// Anything else.
    Others,

    /// A value that is not documented.
    Unknown(String),
}

impl OperatorType {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::User => "user",
            Self::Auto => "auto",
            Self::System => "system",
            Self::CalcField => "calc_field",
            Self::Plugin => "plugin",
            Self::Others => "others",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OperatorType {
    fn from(value: &str) -> Self {
        match value {
            "user" => Self::User,
            "auto" => Self::Auto,
            "system" => Self::System,
            "calc_field" => Self::CalcField,
            "plugin" => Self::Plugin,
            "others" => Self::Others,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(OperatorType);

/// What set off a change that no user made directly.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpSourceType {
    /// An automation rule.
    Auto,

    /// A plugin.
    Plugin,

    /// A value that is not documented.
    Unknown(String),
}

impl OpSourceType {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auto => "auto",
            Self::Plugin => "plugin",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OpSourceType {
    fn from(value: &str) -> Self {
        match value {
            "auto" => Self::Auto,
            "plugin" => Self::Plugin,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(OpSourceType);

/// Kind of a change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OperationType {
    /// Something was changed.
    Modify,

    /// Something was created.
    Create,

    /// Something was deleted.
    Delete,

    /// The item was terminated.
    Terminate,

    /// The item was restored.
    Restore,

    /// A node or sub-task was finished.
    Complete,

    /// A node or sub-task was rolled back.
    Rollback,

    /// Something was added.
    Add,

    /// Something was removed.
    Remove,

    /// A value that is not documented.
    Unknown(String),
}

impl OperationType {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Modify => "modify",
            Self::Create => "create",
            Self::Delete => "delete",
            Self::Terminate => "terminate",
            Self::Restore => "restore",
            Self::Complete => "complete",
            Self::Rollback => "rollback",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OperationType {
    fn from(value: &str) -> Self {
        match value {
            "modify" => Self::Modify,
            "create" => Self::Create,
            "delete" => Self::Delete,
            "terminate" => Self::Terminate,
            "restore" => Self::Restore,
            "complete" => Self::Complete,
            "rollback" => Self::Rollback,
            "add" => Self::Add,
            "remove" => Self::Remove,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(OperationType);

/// Part of a work item that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpRecordModule {
    /// The item itself.
    WorkItem,

    /// A node.
    Node,

    /// A sub-task.
    SubTask,

    /// A field.
    Field,

    /// Roles and their users.
    RoleAndUser,

    /// A baseline.
    Baseline,

    /// A value that is not documented.
    Unknown(String),
}

impl OpRecordModule {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WorkItem => "work_item_mod",
            Self::Node => "node_mod",
            Self::SubTask => "sub_task_mod",
            Self::Field => "field_mod",
            Self::RoleAndUser => "role_and_user_mod",
            Self::Baseline => "baseline_mod",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for OpRecordModule {
    fn from(value: &str) -> Self {
        match value {
            "work_item_mod" => Self::WorkItem,
            "node_mod" => Self::Node,
            "sub_task_mod" => Self::SubTask,
            "field_mod" => Self::Field,
            "role_and_user_mod" => Self::RoleAndUser,
            "baseline_mod" => Self::Baseline,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(OpRecordModule);

/// What to do with groups of a compound field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CompoundAction {
    /// Adds groups.
    Add,

    /// Changes one group.
    Update,

    /// Deletes one group.
    Delete,

    /// A value that is not documented.
    Unknown(String),
}

impl CompoundAction {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Add => "add",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CompoundAction {
    fn from(value: &str) -> Self {
        match value {
            "add" => Self::Add,
            "update" => Self::Update,
            "delete" => Self::Delete,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(CompoundAction);

/// A batch update that was started.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchTask {
    /// Id of the batch update; ask for its outcome with it.
    pub task_id: Option<BatchTaskId>,
}

/// Progress and outcome of a batch update.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchTaskResult {
    /// Id of the batch update.
    pub task_id: Option<BatchTaskId>,

    /// How far the batch update has come.
    pub task_status: Option<BatchTaskStatus>,

    /// Number of work items in the batch.
    pub total: Option<i64>,

    /// Number of work items that were changed.
    pub success_total: Option<i64>,

    /// Number of work items that could not be changed.
    pub error_total: Option<i64>,

    /// Ids of the parts that succeeded.
    pub success_sub_task_list: Vec<String>,

    /// Ids of the parts that failed.
    pub fail_sub_task_list: Vec<String>,

    /// Reasons for failures, such as `NoPermissionToModify` or `WorkItemTerminated`.
    pub error_scenes: Vec<String>,
}

/// A page of operation records.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OpRecordPage {
    /// Whether another page follows.
    pub has_more: Option<bool>,

    /// Position at which the next page starts.
    pub start_from: Option<String>,

    /// Records of this page.
    pub op_records: Vec<OpRecord>,

    /// Number of all records.
    pub total: Option<i64>,
}

/// A change made to a work item.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OpRecord {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Kind of the change.
    pub operation_type: Option<OperationType>,

    /// When the change was made, in epoch milliseconds.
    pub operation_time: Option<Timestamp>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Who made the change: a user, a rule, a plugin or another part of the system.
    pub operator_type: Option<OperatorType>,

    /// Key of the user who made the change.
    pub operator: Option<UserKey>,

    /// Part of the item that was changed.
    pub op_record_module: Option<OpRecordModule>,

    /// What set the change off, if not a user.
    pub source_type: Option<OpSourceType>,

    /// The rule or plugin that made the change.
    pub source: Option<String>,

    /// What was changed.
    pub record_contents: Vec<OpRecordContent>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,
}

/// One part of a change: what was changed, from what and to what.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OpRecordContent {
    /// Thing that was changed.
    pub object: Option<OpRecordObject>,

    /// Property that was changed.
    pub object_property: Option<String>,

    /// Values before the change.
    pub old_values: Vec<String>,

    /// Values after the change.
    pub new_values: Vec<String>,

    /// Values that were added.
    pub added: Vec<String>,

    /// Values that were deleted.
    pub deleted: Vec<String>,

    /// Values of further properties at the time.
    pub status_values: Vec<OpRecordStatus>,

    /// Things that the changed one belongs to.
    pub belong_object: Vec<OpRecordObject>,

    /// Further details by name.
    pub extra: Map<String, OpRecordExtra>,
}

/// A further detail of a change.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpRecordExtra(Value);

any_value!(OpRecordExtra);

impl OpRecordExtra {
    /// A list of texts.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_texts(&self) -> Result<Vec<String>, DecodeError> {
        from_value(&self.0)
    }
}

/// A thing that a change was made to.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OpRecordObject {
    /// Kind of the thing.
    pub object_type: Option<String>,

    /// Id of the thing.
    pub object_value: Option<String>,
}

/// Values that a property of an object had at the change.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OpRecordStatus {
    /// Kind of the thing.
    pub object_type: Option<String>,

    /// Property that was changed.
    pub object_property: Option<String>,

    /// Values of the property.
    pub values: Vec<String>,
}
