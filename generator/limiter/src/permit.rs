//! What a caller holds: a `Permit` is the right to send one request, an `InFlight` the duty to report how it ended.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

use crate::buckets::Report;
use crate::clock::ticks_ceil;
use crate::machine::{Rules, Sent};
use crate::outcome::Outcome;
use crate::priority::QueuePosition;
use crate::slot::Slot;

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
        let now = || self.slot.as_ref().map_or(0, Slot::now);
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
            let sent = slot.start(transit)?;
            Some((slot, sent))
        });
        let position = || QueuePosition(slot.as_ref().map_or(0, |(_, sent)| sent.at));
        let position = self.position.unwrap_or_else(position);
        InFlight { slot, position, reports: None }
    }
}

impl Drop for Permit {
    #[inline]
    fn drop(&mut self) {
        if let Some(slot) = &self.slot {
            slot.refund();
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
    /// What the response said of buckets, if anything. Boxed, because few responses do, and this is to stay small.
    reports: Option<Box<Reports>>,
}

/// What a response said of buckets, once for each.
#[derive(Default)]
struct Reports {
    said: Vec<Report>,
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
        if let Some((slot, sent)) = &mut self.slot {
            slot.written(sent);
        }
    }

    /// The response says how many requests the server still allows in a bucket of the endpoint, and when that number is
    /// renewed. Until then no more are granted; the promise itself does not depend on it, so what is said can only lower
    /// what the bucket's own limits allow, and for no longer than the longest of their windows (a day, if it has none). To be
    /// called before [`InFlight::finish`]; a bucket that the endpoint does not count in is not told.
    pub fn told(&mut self, bucket: &'static str, left: u32, renewed: Instant) {
        let after = ticks_ceil(renewed.saturating_duration_since(Instant::now()));
        self.report(bucket).left = Some((left, after));
    }

    /// The response says how much the request weighed in a bucket of the endpoint, where that is not known before: this
    /// takes the place of the declared weight. A request that was heavier than declared may exceed a limit, because nothing
    /// could be known; those after it wait accordingly longer. To be called before [`InFlight::finish`].
    pub fn weighed(&mut self, bucket: &'static str, weight: u32) {
        self.report(bucket).weight = Some(weight);
    }

    /// What the response says of this bucket.
    fn report(&mut self, bucket: &'static str) -> &mut Report {
        let reports = &mut self.reports.get_or_insert_default().said;
        let known = reports.iter().position(|report| report.bucket == bucket);
        let index = known.unwrap_or_else(|| {
            reports.push(Report { bucket, left: None, weight: None });
            reports.len() - 1
        });
        &mut reports[index]
    }

    /// The request has ended. To be called as soon as the response's headers have arrived, before its body is read.
    #[inline]
    pub fn finish(mut self, outcome: Outcome) {
        self.end(outcome);
    }

    /// Reports the end, once.
    #[inline]
    fn end(&mut self, outcome: Outcome) {
        if let Some((slot, sent)) = self.slot.take() {
            slot.finish(sent, outcome, self.reports.as_ref().map(|reports| &*reports.said));
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
