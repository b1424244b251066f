//! Endpoints from which nothing but failures comes: those who wait for one of them are told, and only a few try it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::lock::lock;

/// An endpoint is down when nothing but failures came from it for so long, ...
const DOWN_AFTER: Duration = Duration::from_secs(20);
/// ... and at least so many, ...
const MIN_FAILURES: u32 = 5;
/// ... or for so long, and more than once, where attempts take their time and so are few.
const DOWN_AFTER_FEW: Duration = Duration::from_secs(45);
/// Failures further apart say nothing of the time between them.
const FORGET_AFTER: Duration = Duration::from_secs(60);
/// How often a call may try an endpoint that is down.
const PROBE_EVERY: Duration = Duration::from_secs(1);
/// How many failing endpoints are remembered; when there are more, those that failed last before [`FORGET_AFTER`] go.
const MAX_FAILING: usize = 1000;

/// An endpoint, as one credential calls it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OutageKey {
    /// The credential's name in the limiter; empty for calls without one.
    pub(crate) credential: String,
    pub(crate) endpoint: Cow<'static, str>,
}

/// The endpoints that fail, over all calls of a client.
#[derive(Debug, Default)]
pub(crate) struct Outages {
    failing: Mutex<HashMap<OutageKey, Outage>>,
    /// How many there are: usually none, which is quickly seen.
    count: AtomicUsize,
    went_down: Notify,
}

/// An endpoint of which the last attempts all failed.
#[derive(Debug)]
struct Outage {
    /// When the first of these attempts began.
    since: Instant,
    last: Instant,
    failures: u32,
    /// When the next call may try it, if it is down.
    probe_at: Option<Instant>,
    error: Error,
}

/// How a call may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passage {
    Open,
    /// The endpoint is down, and this call finds out whether it is back.
    Probe,
}

impl Outages {
    /// Whether some endpoint fails at the moment.
    pub(crate) fn any(&self) -> bool {
        self.count.load(Ordering::Relaxed) > 0
    }

    /// Takes note of an attempt that failed for no fault of the call; it began at `began`. Tells whether the endpoint is
    /// down.
    pub(crate) fn failed(&self, key: OutageKey, began: Instant, error: &Error) -> bool {
        let now = Instant::now();
        let patience = FORGET_AFTER + error.retry_after().unwrap_or_default();
        let mut failing = lock(&self.failing);
        if failing.len() >= MAX_FAILING {
            failing.retain(|_, outage| now - outage.last < FORGET_AFTER);
        }
        let fresh = || Outage { since: began, last: now, failures: 0, probe_at: None, error: error.clone() };
        let outage = failing.entry(key).or_insert_with(fresh);
        if now - outage.last > patience {
            *outage = fresh();
        }
        (outage.last, outage.error) = (now, error.clone());
        outage.since = outage.since.min(began);
        outage.failures += 1;
        let lasted = now - outage.since;
        let is_down = lasted >= DOWN_AFTER && outage.failures >= MIN_FAILURES
            || lasted >= DOWN_AFTER_FEW && outage.failures > 1;
        if is_down && outage.probe_at.is_none() {
            outage.probe_at = Some(now + PROBE_EVERY);
            self.went_down.notify_waiters();
        }
        self.count.store(failing.len(), Ordering::Relaxed);
        is_down
    }

    /// Takes note that the endpoint responds again, if only with a refusal of the call.
    pub(crate) fn responded(&self, key: &OutageKey) {
        let mut failing = lock(&self.failing);
        failing.remove(key);
        self.count.store(failing.len(), Ordering::Relaxed);
    }

    /// Whether a call may be sent.
    ///
    /// # Errors
    /// When the endpoint is down, and another call was let through to try it a moment ago.
    pub(crate) fn enter(&self, key: &OutageKey) -> Result<Passage, Error> {
        let now = Instant::now();
        let mut failing = lock(&self.failing);
        let Some(outage) = failing.get_mut(key) else { return Ok(Passage::Open) };
        match outage.probe_at {
            None => Ok(Passage::Open),
            Some(at) if at <= now => {
                outage.probe_at = Some(now + PROBE_EVERY);
                Ok(Passage::Probe)
            }
            Some(_) => Err(outage.refusal(now)),
        }
    }

    /// Waits until the endpoint is down; for those in line for it.
    pub(crate) async fn until_down(&self, key: &OutageKey) -> Error {
        loop {
            let mut notified = std::pin::pin!(self.went_down.notified());
            notified.as_mut().enable();
            if let Some(outage) = lock(&self.failing).get(key).filter(|outage| outage.probe_at.is_some()) {
                return outage.refusal(Instant::now());
            }
            notified.await;
        }
    }
}

impl Outage {
    /// What a call hears that is not sent.
    fn refusal(&self, now: Instant) -> Error {
        let seconds = (now - self.since).as_secs();
        let message =
            format!("not sent, because nothing but failures came from this endpoint for {seconds} s");
        let error = Error::new(ErrorKind::Unavailable, message).with_source(self.error.clone());
        error.with_retry_after(self.error.retry_after().or(Some(PROBE_EVERY)))
    }
}
