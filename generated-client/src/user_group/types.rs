// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `user_group`.

use paceline_runtime::codegen::string_enum;
use crate::common::{UserGroupId, UserKey};

/// Kind of a user group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserGroupType {
    /// The administrators of the space. Can be read only.
    ProjectAdmin,

    /// The members of the space.
    ProjectMember,

    /// A group made by users.
    Customize,

    /// A value that is not documented.
    Unknown(String),
}

impl UserGroupType {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ProjectAdmin => "PROJECT_ADMIN",
            Self::ProjectMember => "PROJECT_MEMBER",
            Self::Customize => "CUSTOMIZE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for UserGroupType {
    fn from(value: &str) -> Self {
        match value {
            "PROJECT_ADMIN" => Self::ProjectAdmin,
            "PROJECT_MEMBER" => Self::ProjectMember,
            "CUSTOMIZE" => Self::Customize,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(UserGroupType);

/// Id of a user group that was created.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedUserGroup {
    /// Id of the new group.
    pub id: Option<UserGroupId>,
}

/// A page of user groups.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserGroupPage {
    /// Groups of this page.
    pub list: Vec<UserGroup>,

    /// Position of this page among all groups.
    pub pagination: Option<UserGroupPagination>,
}

/// A user group with its members.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserGroup {
    /// Id of the group.
    pub id: Option<UserGroupId>,

    /// Name of the group.
    pub name: Option<String>,

    /// Number of users in the group.
    pub user_count: Option<i64>,

    /// Users in the group.
    pub user_members: Vec<UserKey>,
}

/// Where a page of user groups stands.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserGroupPagination {
    /// Number of the page, counted from 1.
    pub page_num: Option<i64>,

    /// Number of items a page.
    pub page_size: Option<i64>,

    /// Whether another page follows.
    pub has_more: Option<bool>,
}
