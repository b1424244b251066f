// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `user` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{ProjectKey, TenantKey, UserKey};
use super::{OutUser, User};

/// A call of [`Users::query`](super::Users::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Users to read, by key. At most 100 items.
    pub fn user_keys(
        self,
        user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("user_keys", &list::<UserKey, _>(user_keys)))
    }

    /// Users to read, by outside id, by common use the union id in Feishu. At most 100 items.
    pub fn out_ids(self, out_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("out_ids", &list::<String, _>(out_ids)))
    }

    /// Users to read, by e-mail address. At most 100 items.
    pub fn emails(self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("emails", &list::<String, _>(emails)))
    }

    /// Tenant that outside ids and e-mail addresses belong to.
    pub fn tenant_key(self, tenant_key: impl Into<TenantKey>) -> Self {
        Self(self.0.body("tenant_key", &tenant_key.into()))
    }

    /// Users to read, by sign-in name.
    pub fn usernames(
        self,
        usernames: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("usernames", &list::<String, _>(usernames)))
    }
}

call_builder!(QueryCall reads, and returns Vec < User >);

/// A call of [`Users::search`](super::Users::search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SearchCall(pub(super) Call);

impl SearchCall {
    /// Words in the user's name.
    pub fn query(self, query: impl Into<String>) -> Self {
        Self(self.0.body("query", &query.into()))
    }

    /// Space that the users belong to. Left out, the whole tenant is searched.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }
}

call_builder!(SearchCall reads, and returns Vec < User >);

/// A call of [`Users::query_for_tenant_plugin`](super::Users::query_for_tenant_plugin), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryForTenantPluginCall(pub(super) Call);

impl QueryForTenantPluginCall {
    /// Users to read, by key.
    pub fn user_keys(
        self,
        user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("user_keys", &list::<UserKey, _>(user_keys)))
    }

    /// Users to read, by e-mail address.
    pub fn emails(self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("emails", &list::<String, _>(emails)))
    }

    /// Users to read, by identity on the platform they sign in with.
    pub fn out_users(self, out_users: impl IntoIterator<Item = OutUser>) -> Self {
        Self(self.0.body("out_users", &out_users.into_iter().collect::<Vec<_>>()))
    }
}

call_builder!(QueryForTenantPluginCall reads, and returns Vec < User >);
