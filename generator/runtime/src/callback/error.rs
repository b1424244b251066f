//! Why a callback is not to be acted on.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::event::Event;

/// Why a callback is not to be acted on. [`status`](Self::status) is what to respond to the service.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EventError<T = Value> {
    /// The body is longer than the receiver takes; the limit in bytes.
    TooLarge(usize),
    /// The body is no JSON, or lacks what every callback of its kind has; the text names the place.
    Malformed(String),
    /// The signature or token is not the one that the receiver's secrets make. Another plugin's callbacks arrive here,
    /// or the receiver was given the wrong secrets.
    NotGenuine,
    /// The time of sending is so far from now, which is more than the receiver allows. That happens to a message that
    /// was recorded and sent again, and to every message when one's own clock is wrong.
    Stale(Duration),
    /// The event came before; repeats are normal, since services send again what was not responded to in time.
    Repeated(Box<Event<T>>),
    /// The change was made through the API, perhaps by the receiver's own program: to act on it may go round in circles.
    Echo(Box<Event<T>>),
}

impl<T> EventError<T> {
    /// The HTTP status to respond with: 200 for what is genuine and only not to be acted on, so that it is not sent again;
    /// 413, 400 or 401 for the rest.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::TooLarge(_) => 413,
            Self::Malformed(_) => 400,
            Self::NotGenuine | Self::Stale(_) => 401,
            Self::Repeated(_) | Self::Echo(_) => 200,
        }
    }
}

impl<T> fmt::Display for EventError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(limit) => {
                write!(f, "the callback is longer than {limit} bytes; `ReceiverBuilder::max_body` takes more")
            }
            Self::Malformed(problem) => write!(f, "the callback cannot be read: {problem}"),
            Self::NotGenuine => f.write_str(
                "the callback's signature or token is wrong; if the service did send it, compare the receiver's secrets \
                 with those at the service",
            ),
            Self::Stale(age) => write!(
                f,
                "the callback's time is {} s from this machine's clock; see that the clock is right",
                age.as_secs()
            ),
            Self::Repeated(event) => write!(f, "the event of type {} came before", event.event_type()),
            Self::Echo(event) => {
                write!(f, "the event of type {} tells of a change made through the API", event.event_type())
            }
        }
    }
}

impl<T: fmt::Debug> std::error::Error for EventError<T> {}
