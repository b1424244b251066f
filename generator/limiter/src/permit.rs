//! What a caller holds: first the right to send, then the duty to say how it went.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::queue::Place;
use super::store::Lease;
use super::table::Credential;

/// How a request ended, as far as the server's counting is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Response headers from the server itself arrived, whatever they said, except a 429.
    Answered,
    /// Not one byte of the request can have left: the connection could not be made.
    NotSent,
    /// The server refused with a 429.
    Throttled {
        /// For how long the server said to wait (`Retry-After`), if it did. A day at most is believed.
        after: Option<Duration>,
    },
    /// Nobody knows whether or when the server counted it: the connection broke, the time was up, or
    /// something between answered in the server's place (502, 503, 504).
    Unknown,
}

/// Where a slot was taken.
pub(super) enum Slot {
    /// Nowhere: nothing limits this endpoint.
    Unlimited,
    Here {
        credential: Arc<Credential>,
        index: u16,
    },
    Leased(Box<dyn Lease>),
}

/// The right to send one request, now. Nothing has been counted yet: dropping it gives the slot back.
#[must_use = "a slot is held while this lives, and given back when it is dropped"]
pub struct Permit {
    slot: Slot,
    /// `None` if nobody looked at the clock yet.
    place: Option<Place>,
    waited: Duration,
}

impl Permit {
    pub(super) fn new(slot: Slot, place: Option<Place>, waited: Duration) -> Self {
        Self { slot, place, waited }
    }

    /// How long the caller waited for this.
    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// The caller's place in line, to be kept for another try.
    pub fn place(&self) -> Place {
        self.place.unwrap_or_else(|| match &self.slot {
            Slot::Here { credential, .. } => Place(credential.setup().clock.now()),
            Slot::Unlimited | Slot::Leased(_) => Place(0),
        })
    }

    /// The request is about to be sent: to be called just before the first byte can leave.
    pub fn start(mut self) -> InFlight {
        let mut slot = std::mem::replace(&mut self.slot, Slot::Unlimited);
        let mut sent = 0;
        match &mut slot {
            Slot::Unlimited => {}
            Slot::Here { credential, index } => sent = credential.start(*index),
            Slot::Leased(lease) => lease.start(),
        }
        InFlight { slot, sent, place: self.place.unwrap_or(Place(sent)) }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Slot::Here { credential, index } = &self.slot {
            credential.refund(*index);
        }
    }
}

impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit").field("waited", &self.waited).finish_non_exhaustive()
    }
}

/// A request on its way. Say how it ended with [`InFlight::finish`].
///
/// Dropping it means that nobody will know ([`Outcome::Unknown`]): the slot is held as if the server counted
/// the request as late as it can. So when a caller gives up after the sending, let a task of its own carry
/// the request and this value to the end; the slot then comes free as soon as it may.
#[must_use = "say how the request ended; dropped, it holds its slot for as long as it may be on its way"]
pub struct InFlight {
    slot: Slot,
    /// The tick of the sending.
    sent: u64,
    place: Place,
}

impl InFlight {
    /// The caller's place in line, to be kept for another try.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The request has ended: to be called as soon as the response's headers are there, before its body is
    /// read.
    pub fn finish(mut self, outcome: Outcome) {
        match std::mem::replace(&mut self.slot, Slot::Unlimited) {
            Slot::Unlimited => {}
            Slot::Here { credential, index } => credential.finish(index, self.sent, outcome),
            Slot::Leased(lease) => lease.finish(outcome),
        }
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        if let Slot::Here { credential, index } = &self.slot {
            credential.abandon(*index, self.sent);
        }
    }
}

impl fmt::Debug for InFlight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InFlight").finish_non_exhaustive()
    }
}
