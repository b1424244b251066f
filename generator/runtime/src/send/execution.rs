//! A call that is being carried out: what its steps share.

use std::time::Duration;

use paceline::QueuePosition;
use tokio::time::Instant;
use tracing::{Span, debug, record_all};

use crate::call::Call;
use crate::error::{Error, Result};
use crate::retry::{AttemptFacts, OutageKey, RetryState};
use crate::secret::{Secret, hide};

use super::prepare::PreparedRequest;
use super::response::UntypedResponse;
use super::response_kind::ResponseKind;
use super::validate;

/// A call that is being carried out. Each step is a method in a module of its own.
pub(super) struct CallExecution {
    pub(super) call: Box<Call>,
    pub(super) request: PreparedRequest,
    pub(super) kind: ResponseKind,
    /// The end of the whole call.
    pub(super) deadline: Option<Instant>,
    pub(super) began: Instant,
    pub(super) token: Option<Secret>,
    /// Position in the limiter's queue, kept by all attempts.
    pub(super) position: Option<QueuePosition>,
    pub(super) attempts: u32,
    /// Why the last attempt failed, if another one follows.
    pub(super) last_error: Option<Error>,
    /// When the last attempt began.
    pub(super) attempt_began: Instant,
    /// How long all attempts together waited for the limiter.
    pub(super) waited: Duration,
    pub(super) retry: RetryState,
    /// How long the next attempt waits if the limiter does not hold it back after a 429.
    pub(super) fallback_delay: Option<Duration>,
}

impl CallExecution {
    /// Checks the call and encodes what all attempts share.
    pub(super) fn prepare(call: Box<Call>, kind: ResponseKind) -> Result<Box<Self>> {
        let began = Instant::now();
        if !matches!(kind, ResponseKind::Token(_)) {
            validate::check_effect(&call)?;
        }
        Ok(Box::new(Self {
            request: PreparedRequest::new(&call)?,
            deadline: call.deadline.map(|deadline| began + deadline),
            began,
            call,
            kind,
            token: None,
            position: None,
            attempts: 0,
            last_error: None,
            attempt_began: began,
            waited: Duration::ZERO,
            retry: RetryState::default(),
            fallback_delay: None,
        }))
    }

    /// How long an attempt may take. An upload must not fail for its size alone: it has a second more for each MiB.
    pub(super) fn attempt_timeout(&self) -> Duration {
        self.call.client.attempt_timeout() + Duration::from_secs(self.call.upload_size() >> 20)
    }

    /// When the policy's `max_elapsed`, not counting time in the limiter's queue, is over.
    pub(super) fn max_elapsed_ends(&self) -> Instant {
        let attempt = self.call.client.attempt_timeout();
        let uploading = self.attempt_timeout() - attempt;
        self.began + self.waited + self.call.client.retry_policy().max_elapsed.max(attempt) + uploading
    }

    /// The endpoint, as the call's credential calls it.
    pub(super) fn outage_key(&self) -> OutageKey {
        OutageKey {
            credential: self
                .call
                .credential()
                .map(|credential| credential.session().id().to_owned())
                .unwrap_or_default(),
            endpoint: self.call.endpoint.to_name(),
        }
    }

    /// What a decision about another attempt depends on.
    pub(super) fn facts(&self) -> AttemptFacts<'_> {
        AttemptFacts {
            policy: self.call.client.retry_policy(),
            min_attempts: self.call.repetition.min_attempts(),
            budget: self.call.client.retry_budget(),
            deadline: self.deadline,
            max_elapsed_ends: self.max_elapsed_ends(),
            can_harm: self.call.is_harmed_by_repetition(),
            has_idempotency_key: self.request.has_idempotency_key(),
            is_repeatable: self.call.files.iter().all(|(_, file)| file.is_repeatable()),
            token: self.token.as_ref(),
            can_renew: self.call.credential().is_some_and(|credential| credential.exchange().is_some()),
        }
    }

    /// The error of the whole call, with the facts of its attempts and without secrets.
    pub(super) fn fail(&self, error: Error) -> Error {
        let ambiguous = self.retry.is_ambiguous() && self.call.is_write();
        let error = error.maybe_applied(ambiguous).with_endpoint(self.call.endpoint.to_name());
        // The attempts of a token's exchange are not this call's.
        let own = error.endpoint() == Some(self.call.endpoint.name());
        let error = if own { error.with_attempts(self.attempts) } else { error };
        self.redact(error)
    }

    /// The error without any secret that the server repeated.
    pub(super) fn redact(&self, error: Error) -> Error {
        let secrets: Vec<Secret> = self.call.client.secrets().chain(self.token.clone()).collect();
        error.without(secrets.iter().chain(&self.call.secrets))
    }

    /// Text of the server without any secret that it repeated.
    pub(super) fn redact_text(&self, text: String) -> String {
        let text = self.call.redact(text);
        self.token.iter().fold(text, hide)
    }

    /// Records the outcome in the call's span.
    pub(super) fn record(&self, span: &Span, result: &Result<UntypedResponse>) {
        let waited_ms = u64::try_from(self.waited.as_millis()).unwrap_or(u64::MAX);
        let attempts = self.attempts;
        match result {
            Ok(response) => {
                let (status, log_id) = (response.meta.status.as_u16(), response.meta.log_id.as_deref());
                record_all!(span, attempts, waited_ms, status, log_id);
            }
            Err(error) => {
                let (status, code, log_id) = (error.status(), error.code(), error.log_id());
                record_all!(span, attempts, waited_ms, status, code, log_id);
                debug!(%error, "failed");
            }
        }
    }
}
