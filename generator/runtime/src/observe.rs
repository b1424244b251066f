//! Observers of attempts, for metrics.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::api::{Effect, Method};
use crate::error::ErrorKind;

/// Receives a report of every attempt of every call, token exchanges included. It sees no bodies or
/// tokens, and no parameters but those that a caller wrote into the path of an endpoint that the client does not know.
///
/// The methods are called while the call runs, so they should return at once.
///
/// ```
/// use paceline_runtime::{Attempt, AttemptEnd, Observer};
///
/// struct Print;
///
/// impl Observer for Print {
///     fn attempt_finished(&self, attempt: &Attempt<'_>, end: &AttemptEnd) {
///         println!("{} #{}: {:?} in {:?}", attempt.endpoint, attempt.number, end.status, end.took);
///     }
/// }
/// ```
pub trait Observer: Send + Sync + 'static {
    /// An attempt is about to be sent.
    fn attempt_started(&self, attempt: &Attempt<'_>) {
        let _ = attempt;
    }

    /// An attempt is over: its response was read, or begun if it is a file or a stream; or it failed; or its caller gave up.
    fn attempt_finished(&self, attempt: &Attempt<'_>, end: &AttemptEnd) {
        let _ = (attempt, end);
    }
}

/// An attempt of a call.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The endpoint's id, such as `work_item.create`; method and path for endpoints that the client does not know.
    pub endpoint: &'a str,
    /// The HTTP method.
    pub method: Method,
    /// What the call does to the server.
    pub effect: Effect,
    /// Which attempt of its call it is, counted from 1.
    pub number: u32,
    /// How long it waited for the limiter.
    pub waited: Duration,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct AttemptEnd {
    /// How long it took, from its sending on.
    pub took: Duration,
    /// The HTTP status, if a response came.
    pub status: Option<u16>,
    /// The API's error code, if it gave one.
    pub code: Option<i64>,
    /// What went wrong; `None` for a success and when the caller gave up.
    pub error: Option<ErrorKind>,
    /// Whether the caller gave up before the end.
    pub abandoned: bool,
}

/// Reports an attempt's start and end to the client's observer, whatever the end is.
pub(crate) struct AttemptObserver(Option<Box<ObservedAttempt>>);

struct ObservedAttempt {
    observer: Arc<dyn Observer>,
    endpoint: Cow<'static, str>,
    method: Method,
    effect: Effect,
    number: u32,
    waited: Duration,
    since: Instant,
}

impl AttemptObserver {
    /// Reports the start of an attempt, if anybody observes it.
    pub(crate) fn start(
        observer: Option<&Arc<dyn Observer>>,
        endpoint: impl FnOnce() -> Cow<'static, str>,
        (method, effect): (Method, Effect),
        number: u32,
        waited: Duration,
    ) -> Self {
        Self(observer.map(|observer| {
            let (observer, endpoint) = (Arc::clone(observer), endpoint());
            let observed =
                ObservedAttempt { observer, endpoint, method, effect, number, waited, since: Instant::now() };
            observed.observer.attempt_started(&observed.attempt());
            Box::new(observed)
        }))
    }

    pub(crate) fn finish(mut self, status: Option<u16>, code: Option<i64>, error: Option<ErrorKind>) {
        self.report(AttemptEnd { status, code, error, ..AttemptEnd::default() });
    }

    fn report(&mut self, end: AttemptEnd) {
        if let Some(observed) = self.0.take() {
            let end = AttemptEnd { took: observed.since.elapsed(), ..end };
            observed.observer.attempt_finished(&observed.attempt(), &end);
        }
    }
}

impl ObservedAttempt {
    fn attempt(&self) -> Attempt<'_> {
        let Self { endpoint, method, effect, number, waited, .. } = self;
        Attempt { endpoint, method: *method, effect: *effect, number: *number, waited: *waited }
    }
}

impl Drop for AttemptObserver {
    fn drop(&mut self) {
        self.report(AttemptEnd { abandoned: true, ..AttemptEnd::default() });
    }
}

impl fmt::Debug for dyn Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer")
    }
}
