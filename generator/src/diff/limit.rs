//! Rate limits: whether fewer requests are taken, or more.

use std::time::Duration;

use super::change::{Change, ChangeKind};
use crate::ir::{Api, Limit, LimitScope, LimitSet, LimitSetId, LimitUse};

/// Limits that hold at once, as far as they can be compared.
struct Together<'a> {
    api: &'a Api,
    uses: &'a [LimitUse],
}

impl Together<'_> {
    /// Each limit, for requests that all weigh as much as one: whose they are, how many, in which window.
    fn windows(&self) -> impl Iterator<Item = (LimitScope, Limit)> {
        self.uses.iter().flat_map(|one| {
            let set = &self.api[one.set];
            let limits = set.limits.iter().map(move |limit| {
                let requests = limit.requests / one.weight.max(1);
                Limit { requests, window: limit.window }
            });
            limits.chain(set.gap_limit()).map(|limit| (set.scope, limit))
        })
    }

    /// How many requests there may be at the same time.
    fn concurrent(&self) -> impl Iterator<Item = (LimitScope, u32)> {
        self.uses.iter().filter_map(|one| Some((self.api[one.set].scope, self.api[one.set].concurrent?)))
    }

    /// Whether these forbid what the others allow.
    fn forbid_more_than(&self, other: &Self) -> bool {
        let windows = self
            .windows()
            .any(|(scope, limit)| u128::from(limit.requests) < allowed(other, scope, limit.window));
        windows
            || self.concurrent().any(|(scope, number)| {
                let known = other.concurrent().filter(|(known, _)| includes(*known, scope));
                known.map(|(_, known)| known).min().is_none_or(|known| number < known)
            })
    }
}

/// Whether whoever counts together in the scope `inner` also does in `outer`.
fn includes(outer: LimitScope, inner: LimitScope) -> bool {
    outer == inner || outer == LimitScope::All || inner == LimitScope::CredentialAndEndpoint
}

/// The most requests that these let pass in a window for all of a scope, estimated from each limit.
fn allowed(limits: &Together<'_>, scope: LimitScope, window: Duration) -> u128 {
    let one = |(_, limit): (LimitScope, Limit)| {
        let windows = window.as_nanos().div_ceil(limit.window.as_nanos().max(1));
        // A limit with a longer window also bounds a shorter one: by its full number of requests.
        u128::from(limit.requests) * windows.max(1)
    };
    limits.windows().filter(|(known, _)| includes(*known, scope)).map(one).min().unwrap_or(u128::MAX)
}

/// What a change from the first to the second means for callers, if anything.
fn compare(was: &Together<'_>, is: &Together<'_>) -> Option<ChangeKind> {
    if is.forbid_more_than(was) {
        Some(ChangeKind::LimitLowered)
    } else if was.forbid_more_than(is) {
        Some(ChangeKind::LimitRaised)
    } else {
        None
    }
}

/// Compares the sets of the same names, each as a whole, however many endpoints use them.
pub(super) fn diff_limit_sets(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    for (before, was) in old.limit_sets.iter().enumerate() {
        let after = new.limit_sets.iter().position(|set| set.name == was.name);
        let Some(after) = after else { continue };
        let of = |api, index| (api, [LimitUse { set: LimitSetId(index), weight: 1 }]);
        let ((old, was_uses), (new, is_uses)) = (of(old, before), of(new, after));
        let kind = compare(&Together { api: old, uses: &was_uses }, &Together { api: new, uses: &is_uses });
        let is = &new.limit_sets[after];
        if let Some(kind) = kind {
            let message = format!("it was {} and is {}", spell_set(was), spell_set(is));
            let subject = format!("rate limit set `{}`", is.name);
            changes.push(Change { kind, subject, message, origin: Some(is.origin.clone()) });
        }
    }
}

/// What it means for callers of an endpoint that it counts in other sets now, or weighs another number there, and how to say
/// so; `None` if that makes no difference.
pub(super) fn diff_uses(
    (old, was): (&Api, &[LimitUse]),
    (new, is): (&Api, &[LimitUse]),
) -> Option<(ChangeKind, String)> {
    let named = |api: &Api, uses: &[LimitUse]| -> Vec<(String, u32)> {
        let mut names: Vec<_> =
            uses.iter().map(|one| (api[one.set].name.snake().to_owned(), one.weight)).collect();
        names.sort();
        names
    };
    if named(old, was) == named(new, is) {
        return None;
    }
    let kind = compare(&Together { api: old, uses: was }, &Together { api: new, uses: is })?;
    let message = format!("the rate limit was {} and is {}", spell_uses(old, was), spell_uses(new, is));
    Some((kind, message))
}

fn spell_uses(api: &Api, uses: &[LimitUse]) -> String {
    let one = |one: &LimitUse| {
        let weight = if one.weight > 1 { format!(" counted {} times", one.weight) } else { String::new() };
        format!("{}{weight}", spell_set(&api[one.set]))
    };
    match uses {
        [] => "not known".to_owned(),
        uses => uses.iter().map(one).collect::<Vec<_>>().join(" and "),
    }
}

/// A set as the spec writes it.
fn spell_set(set: &LimitSet) -> String {
    let mut all: Vec<_> = set.limits.iter().map(Limit::to_string).collect();
    all.extend(set.concurrent.map(|number| format!("{number} at the same time")));
    all.extend(set.gap.map(|gap| format!("a gap of {gap:?}")));
    if all.is_empty() {
        all.push("what responses tell".to_owned());
    }
    let scope = match set.scope {
        LimitScope::CredentialAndEndpoint => "",
        LimitScope::Credential => " per credential",
        LimitScope::Endpoint => " per endpoint",
        LimitScope::All => " for all",
    };
    format!("{}{scope}", all.join(" and "))
}
