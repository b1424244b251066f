//! What a caller holds: a `Permit` is the right to send one request, an `InFlight` the duty to report how it ended.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::credential_keys::CredentialKeys;
use crate::machine::{Rules, Sent};
use crate::outcome::Outcome;
use crate::priority::QueuePosition;

/// The right to one request under the limits of a key, which is one endpoint of one credential.
pub(crate) struct Slot {
    pub(crate) keys: Arc<CredentialKeys>,
    /// The number of the endpoint.
    pub(crate) index: u16,
}

/// The right to send one request, now. Nothing has been counted yet: dropping it gives the slot back.
#[must_use = "a slot is held while this lives, and given back when it is dropped"]
pub struct Permit {
    /// `None` if nothing limits the endpoint, or once the permit was started.
    slot: Option<Slot>,
    /// When the caller first came, if this is a retry or it had to wait; `None` if nobody has read the clock yet.
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
    ///
    /// With [`Policy::Capped`](crate::Policy::Capped) the server is assumed to count it within the `max_transit` of the
    /// endpoint, or of the policy, from now. If it may take longer to write the request (a connection has to be made, a body
    /// is large, the thread may be blocked), use [`Permit::start_within`] and [`InFlight::written`].
    #[inline]
    pub fn start(self) -> InFlight {
        self.start_with(None)
    }

    /// The same for a request that the server counts within `max_transit` from now: at least for as long as the request may
    /// take to be written, and a little more. The time-out of the request is a good choice. At most an hour is honoured.
    pub fn start_within(self, max_transit: Duration) -> InFlight {
        self.start_with(Some(Rules::transit_ticks(max_transit)))
    }

    /// Both ways of starting; `transit` is in ticks, and `None` means that of the endpoint.
    #[inline]
    fn start_with(mut self, transit: Option<u32>) -> InFlight {
        let slot = self.slot.take().and_then(|slot| {
            let config = slot.keys.config();
            let sent = slot.keys.key(slot.index).start(config, transit, config.clock.now())?;
            Some((slot, sent))
        });
        let position = || QueuePosition(slot.as_ref().map_or(0, |(_, sent)| sent.at));
        let position = self.position.unwrap_or_else(position);
        InFlight { slot, position }
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
    /// `None` if nothing limits the endpoint, or once the request has ended.
    slot: Option<(Slot, Sent)>,
    position: QueuePosition,
}

impl InFlight {
    /// The caller's position in the queue, to be used for a retry.
    pub fn queue_position(&self) -> QueuePosition {
        self.position
    }

    /// The last byte of the request has been written: from now on the server counts it within the `max_transit` of the
    /// endpoint, or of the policy, however long it took to get here. Not needed, but it keeps the promise where writing
    /// takes long, and frees the slot of a lost request sooner after [`Permit::start_within`].
    pub fn written(&mut self) {
        if let Some((Slot { keys, index }, sent)) = &mut self.slot {
            keys.key(*index).written(keys.config(), sent, keys.config().clock.now());
        }
    }

    /// The request has ended. To be called as soon as the response's headers have arrived, before its body is read.
    #[inline]
    pub fn finish(mut self, outcome: Outcome) {
        self.end(outcome);
    }

    /// Reports the end, once.
    #[inline]
    fn end(&mut self, outcome: Outcome) {
        if let Some((Slot { keys, index }, sent)) = self.slot.take() {
            keys.key(index).finish(keys.config(), sent, outcome, keys.config().clock.now());
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
