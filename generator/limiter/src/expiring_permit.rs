//! A permit that its caller cannot hold for ever.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::permit::{InFlight, Permit};
use crate::sync::lock_std;

/// A permit with a time limit: if it is not started by then, its slot goes to others.
#[derive(Debug)]
#[must_use = "a slot is held while this lives and has not expired"]
pub struct ExpiringPermit {
    permit: Arc<Mutex<Option<Permit>>>,
}

/// The permit was held for longer than its time limit, and its slot was given back. Nothing was sent: acquire another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PermitExpired;

impl fmt::Display for PermitExpired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the permit was held for longer than its time limit allows")
    }
}

impl std::error::Error for PermitExpired {}

impl Permit {
    /// The same permit with a time limit: if it is not started within `limit` from now, its slot goes to others.
    ///
    /// # Panics
    /// Outside of a tokio runtime, or in one without timers.
    pub fn expiring_after(self, limit: Duration) -> ExpiringPermit {
        let permit = Arc::new(Mutex::new(Some(self)));
        // Held weakly, so that a permit that is dropped or started before the end gives up nothing to this task.
        let (held, end) = (Arc::downgrade(&permit), tokio::time::sleep(limit));
        tokio::spawn(async move {
            end.await;
            if let Some(held) = held.upgrade() {
                // Two steps, so that the slot is given back after the lock is released.
                let expired = lock_std(&held).take();
                drop(expired);
            }
        });
        ExpiringPermit { permit }
    }
}

impl ExpiringPermit {
    /// The request is about to be sent, as [`Permit::start`].
    ///
    /// # Errors
    /// [`PermitExpired`]: then nothing may be sent.
    pub fn start(self) -> Result<InFlight, PermitExpired> {
        self.into_permit().map(Permit::start)
    }

    /// The permit without a time limit.
    ///
    /// # Errors
    /// [`PermitExpired`]: then nothing may be sent.
    pub fn into_permit(self) -> Result<Permit, PermitExpired> {
        let permit = lock_std(&self.permit).take();
        permit.ok_or(PermitExpired)
    }
}
