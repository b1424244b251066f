// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `tenant` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use super::Tenant;

/// A call of [`Tenants::query`](super::Tenants::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Parts of the response to have; the values are not documented.
    pub fn scopes(self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("scopes", &list::<String, _>(scopes)))
    }
}

call_builder!(QueryCall reads, and returns Tenant);
