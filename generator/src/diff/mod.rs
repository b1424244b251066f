//! What became different between two specs, as the callers of the emitted clients see it.
//!
//! A change breaks callers when code that compiled or calls that succeeded with the old client may no longer do so with
//! the new one. Words of documentation are no changes here.

mod api;
mod change;
mod field;
mod filter;
mod limit;
mod lookup;
mod operation;
mod rule;
mod spell;
mod type_def;

use crate::ir::Api;

pub use change::{Change, ChangeKind, render_changes, render_changes_json};

/// Everything that changed from one API to another: the API as a whole, then endpoints, then types and filters, each in the order of
/// the old spec, with what is new behind it.
#[must_use]
pub fn diff(old: &Api, new: &Api) -> Vec<Change> {
    let mut out = Vec::new();
    api::diff_api(old, new, &mut out);
    operation::diff_operations(old, new, &mut out);
    type_def::diff_types(old, new, &mut out);
    filter::diff_filters(old, new, &mut out);
    out
}

/// Pairs what stands under the same key in two lists. What is only in one is paired with nothing: first all of the old
/// list, then what is only in the new one.
fn pair<'a, T, K: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&T) -> K,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let find = |list: &'a [T], wanted: &K| list.iter().find(|item| key(item) == *wanted);
    let kept = old.iter().map(|item| (Some(item), find(new, &key(item))));
    let added = new.iter().filter(|item| find(old, &key(item)).is_none()).map(|item| (None, Some(item)));
    kept.chain(added).collect()
}
