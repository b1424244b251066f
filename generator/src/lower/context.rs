//! What endpoints are lowered with.

use super::scope::Scope;
use crate::ir::{LimitUse, Pagination, TypeDef};

/// The names of the spec, and what was lowered before its endpoints.
pub(super) struct Context<'c> {
    pub(super) scope: &'c Scope<'c>,
    /// By their ids.
    pub(super) types: &'c [TypeDef],
    /// By their ids.
    pub(super) paginations: &'c [Pagination],
    /// What the requests of an endpoint that says nothing count in.
    pub(super) default_limits: &'c [LimitUse],
}
