// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `work_item_type`.

use paceline_runtime::codegen::string_enum;
use crate::common::{FieldKey, RoleKey, WorkItemTypeKey};
use crate::config::{DisabledState, Field};

/// The kind of workflow that a type uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FlowMode {
    /// A node flow.
    NodeFlow,

    /// A state flow.
    StateFlow,

    /// A value that is not documented.
    Unknown(String),
}

impl FlowMode {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NodeFlow => "workflow",
            Self::StateFlow => "stateflow",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for FlowMode {
    fn from(value: &str) -> Self {
        match value {
            "workflow" => Self::NodeFlow,
            "stateflow" => Self::StateFlow,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(FlowMode);

/// A work item type.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkItemType {
    /// Key of the type.
    pub type_key: Option<WorkItemTypeKey>,

    /// Name of the type.
    pub name: Option<String>,

    /// Whether the type is out of use.
    pub disabled_state: Option<DisabledState>,

    /// Readable alias of the type, as it stands in web addresses.
    pub api_name: Option<String>,

    /// Whether the type has a resource library.
    pub enable_model_resource_lib: Option<bool>,
}

/// A work item type with its settings.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkItemTypeDetail {
    /// Key of the type.
    pub type_key: Option<WorkItemTypeKey>,

    /// Name of the type.
    pub name: Option<String>,

    /// Kind of workflow that items of the type run through.
    pub flow_mode: Option<FlowMode>,

    /// Readable alias of the type, as it stands in web addresses.
    pub api_name: Option<String>,

    /// Description of the type.
    pub description: Option<String>,

    /// Whether the type is out of use.
    pub is_disabled: Option<bool>,

    /// Whether the type is pinned in the space's navigation.
    pub is_pinned: Option<bool>,

    /// Whether items of the type have a schedule as a whole.
    pub enable_schedule: Option<bool>,

    /// Field that holds the schedule.
    pub schedule_field_key: Option<FieldKey>,

    /// Name of the field that holds the schedule.
    pub schedule_field_name: Option<String>,

    /// Field that holds the planned effort.
    pub estimate_point_field_key: Option<FieldKey>,

    /// Name of the field that holds the planned effort.
    pub estimate_point_field_name: Option<String>,

    /// Field that holds the actual hours.
    pub actual_work_time_field_key: Option<FieldKey>,

    /// Name of the field that holds the actual hours.
    pub actual_work_time_field_name: Option<String>,

    /// Roles that the effort counts to.
    pub belong_roles: Vec<SimpleRole>,

    /// Whether actual hours are recorded.
    pub actual_work_time_switch: Option<bool>,

    /// Whether the type has a resource library.
    pub enable_model_resource_lib: Option<bool>,

    /// Which fields and roles resources of the type carry.
    pub resource_lib_setting: Option<ResourceLibrarySetting>,
}

/// Which fields and roles resources of a type carry.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceLibrarySetting {
    /// Fields that resources carry.
    pub enable_fields: Vec<Field>,

    /// Roles that resources carry.
    pub enable_roles: Vec<SimpleRole>,
}

/// A role in short.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SimpleRole {
    /// Id of the role.
    pub id: Option<RoleKey>,

    /// Name of the role.
    pub name: Option<String>,

    /// Key of the role.
    pub key: Option<RoleKey>,
}
