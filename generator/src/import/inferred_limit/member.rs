//! Limits in `x-…` members.

use std::time::Duration;

use super::phrase::{bucket, rate, whole_number, window};
use crate::ir::Limit;
use crate::untyped::Untyped;

/// The members that hold limits, in small letters and without signs between the words.
const MEMBERS: [&str; 4] = ["xratelimit", "xratelimits", "xratelimiting", "xthrottling"];

/// The members of an object that say a number of requests, its window, or both in one.
const COUNTS: [&str; 9] =
    ["limit", "requests", "max", "maxrequests", "rate", "count", "calls", "events", "permitlimit"];
const WINDOWS: [&str; 6] = ["window", "period", "interval", "unit", "per", "timeunit"];
const SECONDS: [&str; 4] = ["seconds", "windowseconds", "periodseconds", "intervalseconds"];
const RATES: [(&[&str], u64); 4] = [
    (&["rps", "requestspersecond", "persecond"], 1),
    (&["rpm", "requestsperminute", "perminute"], 60),
    (&["rph", "requestsperhour", "perhour"], 3600),
    (&["rpd", "requestsperday", "perday"], 24 * 3600),
];
/// What changes nothing about the number.
const WORDS: [&str; 3] = ["description", "note", "notes"];

/// The limits that a member of an operation or path states, and the name of the member; `None` if none does, or not clearly.
pub(in super::super) fn in_members(level: &Untyped) -> Option<(&str, Vec<Limit>)> {
    let members = level.peek_entries().iter();
    members.filter(|(key, _)| MEMBERS.contains(&&*plain(key))).find_map(|(key, value)| {
        let limits = limits(value)?;
        Some((&**key, limits))
    })
}

/// The same for a whole document, which may say it beside its title.
pub(in super::super) fn whole_document_members(document: &Untyped) -> Option<(&Untyped, &str, Vec<Limit>)> {
    let info = document.peek("info").unwrap_or(&Untyped::Null);
    [document, info].into_iter().find_map(|level| in_members(level).map(|(key, limits)| (level, key, limits)))
}

fn limits(value: &Untyped) -> Option<Vec<Limit>> {
    let limits: Vec<Limit> = match value {
        Untyped::Str(text) => vec![rate(text)?],
        Untyped::Map(_) => object(value)?,
        Untyped::List(items) => {
            let all: Option<Vec<Vec<Limit>>> = items.iter().map(limits).collect();
            all?.into_iter().flatten().collect()
        }
        _ => return None,
    };
    (!limits.is_empty()).then_some(limits)
}

/// The limits of an object, all of whose members are understood: one that is not may change the meaning of the others.
fn object(value: &Untyped) -> Option<Vec<Limit>> {
    let (mut requests, mut length, mut burst) = (None, None, None);
    let mut limits: Vec<Limit> = Vec::new();
    for (key, value) in value.peek_entries() {
        let key = plain(key);
        let key = key.as_str();
        let rated = RATES.iter().find(|(keys, _)| keys.contains(&key));
        if let Some((_, seconds)) = rated {
            limits.push(Limit { requests: count(value)?, window: Duration::from_secs(*seconds) });
        } else if COUNTS.contains(&key) {
            match (value.as_str().and_then(rate), requests) {
                (Some(limit), _) => limits.push(limit),
                (None, None) => requests = Some(count(value)?),
                (None, Some(_)) => return None,
            }
        } else if WINDOWS.contains(&key) && length.is_none() {
            // A number alone may be one of seconds, or of milliseconds.
            length = Some(window(value.as_str()?)?);
        } else if SECONDS.contains(&key) && length.is_none() {
            let seconds = Duration::from_secs(u64::from(count(value)?));
            length = Some(seconds).filter(|length| length.as_secs() <= 24 * 3600);
            length?;
        } else if key == "burst" {
            burst = Some(count(value)?);
        } else if !(WORDS.contains(&key) || key == "enabled" && *value == Untyped::Bool(true)) {
            return None;
        }
    }
    match (requests, length) {
        (Some(requests), Some(window)) => limits.push(Limit { requests, window }),
        (None, None) => {}
        _ => return None,
    }
    // Fewer at once than in the window: a bucket. More is more than the limit allows.
    match (burst, limits.as_slice()) {
        (Some(burst), [limit]) if burst < limit.requests => {
            let rate = f64::from(limit.requests) / limit.window.as_secs_f64();
            Some(vec![bucket(rate, burst)?])
        }
        (Some(_), [_]) | (None, _) => Some(limits),
        _ => None,
    }
}

fn count(value: &Untyped) -> Option<u32> {
    match value {
        Untyped::Int(number) => whole_number(&number.to_string()),
        Untyped::Str(text) => whole_number(text.trim()),
        _ => None,
    }
}

/// A key in small letters, without signs.
fn plain(key: &str) -> String {
    key.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}
