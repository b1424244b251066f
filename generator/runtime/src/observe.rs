//! For people's own metrics: what happens to each attempt.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::api::Method;
use crate::error::ErrorKind;

/// Is told about every attempt of every call, token exchanges included. It sees no parameters, bodies or tokens.
///
/// The methods are called on the way of the call, so they should return at once.
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

    /// An attempt is over: its answer was read, or at least begun if it is a file; or it failed; or its caller gave up.
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
    /// The HTTP status, if an answer came.
    pub status: Option<u16>,
    /// The API's error code, if it gave one.
    pub code: Option<i64>,
    /// What went wrong; `None` for a success and when the caller gave up.
    pub error: Option<ErrorKind>,
    /// Whether the caller gave up before the end.
    pub abandoned: bool,
}

/// Tells the observer of an attempt's end, whatever the end is.
pub(crate) struct Watch(Option<Box<Watched>>);

struct Watched {
    observer: Arc<dyn Observer>,
    endpoint: crate::target::Target,
    number: u32,
    waited: Duration,
    since: Instant,
}

impl Watch {
    pub(crate) fn start(call: &crate::call::Call, number: u32, waited: Duration) -> Self {
        let watched = call.client.shared.observer.clone().map(|observer| {
            let watched =
                Watched { observer, endpoint: call.endpoint.clone(), number, waited, since: Instant::now() };
            watched.observer.attempt_started(&watched.attempt());
            Box::new(watched)
        });
        Self(watched)
    }

    pub(crate) fn finish(mut self, status: Option<u16>, code: Option<i64>, error: Option<ErrorKind>) {
        self.tell(AttemptEnd { status, code, error, ..AttemptEnd::default() });
    }

    fn tell(&mut self, end: AttemptEnd) {
        if let Some(watched) = self.0.take() {
            let end = AttemptEnd { took: watched.since.elapsed(), ..end };
            watched.observer.attempt_finished(&watched.attempt(), &end);
        }
    }
}

impl Watched {
    fn attempt(&self) -> Attempt<'_> {
        let (endpoint, method) = (self.endpoint.name(), self.endpoint.method);
        Attempt { endpoint, method, number: self.number, waited: self.waited }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.tell(AttemptEnd { abandoned: true, ..AttemptEnd::default() });
    }
}

impl fmt::Debug for dyn Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer")
    }
}
