//! What changed between two specs, as callers of the emitted clients see it.
//!
//! A change breaks callers when code that compiled or calls that succeeded with the old client may no longer do so with
//! the new one. Words of documentation are no changes here.

mod change;
mod type_text;
mod pair;
mod api;
mod field;
mod filter;
mod limit;
mod lookup;
mod rule;
mod endpoint;
mod type_def;

use crate::ir::Api;

pub use change::{Change, ChangeKind, render_changes, render_changes_json};

/// Everything that changed from one API to another: the API as a whole, then endpoints, then types and filters, each in the order of
/// the old spec, with what is new behind it.
#[must_use]
pub fn diff(old: &Api, new: &Api) -> Vec<Change> {
    let mut out = Vec::new();
    api::diff_api(old, new, &mut out);
    endpoint::diff_endpoints(old, new, &mut out);
    type_def::diff_types(old, new, &mut out);
    filter::diff_filters(old, new, &mut out);
    out
}
