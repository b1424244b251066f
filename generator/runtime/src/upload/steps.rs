//! The calls of an upload, made from the one that begins it.

use serde_json::Value;

use crate::api::{BodyKind, Endpoint};
use crate::call::{Call, Target};

/// A call of another endpoint, with what it takes in its path of the parameters of the call that begins the upload.
pub(super) fn call_of_step(begin_call: &Call, endpoint: &'static Endpoint) -> Call {
    let mut call = begin_call.clone();
    call.endpoint = Target::Known(endpoint);
    call.path.retain(|(name, _)| takes_in_path(endpoint, name));
    call.query.clear();
    call.headers.clear();
    call.body.clear();
    call.violations.clear();
    call.broken_weak_rules.clear();
    call
}

/// Sets a parameter wherever the endpoint takes it.
pub(super) fn with_parameter(call: Call, name: &'static str, value: Value) -> Call {
    if takes_in_path(&call.endpoint, name) {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        call.path(name, &text)
    } else if call.body_kind() == BodyKind::Json {
        call.body(name, &value)
    } else {
        call.query(name, &value)
    }
}

fn takes_in_path(endpoint: &Endpoint, name: &str) -> bool {
    endpoint.path.split('/').any(|segment| segment.strip_prefix(':') == Some(name))
}
