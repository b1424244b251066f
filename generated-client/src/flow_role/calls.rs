// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `flow_role` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use crate::common::RoleKey;
use super::FlowRole;

/// A call of [`FlowRoles::list`](super::FlowRoles::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

call_builder!(ListCall reads, and returns Vec < FlowRole >);

/// A call of [`FlowRoles::create`](super::FlowRoles::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

call_builder!(CreateCall writes, and returns RoleKey);

/// A call of [`FlowRoles::update`](super::FlowRoles::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Id of the role. Give the id or the alias.
    pub fn role_id(self, role_id: impl Into<RoleKey>) -> Self {
        Self(self.0.body("role_id", &role_id.into()))
    }

    /// Alias of the role. Give the id or the alias.
    pub fn role_alias(self, role_alias: impl Into<String>) -> Self {
        Self(self.0.body("role_alias", &role_alias.into()))
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`FlowRoles::delete`](super::FlowRoles::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

impl DeleteCall {
    /// Id of the role. Give the id or the alias.
    pub fn role_id(self, role_id: impl Into<RoleKey>) -> Self {
        Self(self.0.body("role_id", &role_id.into()))
    }

    /// Alias of the role. Give the id or the alias.
    pub fn role_alias(self, role_alias: impl Into<String>) -> Self {
        Self(self.0.body("role_alias", &role_alias.into()))
    }
}

call_builder!(DeleteCall writes, and returns nothing);
