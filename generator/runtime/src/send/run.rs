//! The loop over the attempts of a call.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tracing::debug;

use crate::api::{Effect, Piece};
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};
use crate::limiter::{LimitError, Permit};
use crate::secret::Secret;

use super::attempt::{Lost, attempt};
use super::classify::{Verdict, classify};
use super::open::Expect;
use super::request::{Prepared, credential};
use super::{Done, Meta};

/// Makes a call.
pub(super) async fn run(call: Call, expect: Expect) -> Result<Done> {
    let prepared = Prepared::new(&call)?;
    let mut job = Job {
        deadline: call.deadline.map(|deadline| Instant::now() + deadline),
        delays: Box::new(call.client.shared.retry.delays()),
        attempts: 0,
        waited: Duration::ZERO,
        renewed: false,
        unsure_with: None,
        call,
        prepared,
        expect,
    };
    loop {
        if let Some(done) = job.step().await.map_err(|error| job.finish(error))? {
            return Ok(done);
        }
    }
}

struct Job {
    call: Call,
    prepared: Prepared,
    expect: Expect,
    deadline: Option<Instant>,
    delays: Box<dyn Iterator<Item = Duration> + Send>,
    attempts: u32,
    waited: Duration,
    renewed: bool,
    /// The token of an attempt that the server may have carried out. Idempotency keys count for one token only.
    unsure_with: Option<Option<Secret>>,
}

impl Job {
    /// One attempt; `None` when another one shall follow.
    async fn step(&mut self) -> Result<Option<Done>> {
        let permit = self.permit().await?;
        let token = token(&self.call, self.deadline).await?;
        self.check_scope(token.as_ref())?;
        let request = self.prepared.build(&self.call, token.as_ref())?;
        self.attempts += 1;
        let limit = Instant::now() + self.call.client.shared.attempt_timeout;
        let deadline = self.deadline.map_or(limit, |deadline| deadline.min(limit));
        let arrived = match attempt(&self.call, request, permit, &self.expect, deadline).await {
            Ok(arrived) => arrived,
            Err(Lost { error, sent }) => return self.lost(error, sent, token).await.map(|()| None),
        };
        let (status, headers) = (arrived.status, arrived.headers.clone());
        debug!(
            endpoint = self.call.endpoint.id,
            attempt = self.attempts,
            status = status.as_u16(),
            "answered"
        );
        match classify(&self.call, arrived, &self.expect) {
            Verdict::Done(data, log_id) => {
                let meta = Meta { status, headers, log_id, attempts: self.attempts, waited: self.waited };
                Ok(Some(Done { data, meta }))
            }
            Verdict::Renew(error) => self.renew(error, token).await.map(|()| None),
            Verdict::Wait(error) => self.pause(error).await.map(|()| None),
            Verdict::Unsure(error) => self.again(error, true, token).await.map(|()| None),
            Verdict::Fail(error) => Err(error),
        }
    }

    async fn permit(&mut self) -> Result<Permit> {
        let call = &self.call;
        let limiter =
            credential(call).map_or(&call.client.shared.anonymous, |credential| &credential.limiter);
        let permit = limiter.acquire(call.endpoint.limits, call.priority, self.deadline).await;
        let permit = permit.map_err(|error| limited(call, error))?;
        self.waited += permit.waited();
        Ok(permit)
    }

    /// A repetition after a renewed token is not protected by the idempotency key of the attempt before.
    fn check_scope(&self, token: Option<&Secret>) -> Result<()> {
        match &self.unsure_with {
            Some(before) if self.is_write() && before.as_ref() != token => {
                let message = "the token was renewed after an attempt that may have been carried out, and the idempotency \
                               key does not hold across tokens; the write was not sent again";
                Err(self.call.error(ErrorKind::Transport, message).maybe_applied(true))
            }
            _ => Ok(()),
        }
    }

    async fn lost(&mut self, error: Error, sent: bool, token: Option<Secret>) -> Result<()> {
        let error = error.maybe_applied(sent && self.is_write());
        if error.kind() == ErrorKind::TooLarge {
            return Err(error);
        }
        self.again(error, sent, token).await
    }

    /// Another attempt after a delay, if that is safe and there is one left.
    async fn again(&mut self, error: Error, sent: bool, token: Option<Secret>) -> Result<()> {
        if sent && self.is_write() && !self.is_keyed() {
            return Err(error);
        }
        if sent {
            self.unsure_with = Some(token);
        }
        let Some(delay) = self.delays.next() else { return Err(error) };
        let delay = error.retry_after().map_or(delay, |asked| asked.max(delay));
        if self.deadline.is_some_and(|deadline| Instant::now() + delay >= deadline) {
            return Err(error);
        }
        debug!(
            endpoint = self.call.endpoint.id,
            attempt = self.attempts,
            delay_ms = delay.as_millis(),
            "trying again"
        );
        sleep(delay).await;
        Ok(())
    }

    /// Another attempt after "too many requests". The limiter holds the whole key back, so there is no delay here.
    async fn pause(&mut self, error: Error) -> Result<()> {
        if self.attempts >= self.call.client.shared.retry.max_attempts { Err(error) } else { Ok(()) }
    }

    /// Another attempt with a new token: once.
    async fn renew(&mut self, error: Error, token: Option<Secret>) -> Result<()> {
        let (Some(credential), Some(token)) = (credential(&self.call), token) else { return Err(error) };
        if self.renewed || !credential.discard(&token).await {
            return Err(error);
        }
        self.renewed = true;
        Ok(())
    }

    fn finish(&self, error: Error) -> Error {
        error.with_endpoint(self.call.endpoint.id).with_attempts(self.attempts)
    }

    fn is_write(&self) -> bool {
        self.call.endpoint.effect == Effect::Write
    }

    /// Whether the server can tell a repetition from another write.
    fn is_keyed(&self) -> bool {
        let headers = self.call.client.shared.api.headers;
        self.prepared.idempotency_key.is_some()
            && headers
                .iter()
                .any(|header| header.value.iter().any(|piece| matches!(piece, Piece::IdempotencyKey)))
    }
}

/// A token that is good for now, if the endpoint takes one.
async fn token(call: &Call, deadline: Option<Instant>) -> Result<Option<Secret>> {
    let Some(credential) = credential(call) else { return Ok(None) };
    let token = credential.token(&call.client);
    let token = match deadline {
        None => token.await,
        Some(deadline) => tokio::time::timeout_at(deadline, token)
            .await
            .unwrap_or_else(|_| Err(call.error(ErrorKind::Timeout, "no token came in time"))),
    };
    token.map(Some)
}

fn limited(call: &Call, error: LimitError) -> Error {
    let wait = match &error {
        LimitError::DeadlineTooSoon { wait } => Some(*wait),
        _ => None,
    };
    call.error(ErrorKind::Limiter, error.to_string()).with_retry_after(wait).with_source(error)
}
