//! Token exchanges: fetching a new token for a credential.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;
use tracing::{debug, warn};

use crate::api::{Exchange, SendValue};
use crate::call::{Acting, Call};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Secret;
use crate::token::{
    CachedToken, Credential, Refresh, RotatedToken, Session, Token, TokenLife, TokenResponse,
};

use super::spawn_on_drop::SpawnOnDrop;

/// Carries out the call of an exchange. The call may need a token of its own, so the steps of a call receive this as
/// an argument: they cannot know the function that is made of them.
pub(super) type ExchangeCall = fn(Box<Call>, &'static Exchange) -> ExchangeFuture;

pub(super) type ExchangeFuture = Pin<Box<dyn Future<Output = Result<TokenResponse>> + Send>>;

/// Fetches a token, unless another call does so already.
pub(super) async fn refresh(
    credential: &Credential,
    exchange: &'static Exchange,
    client: &Client,
    call: ExchangeCall,
) -> Result<Secret> {
    let session = credential.session();
    let generation = session.generation();
    let refresher = Refresher {
        session: session.clone(),
        client: client.clone(),
        kind: credential.kind.name,
        exchange,
        call,
    };
    match session.cached() {
        CachedToken::Valid(token) => Ok(token),
        CachedToken::RenewalDue(token) => {
            // Another call renews it already, and until then it is valid.
            let Some(refresh) = session.try_lock_refresh() else { return Ok(token) };
            match refresher.refresh(refresh, generation).await {
                Ok(token) => Ok(token),
                Err(error) => {
                    let credential = credential.kind.name;
                    warn!(credential, %error, "early renewal failed; the cached token is still valid");
                    session.postpone_renewal();
                    Ok(token)
                }
            }
        }
        CachedToken::None => {
            let refresh = session.lock_refresh().await;
            refresher.refresh(refresh, generation).await
        }
    }
}

struct Refresher {
    session: Arc<Session>,
    client: Client,
    kind: &'static str,
    exchange: &'static Exchange,
    call: ExchangeCall,
}

impl Refresher {
    /// Fetches a token, unless another call has done so, or failed to, since `generation`.
    async fn refresh(self, mut refresh: OwnedMutexGuard<Refresh>, generation: u64) -> Result<Secret> {
        if let CachedToken::Valid(token) = self.session.cached() {
            return Ok(token);
        }
        let waited = self.session.generation() > generation;
        if let (true, Some(error)) = (waited, &refresh.failed) {
            return Err(error.clone());
        }
        // A refresh token is spent when the server responds, so the response must be awaited even if the caller gives
        // up.
        SpawnOnDrop::new(async move {
            let result = self.fetch_and_save(&mut refresh).await;
            refresh.failed = result.as_ref().err().cloned();
            self.session.refresh_ended();
            result
        })
        .await
    }

    async fn fetch_and_save(&self, refresh: &mut Refresh) -> Result<Secret> {
        let (token, rotated) = match refresh.unsaved.take() {
            Some(unsaved) => unsaved,
            None => self.fetch().await?,
        };
        if let Err((error, unsaved)) = self.save(rotated).await {
            refresh.unsaved = Some((token, unsaved));
            return Err(error);
        }
        let text = token.text.clone();
        self.session.set_token(token);
        debug!(credential = self.kind, "new token");
        Ok(text)
    }

    /// Saves rotated refresh tokens in the store; gives those back that it does not take.
    async fn save(
        &self,
        mut rotated: Vec<RotatedToken>,
    ) -> std::result::Result<(), (Error, Vec<RotatedToken>)> {
        let Some(store) = self.session.store() else { return Ok(()) };
        while let Some(next) = rotated.first() {
            if let Err(error) = store.save(next.clone()).await {
                let message = "the new refresh token could not be stored, so the token that came with it is not used; \
                               it is kept in memory and offered to the store again with the next call";
                let error = Error::new(ErrorKind::Token, message)
                    .with_endpoint(self.exchange.endpoint.id)
                    .with_source(error);
                return Err((error, rotated));
            }
            rotated.remove(0);
        }
        Ok(())
    }

    async fn fetch(&self) -> Result<(Token, Vec<RotatedToken>)> {
        let mut call = Call::new(&self.client, self.exchange.endpoint);
        call.acting = self.exchange.with.map_or(Acting::Nobody, Acting::Named);
        for (name, value) in self.exchange.send {
            call = match value {
                SendValue::Json(json) => call.body_json(name, json),
                SendValue::Text(parts) => call.body(name, &self.session.fill(parts)),
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
