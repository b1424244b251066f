//! The timers of a key, that is of one credential on one endpoint, or of all that share limits, as tasks of tokio's: one for
//! each runtime in which a caller waits.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::time::{Instant, Sleep, sleep_until};

use crate::credential_keys::CredentialKeys;
use crate::key::TimerStep;
use crate::slot::{Target, TargetKind};
use crate::timers::TimerId;

/// A timer of one key, or of the board of shared limits. It serves the queue in time, in the runtime that it was started in, and ends when nobody
/// stands in line. What wakes it is this task's own waker, which the key holds, not a caller's: a caller who is not polled
/// cannot stop it.
struct WakeTimer {
    keys: Arc<CredentialKeys>,
    target: Target,
    id: TimerId,
}

/// Starts a timer in the current runtime.
///
/// # Panics
/// Outside of a tokio runtime, or if its timers are not enabled.
pub(crate) fn start(keys: Arc<CredentialKeys>, target: Target, id: TimerId) {
    // It takes itself off the key's list when it is dropped, whatever the reason.
    let timer = WakeTimer { keys, target, id };
    let sleep = sleep_until(Instant::now());
    tokio::spawn(async move {
        let mut sleep = pin!(sleep);
        poll_fn(|cx| timer.poll(sleep.as_mut(), cx)).await;
    });
}

impl WakeTimer {
    fn poll(&self, mut sleep: Pin<&mut Sleep>, cx: &mut Context<'_>) -> Poll<()> {
        let config = self.keys.config();
        loop {
            let (id, waker, now) = (self.id, cx.waker(), config.clock.now());
            let step = match self.target.kind() {
                TargetKind::Key(index) => self.keys.key(index).run_timer(config, id, waker, now),
                TargetKind::Lane(_) => self.keys.board().run_timer(config, id, waker, now),
            };
            match step {
                TimerStep::End => return Poll::Ready(()),
                TimerStep::Park => return Poll::Pending,
                TimerStep::Sleep(tick) => {
                    sleep.as_mut().reset(config.clock.instant(tick));
                    if sleep.as_mut().poll(cx).is_pending() {
                        return Poll::Pending;
                    }
                }
            }
        }
    }
}

impl Drop for WakeTimer {
    fn drop(&mut self) {
        match self.target.kind() {
            TargetKind::Key(index) => self.keys.key(index).remove_timer(self.id),
            TargetKind::Lane(_) => self.keys.board().remove_timer(self.id),
        }
    }
}
