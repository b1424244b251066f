//! What a caller holds: a `Permit` is the right to send one request, an `InFlight` the duty to report how it ended.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::credential_keys::CredentialKeys;
use crate::outcome::Outcome;
use crate::priority::QueuePosition;

/// A slot of a key.
pub(crate) struct Slot {
    pub(crate) keys: Arc<CredentialKeys>,
    pub(crate) index: u16,
}

/// The right to send one request, now. Nothing has been counted yet: dropping it gives the slot back.
#[must_use = "a slot is held while this lives, and given back when it is dropped"]
pub struct Permit {
    /// `None` if nothing limits the endpoint, or once the permit was started.
    slot: Option<Slot>,
    /// `None` if nobody has read the clock yet.
    position: Option<QueuePosition>,
    waited: Duration,
}

impl Permit {
    pub(crate) fn new(slot: Option<Slot>, position: Option<QueuePosition>, waited: Duration) -> Self {
        Self { slot, position, waited }
    }

    /// How long the caller waited for this.
    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// The caller's position in the queue, to be used for a retry
    /// ([`CredentialLimiter::acquire_again`](crate::CredentialLimiter::acquire_again)).
    pub fn queue_position(&self) -> QueuePosition {
        let now = || self.slot.as_ref().map_or(0, |slot| slot.keys.config().clock.now());
        self.position.unwrap_or_else(|| QueuePosition(now()))
    }

    /// The request is about to be sent. To be called just before the first byte can be written.
    #[inline]
    pub fn start(mut self) -> InFlight {
        let slot = self.slot.take();
        let sent = slot.as_ref().map_or(0, |Slot { keys, index }| {
            let now = keys.config().clock.now();
            keys.key(*index).start(keys.config(), now);
            now
        });
        InFlight { slot, sent, position: self.position.unwrap_or(QueuePosition(sent)) }
    }
}

impl Drop for Permit {
    #[inline]
    fn drop(&mut self) {
        if let Some(Slot { keys, index }) = &self.slot {
            keys.key(*index).refund(keys.config(), || keys.config().clock.now());
        }
    }
}

impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit").field("waited", &self.waited).finish_non_exhaustive()
    }
}

/// A request in flight. Report how it ended with [`InFlight::finish`].
///
/// Dropping it means that nobody will know ([`Outcome::Unknown`]): the slot is held as if the server counted the request as
/// late as it can. So when a caller gives up after sending, let a task of its own carry the request and this value to the
/// end; the slot then comes free as soon as it may.
#[must_use = "report how the request ended; if dropped, its slot is held for as long as the request may be in flight"]
pub struct InFlight {
    slot: Option<Slot>,
    /// The tick of the sending.
    sent: u64,
    position: QueuePosition,
}

impl InFlight {
    /// The caller's position in the queue, to be used for a retry.
    pub fn queue_position(&self) -> QueuePosition {
        self.position
    }

    /// The request has ended. To be called as soon as the response's headers have arrived, before its body is read.
    #[inline]
    pub fn finish(mut self, outcome: Outcome) {
        self.end(outcome);
    }

    #[inline]
    fn end(&mut self, outcome: Outcome) {
        if let Some(Slot { keys, index }) = self.slot.take() {
            keys.key(index).finish(keys.config(), self.sent, outcome, keys.config().clock.now());
        }
    }
}

impl Drop for InFlight {
    #[inline]
    fn drop(&mut self) {
        self.end(Outcome::Unknown);
    }
}

impl fmt::Debug for InFlight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InFlight").finish_non_exhaustive()
    }
}
