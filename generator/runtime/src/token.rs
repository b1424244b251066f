//! Credentials and their tokens.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::api::{CredentialKind, Exchange, Piece, SendValue, TokenSource};
use crate::call::Call;
use crate::client::Client;
use crate::envelope::{self, Slot};
use crate::error::{Error, ErrorKind, Result};
use crate::json::{Decode, DecodeError, Members};
use crate::limiter::{CredentialLimiter, Limiter};
use crate::secret::Secret;

/// A credential that the client holds, with its present token.
pub(crate) struct Credential {
    pub(crate) kind: &'static CredentialKind,
    pub(crate) limiter: CredentialLimiter,
    /// Refresh tokens rotate, so inputs can change.
    inputs: Mutex<Vec<Secret>>,
    /// Held while a token is fetched, so that however many calls wait, one request is made.
    token: tokio::sync::Mutex<Option<Token>>,
}

struct Token {
    text: Secret,
    /// `None` when it never ends, as far as anybody said.
    renew_at: Option<Instant>,
}

impl Credential {
    pub(crate) fn new(
        kind: &'static CredentialKind,
        inputs: Vec<Secret>,
        base_url: &str,
        limiter: &Limiter,
    ) -> Self {
        let id = format!("{base_url} {} {}", kind.name, fingerprint(&inputs));
        Self {
            kind,
            limiter: limiter.credential(&id),
            inputs: Mutex::new(inputs),
            token: tokio::sync::Mutex::new(None),
        }
    }

    /// The name of the other credential that this one's exchange is made with.
    pub(crate) fn needs(&self) -> Option<&'static str> {
        match &self.kind.token {
            TokenSource::Exchange(exchange) => exchange.with,
            TokenSource::Fixed(_) => None,
        }
    }

    /// Fills a template with this credential's inputs.
    fn fill(&self, pieces: &[Piece]) -> String {
        let inputs = self.inputs.lock().unwrap_or_else(PoisonError::into_inner);
        (pieces.iter())
            .map(|piece| match piece {
                Piece::Text(text) => text,
                Piece::Input(index) => inputs.get(*index).map_or("", Secret::expose),
                _ => "",
            })
            .collect()
    }

    /// A token that is good for now: the one at hand, or a new one.
    pub(crate) async fn token(&self, client: &Client) -> Result<Secret> {
        let exchange = match &self.kind.token {
            TokenSource::Fixed(pieces) => return Ok(self.fill(pieces).into()),
            TokenSource::Exchange(exchange) => exchange,
        };
        let mut token = self.token.lock().await;
        match &*token {
            Some(token) if token.renew_at.is_none_or(|at| Instant::now() < at) => {
                return Ok(token.text.clone());
            }
            _ => {}
        }
        let fresh = self.exchange(client, exchange).await?;
        let text = fresh.text.clone();
        *token = Some(fresh);
        Ok(text)
    }

    /// Forgets the token that was refused, unless another call has already had it replaced.
    ///
    /// Gives whether a new one can be had at all.
    pub(crate) async fn discard(&self, refused: &Secret) -> bool {
        if matches!(self.kind.token, TokenSource::Fixed(_)) {
            return false;
        }
        let mut token = self.token.lock().await;
        if token.as_ref().is_some_and(|token| token.text == *refused) {
            *token = None;
        }
        true
    }

    async fn exchange(&self, client: &Client, exchange: &'static Exchange) -> Result<Token> {
        let mut call = Call::new(client, exchange.endpoint);
        for (name, value) in exchange.send {
            call = match value {
                SendValue::Json(json) => call.body_json(name, json),
                SendValue::Text(pieces) => call.body(name, &self.fill(pieces)),
            };
        }
        let asked = Instant::now();
        let picked = crate::send::exchange(call, exchange).await?;
        if picked.token.is_empty() {
            let message = "the server answered without a token";
            return Err(Error::new(ErrorKind::Token, message).with_endpoint(exchange.endpoint.id));
        }
        let mut inputs = self.inputs.lock().unwrap_or_else(PoisonError::into_inner);
        for ((index, _), successor) in exchange.rotates.iter().zip(picked.rotated) {
            if let (Some(input), false) = (inputs.get_mut(*index), successor.is_empty()) {
                *input = successor;
            }
        }
        let margin = client.shared.api.renew_before_expiry;
        let renew_at = picked.expires_in.map(|seconds| asked + good_for(seconds, margin));
        Ok(Token { text: picked.token, renew_at })
    }
}

/// How long a token is used: until `margin` before its end, or for most of its life when that is short.
fn good_for(seconds: i64, margin: Duration) -> Duration {
    let life = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    life.saturating_sub(margin)
        .max(life.mul_f64(0.8).min(life.saturating_sub(Duration::from_secs(1))))
        .min(life)
}

/// Tells credentials apart without showing them; differs from process to process.
fn fingerprint(inputs: &[Secret]) -> String {
    static STATE: OnceLock<RandomState> = OnceLock::new();
    let texts: Vec<&str> = inputs.iter().map(Secret::expose).collect();
    format!("{:016x}", STATE.get_or_init(RandomState::new).hash_one(texts))
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("kind", &self.kind.name).finish_non_exhaustive()
    }
}

/// What an exchange's answer says, read straight into secrets.
pub(crate) struct Picked {
    exchange: &'static Exchange,
    token: Secret,
    expires_in: Option<i64>,
    rotated: Vec<Secret>,
}

impl Picked {
    pub(crate) fn new(exchange: &'static Exchange) -> Self {
        let rotated = vec![Secret::default(); exchange.rotates.len()];
        Self { exchange, token: Secret::default(), expires_in: None, rotated }
    }
}

impl Decode for Picked {
    fn blank() -> Self {
        unreachable!("never part of a list or option")
    }

    fn expects(&self) -> &'static str {
        "an object"
    }

    fn null(&mut self) -> std::result::Result<(), DecodeError> {
        Ok(())
    }

    fn object(&mut self, members: &mut dyn Members) -> std::result::Result<(), DecodeError> {
        let mut slots = vec![Slot { way: self.exchange.token, into: &mut self.token }];
        if let Some(way) = self.exchange.expires_in {
            slots.push(Slot { way, into: &mut self.expires_in });
        }
        let rotated = self.exchange.rotates.iter().zip(&mut self.rotated);
        slots.extend(rotated.map(|((_, way), into)| Slot { way, into }));
        envelope::pick(members, &mut slots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_renewed_early_but_not_at_once() {
        let margin = Duration::from_secs(180);
        assert_eq!(good_for(7200, margin), Duration::from_secs(7020));
        assert_eq!(good_for(100, margin), Duration::from_secs(80));
        assert_eq!(good_for(0, margin), Duration::ZERO);
        assert_eq!(good_for(-5, margin), Duration::ZERO);
    }
}
