//! What happened, as the service tells it.

use serde_json::Value;

use crate::timestamp::Timestamp;

/// Tells deliveries apart: a digest, so that it takes the same space however long an id is.
pub(super) type DeliveryKey = [u8; 32];

/// An event that a [`Receiver`](super::Receiver) found genuine.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub(super) event_type: String,
    pub(super) body: Value,
    pub(super) sent_at: Option<Timestamp>,
    pub(super) cause: Option<String>,
    pub(super) delivery: DeliveryKey,
}

impl Event {
    /// The type of the event; a number as its digits. Types that no documentation lists come as they are.
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// The whole body, with what is not documented. `"[secret]"` takes the place of the token or signature.
    #[must_use]
    pub fn body(&self) -> &Value {
        &self.body
    }

    /// The whole body, to be kept.
    #[must_use]
    pub fn into_body(self) -> Value {
        self.body
    }

    /// When the service sent it, if the body says so.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        self.sent_at
    }

    /// What made the change, if the body says so.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }
}
