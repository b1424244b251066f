// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `user`.

use paceline_runtime::Map;
use crate::common::{DepartmentSummary, TenantGroupId, UserKey};

/// A user.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// Number of the user.
    pub user_id: Option<i64>,

    /// Key of the user.
    pub user_key: Option<UserKey>,

    /// Sign-in name of the user.
    pub username: Option<String>,

    /// E-mail address of the user.
    pub email: Option<String>,

    /// Address of the user's picture.
    pub avatar_url: Option<String>,

    /// Name of the user in Chinese.
    pub name_cn: Option<String>,

    /// Name of the user in English.
    pub name_en: Option<String>,

    /// Outside id of the user, by common use the union id in Feishu.
    pub out_id: Option<String>,

    /// State of the user; the values are not documented.
    pub status: Option<String>,

    /// Identity of the user on the platform they sign in with.
    pub out_user: Option<OutUser>,

    /// Departments that the user belongs to.
    pub departments: Vec<DepartmentSummary>,

    /// Names of the user by language.
    pub name: Map<String, String>,

    /// Tenant groups that the user belongs to.
    pub channels: Vec<UserChannel>,
}

/// Identity of a user on the platform that they sign in with.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OutUser {
    /// Id of the user on the platform they sign in with.
    pub out_user_id: Option<String>,

    /// Platform that the user signs in with; the values are not documented.
    pub login_platform_type: Option<String>,
}

impl OutUser {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the user on the platform they sign in with.
    #[must_use]
    pub fn out_user_id(mut self, out_user_id: impl Into<String>) -> Self {
        self.out_user_id = Some(out_user_id.into());
        self
    }

    /// Platform that the user signs in with; the values are not documented.
    #[must_use]
    pub fn login_platform_type(
        mut self,
        login_platform_type: impl Into<String>,
    ) -> Self {
        self.login_platform_type = Some(login_platform_type.into());
        self
    }
}

/// A tenant group that a user belongs to.
///
/// Source: official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserChannel {
    /// Name of the tenant.
    pub tenant_name: Option<String>,

    /// Tenant group, for spaces shared between tenants.
    pub tenant_group_id: Option<TenantGroupId>,
}
