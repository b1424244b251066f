// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `event`.

use paceline_runtime::Value;
use paceline_runtime::codegen::string_enum;
use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};

/// What an event tells a plugin. Further members depend on the event; the body of the event has them.
///
/// Source: community n8n node.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginEventData {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type. Events of spaces and plugins may come without.
    pub work_item_type_key: Option<WorkItemTypeKey>,
}

/// What an automation rule tells of an event. Which members are there depends on the event.
///
/// Source: developer manual, community servers that receive webhooks.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AutomationEventData {
    /// Key of the space. It is always there.
    pub project_key: Option<ProjectKey>,

    /// Id of the work item.
    pub id: Option<WorkItemId>,

    /// Name of the work item.
    pub name: Option<String>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Fields of a new work item.
    pub fields: Option<Value>,

    /// The fields that were changed.
    pub changed_fields: Option<Value>,

    /// The status before.
    pub pre_work_item_status: Option<Value>,

    /// The status since.
    pub cur_work_item_status: Option<Value>,

    /// The nodes whose status was changed.
    pub nodes: Option<Value>,

    /// What happened to the nodes.
    pub status_change_type: Option<NodeStatusChange>,

    /// The comment.
    pub comment: Option<Value>,
}

/// What happened to a node.
///
/// Source: developer manual, community servers that receive webhooks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NodeStatusChange {
    /// Its turn came.
    Reached,

    /// It was finished.
    Checked,

    /// It was rolled back.
    RolledBack,

    /// A value that is not documented.
    Unknown(String),
}

impl NodeStatusChange {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Reached => "Reached",
            Self::Checked => "Checked",
            Self::RolledBack => "Rollback",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for NodeStatusChange {
    fn from(value: &str) -> Self {
        match value {
            "Reached" => Self::Reached,
            "Checked" => Self::Checked,
            "Rollback" => Self::RolledBack,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(NodeStatusChange);
