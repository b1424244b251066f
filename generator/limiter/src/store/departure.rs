//! How whoever speaks for a limiter learns that it is gone, and tells that it has given everything back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// Whether a limiter is gone, and whether it has given everything back.
#[derive(Debug, Default)]
pub(crate) struct Departure {
    leaves: AtomicBool,
    gone: AtomicBool,
    /// Wakes whoever speaks for the limiter.
    pub(crate) pressed: Arc<Notify>,
    left: Notify,
}

impl Departure {
    /// The process is to give everything back.
    pub(crate) fn leave(&self) {
        self.leaves.store(true, Ordering::Release);
        self.pressed.notify_one();
    }

    /// Whether it is to.
    pub(crate) fn leaves(&self) -> bool {
        self.leaves.load(Ordering::Acquire)
    }

    /// It has.
    pub(crate) fn end(&self) {
        self.gone.store(true, Ordering::Release);
        self.left.notify_waiters();
    }

    /// Waits until it has.
    pub(crate) async fn ended(&self) {
        loop {
            let left = self.left.notified();
            if self.gone.load(Ordering::Acquire) {
                return;
            }
            left.await;
        }
    }
}

/// Gives everything back when it is dropped.
#[derive(Debug)]
pub(crate) struct DepartureGuard(pub(crate) Arc<Departure>);

impl Drop for DepartureGuard {
    fn drop(&mut self) {
        self.0.leave();
    }
}
