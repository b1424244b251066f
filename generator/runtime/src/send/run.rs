//! The loop over the attempts of a call.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tracing::field::Empty;
use tracing::{Instrument, Span, debug, debug_span, info_span, record_all};

use crate::api::{BodyKind, Effect};
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};
use crate::observe::Watch;
use crate::secret::Secret;
use paceline::{LimitError, Permit, QueuePosition};

use super::attempt::{Arrived, Leaving, Lost, Until, attempt, leave};
use super::classify::{Verdict, classify};
use super::open::Expect;
use super::receive::Reading;
use super::request::{Prepared, credential};
use super::{Done, Meta};

/// Makes a call.
pub(super) async fn run(call: Box<Call>, expect: Expect) -> Result<Done> {
    let span = info_span!(
        "call",
        endpoint = call.endpoint.name(),
        attempts = Empty,
        waited_ms = Empty,
        status = Empty,
        code = Empty,
        log_id = Empty,
    );
    go(call, expect, &span).instrument(span.clone()).await
}

async fn go(call: Box<Call>, expect: Expect, span: &Span) -> Result<Done> {
    let prepared = Prepared::new(&call)?;
    let mut job = Box::new(Job {
        deadline: call.deadline.map(|deadline| Instant::now() + deadline),
        delays: None,
        attempts: 0,
        waited: Duration::ZERO,
        place: None,
        renewed: false,
        hold: None,
        taken: None,
        unsure: None,
        token: None,
        call,
        prepared,
        expect,
    });
    let result = loop {
        match job.step().await {
            Ok(Some(done)) => break Ok(done),
            Ok(None) => {}
            Err(error) => break Err(job.finish(error)),
        }
    };
    job.record(span, &result);
    result
}

struct Job {
    call: Box<Call>,
    prepared: Prepared,
    expect: Expect,
    deadline: Option<Instant>,
    /// The delays that are left, once one was needed.
    delays: Option<Box<dyn Iterator<Item = Duration> + Send + Sync>>,
    attempts: u32,
    waited: Duration,
    /// The position in the limiter's queue that the first attempt had.
    place: Option<QueuePosition>,
    renewed: bool,
    /// How long to wait after "too many requests" if the limiter does not see to it.
    hold: Option<Duration>,
    /// What the last repetition took from the budget.
    taken: Option<u32>,
    /// The last attempt that the server may have carried out.
    unsure: Option<Unsure>,
    token: Option<Secret>,
}

struct Unsure {
    /// The token it was made with. Idempotency keys count for one token only.
    token: Option<Secret>,
    error: Error,
}

/// What comes of an attempt.
enum Next {
    Done(Done),
    /// The token is no longer good.
    Renew(Error),
    /// Too many requests. The limiter holds the whole key back.
    Wait(Error),
    /// It failed; whether the server may have received it stands beside it.
    Again(Error, bool),
    Fail(Error),
}

impl Job {
    /// One attempt; `None` when another one shall follow.
    async fn step(&mut self) -> Result<Option<Done>> {
        let permit = self.permit().await?;
        self.token = token(&self.call, self.deadline).await?;
        self.check_scope()?;
        let request = self.prepared.build(&self.call, self.token.as_ref())?;
        self.attempts += 1;
        let span = debug_span!(
            "attempt",
            number = self.attempts,
            waited_ms = permit.waited().as_millis(),
            status = Empty,
            log_id = Empty
        );
        let (watch, leaving, reading, until) = span.in_scope(|| self.leave(request, permit));
        let result = attempt(&self.call, leaving, &reading, &until).instrument(span.clone()).await;
        match span.in_scope(|| self.judge(result, watch, &span)) {
            Next::Done(done) => {
                self.call.client.shared.budget.succeeded(self.taken);
                Ok(Some(done))
            }
            Next::Renew(error) => self.renew(error).map(|()| None),
            Next::Wait(error) => self.pause(error).map(|()| None),
            Next::Again(error, sent) => self.again(error, sent).await.map(|()| None),
            Next::Fail(error) => Err(error),
        }
    }

    fn leave(&self, request: reqwest::Request, permit: Permit) -> (Watch, Leaving, Reading, Until) {
        let watch = Watch::start(&self.call, self.attempts, permit.waited());
        let shared = &self.call.client.shared;
        // A second for each MiB: an upload must not fail for its size alone.
        let patience = shared.attempt_timeout + Duration::from_secs(self.call.upload_size() >> 20);
        let end = Instant::now() + patience;
        let until = Until { attempt: end, caller: self.deadline.map_or(end, |deadline| deadline.min(end)) };
        let file = matches!(self.expect, Expect::File);
        let reading = Reading { max: shared.max_body, file, patience };
        (watch, leave(&self.call, request, permit, reading, end), reading, until)
    }

    fn judge(&self, result: std::result::Result<Arrived, Lost>, watch: Watch, span: &Span) -> Next {
        let Arrived { status, headers, body } = match result {
            Ok(arrived) => arrived,
            Err(Lost { error, sent }) => {
                watch.finish(error.status(), None, Some(error.kind()));
                debug!(%error, "no answer");
                let error = error.maybe_applied(sent && self.is_write());
                // A second answer would be no smaller.
                let again = error.kind() != ErrorKind::TooLarge;
                return if again { Next::Again(error, sent) } else { Next::Fail(error) };
            }
        };
        let verdict = classify(&self.call, status, &headers, body, &self.expect);
        let (error, log_id) = match &verdict {
            Verdict::Done(_, log_id) => (None, log_id.as_deref()),
            Verdict::Renew(error) | Verdict::Wait(error) | Verdict::Unsure(error) | Verdict::Fail(error) => {
                (Some(error), error.log_id())
            }
        };
        record_all!(span, status = status.as_u16(), log_id);
        debug!(code = error.and_then(Error::code), "answered");
        watch.finish(Some(status.as_u16()), error.and_then(Error::code), error.map(Error::kind));
        match verdict {
            Verdict::Done(data, log_id) => {
                let meta = Meta { status, headers, log_id, attempts: self.attempts, waited: self.waited };
                Next::Done(Done { data, meta })
            }
            Verdict::Renew(error) => Next::Renew(error),
            Verdict::Wait(error) => Next::Wait(error),
            Verdict::Unsure(error) => Next::Again(error, true),
            Verdict::Fail(error) => Next::Fail(error),
        }
    }

    async fn permit(&mut self) -> Result<Permit> {
        let call = &self.call;
        let limiter =
            credential(call).map_or(&call.client.shared.anonymous, |credential| &credential.limiter);
        let limits = call.endpoint.limits.named(call.endpoint.id);
        let permit = match self.place {
            // Whoever tries again keeps the place in line.
            Some(place) => limiter.acquire_again(place, limits, call.priority, self.deadline),
            None => limiter.acquire(limits, call.priority, self.deadline),
        };
        let mut permit = permit.await.map_err(|error| limited(call, error))?;
        if let Some(hold) = self.hold.take()
            && permit.waited().is_zero()
        {
            // No limit of ours holds this key back, but the server has one.
            drop(permit);
            Box::pin(sleep(hold)).await;
            let again = limiter.acquire(limits, call.priority, self.deadline);
            permit = Box::pin(again).await.map_err(|error| limited(call, error))?;
        }
        self.place.get_or_insert(permit.queue_position());
        self.waited += permit.waited();
        Ok(permit)
    }

    /// A repetition after a renewed token is not protected by the idempotency key of the attempt before.
    fn check_scope(&self) -> Result<()> {
        match &self.unsure {
            Some(Unsure { token, error }) if self.is_write() && *token != self.token => {
                let remark = "the token was renewed after this attempt, and the idempotency key does not hold across \
                              tokens, so the write was not sent again";
                Err(error.clone().and(remark).maybe_applied(true))
            }
            _ => Ok(()),
        }
    }

    /// How long to wait before the next attempt; `None` when there is none left.
    fn next_delay(&mut self) -> Option<Duration> {
        let policy = &self.call.client.shared.retry;
        self.delays.get_or_insert_with(|| Box::new(policy.delays())).next()
    }

    /// Another attempt after a delay, if that is safe and there is one left.
    async fn again(&mut self, error: Error, sent: bool) -> Result<()> {
        if sent && self.is_write() && !self.is_keyed() {
            return Err(error);
        }
        if sent {
            self.unsure = Some(Unsure { token: self.token.clone(), error: error.clone() });
        }
        self.check_repeatable(&error)?;
        let Some(delay) = self.next_delay() else { return Err(error) };
        let delay = error.retry_after().map_or(delay, |asked| asked.max(delay));
        if self.deadline.is_some_and(|deadline| Instant::now() + delay >= deadline) {
            return Err(error);
        }
        let shared = &self.call.client.shared;
        self.taken = shared.budget.take(error.is_timeout());
        if self.taken.is_none() {
            return Err(error.and("not sent again, because too many calls of this client are failing"));
        }
        debug!(delay_ms = delay.as_millis(), "trying again");
        Box::pin(sleep(delay)).await;
        Ok(())
    }

    /// Another attempt after "too many requests", if there is one left. The limiter makes it wait, so there is no sleep
    /// here.
    fn pause(&mut self, error: Error) -> Result<()> {
        self.check_repeatable(&error)?;
        let Some(delay) = self.next_delay() else { return Err(error) };
        let hold = error.retry_after().map_or(delay, |asked| asked.max(delay));
        if self.deadline.is_some_and(|deadline| Instant::now() + hold >= deadline) {
            return Err(error);
        }
        self.hold = Some(hold);
        Ok(())
    }

    /// Another attempt with a new token: once.
    fn renew(&mut self, error: Error) -> Result<()> {
        self.check_repeatable(&error)?;
        let (Some(credential), Some(token)) = (credential(&self.call), &self.token) else {
            return Err(error);
        };
        if self.renewed || !credential.discard(token) {
            return Err(error);
        }
        debug!("the token is renewed");
        self.renewed = true;
        Ok(())
    }

    /// Whether the body can be sent once more, and the server does not ask to be left alone for longer than anybody
    /// wants to wait.
    fn check_repeatable(&self, error: &Error) -> Result<()> {
        if !self.call.files.iter().all(|(_, file)| file.is_repeatable()) {
            return Err(error.clone().and("not sent again, because a stream can be sent only once"));
        }
        let most = self.call.client.shared.retry.max_retry_after;
        if error.retry_after().is_some_and(|asked| asked > most) {
            return Err(error
                .clone()
                .and("not sent again, because the server asks for a longer wait than allowed"));
        }
        Ok(())
    }

    fn finish(&self, error: Error) -> Error {
        let unsure = self.unsure.is_some() && self.is_write();
        let error = error.maybe_applied(unsure).with_endpoint(self.call.endpoint.to_name());
        // The attempts of a token's exchange are not this call's.
        let own = error.endpoint() == Some(self.call.endpoint.name());
        let error = if own { error.with_attempts(self.attempts) } else { error };
        let secrets: Vec<Secret> = (self.call.client.shared.credentials.iter())
            .flat_map(crate::token::Credential::secrets)
            .chain(self.token.clone())
            .collect();
        error.without(secrets.iter().chain(&self.call.secrets))
    }

    fn record(&self, span: &Span, result: &Result<Done>) {
        let waited_ms = u64::try_from(self.waited.as_millis()).unwrap_or(u64::MAX);
        let attempts = self.attempts;
        match result {
            Ok(done) => {
                let (status, log_id) = (done.meta.status.as_u16(), done.meta.log_id.as_deref());
                record_all!(span, attempts, waited_ms, status, log_id);
            }
            Err(error) => {
                let (status, code, log_id) = (error.status(), error.code(), error.log_id());
                record_all!(span, attempts, waited_ms, status, code, log_id);
                debug!(%error, "failed");
            }
        }
    }

    fn is_write(&self) -> bool {
        self.call.endpoint.effect == Effect::Write
    }

    /// Whether the server can tell a repetition from another write.
    fn is_keyed(&self) -> bool {
        self.prepared.idempotency_key.is_some()
    }
}

impl Call {
    /// How many bytes the files of the form have.
    fn upload_size(&self) -> u64 {
        let files = || self.files.iter().map(|(_, file)| file.length()).sum();
        if self.body_kind() == BodyKind::Multipart { files() } else { 0 }
    }
}

/// A token that is good for now, if the endpoint takes one.
async fn token(call: &Call, deadline: Option<Instant>) -> Result<Option<Secret>> {
    let Some(credential) = credential(call) else { return Ok(None) };
    if let Some(token) = credential.token_at_hand() {
        return Ok(Some(token));
    }
    let token = Box::pin(credential.token(&call.client));
    let token = match deadline {
        None => token.await,
        Some(deadline) => Box::pin(tokio::time::timeout_at(deadline, token))
            .await
            .unwrap_or_else(|_| Err(call.error(ErrorKind::Timeout, "no token came in time"))),
    };
    token.map(Some)
}

fn limited(call: &Call, error: LimitError) -> Error {
    call.error(ErrorKind::Limiter, error.to_string()).with_retry_after(error.wait()).with_source(error)
}
