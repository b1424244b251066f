//! Wakers collected under a lock and used after it.

use std::task::Waker;

/// How many callers one pass of the turn can wake.
const ROOM: usize = 8;

/// Wakers to be woken, and one to be dropped, once no lock is held: both can run foreign code, and that code
/// may want the same lock.
#[derive(Default)]
pub(super) struct Wakes {
    woken: [Option<Waker>; ROOM],
    count: usize,
    discarded: Option<Waker>,
}

impl Wakes {
    /// Whether another caller can be woken by this pass.
    pub(super) fn has_room(&self) -> bool {
        // One operation passes the turn on twice at most, and each pass may find that a caller has to set its
        // own alarm: their places are left.
        self.count < ROOM - 2
    }

    /// Will wake this one.
    pub(super) fn push(&mut self, waker: Option<Waker>) {
        if let Some(waker) = waker {
            self.woken[self.count] = Some(waker);
            self.count += 1;
        }
    }

    /// Will drop this one.
    pub(super) fn discard(&mut self, waker: Option<Waker>) {
        self.discarded = waker;
    }

    /// Wakes and drops. To be called with no lock held.
    pub(super) fn wake(mut self) {
        for waker in self.woken.iter_mut().take(self.count) {
            if let Some(waker) = waker.take() {
                waker.wake();
            }
        }
    }
}
