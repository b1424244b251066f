//! Rate limits: sets of them, and what requests count in.

use std::time::Duration;

use super::duration::{UNITS, lower_duration};
use super::name::{Case, Namespace, lower_own_name};
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Endpoint, Limit, LimitScope, LimitSet, LimitTold, LimitUse};
use crate::parse::{ApiSpec, LimitSetSpec, LimitUseSpec, PerSpec, Text, ToldSpec};

/// No window is longer than this: the limiter remembers no more.
const LONGEST: Duration = Duration::from_secs(24 * 3600);

/// What stands in place of sets where no limit is known.
const NONE: &str = "none";

/// How the windows of limits are written.
const WINDOWS: &str = "a rate limit is a count of at least 1 and a window of a day at most: `15/s`, `450/min`, \
                       `50/10s`, `100/h` or `5000/day`";

/// Lowers the named sets of limits.
pub(super) fn lower_limit_sets(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<LimitSet> {
    let mut names = Namespace::new("rate limit set", Case::Snake, &[]);
    let limits = &spec.rate_limits;
    let per = limits.per.as_ref().and_then(|per| lower_scope(per, diagnostics));
    let usual = per.unwrap_or(LimitScope::CredentialAndEndpoint);
    limits.sets.iter().map(|set| lower_limit_set(set, usual, &mut names, diagnostics)).collect()
}

/// Whose requests count together.
fn lower_scope(per: &PerSpec, diagnostics: &mut Diagnostics) -> Option<LimitScope> {
    const HELP: &str = "write `[credential, endpoint]` for each pair, `credential`, `endpoint`, or `all`";
    let known = ["credential", "endpoint", "all"];
    let mut wrong = false;
    for word in &per.words {
        if !known.contains(&&*word.value) || per.is_list && word.value == "all" {
            wrong = true;
            let message = format!("`{}` is nothing that limits count by", word.value);
            diagnostics.push(Diagnostic::new(Code::ValueUnknown, &word.origin, message).help(HELP));
        }
    }
    let has = |wanted: &str| per.words.iter().any(|word| word.value == wanted);
    match (has("credential"), has("endpoint")) {
        _ if wrong => None,
        (true, true) => Some(LimitScope::CredentialAndEndpoint),
        (true, false) => Some(LimitScope::Credential),
        (false, true) => Some(LimitScope::Endpoint),
        (false, false) => has("all").then_some(LimitScope::All),
    }
}

fn lower_limit_set(
    set: &LimitSetSpec,
    usual: LimitScope,
    names: &mut Namespace,
    diagnostics: &mut Diagnostics,
) -> LimitSet {
    let help = "give the set another name";
    let name = lower_own_name(&set.name, "a rate limit set", help, diagnostics);
    if set.name.value == NONE {
        let message = "`none` says that no limit is known, so no set can be called so".to_owned();
        diagnostics.push(Diagnostic::new(Code::NameReserved, &set.name.origin, message).help(help));
    }
    names.claim(&name, &set.name, help, diagnostics);
    let limits = set.limits.as_deref();
    if limits.is_some_and(<[Text]>::is_empty) {
        let message = format!("the rate limit set `{}` has no limits", set.name.value);
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &set.name.origin, message));
    }
    let concurrent = set.concurrent.as_ref().and_then(|number| {
        let concurrent = u32::try_from(number.value).ok().filter(|number| *number > 0);
        if concurrent.is_none() {
            let message = format!("`{}` is no number of requests at the same time", number.value);
            diagnostics.push(
                Diagnostic::new(Code::ValueInvalid, &number.origin, message)
                    .help("write a whole number from 1 on"),
            );
        }
        concurrent
    });
    let gap = set.gap.as_ref().and_then(|text| lower_gap(text, diagnostics));
    LimitSet {
        name,
        docs: set.doc.as_ref().map(|doc| doc.value.clone()),
        scope: set.per.as_ref().and_then(|per| lower_scope(per, diagnostics)).unwrap_or(usual),
        limits: lower_limits(limits.unwrap_or_default(), diagnostics),
        concurrent,
        gap,
        told: set.told.as_ref().and_then(lower_told),
        weight_header: set.weight_header.as_ref().map(|name| name.value.clone()),
        beside_others: false,
        origin: set.name.origin.clone(),
    }
}

/// Notes which sets stand beside others, or weigh, wherever requests count in them: once for all, as there may be many endpoints.
pub(super) fn note_neighbours(sets: &mut [LimitSet], endpoints: &[Endpoint], default: &[LimitUse]) {
    for uses in endpoints.iter().map(|endpoint| &*endpoint.limits).chain([default]) {
        let mut is_first = true;
        for one in uses {
            if sets[one.set.0].is_plain() {
                sets[one.set.0].beside_others |= !is_first || one.weight > 1;
                is_first = false;
            }
        }
    }
}

fn lower_gap(text: &Text, diagnostics: &mut Diagnostics) -> Option<Duration> {
    let gap = lower_duration(text, diagnostics)?;
    if gap.is_zero() || gap > LONGEST {
        let message = format!("`{}` is no gap between requests", text.value);
        diagnostics.push(
            Diagnostic::new(Code::DurationSyntax, &text.origin, message)
                .help("a gap is longer than nothing and a day at most"),
        );
        return None;
    }
    Some(gap)
}

fn lower_told(told: &ToldSpec) -> Option<LimitTold> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    if let Some(policy) = text(&told.policy) {
        return Some(LimitTold::Policy(policy));
    }
    Some(LimitTold::Headers { remaining: text(&told.remaining)?, reset: text(&told.reset)? })
}

/// Limits that hold all at once, the shortest window first.
fn lower_limits(texts: &[Text], diagnostics: &mut Diagnostics) -> Vec<Limit> {
    let mut limits: Vec<(Limit, &Text)> =
        texts.iter().filter_map(|text| Some((lower_limit(text, diagnostics)?, text))).collect();
    limits.sort_by_key(|(limit, _)| limit.window);
    for pair in limits.windows(2) {
        if let [(first, first_text), (second, second_text)] = pair
            && first.window == second.window
        {
            let message = format!("`{}` and `{}` limit the same window", first_text.value, second_text.value);
            diagnostics.push(
                Diagnostic::new(Code::LimitSyntax, &second_text.origin, message)
                    .note_at(&first_text.origin, "the other one stands here")
                    .help("keep the lower one"),
            );
        }
    }
    limits.into_iter().map(|(limit, _)| limit).collect()
}

/// What requests count in. `referrer` is who says so, in messages.
pub(super) fn lower_limit_uses(
    uses: &[LimitUseSpec],
    scope: &Scope<'_>,
    referrer: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<LimitUse> {
    if let [only] = uses
        && only.set.value == NONE
        && only.weight.is_none()
    {
        return Vec::new();
    }
    let mut lowered: Vec<(LimitUse, &Text)> = Vec::with_capacity(uses.len());
    for one in uses {
        // If a set has the name `none`, that has been complained of, and it is looked up like any other.
        if one.set.value == NONE && scope.limit_sets.get(NONE).is_none() {
            let message = "`none` stands alone".to_owned();
            diagnostics.push(
                Diagnostic::new(Code::ValueInvalid, &one.set.origin, message)
                    .help("name the sets that requests count in, or write `limits: none`"),
            );
            continue;
        }
        let Some(set) = scope.limit_sets.find(&one.set, referrer, diagnostics) else { continue };
        if let Some((_, first)) = lowered.iter().find(|(known, _)| known.set == set) {
            let message = format!("the rate limit set `{}` stands twice", one.set.value);
            diagnostics.push(
                Diagnostic::new(Code::ValueInvalid, &one.set.origin, message)
                    .note_at(&first.origin, "it stands here first")
                    .help("name it once; a weight says that a request counts more than once"),
            );
            continue;
        }
        let weight = lower_weight(one, &scope.document.api.rate_limits.sets[set.0], diagnostics);
        lowered.push((LimitUse { set, weight }, &one.set));
    }
    lowered.into_iter().map(|(one, _)| one).collect()
}

/// How much a request weighs in a set, which is no more than any of its limits.
fn lower_weight(one: &LimitUseSpec, set: &LimitSetSpec, diagnostics: &mut Diagnostics) -> u32 {
    let Some(weight) = &one.weight else { return 1 };
    let least = set
        .limits
        .iter()
        .flatten()
        .filter_map(|text| read_limit(&text.value))
        .map(|limit| limit.requests)
        .min();
    let least = least.unwrap_or(u32::MAX);
    match u32::try_from(weight.value) {
        Ok(known) if known > 0 && known <= least => return known,
        Ok(known) if known > 0 => {
            let message = format!("a weight of {known} is more than `{}` allows: {least}", set.name.value);
            diagnostics.push(
                Diagnostic::new(Code::ValueInvalid, &weight.origin, message)
                    .note_at(&set.name.origin, "the set is defined here")
                    .help("no such request would ever be accepted: lower the weight, or raise the limit"),
            );
        }
        _ => {
            let message = format!("`{}` is no weight", weight.value);
            diagnostics.push(
                Diagnostic::new(Code::ValueInvalid, &weight.origin, message)
                    .help("write how many requests each one counts as: a whole number from 1 on"),
            );
        }
    }
    1
}

/// Reads a limit such as `15/s` or `50/10s`; `None` if it is none.
fn read_limit(text: &str) -> Option<Limit> {
    let (count, window) = text.split_once('/')?;
    let window = window.trim();
    let digits = window.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = window.split_at(digits);
    let number = if number.is_empty() { 1 } else { number.parse().ok()? };
    let day = ("day", LONGEST);
    let (_, unit) = UNITS.iter().chain([&day]).find(|(word, _)| *word == unit.trim())?;
    let window = unit.checked_mul(number).filter(|window| !window.is_zero() && *window <= LONGEST)?;
    let requests = count.trim().parse().ok().filter(|count: &u32| *count >= 1)?;
    Some(Limit { requests, window })
}

/// Reads a limit such as `15/s`, and says what is wrong if it is none.
fn lower_limit(text: &Text, diagnostics: &mut Diagnostics) -> Option<Limit> {
    let limit = read_limit(&text.value);
    if limit.is_none() {
        let message = format!("`{}` is not a rate limit", text.value);
        let help = match text.value.split_once('/').and_then(|(count, unit)| Some((count, unit_for(unit)?))) {
            Some((count, unit)) => format!("write `{count}/{unit}`"),
            None => WINDOWS.to_owned(),
        };
        diagnostics.push(Diagnostic::new(Code::LimitSyntax, &text.origin, message).help(help));
    }
    limit
}

/// The unit that is meant by another word for it.
fn unit_for(word: &str) -> Option<&'static str> {
    match word.trim() {
        "sec" | "second" | "seconds" | "S" => Some("s"),
        "m" | "minute" | "minutes" | "mins" => Some("min"),
        "hour" | "hours" | "hr" | "H" => Some("h"),
        "d" | "D" | "days" | "daily" => Some("day"),
        _ => None,
    }
}
