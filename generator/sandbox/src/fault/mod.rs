//! Faults on demand: failures of networks, gateways and servers that a client has to cope with.

mod broken;

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde_json::Value;

pub(crate) use broken::{cut, dropped};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The response comes late.
    Latency(Duration),
    /// The connection is dropped before the request takes effect.
    Reset,
    /// The request takes effect, and the connection is dropped instead of a response.
    ResetAfter,
    /// 429 with the API's code for too many requests, whatever the count says.
    TooMany,
    /// 500 with the API's code for a failed server; the request does not take effect.
    Server,
    /// 502 with a page of HTML, as a gateway responds; the request does not take effect.
    Html,
    /// The request takes effect, and the body of the response ends half way.
    Cut,
    /// The request takes effect, and one field of the response has another type than it should.
    WrongType,
    /// The token is revoked just before the request is looked at.
    Revoke,
}

/// A fault and how often it applies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// The share of requests that it applies to, from 0 to 1.
    pub rate: f64,
}

impl Fault {
    /// A fault that applies to every request.
    #[must_use]
    pub fn always(kind: FaultKind) -> Self {
        Self { kind, rate: 1.0 }
    }
}

/// The name of the kind, as it is written on the command line and in the header.
impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latency(pause) => write!(f, "latency:{}", pause.as_millis()),
            Self::Reset => f.write_str("reset"),
            Self::ResetAfter => f.write_str("reset-after"),
            Self::TooMany => f.write_str("429"),
            Self::Server => f.write_str("500"),
            Self::Html => f.write_str("html"),
            Self::Cut => f.write_str("cut"),
            Self::WrongType => f.write_str("wrong-type"),
            Self::Revoke => f.write_str("revoke"),
        }
    }
}

/// `KIND[:RATE]`, where latency is `latency:MS`: `reset`, `500:0.1`, `latency:250:0.5`.
impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split(':');
        let kind = match parts.next().unwrap_or_default() {
            "latency" => {
                let ms = parts.next().and_then(|ms| ms.parse().ok());
                FaultKind::Latency(Duration::from_millis(
                    ms.ok_or("`latency` needs milliseconds, as `latency:250`")?,
                ))
            }
            "reset" => FaultKind::Reset,
            "reset-after" => FaultKind::ResetAfter,
            "429" => FaultKind::TooMany,
            "500" => FaultKind::Server,
            "html" => FaultKind::Html,
            "cut" => FaultKind::Cut,
            "wrong-type" => FaultKind::WrongType,
            "revoke" => FaultKind::Revoke,
            other => {
                return Err(format!(
                    "`{other}` is none of `latency:MS`, `reset`, `reset-after`, `429`, `500`, `html`, `cut`, \
                     `wrong-type`, `revoke`"
                ));
            }
        };
        let rate = parts.next().map_or(Ok(1.0), str::parse).map_err(|_| "the rate is not a number")?;
        if !(0.0..=1.0).contains(&rate) || parts.next().is_some() {
            return Err(format!("`{text}`: expected `KIND[:RATE]` with a rate from 0 to 1"));
        }
        Ok(Self { kind, rate })
    }
}

/// Turns one value inside `data` into one of another JSON type.
pub(crate) fn break_type(data: &mut Value, rng: &mut fastrand::Rng) {
    let leaves = count_leaves(data);
    break_leaf(data, &mut rng.usize(..leaves.max(1)));
}

/// How many values without parts there are; empty lists and objects count too.
fn count_leaves(value: &Value) -> usize {
    match value {
        Value::Array(items) if !items.is_empty() => items.iter().map(count_leaves).sum(),
        Value::Object(members) if !members.is_empty() => members.values().map(count_leaves).sum(),
        _ => 1,
    }
}

/// Breaks the leaf that comes after `leaves_to_skip` others, which is counted down. Returns whether it was in `value`.
fn break_leaf(value: &mut Value, leaves_to_skip: &mut usize) -> bool {
    match value {
        Value::Array(items) if !items.is_empty() => {
            items.iter_mut().any(|item| break_leaf(item, leaves_to_skip))
        }
        Value::Object(members) if !members.is_empty() => {
            members.values_mut().any(|item| break_leaf(item, leaves_to_skip))
        }
        _ if *leaves_to_skip > 0 => {
            *leaves_to_skip -= 1;
            false
        }
        // A scalar becomes an object, and anything else a fraction: neither fits the declared type.
        Value::Number(_) | Value::String(_) | Value::Bool(_) => {
            *value = serde_json::json!({"sandbox": "wrong type"});
            true
        }
        _ => {
            *value = Value::from(0.5);
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_written_as_kind_and_rate() {
        let latency = FaultKind::Latency(Duration::from_millis(250));
        assert_eq!("latency:250:0.5".parse(), Ok(Fault { kind: latency, rate: 0.5 }));
        assert_eq!("reset".parse(), Ok(Fault::always(FaultKind::Reset)));
        assert_eq!("429:0.1".parse(), Ok(Fault { kind: FaultKind::TooMany, rate: 0.1 }));
        for wrong in ["", "latency", "reset:2", "reset:x", "500:0.1:3", "fire"] {
            assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_kind_is_shown_as_it_is_written() {
        for text in ["latency:5", "reset", "reset-after", "429", "500", "html", "cut", "wrong-type", "revoke"]
        {
            assert_eq!(text.parse::<Fault>().unwrap().kind.to_string(), text);
        }
    }

    #[test]
    fn exactly_one_value_changes_its_type() {
        let whole = serde_json::json!({"id": 1, "list": [{"name": "a"}, {}], "none": null});
        for seed in 0..20 {
            let mut broken = whole.clone();
            break_type(&mut broken, &mut fastrand::Rng::with_seed(seed));
            assert_ne!(broken, whole, "seed {seed}");
        }
    }
}
