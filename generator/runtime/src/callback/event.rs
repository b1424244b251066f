//! What happened, as the service tells it.

use serde_json::Value;

use crate::json::DecodeError;
use crate::timestamp::Timestamp;

/// Tells deliveries apart: a digest, so that it takes the same space however long an id is.
pub(super) type DeliveryKey = [u8; 32];

/// An event that a [`Receiver`](super::Receiver) found genuine. `T` says what may have happened; as a `Value` it is the
/// payload, whatever that holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<T = Value> {
    pub(super) data: T,
    pub(super) left_out: Vec<DecodeError>,
    pub(super) event_type: String,
    pub(super) body: Value,
    pub(super) sent_at: Option<Timestamp>,
    pub(super) actor: Option<String>,
    pub(super) cause: Option<String>,
    pub(super) delivery_id: Option<String>,
    pub(super) delivery: DeliveryKey,
}

impl<T> Event<T> {
    /// What happened.
    #[must_use]
    pub fn data(&self) -> &T {
        &self.data
    }

    /// What happened, by value.
    #[must_use]
    pub fn into_data(self) -> T {
        self.data
    }

    /// What of the payload is not in [`data`](Self::data) because it does not fit the documented types, and why. It still
    /// is in [`body`](Self::body).
    #[must_use]
    pub fn left_out(&self) -> &[DecodeError] {
        &self.left_out
    }

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

    /// The whole body, by value.
    #[must_use]
    pub fn into_body(self) -> Value {
        self.body
    }

    /// When the service sent it, if the body says so.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        self.sent_at
    }

    /// The user who made the change, if the body says so.
    #[must_use]
    pub fn actor(&self) -> Option<&str> {
        self.actor.as_deref()
    }

    /// By what way the change was made, if the body says so.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }

    /// The id that all deliveries of this event share, if the body has one: for receivers in several processes, which
    /// have to tell one another what came before.
    #[must_use]
    pub fn delivery_id(&self) -> Option<&str> {
        self.delivery_id.as_deref()
    }
}
