//! What endpoints are lowered with.

use super::scope::Scope;
use crate::ir::{Pagination, TypeDef};

/// The names of the spec, and what was lowered before its endpoints.
pub(super) struct Context<'c> {
    pub(super) scope: &'c Scope<'c>,
    pub(super) types: &'c [TypeDef],
    pub(super) paginations: &'c [Pagination],
}
