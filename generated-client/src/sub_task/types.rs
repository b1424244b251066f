// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `sub_task`.

use paceline_runtime::codegen::integer_enum;
use crate::common::{NodeId, StateKey, TemplateId, WorkItemId};
use crate::item::SubTask;

/// Whether a sub-task is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubTaskStatus {
    /// It is open.
    Open,

    /// It is finished.
    Finished,

    /// A value that is not documented.
    Unknown(i64),
}

impl SubTaskStatus {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Open => 0,
            Self::Finished => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for SubTaskStatus {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::Open,
            1 => Self::Finished,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(SubTaskStatus, Self::Open);

/// A sub-task found by a search, with the work item and node it belongs to.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundSubTask {
    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Title of the work item.
    pub work_item_name: Option<String>,

    /// Node that the sub-task belongs to.
    pub node_id: Option<NodeId>,

    /// The sub-task.
    pub sub_task: Option<SubTask>,
}

/// A node with its sub-tasks.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeSubTasks {
    /// Id of the node.
    pub id: Option<NodeId>,

    /// Key of the state, or of the node in a node flow.
    pub state_key: Option<StateKey>,

    /// Sub-tasks inside the node.
    pub sub_tasks: Vec<SubTask>,

    /// Name of the node.
    pub node_name: Option<String>,

    /// Template of the workflow.
    pub template_id: Option<TemplateId>,

    /// Version of the template.
    pub version: Option<i64>,
}
