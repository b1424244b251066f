//! The error: what is known about a failure.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::api::{Category, KnownError};
use crate::json::{DecodeError, HIDDEN};
use crate::secret::{SHORTEST_HIDDEN, Secret};

use super::kind::ErrorKind;

/// Anything that can go wrong with a call.
///
/// Ask it what you need to know; its text says what happened, where, and what to do.
#[derive(Clone)]
pub struct Error(pub(super) Box<Inner>);

/// The result of a call.
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Clone, Debug)]
pub(super) struct Inner {
    pub(super) kind: ErrorKind,
    pub(super) message: String,
    pub(super) endpoint: Option<Cow<'static, str>>,
    pub(super) status: Option<u16>,
    pub(super) code: Option<i64>,
    pub(super) text_code: Option<String>,
    /// What the API's list of error codes says of `code`.
    pub(super) known: Option<&'static KnownError>,
    pub(super) log_id: Option<String>,
    pub(super) detail: Option<serde_json::Value>,
    pub(super) body: Option<String>,
    /// What the body holds, where the API describes that.
    pub(super) refusal: Option<Arc<dyn Any + Send + Sync>>,
    pub(super) retry_after: Option<Duration>,
    pub(super) attempts: u32,
    pub(super) may_have_been_applied: bool,
    /// What to do about it, where more is known than the kind.
    pub(super) advice: Option<&'static str>,
    pub(super) source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            endpoint: None,
            status: None,
            code: None,
            text_code: None,
            known: None,
            log_id: None,
            detail: None,
            body: None,
            refusal: None,
            retry_after: None,
            attempts: 0,
            may_have_been_applied: false,
            advice: None,
            source: None,
        }))
    }

    pub(crate) fn with_advice(mut self, advice: Option<&'static str>) -> Self {
        self.0.advice = advice;
        self
    }

    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// An error keeps the endpoint that it was made with.
    pub(crate) fn with_endpoint(mut self, endpoint: impl Into<Cow<'static, str>>) -> Self {
        self.0.endpoint.get_or_insert_with(|| endpoint.into());
        self
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_code(mut self, code: Option<i64>, known: Option<&'static KnownError>) -> Self {
        self.0.code = code;
        self.0.known = known;
        self
    }

    pub(crate) fn with_text_code(mut self, code: Option<String>) -> Self {
        self.0.text_code = code;
        self
    }

    pub(crate) fn with_log_id(mut self, log_id: Option<String>) -> Self {
        self.0.log_id = log_id.or(self.0.log_id);
        self
    }

    pub(crate) fn with_detail(mut self, detail: Option<serde_json::Value>) -> Self {
        self.0.detail = detail;
        self
    }

    pub(crate) fn with_body(mut self, body: Option<impl Into<String>>) -> Self {
        self.0.body = body.map(Into::into);
        self
    }

    pub(crate) fn with_refusal(mut self, refusal: Option<Arc<dyn Any + Send + Sync>>) -> Self {
        self.0.refusal = refusal;
        self
    }

    pub(crate) fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.0.retry_after = retry_after;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn maybe_applied(mut self, maybe: bool) -> Self {
        self.0.may_have_been_applied |= maybe;
        self
    }

    /// Adds a sentence about what was done or not done about it.
    pub(crate) fn with_remark(mut self, remark: &str) -> Self {
        self.0.message.push_str("; ");
        self.0.message.push_str(remark);
        self
    }

    /// Takes secrets out of what the server said.
    pub(crate) fn without<'a>(mut self, secrets: impl Iterator<Item = &'a Secret>) -> Self {
        for secret in secrets {
            let text = secret.expose();
            if text.len() < SHORTEST_HIDDEN {
                continue;
            }
            if self.0.message.contains(text) {
                self.0.message = self.0.message.replace(text, HIDDEN);
            }
            if let Some(code) = self.0.text_code.as_mut().filter(|code| code.contains(text)) {
                *code = code.replace(text, HIDDEN);
            }
            if let Some(log_id) = self.0.log_id.as_mut().filter(|log_id| log_id.contains(text)) {
                *log_id = log_id.replace(text, HIDDEN);
            }
            if let Some(body) = self.0.body.as_mut().filter(|body| body.contains(text)) {
                *body = body.replace(text, HIDDEN);
            }
            if let Some(detail) = &mut self.0.detail {
                redact(detail, text);
            }
        }
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The id of the endpoint that was called, such as `work_item.create`; method and path for a raw call. It is the
    /// token's endpoint when no token could be had.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        self.0.endpoint.as_deref()
    }

    /// The API's error code, if it gave one that is a number.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.0.code
    }

    /// The API's error code, if it gave one that is a text and no number, such as `card_declined`; without the client's
    /// secrets.
    #[must_use]
    pub fn text_code(&self) -> Option<&str> {
        self.0.text_code.as_deref()
    }

    /// What kind of failure the code stands for, if it is documented.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.0.known.map(|known| known.category)
    }

    /// What is documented about the code, if anything is.
    #[must_use]
    pub fn documented(&self) -> Option<&'static KnownError> {
        self.0.known
    }

    /// The HTTP status, if a response came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The id under which the server logged the request; support asks for it.
    #[must_use]
    pub fn log_id(&self) -> Option<&str> {
        self.0.log_id.as_deref()
    }

    /// Further details that the server gave.
    #[must_use]
    pub fn detail(&self) -> Option<&serde_json::Value> {
        self.0.detail.as_ref()
    }

    /// The body of the response, if one came and the call asked for it by `keep_body`; without the client's secrets.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// The body of the refusal, if the API says that a refusal of this endpoint with this status holds a `T`, and what
    /// came fits it. The documentation of each method lists what its refusals hold; members of a body that do not fit
    /// their types are absent, and one warning in the log tells of them. The client's secrets are taken out.
    ///
    /// ```
    /// # use paceline_runtime::{Error, Map, Value};
    /// # type Problem = Map<String, Value>;
    /// fn explain(error: &Error) -> String {
    ///     match error.refusal::<Problem>() {
    ///         Some(problem) => format!("{:?}", problem.get("detail")),
    ///         None => error.to_string(),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn refusal<T: 'static>(&self) -> Option<&T> {
        self.0.refusal.as_ref()?.downcast_ref()
    }

    /// How often the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long to wait before trying again: the server's word, or the limiter's estimate.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("message", &inner.message)
            .field("endpoint", &inner.endpoint)
            .field("status", &inner.status)
            .field("code", &inner.code)
            .field("text_code", &inner.text_code)
            .field("log_id", &inner.log_id)
            .field("attempts", &inner.attempts)
            .field("source", &inner.source)
            .finish_non_exhaustive()
    }
}

/// Free JSON in a response did not fit the type it was read as.
impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Self::new(ErrorKind::Decode, error.to_string())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

fn redact(value: &mut serde_json::Value, secret: &str) {
    match value {
        serde_json::Value::String(text) if text.contains(secret) => *text = text.replace(secret, HIDDEN),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| redact(item, secret)),
        serde_json::Value::Object(members) => {
            if members.keys().any(|name| name.contains(secret)) {
                let all = std::mem::take(members).into_iter();
                *members = all.map(|(name, member)| (name.replace(secret, HIDDEN), member)).collect();
            }
            members.values_mut().for_each(|member| redact(member, secret));
        }
        _ => {}
    }
}
