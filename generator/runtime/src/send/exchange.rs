//! Token exchanges: fetching a new token for a credential.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};
use tracing::{Instrument, debug, warn};

use crate::api::{Exchange, SendValue};
use crate::call::{Acting, Call};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::lock::lock;
use crate::secret::Secret;
use crate::token::{
    CachedToken, Credential, RefreshEnd, RefreshOutcome, RotatedToken, Session, Token, TokenLife,
    TokenResponse,
};

/// Carries out the call of an exchange. The call may need a token of its own, so the steps of a call receive this as
/// an argument: they cannot know the function that is made of them.
pub(super) type ExchangeCall = fn(Box<Call>, &'static Exchange) -> ExchangeFuture;

pub(super) type ExchangeFuture = Pin<Box<dyn Future<Output = Result<TokenResponse>> + Send>>;

/// How often a call waits for a refresh whose runtime went away or is not driven, before it gives up.
const TAKEOVERS: usize = 3;

/// Fetches a token, or waits for the refresh that does so already. A refresh is a task of its own, so it makes progress
/// whether or not the calls that wait for it are polled.
pub(super) async fn refresh(
    credential: &Credential,
    exchange: &'static Exchange,
    client: &Client,
    call: ExchangeCall,
) -> Result<Secret> {
    let session = credential.session();
    let refresher = || Refresher {
        session: session.clone(),
        client: client.clone(),
        kind: credential.kind.name,
        exchange,
        call,
    };
    match session.cached() {
        CachedToken::Valid(token) => Ok(token),
        // Another call renews it already, and until then it is valid.
        CachedToken::RenewalDue(token) if session.is_refreshing() => Ok(token),
        CachedToken::RenewalDue(token) => Ok(match join(session, refresher).await {
            Ok(renewed) => renewed,
            Err(error) => {
                let credential = credential.kind.name;
                warn!(credential, %error, "early renewal failed; the cached token is still valid");
                session.postpone_renewal();
                token
            }
        }),
        CachedToken::None => join(session, refresher).await,
    }
}

/// Waits for the refresh that runs, or starts one.
async fn join(session: &Session, refresher: impl Fn() -> Refresher) -> Result<Secret> {
    if let Some(error) = session.refused() {
        return Err(error);
    }
    let limit = refresher().limit();
    for _ in 0..TAKEOVERS {
        let mut running = session.join_refresh(|outcome| refresher().start(outcome));
        // The refresh keeps its own time limit. Only one in a runtime that nobody drives takes longer.
        let ended = timeout(limit + Duration::from_secs(1), running.wait_for(Option::is_some));
        let outcome = ended.await.ok().and_then(|ended| ended.ok()?.clone());
        match outcome {
            Some(RefreshEnd::Done(result)) => return result,
            Some(RefreshEnd::Panicked(panic)) => return Err(resume_panic(&panic)),
            None => session.end_refresh(&running),
        }
    }
    Err(Error::new(ErrorKind::Token, "no token came in time"))
}

/// Goes on with a refresh's panic in one of the calls that wait for it; the others fail.
fn resume_panic(panic: &Mutex<Option<Box<dyn Any + Send>>>) -> Error {
    let panic = lock(panic).take();
    match panic {
        Some(panic) => std::panic::resume_unwind(panic),
        None => Error::new(ErrorKind::Token, "the token refresh panicked"),
    }
}

/// Whether the server refused the credential itself, and not just this request: statuses from 429 on speak of the rate of
/// requests or of the server.
fn is_refusal(error: &Error) -> bool {
    error.kind() == ErrorKind::Token && error.status().is_some_and(|status| (400..429).contains(&status))
}

struct Refresher {
    session: Arc<Session>,
    client: Client,
    kind: &'static str,
    exchange: &'static Exchange,
    call: ExchangeCall,
}

impl Refresher {
    /// How long a refresh may take, with all its attempts.
    fn limit(&self) -> Duration {
        self.client.attempt_timeout() * 2
    }

    /// Starts the task of a refresh.
    fn start(self, outcome: watch::Sender<RefreshOutcome>) {
        let refresh = async move {
            let fetched = AssertUnwindSafe(self.fetch_and_save()).catch_unwind();
            let end = match timeout(self.limit(), fetched).await {
                Ok(Ok(result)) => RefreshEnd::Done(result),
                Ok(Err(panic)) => RefreshEnd::Panicked(Arc::new(Mutex::new(Some(panic)))),
                Err(_) => RefreshEnd::Done(Err(Error::new(ErrorKind::Timeout, "no token came in time")
                    .with_endpoint(self.exchange.endpoint.id))),
            };
            if let RefreshEnd::Done(Err(error)) = &end
                && is_refusal(error)
            {
                self.session.remember_refusal(error.clone());
            }
            self.session.end_refresh(&outcome.subscribe());
            // Those who wait may all have gone.
            let _ = outcome.send(Some(end));
        };
        tokio::spawn(refresh.in_current_span());
    }

    /// What came of an exchange stays in the session until it is saved: nothing is lost when this is cancelled.
    async fn fetch_and_save(&self) -> Result<Secret> {
        if !self.session.has_unsaved() {
            self.session.set_unsaved(self.fetch().await?);
        }
        self.save().await?;
        let Some((token, _)) = self.session.take_unsaved() else {
            return Err(self.error("another refresh took the new token"));
        };
        let text = token.text.clone();
        self.session.set_token(token);
        debug!(credential = self.kind, "new token");
        Ok(text)
    }

    /// Saves rotated refresh tokens in the store, one after the other.
    async fn save(&self) -> Result<()> {
        let Some(store) = self.session.store() else { return Ok(()) };
        while let Some(next) = self.session.next_unsaved() {
            store.save(next.clone()).await.map_err(|error| {
                let message = "the new refresh token could not be stored, so the token that came with it is not used; \
                               it is kept in memory and offered to the store again with the next call";
                self.error(message).with_source(error)
            })?;
            self.session.saved(&next);
        }
        Ok(())
    }

    fn error(&self, message: &str) -> Error {
        Error::new(ErrorKind::Token, message).with_endpoint(self.exchange.endpoint.id)
    }

    async fn fetch(&self) -> Result<(Token, Vec<RotatedToken>)> {
        let mut call = Call::new(&self.client, self.exchange.endpoint);
        call.acting = self.exchange.with.map_or(Acting::Nobody, Acting::Named);
        for (name, value) in self.exchange.send {
            call = match value {
                SendValue::Json(json) => call.body_json(name, json),
                SendValue::Text(parts) => call.body(name, &self.session.fill(parts, "")),
            };
        }
        let asked = Instant::now();
        let response =
            (self.call)(Box::new(call), self.exchange).await.map_err(|error| match error.kind() {
                ErrorKind::Api | ErrorKind::Decode => error.with_kind(ErrorKind::Token),
                _ => error,
            })?;
        let mut rotated = Vec::new();
        for ((index, _), new) in self.exchange.rotates.iter().zip(response.rotated) {
            if new.is_empty() {
                continue;
            }
            if let Some(old) = self.session.replace_input(*index, new.clone()) {
                rotated.push(RotatedToken { credential: self.kind, old, new });
            }
        }
        let margin = self.client.api().renew_before_expiry;
        // A lifetime of nothing cannot be meant: every waiting call would fetch a token of its own.
        let seconds = response.expires_in.map(|seconds| u64::try_from(seconds).unwrap_or(0).max(1));
        let life = seconds.map(|seconds| TokenLife::new(asked, Duration::from_secs(seconds), margin));
        Ok((Token { text: response.token, life }, rotated))
    }
}
