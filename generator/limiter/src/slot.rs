//! What a permit holds: a slot of one key, or room in all meters of one lane.

use std::sync::Arc;

use crate::buckets::{End, LaneId, Report};
use crate::credential_keys::CredentialKeys;
use crate::machine::Sent;
use crate::outcome::Outcome;

/// Where a caller waits: at the key of its endpoint, or in a lane if the endpoint shares limits with others. One number,
/// because what permits hold then fits into two registers, and the plain case costs as if it were alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target(u32);

/// What a target is.
pub(crate) enum TargetKind {
    /// The number of the endpoint.
    Key(u16),
    Lane(LaneId),
}

impl Target {
    /// The bit of lanes.
    const LANE: u32 = 1 << 31;

    pub(crate) const fn key(endpoint: u16) -> Self {
        Self(endpoint as u32)
    }

    pub(crate) fn lane(lane: LaneId) -> Self {
        // There is one lane for each credential and endpoint that callers hold anything of, or did a moment ago.
        Self(Self::LANE | u32::try_from(lane).unwrap_or(u32::MAX))
    }

    #[inline]
    pub(crate) const fn kind(self) -> TargetKind {
        if self.0 & Self::LANE == 0 {
            TargetKind::Key(self.0 as u16)
        } else {
            TargetKind::Lane((self.0 & !Self::LANE) as LaneId)
        }
    }
}

/// The right to one request under all limits of one endpoint for one credential.
pub(crate) struct Slot {
    pub(crate) keys: Arc<CredentialKeys>,
    pub(crate) target: Target,
}

impl Slot {
    /// The current tick.
    #[inline]
    pub(crate) fn now(&self) -> u64 {
        self.keys.config().clock.now()
    }

    /// The request is about to be sent. `None` if what it would start from is not there, which cannot be while this is held.
    #[inline]
    pub(crate) fn start(&self, transit: Option<u32>) -> Option<Sent> {
        match self.target.kind() {
            TargetKind::Key(index) => self.keys.key(index).start(self.keys.config(), transit, self.now()),
            TargetKind::Lane(lane) => Some(self.start_in(lane, transit)),
        }
    }

    #[cold]
    fn start_in(&self, lane: LaneId, transit: Option<u32>) -> Sent {
        self.keys.board().start(self.keys.config(), lane, transit, self.now())
    }

    /// The last byte of the request was written.
    pub(crate) fn written(&self, sent: &mut Sent) {
        let (config, now) = (self.keys.config(), self.now());
        match self.target.kind() {
            TargetKind::Key(index) => self.keys.key(index).written(config, sent, now),
            TargetKind::Lane(lane) => self.keys.board().written(config, lane, sent, now),
        }
    }

    /// The request has ended. What its response said of buckets is nothing to a key.
    #[inline]
    pub(crate) fn finish(&self, sent: Sent, outcome: Outcome, reports: Option<&[Report]>) {
        match self.target.kind() {
            TargetKind::Key(index) => {
                self.keys.key(index).finish(self.keys.config(), sent, outcome, self.now());
            }
            TargetKind::Lane(lane) => {
                self.finish_in(lane, End { sent, outcome, reports: reports.unwrap_or_default() });
            }
        }
    }

    #[cold]
    fn finish_in(&self, lane: LaneId, end: End<'_>) {
        self.keys.board().finish(self.keys.config(), lane, end, self.now());
    }

    /// The slot is given back unused.
    #[inline]
    pub(crate) fn refund(&self) {
        match self.target.kind() {
            TargetKind::Key(index) => self.keys.key(index).refund(self.keys.config(), || self.now()),
            TargetKind::Lane(lane) => self.refund_in(lane),
        }
    }

    #[cold]
    fn refund_in(&self, lane: LaneId) {
        self.keys.board().refund(self.keys.config(), lane, self.now());
    }
}
