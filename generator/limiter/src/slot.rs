//! What a permit holds: a slot of one key, or room in all meters of one lane.

use std::sync::Arc;

use crate::buckets::{End, LaneId, Report};
use crate::credential_keys::CredentialKeys;
use crate::machine::Sent;
use crate::outcome::Outcome;

/// Where a caller waits: at the key of its endpoint, or in a lane if the endpoint shares limits with others.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// The number of the endpoint.
    Key(u16),
    /// The number of the lane, in fewer bits than usual so that what callers hold stays small.
    Lane(u32),
}

impl Target {
    pub(crate) fn lane(lane: LaneId) -> Self {
        // There is one lane for each credential and endpoint that callers hold anything of, or did a moment ago.
        Self::Lane(u32::try_from(lane).unwrap_or(u32::MAX))
    }
}

/// The right to one request under all limits of one endpoint for one credential.
pub(crate) struct Slot {
    pub(crate) keys: Arc<CredentialKeys>,
    pub(crate) target: Target,
}

impl Slot {
    /// The current tick.
    pub(crate) fn now(&self) -> u64 {
        self.keys.config().clock.now()
    }

    /// The request is about to be sent. `None` if what it would start from is not there, which cannot be while this is held.
    #[inline]
    pub(crate) fn start(&self, transit: Option<u32>) -> Option<Sent> {
        let (config, now) = (self.keys.config(), self.now());
        match self.target {
            Target::Key(index) => self.keys.key(index).start(config, transit, now),
            Target::Lane(lane) => Some(self.keys.board().start(config, lane as LaneId, transit, now)),
        }
    }

    /// The last byte of the request was written.
    pub(crate) fn written(&self, sent: &mut Sent) {
        let (config, now) = (self.keys.config(), self.now());
        match self.target {
            Target::Key(index) => self.keys.key(index).written(config, sent, now),
            Target::Lane(lane) => self.keys.board().written(config, lane as LaneId, sent, now),
        }
    }

    /// The request has ended.
    #[inline]
    pub(crate) fn finish(&self, sent: Sent, outcome: Outcome, reports: &[Report]) {
        let (config, now) = (self.keys.config(), self.now());
        match self.target {
            Target::Key(index) => self.keys.key(index).finish(config, sent, outcome, now),
            Target::Lane(lane) => {
                self.keys.board().finish(config, lane as LaneId, End { sent, outcome, reports }, now);
            }
        }
    }

    /// The slot is given back unused.
    #[inline]
    pub(crate) fn refund(&self) {
        let config = self.keys.config();
        match self.target {
            Target::Key(index) => self.keys.key(index).refund(config, || self.now()),
            Target::Lane(lane) => self.keys.board().refund(config, lane as LaneId, self.now()),
        }
    }
}
