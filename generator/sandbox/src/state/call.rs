//! A call, as the stateful endpoints see it: checked, with the acting user and the time.

use std::ops::Range;
use std::time::Duration;

use serde_json::Value;

use crate::check::Args;

/// A checked call of a stateful endpoint.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// Its parameters.
    pub(crate) args: &'a Args,
    /// The indices of the items on the requested page of a list; the others need not be computed.
    pub(crate) requested: Range<usize>,
    /// The key of the acting user; empty where the endpoint asks for none.
    pub(crate) user: &'a str,
    /// The time since the sandbox started, on a clock that never goes back, for tokens.
    pub(crate) now: Duration,
    /// The time in milliseconds since the epoch, for everything else.
    pub(crate) now_ms: i64,
}

impl<'a> Call<'a> {
    /// A parameter, unless it is absent or `null`.
    pub(crate) fn get(&self, wire: &str) -> Option<&'a Value> {
        self.args.get(wire)
    }

    /// A text, unless it is absent or empty.
    pub(crate) fn text(&self, wire: &str) -> Option<&'a str> {
        self.get(wire)?.as_str().filter(|text| !text.is_empty())
    }

    /// A whole number.
    pub(crate) fn int(&self, wire: &str) -> Option<i64> {
        as_whole_number(self.get(wire)?)
    }

    /// A truth value, false when absent.
    pub(crate) fn flag(&self, wire: &str) -> bool {
        self.get(wire).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A list of texts, empty when absent.
    pub(crate) fn texts(&self, wire: &str) -> Vec<&'a str> {
        self.list(wire).iter().filter_map(Value::as_str).collect()
    }

    /// A list of whole numbers, empty when absent.
    pub(crate) fn ints(&self, wire: &str) -> Vec<i64> {
        self.list(wire).iter().filter_map(as_whole_number).collect()
    }

    /// A list, empty when absent.
    pub(crate) fn list(&self, wire: &str) -> &'a [Value] {
        self.get(wire).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// A flag inside `expand`.
    pub(crate) fn expands(&self, what: &str) -> bool {
        self.get("expand").and_then(|expand| expand.get(what)).and_then(Value::as_bool).unwrap_or_default()
    }
}

/// A whole number, which some parameters carry as text.
pub(crate) fn as_whole_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}
