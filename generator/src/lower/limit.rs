//! Rate limits and durations.

use std::time::Duration;

use super::name::{Case, Namespace, lower_own_name};
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Limit, LimitSet, LimitSetId};
use crate::parse::{ApiSpec, LimitSetSpec, Text};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
/// No duration of a client is longer than this.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 3600);

/// Lowers the named sets of limits.
pub(super) fn lower_limit_sets(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<LimitSet> {
    let mut names = Namespace::new("rate limit set", Case::Snake, &[]);
    spec.limit_sets.iter().map(|set| lower_limit_set(set, &mut names, diagnostics)).collect()
}

/// The set that holds where an endpoint names none. Also checks `per`, what the server counts by: the client knows one way.
pub(super) fn lower_default_limits(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> LimitSetId {
    for word in
        scope.document.api.per.iter().filter(|word| !["credential", "endpoint"].contains(&&*word.value))
    {
        let message = format!("limits count per `credential` and `endpoint`, not per `{}`", word.value);
        diagnostics.push(
            Diagnostic::new(Code::ValueUnknown, &word.origin, message).help("write `[credential, endpoint]`"),
        );
    }
    if let [only] = scope.document.api.per.as_slice() {
        let message = format!("limits that count per `{}` alone are not supported", only.value);
        diagnostics.push(
            Diagnostic::new(Code::ValueUnknown, &only.origin, message).help("write `[credential, endpoint]`"),
        );
    }
    let name = &scope.document.api.default_limits;
    scope.limit_sets.find(name, "`rate_limits.default`", diagnostics).unwrap_or(LimitSetId(0))
}

fn lower_limit_set(set: &LimitSetSpec, names: &mut Namespace, diagnostics: &mut Diagnostics) -> LimitSet {
    let help = "give the set another name";
    let name = lower_own_name(&set.name, "a rate limit set", help, diagnostics);
    names.claim(&name, &set.name, help, diagnostics);
    if set.limits.is_empty() {
        let message = format!("the rate limit set `{}` has no limits", set.name.value);
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &set.name.origin, message));
    }
    let mut limits: Vec<(Limit, &Text)> =
        set.limits.iter().filter_map(|text| Some((lower_limit(text, diagnostics)?, text))).collect();
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
    let limits = limits.into_iter().map(|(limit, _)| limit).collect();
    LimitSet { name, limits, origin: set.name.origin.clone() }
}

/// Reads a limit such as `15/s`.
fn lower_limit(text: &Text, diagnostics: &mut Diagnostics) -> Option<Limit> {
    let limit = text.value.split_once('/').and_then(|(count, unit)| {
        let window = match unit.trim() {
            "s" => SECOND,
            "min" => MINUTE,
            "h" => HOUR,
            _ => return None,
        };
        let requests = count.trim().parse().ok().filter(|count: &u32| *count >= 1)?;
        Some(Limit { requests, window })
    });
    if limit.is_none() {
        let message = format!("`{}` is not a rate limit", text.value);
        let help = match text.value.split_once('/').and_then(|(count, unit)| Some((count, unit_for(unit)?))) {
            Some((count, unit)) => format!("write `{count}/{unit}`"),
            None => {
                "a rate limit is a count of at least 1 and a window: `15/s`, `450/min` or `100/h`".to_owned()
            }
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
        _ => None,
    }
}

/// Reads a duration such as `180s`.
pub(super) fn lower_duration(text: &Text, diagnostics: &mut Diagnostics) -> Option<Duration> {
    let digits = text.value.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.value.len());
    let (number, unit) = text.value.split_at(digits);
    let unit = match unit.trim() {
        "ms" => Some(Duration::from_millis(1)),
        "s" => Some(SECOND),
        "min" => Some(MINUTE),
        "h" => Some(HOUR),
        _ => None,
    };
    let duration = unit
        .zip(number.parse::<u32>().ok())
        .and_then(|(unit, number)| unit.checked_mul(number))
        .filter(|duration| *duration <= LONGEST);
    if duration.is_none() {
        let message = format!("`{}` is not a duration", text.value);
        let help = "a duration is a whole number and a unit: `500ms`, `180s`, `3min` or `1h`, a year at most";
        diagnostics.push(Diagnostic::new(Code::DurationSyntax, &text.origin, message).help(help));
    }
    duration
}
