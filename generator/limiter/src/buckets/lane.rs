//! One credential on one endpoint, as far as it shares limits with others.

use std::sync::Arc;
use std::task::Waker;

use super::id::MeterId;
use crate::key::lapse;
use crate::priority::Order;
use crate::queue::Queue;

/// Who asks: what wakes it, in which runtime it waits, and at which tick it asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Poller<'a, R> {
    pub(crate) waker: &'a Waker,
    pub(crate) runtime: R,
    pub(crate) now: u64,
}

/// A meter that the requests of a lane count in, and how much they weigh there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MeterUse {
    pub(super) meter: MeterId,
    pub(super) weight: u32,
}

/// One credential on one endpoint.
pub(crate) struct Lane {
    pub(super) credential: Arc<str>,
    pub(super) endpoint: u16,
    pub(super) name: &'static str,
    /// All meters that a request counts in. Shared, so that meters can change while it is read.
    pub(super) uses: Arc<[MeterUse]>,
    /// The longest time, in ticks, from the sending of a request until the server counts it.
    pub(super) transit: u32,
    /// The callers who wait.
    pub(super) queue: Queue,
    /// Until when everybody in line is alerted: whoever is polled may take free room. `None` if nobody is.
    pub(super) alert_ends: Option<u64>,
    /// Permits that are not started, offers among them.
    pub(super) permits: u32,
    /// Since when at least one permit has been held at any time; `None` while there is none.
    pub(super) held_since: Option<u64>,
    pub(super) in_flight: u32,
    /// Until when it is kept though nobody needs it: what it knows is of interest for as long as its windows are.
    pub(super) kept_until: u64,
    pub(super) refused: u32,
    pub(super) throttles: u32,
    /// The order of its first caller, under which it stands in the lines of its meters; `None` if nobody waits.
    pub(super) order: Option<Order>,
    /// Whether it has callers in line, alerted or not.
    pub(super) awaited: bool,
    /// When the next offer or alert ends, as it stands in the board's `ends`.
    pub(super) ends: Option<u64>,
}

impl Lane {
    pub(super) fn new(
        credential: Arc<str>,
        endpoint: u16,
        name: &'static str,
        uses: Arc<[MeterUse]>,
        transit: u32,
    ) -> Self {
        Self {
            credential,
            endpoint,
            name,
            uses,
            transit,
            queue: Queue::default(),
            alert_ends: None,
            permits: 0,
            held_since: None,
            in_flight: 0,
            kept_until: 0,
            refused: 0,
            throttles: 0,
            order: None,
            awaited: false,
            ends: None,
        }
    }

    /// How long an offer or an alert made now stands, in ticks.
    pub(super) fn lapse(&self) -> u64 {
        lapse(self.queue.waiting())
    }

    /// How many callers wait, awake or asleep.
    pub(super) fn waiters(&self) -> usize {
        self.queue.tickets() - self.queue.offers()
    }

    /// How many permits are held and not started, without the offers.
    pub(super) fn held(&self) -> u32 {
        self.permits.saturating_sub(u32::try_from(self.queue.offers()).unwrap_or(u32::MAX))
    }

    /// Remembers since when permits have been held.
    pub(super) fn note_permits(&mut self, now: u64) {
        self.held_since = if self.held() > 0 { self.held_since.or(Some(now)) } else { None };
    }

    /// Whether nobody needs it: no caller, no permit, no request, not even lately.
    pub(super) fn is_idle(&self, now: u64) -> bool {
        self.queue.tickets() == 0 && self.permits == 0 && self.in_flight == 0 && self.kept_until <= now
    }
}
