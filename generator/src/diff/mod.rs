//! What changed between two specs, as callers of the emitted clients see it.
//!
//! A change breaks callers when code that compiled or calls that succeeded with the old client may no longer do so with
//! the new one. Changes of documentation are not reported.

mod change;
mod type_text;
mod pair;
mod envelope;
mod api;
mod field;
mod filter;
mod limit;
mod link;
mod lookup;
mod free_members;
mod rule;
mod refusal;
mod event;
mod request_word;
mod endpoint;
mod type_def;
mod upload;

use crate::ir::Api;

pub use change::{Change, ChangeKind, render_changes, render_changes_json};

/// Everything that changed from one API to another: the API as a whole, sets of limits, then endpoints, types, filters,
/// uploads, links and callbacks. Each list is in the order of the old spec, followed by what is new.
#[must_use]
pub fn diff(old: &Api, new: &Api) -> Vec<Change> {
    let mut changes = Vec::new();
    api::diff_api(old, new, &mut changes);
    limit::diff_limit_sets(old, new, &mut changes);
    endpoint::diff_endpoints(old, new, &mut changes);
    type_def::diff_types(old, new, &mut changes);
    filter::diff_filters(old, new, &mut changes);
    upload::diff_uploads(old, new, &mut changes);
    link::diff_links(old, new, &mut changes);
    event::diff_callbacks(old, new, &mut changes);
    changes
}
