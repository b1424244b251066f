//! Events, and bodies as the service sends them.

mod body;
mod example;
mod from_sandbox;

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub(crate) const PLUGIN_ID: &str = "MII_TEST";
pub(crate) const TOKEN: &str = "token-7";

/// The time in milliseconds since the epoch.
pub(crate) fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970").as_millis()
}

/// A body with the signature that the service makes: the SHA-256 of plugin id, time and token.
pub(crate) fn signed(time: u128, source: &str, data: &Value) -> Value {
    let digest = Sha256::digest(format!("{PLUGIN_ID}{time}{TOKEN}"));
    let signature: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({"signature": signature, "request_time": time.to_string(), "source": source, "data": data})
}

/// A webhook of an automation rule.
pub(crate) fn webhook(event_type: &str, uuid: &str, payload: &Value) -> Value {
    let header =
        json!({"operator": "7000000000000000001", "event_type": event_type, "token": TOKEN, "uuid": uuid});
    json!({"header": header, "payload": payload})
}
