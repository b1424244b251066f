//! Sets of rate limits: those that operations name in `x-rate-limits`, as the project's own export writes them, and those that
//! were inferred.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use super::name::{Case, Names};
use super::note::address;
use super::write::{quote, word};
use crate::ir::Limit;
use crate::untyped::Untyped;

/// The set of endpoints that name none.
const STANDARD: &str = "standard";

/// A set of limits that requests count in: as the spec writes it, the name that it has in the document, and the weight.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FoundLimits {
    set: String,
    name: Option<String>,
    weight: u32,
}

impl FoundLimits {
    /// The limit of operations that say nothing.
    pub(super) fn standard() -> Self {
        Self { set: String::new(), name: None, weight: 1 }
    }

    /// A set of windows alone, of each credential on each endpoint.
    pub(super) fn plain(limits: &[Limit]) -> Option<Self> {
        found_set(None, &Entry { windows: by_window(limits), weight: 1, ..Entry::default() })
    }

    /// A set with keys, as the spec writes them.
    pub(super) fn named(name: &str, keys: &str) -> Self {
        Self { set: format!("{{{keys}}}"), name: Some(name.to_owned()), weight: 1 }
    }

    fn is_standard(&self) -> bool {
        self.set.is_empty()
    }
}

/// The windows of limits as the spec writes them: `[15/s, 450/min]`.
pub(super) fn windows_text(limits: &[Limit]) -> String {
    windows_of(&by_window(limits))
}

/// The sets of limits that were found, and what most operations count in.
#[derive(Debug, Default)]
pub(super) struct LimitSets {
    /// The limit of operations that say nothing, as the spec writes it.
    standard: String,
    /// Whether the document itself states that one.
    states_standard: bool,
    /// What operations count in, by their addresses.
    by_operation: HashMap<usize, Vec<FoundLimits>>,
    /// By how the spec writes them: their names.
    names: BTreeMap<String, String>,
    /// What an operation counts in that says nothing, if each operation says something.
    usual: Option<Vec<FoundLimits>>,
}

impl LimitSets {
    /// Names the sets of all operations, each with what it counts in, if it says that. If each does, the most frequent ones hold
    /// where nothing is said. `standard` is the limit of the others, which the document may state.
    pub(super) fn of<'o>(
        operations: impl Iterator<Item = (&'o Untyped, Option<Vec<FoundLimits>>)>,
        standard: String,
        states_standard: bool,
    ) -> Self {
        let mut counts: BTreeMap<Vec<FoundLimits>, usize> = BTreeMap::new();
        let mut by_operation = HashMap::new();
        let mut everywhere = true;
        for (operation, limits) in operations {
            match limits {
                Some(limits) => {
                    *counts.entry(limits.clone()).or_default() += 1;
                    by_operation.insert(address(operation), limits);
                }
                None => everywhere = false,
            }
        }
        let usual = counts.iter().max_by_key(|(_, count)| **count).map(|(limits, _)| limits.clone());
        let usual = usual.filter(|_| everywhere);
        let needs_standard = counts.keys().flatten().any(FoundLimits::is_standard);
        let called_standard = match usual.as_deref() {
            Some([only]) if only.name.is_none() && !needs_standard => Some(only.set.clone()),
            _ => None,
        };
        let mut names = Names::new(Case::Snake, &[STANDARD, "none"]);
        let mut sets = BTreeMap::new();
        for found in counts.into_keys().flatten() {
            if found.is_standard() || sets.contains_key(&found.set) {
                continue;
            }
            let name = if Some(&found.set) == called_standard.as_ref() {
                STANDARD.to_owned()
            } else {
                let hint = found.name.unwrap_or_else(|| plain_name(&found.set));
                names.claim(&hint, "limits").name.snake().to_owned()
            };
            sets.insert(found.set, name);
        }
        Self { standard, states_standard, by_operation, names: sets, usual }
    }

    /// The line of an endpoint about its limits, which is empty if it counts in what all do that say nothing; `None` if its
    /// operation names none that the dialect can say.
    pub(super) fn line(&self, operation: &Untyped) -> Option<String> {
        let limits = self.by_operation.get(&address(operation))?;
        let is_usual = self.usual.as_ref() == Some(limits);
        Some(if is_usual { String::new() } else { format!("    limits: {}\n", self.uses(limits)) })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && !self.states_standard
    }

    /// The sections `default` and `sets` of `rate_limits`.
    pub(super) fn lines(&self) -> String {
        let mut sets = String::new();
        let needs_standard = self.by_operation.values().flatten().any(FoundLimits::is_standard);
        if self.usual.is_none() || needs_standard {
            sets.push_str(&format!("    {STANDARD}: {}\n", self.standard));
        }
        // The standard set first, as people write it.
        let mut all: Vec<_> = self.names.iter().collect();
        all.sort_by_key(|(_, name)| *name != STANDARD);
        for (set, name) in all {
            sets.push_str(&format!("    {}: {set}\n", word(name)));
        }
        let default = self.usual.as_ref().map_or_else(|| STANDARD.to_owned(), |usual| self.uses(usual));
        format!("  default: {default}\n  sets:\n{sets}")
    }

    /// What an endpoint counts in, as the spec writes it.
    fn uses(&self, found: &[FoundLimits]) -> String {
        let one = |found: &FoundLimits| {
            let name = word(self.names.get(&found.set).map_or(STANDARD, |name| name));
            if found.weight > 1 { format!("{{{name}: {}}}", found.weight) } else { name }
        };
        match found {
            [only] => one(only),
            all => format!("[{}]", all.iter().map(one).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// The name of a set that is made of windows alone: `[15/s, 450/min]` → `15_per_s_450_per_min`.
fn plain_name(set: &str) -> String {
    set.trim_matches(['[', ']']).replace(", ", "_").replace('/', "_per_")
}

/// What is known of a set while its entries are read.
#[derive(Default)]
struct Entry<'d> {
    windows: BTreeMap<Duration, u32>,
    concurrent: Option<u32>,
    told: Option<&'d Untyped>,
    per: Option<&'d str>,
    weight: u32,
}

/// The rate limits that an operation names; `None` if it names none that the dialect can say.
pub(super) fn limits_of(operation: &Untyped) -> Option<Vec<FoundLimits>> {
    let mut sets: BTreeMap<Option<&str>, Entry<'_>> = BTreeMap::new();
    for limit in operation.peek("x-rate-limits")?.items() {
        let text = |key: &str| limit.peek(key).and_then(Untyped::as_str);
        let entry = sets.entry(text("set")).or_default();
        entry.per = text("per").or(entry.per);
        entry.weight = match limit.peek("weight") {
            Some(weight) => count(weight)?,
            None => entry.weight.max(1),
        };
        match (limit.peek("requests"), limit.peek("seconds"), limit.peek("concurrent"), limit.peek("told")) {
            (Some(requests), Some(seconds), None, None) => {
                let (requests, window) = (count(requests)?, window(seconds)?);
                let known = entry.windows.entry(window).or_insert(requests);
                *known = requests.min(*known);
            }
            (None, None, Some(number), None) => entry.concurrent = Some(count(number)?),
            (None, None, None, Some(told)) => entry.told = Some(told),
            _ => return None,
        }
    }
    let found: Option<Vec<FoundLimits>> =
        sets.into_iter().map(|(name, entry)| found_set(name, &entry)).collect();
    found.filter(|found| !found.is_empty())
}

/// The least number of requests in each window.
fn by_window(limits: &[Limit]) -> BTreeMap<Duration, u32> {
    let mut windows = BTreeMap::new();
    for limit in limits {
        let known = windows.entry(limit.window).or_insert(limit.requests);
        *known = limit.requests.min(*known);
    }
    windows
}

fn windows_of(windows: &BTreeMap<Duration, u32>) -> String {
    let all = windows.iter().map(|(&window, &requests)| Limit { requests, window }.to_string());
    format!("[{}]", all.collect::<Vec<_>>().join(", "))
}

/// A set as the spec writes it.
fn found_set(name: Option<&str>, entry: &Entry<'_>) -> Option<FoundLimits> {
    let windows = windows_of(&entry.windows);
    let Some(name) = name else {
        let plain = entry.concurrent.is_none() && entry.told.is_none() && entry.per.is_none();
        let set = (plain && !entry.windows.is_empty()).then_some(windows)?;
        return Some(FoundLimits { set, name: None, weight: entry.weight });
    };
    let mut keys = Vec::new();
    match entry.per {
        None => {}
        Some(per @ ("credential" | "endpoint" | "all")) => keys.push(format!("per: {per}")),
        Some(_) => return None,
    }
    if !entry.windows.is_empty() {
        keys.push(format!("limits: {windows}"));
    }
    keys.extend(entry.concurrent.map(|number| format!("concurrent: {number}")));
    if let Some(told) = entry.told {
        let text = |key: &str| told.peek(key).and_then(Untyped::as_str).map(quote);
        keys.push(match (text("remaining"), text("reset"), text("policy")) {
            (Some(remaining), Some(reset), None) => {
                format!("told: {{remaining: {remaining}, reset: {reset}}}")
            }
            (None, None, Some(policy)) => format!("told: {{policy: {policy}}}"),
            _ => return None,
        });
    }
    let least = entry.windows.values().copied().min().unwrap_or(u32::MAX);
    let is_known = !entry.windows.is_empty() || entry.concurrent.is_some() || entry.told.is_some();
    let set = format!("{{{}}}", keys.join(", "));
    (is_known && entry.weight <= least).then(|| FoundLimits {
        set,
        name: Some(name.to_owned()),
        weight: entry.weight,
    })
}

/// A number of requests.
fn count(number: &Untyped) -> Option<u32> {
    let Untyped::Int(number) = number else { return None };
    u32::try_from(*number).ok().filter(|number| *number >= 1)
}

/// The length of a window in seconds, in whole milliseconds.
fn window(seconds: &Untyped) -> Option<Duration> {
    let seconds = match seconds {
        Untyped::Int(seconds) => Duration::from_secs(u64::try_from(*seconds).ok()?),
        Untyped::Float(seconds) => Duration::try_from_secs_f64(*seconds).ok()?,
        _ => return None,
    };
    let day = Duration::from_secs(24 * 3600);
    let millis = u64::try_from(seconds.as_millis()).ok()?;
    let window = Duration::from_millis(millis);
    (window == seconds && !window.is_zero() && window <= day).then_some(window)
}
