// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `project`.

use paceline_runtime::Map;
use paceline_runtime::codegen::union;
use crate::common::{BusinessId, ProjectKey, RoleOwner, TeamId, UserKey};

/// A space.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Project {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Name of the space.
    pub name: Option<String>,

    /// Simple name of the space, as it stands in web addresses.
    pub simple_name: Option<String>,

    /// Users who administer the space.
    pub administrators: Vec<UserKey>,
}

/// A business line with those below it.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BusinessLine {
    /// Id of the business line.
    pub id: Option<BusinessId>,

    /// Name of the business line.
    pub name: Option<String>,

    /// Key of the space.
    pub project: Option<ProjectKey>,

    /// Labels of the business line.
    pub labels: Vec<String>,

    /// Roles and the users who fill them.
    pub role_owners: Option<BusinessRoles>,

    /// Users who follow the business line.
    pub watchers: Vec<UserKey>,

    /// Position among its siblings; smaller comes first.
    pub order: Option<f64>,

    /// Users who administer the business line.
    pub super_masters: Vec<UserKey>,

    /// Id of the business line above.
    pub parent: Option<BusinessId>,

    /// Whether the business line is out of use.
    pub disabled: Option<bool>,

    /// Number of the level in the tree.
    pub level_id: Option<i64>,

    /// Business lines below.
    pub children: Vec<BusinessLine>,

    /// Kind of the template.
    pub template_type: Option<String>,
}

/// A team of a space.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Team {
    /// Id of the team.
    pub team_id: Option<TeamId>,

    /// Name of the team.
    pub team_name: Option<String>,

    /// Users of the team.
    pub user_keys: Vec<UserKey>,

    /// Users who administer the team.
    pub administrators: Vec<UserKey>,

    /// Members of the team, as newer responses give them.
    pub members: Vec<UserKey>,
}

/// Role owners of a business line, keyed by role or as a list.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BusinessRoles {
    /// It came as an object.
    Object(Map<String, RoleOwner>),

    /// It came as a list.
    List(Vec<RoleOwner>),
}

union!(BusinessRoles, Object, List);
