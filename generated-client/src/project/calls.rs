// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `project` that are being put together.

use paceline_runtime::Map;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{ProjectKey, TenantGroupId};
use super::{BusinessLine, Project, Team};

/// A call of [`Projects::list`](super::Projects::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Tenant group, for spaces shared between tenants.
    pub fn tenant_group_id(self, tenant_group_id: impl Into<TenantGroupId>) -> Self {
        Self(self.0.body("tenant_group_id", &tenant_group_id.into()))
    }

    /// Key of an asset; its meaning is not documented.
    pub fn asset_key(self, asset_key: impl Into<String>) -> Self {
        Self(self.0.body("asset_key", &asset_key.into()))
    }

    /// Order of the spaces: by last visit, with plus for rising and minus for falling. Not enforced, since
    /// one weak source alone says so: one of `"last_visited"`, `"+last_visited"`, `"-last_visited"`.
    pub fn order(self, order: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("order", &list::<String, _>(order)))
    }
}

call_builder!(ListCall reads, and returns Vec < ProjectKey >);

/// A call of [`Projects::query`](super::Projects::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Spaces to read, by key. At most 100 items.
    pub fn project_keys(
        self,
        project_keys: impl IntoIterator<Item = impl Into<ProjectKey>>,
    ) -> Self {
        Self(self.0.body("project_keys", &list::<ProjectKey, _>(project_keys)))
    }

    /// Spaces to read, by simple name.
    pub fn simple_names(
        self,
        simple_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("simple_names", &list::<String, _>(simple_names)))
    }

    /// Tenant group, for spaces shared between tenants.
    pub fn tenant_group_id(self, tenant_group_id: impl Into<TenantGroupId>) -> Self {
        Self(self.0.body("tenant_group_id", &tenant_group_id.into()))
    }
}

call_builder!(QueryCall reads, and returns Map < ProjectKey, Project >);

/// A call of [`Projects::business_lines`](super::Projects::business_lines), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct BusinessLinesCall(pub(super) Call);

call_builder!(BusinessLinesCall reads, and returns Vec < BusinessLine >);

/// A call of [`Projects::teams`](super::Projects::teams), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct TeamsCall(pub(super) Call);

impl TeamsCall {
    /// Number of teams to skip.
    #[inline]
    pub fn offset(self, offset: i64) -> Self {
        Self(self.0.query("offset", &offset))
    }

    /// Number of teams a page. `300` when absent. Not enforced, since one weak source alone says so: at
    /// most 300.
    #[inline]
    pub fn limit(self, limit: i64) -> Self {
        Self(self.0.query("limit", &limit))
    }
}

call_builder!(TeamsCall reads pages of Team);
