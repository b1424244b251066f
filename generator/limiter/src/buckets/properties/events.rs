//! What is to happen, in the order of time.

use std::collections::BTreeMap;

use crate::outcome::Outcome;

/// What happens next in a world. The number is that of a call.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    /// Somebody calls.
    Come,
    /// A permit is used.
    Start(usize),
    /// A permit is given back unused.
    Refund(usize),
    /// A waiting caller goes away.
    Leave(usize),
    /// A caller who was not polled is polled from now on.
    Rouse(usize),
    /// The server counts the request.
    Count(usize),
    /// The server has done with the request.
    ServerDone(usize),
    /// The caller learns how the request ended, or gives up.
    End(usize, Outcome),
}

/// Events by their time; of the same time, in the order in which they were added.
#[derive(Default)]
pub(super) struct Events {
    by_time: BTreeMap<(u64, u64), Event>,
    added: u64,
}

impl Events {
    pub(super) fn add(&mut self, at: u64, event: Event) {
        self.added += 1;
        self.by_time.insert((at, self.added), event);
    }

    /// Takes the next event, if it is before this time.
    pub(super) fn next_before(&mut self, time: u64) -> Option<(u64, Event)> {
        let first = self.by_time.first_entry().filter(|entry| entry.key().0 < time)?;
        let at = first.key().0;
        Some((at, first.remove()))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_time.is_empty()
    }
}
