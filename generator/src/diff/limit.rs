//! Rate limits: whether fewer requests are taken, or more.

use crate::ir::{Limit, LimitSet};

/// Whether the limits of one set forbid what those of the other allow.
pub(super) fn forbids_more(new: &LimitSet, old: &LimitSet) -> bool {
    new.limits.iter().any(|limit| u128::from(limit.requests) < allowed(old, limit))
}

/// The most requests that a set lets pass in the window of the limit `within`, estimated from each of its own limits.
fn allowed(set: &LimitSet, within: &Limit) -> u128 {
    let one = |limit: &Limit| {
        let windows = within.window.as_nanos().div_ceil(limit.window.as_nanos().max(1));
        // A limit with a longer window also bounds a shorter one: by its full number of requests.
        u128::from(limit.requests) * windows.max(1)
    };
    set.limits.iter().map(one).min().unwrap_or(u128::MAX)
}

/// The limits as the spec writes them.
pub(super) fn spell_limits(set: &LimitSet) -> String {
    let unit = |seconds: u64| match seconds {
        1 => "s".to_owned(),
        60 => "min".to_owned(),
        3600 => "h".to_owned(),
        other => format!("{other}s"),
    };
    let all: Vec<_> = set
        .limits
        .iter()
        .map(|limit| format!("{}/{}", limit.requests, unit(limit.window.as_secs())))
        .collect();
    all.join(" and ")
}
