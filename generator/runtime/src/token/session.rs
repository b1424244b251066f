//! One credential's token: fetched once however many calls wait, renewed early, handed over before it is used.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};
use tokio::time::Instant;
use tracing::{debug, warn};
use uuid::Uuid;

use crate::api::{Exchange, Piece, SendValue};
use crate::call::{Acting, Call};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Secret;
use crate::send::Detached;

use super::store::{Rotated, TokenStore};

/// What all clients share that act with the same credential on the same host.
pub(crate) struct Session {
    id: String,
    /// Refresh tokens rotate, so inputs can change.
    inputs: Mutex<Vec<Secret>>,
    token: Mutex<Option<Token>>,
    store: Mutex<Option<Arc<dyn TokenStore>>>,
    /// Held while a token is fetched, so that however many calls wait, one request is made.
    flight: Arc<AsyncMutex<Flight>>,
    /// How many flights have ended.
    landed: AtomicU64,
}

struct Token {
    text: Secret,
    /// `None` when it never ends, as far as anybody said.
    life: Option<Life>,
}

#[derive(Clone, Copy)]
struct Life {
    renew_at: Instant,
    ends_at: Instant,
}

/// What is known to whoever fetches a token.
#[derive(Default)]
struct Flight {
    /// Why the last one failed, for those who waited for it.
    failed: Option<Error>,
    /// A token that may not be used yet, because the store does not have what came with it.
    unsaved: Option<(Token, Vec<Rotated>)>,
}

enum Look {
    Good(Secret),
    /// Still good, but it is time for a new one.
    Early(Secret),
    None,
}

impl Session {
    pub(super) fn new(base_url: &str, kind: &str, inputs: Vec<Secret>) -> Self {
        Self {
            id: format!("{base_url} {kind} {}", fingerprint(&inputs)),
            inputs: Mutex::new(inputs),
            token: Mutex::default(),
            store: Mutex::default(),
            flight: Arc::default(),
            landed: AtomicU64::new(0),
        }
    }

    /// What the limiter calls it.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn inputs_are(&self, inputs: &[Secret]) -> bool {
        *lock(&self.inputs) == inputs
    }

    /// Sets where rotated inputs are kept.
    pub(crate) fn set_store(&self, store: Arc<dyn TokenStore>) {
        *lock(&self.store) = Some(store);
    }

    /// Takes a token that came from elsewhere, unless there is one already.
    pub(crate) fn prime(&self, text: Secret, lifetime: Duration, margin: Duration) {
        let life = Life::new(Instant::now(), lifetime, margin);
        lock(&self.token).get_or_insert(Token { text, life: Some(life) });
    }

    /// Fills a template with this credential's inputs.
    pub(super) fn fill(&self, pieces: &[Piece]) -> Secret {
        let inputs = lock(&self.inputs);
        let text: String = (pieces.iter())
            .map(|piece| match piece {
                Piece::Text(text) => text,
                Piece::Input(index) => inputs.get(*index).map_or("", Secret::expose),
                _ => "",
            })
            .collect();
        text.into()
    }

    pub(super) fn discard(&self, refused: &Secret) {
        lock(&self.token).take_if(|token| token.text == *refused);
    }

    pub(super) fn secrets(&self) -> Vec<Secret> {
        let mut secrets = lock(&self.inputs).clone();
        secrets.extend(lock(&self.token).as_ref().map(|token| token.text.clone()));
        secrets
    }

    pub(super) fn at_hand(&self) -> Option<Secret> {
        match self.look() {
            Look::Good(token) => Some(token),
            Look::Early(_) | Look::None => None,
        }
    }

    fn look(&self) -> Look {
        let now = Instant::now();
        match &*lock(&self.token) {
            None => Look::None,
            Some(Token { text, life }) => match life {
                Some(life) if life.ends_at <= now => Look::None,
                Some(life) if life.renew_at <= now => Look::Early(text.clone()),
                _ => Look::Good(text.clone()),
            },
        }
    }

    /// After an early renewal has failed: leaves the token alone for a while.
    fn put_off(&self) {
        if let Some(Token { life: Some(life), .. }) = &mut *lock(&self.token) {
            let now = Instant::now();
            let left = life.ends_at.saturating_duration_since(now);
            life.renew_at = now + (left / 4).clamp(Duration::from_millis(100), Duration::from_secs(30));
        }
    }
}

/// A token that is good for now: the one at hand, or a new one.
pub(super) async fn token(
    session: &Arc<Session>,
    client: &Client,
    kind: &'static str,
    exchange: &'static Exchange,
) -> Result<Secret> {
    let landed = session.landed.load(Ordering::Acquire);
    let job = Job { session: session.clone(), client: client.clone(), kind, exchange };
    match session.look() {
        Look::Good(token) => Ok(token),
        Look::Early(token) => {
            // Somebody renews it already, and until then it is good.
            let Ok(flight) = session.flight.clone().try_lock_owned() else { return Ok(token) };
            match job.renew(flight, landed).await {
                Ok(token) => Ok(token),
                Err(error) => {
                    warn!(credential = kind, %error, "early renewal failed; the token at hand is still good");
                    session.put_off();
                    Ok(token)
                }
            }
        }
        Look::None => {
            let flight = session.flight.clone().lock_owned().await;
            job.renew(flight, landed).await
        }
    }
}

struct Job {
    session: Arc<Session>,
    client: Client,
    kind: &'static str,
    exchange: &'static Exchange,
}

impl Job {
    /// Fetches a token, unless another call has done so, or failed to, since `landed` flights.
    async fn renew(self, mut flight: OwnedMutexGuard<Flight>, landed: u64) -> Result<Secret> {
        if let Look::Good(token) = self.session.look() {
            return Ok(token);
        }
        let waited = self.session.landed.load(Ordering::Acquire) > landed;
        if let (true, Some(error)) = (waited, &flight.failed) {
            return Err(error.clone());
        }
        // A refresh token is spent when the server answers, so the answer must arrive even if the caller gives up.
        Detached::new(async move {
            let result = self.fly(&mut flight).await;
            flight.failed = result.as_ref().err().cloned();
            self.session.landed.fetch_add(1, Ordering::Release);
            result
        })
        .await
    }

    async fn fly(&self, flight: &mut Flight) -> Result<Secret> {
        if flight.unsaved.is_none() {
            flight.unsaved = Some(self.exchange().await?);
        }
        self.hand_over(flight).await?;
        let Some((token, _)) = flight.unsaved.take() else { unreachable!("it was put there above") };
        let text = token.text.clone();
        *lock(&self.session.token) = Some(token);
        debug!(credential = self.kind, "new token");
        Ok(text)
    }

    /// Hands over what the store does not have yet.
    async fn hand_over(&self, flight: &mut Flight) -> Result<()> {
        let store = lock(&self.session.store).clone();
        let (Some((_, unsaved)), Some(store)) = (&mut flight.unsaved, store) else { return Ok(()) };
        while let Some(rotated) = unsaved.first() {
            store.keep(rotated.clone()).await.map_err(|error| {
                let message = "the new refresh token could not be stored, so the token that came with it is not used; it \
                               is kept in memory and offered to the store again with the next call";
                Error::new(ErrorKind::Token, message)
                    .with_endpoint(self.exchange.endpoint.id)
                    .with_source(error)
            })?;
            unsaved.remove(0);
        }
        Ok(())
    }

    async fn exchange(&self) -> Result<(Token, Vec<Rotated>)> {
        let mut call = Call::new(&self.client, self.exchange.endpoint);
        call.acting = self.exchange.with.map_or(Acting::Nobody, Acting::Named);
        for (name, value) in self.exchange.send {
            call = match value {
                SendValue::Json(json) => call.body_json(name, json),
                SendValue::Text(pieces) => call.body(name, &self.session.fill(pieces)),
            };
        }
        let asked = Instant::now();
        let picked =
            crate::send::exchange(call, self.exchange).await.map_err(|error| match error.kind() {
                ErrorKind::Api | ErrorKind::Decode => error.with_kind(ErrorKind::Token),
                _ => error,
            })?;
        let mut rotated = Vec::new();
        let mut inputs = lock(&self.session.inputs);
        for ((index, _), new) in self.exchange.rotates.iter().zip(picked.rotated) {
            if let (Some(input), false) = (inputs.get_mut(*index), new.is_empty()) {
                let old = std::mem::replace(input, new.clone());
                rotated.push(Rotated { credential: self.kind, old, new });
            }
        }
        let margin = self.client.shared.api.renew_before_expiry;
        // A lifetime of nothing cannot be meant: every waiting call would fetch a token of its own.
        let seconds = picked.expires_in.map(|seconds| u64::try_from(seconds).unwrap_or(0).max(1));
        let life = seconds.map(|seconds| Life::new(asked, Duration::from_secs(seconds), margin));
        Ok((Token { text: picked.token, life }, rotated))
    }
}

impl Life {
    fn new(from: Instant, lifetime: Duration, margin: Duration) -> Self {
        // No clock reaches further, and a century is as good.
        let lifetime = lifetime.min(Duration::from_secs(100 * 365 * 24 * 60 * 60));
        Self { renew_at: from + good_for(lifetime, margin), ends_at: from + lifetime }
    }
}

/// How long a token is used: until `margin` before its end, or for most of its life when that is short.
fn good_for(life: Duration, margin: Duration) -> Duration {
    life.saturating_sub(margin)
        .max(life.mul_f64(0.8).min(life.saturating_sub(Duration::from_secs(1))))
        .min(life)
}

/// Tells credentials apart without showing them, alike in every process, so that processes which share a store
/// of limits share the slots of a credential. A digest cannot be turned back into what it was made of; it can
/// only confirm a guess, and what a server gives out as a secret cannot be guessed.
fn fingerprint(inputs: &[Secret]) -> Uuid {
    // One after the other, so that where one input ends and the next begins is part of it, and none is copied.
    let add = |digest: Uuid, input: &Secret| Uuid::new_v5(&digest, input.expose().as_bytes());
    inputs.iter().fold(Uuid::NAMESPACE_URL, add)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_has_the_same_name_in_every_process_and_it_shows_no_secret() {
        let id = |inputs: &[&str]| {
            let inputs = inputs.iter().map(|&input| input.into()).collect();
            Session::new("https://a", "plugin", inputs).id().to_owned()
        };
        // Pinned: another version of this crate must name it the same.
        assert_eq!(id(&["MII_1", "hunter2"]), "https://a plugin 277f9e94-f58f-5249-bad7-276cdad7fd81");
        let others = [id(&["MII_1", "hunter3"]), id(&["MII_1hunter2"]), id(&["MII_1h", "unter2"]), id(&[])];
        for (number, other) in others.iter().enumerate() {
            assert!(*other != id(&["MII_1", "hunter2"]) && !others[..number].contains(other));
            assert!(!other.contains("MII_1") && !other.contains("unter"));
        }
    }

    #[test]
    fn a_token_is_renewed_early_but_not_at_once() {
        let (margin, s) = (Duration::from_secs(180), Duration::from_secs);
        assert_eq!(good_for(s(7200), margin), s(7020));
        assert_eq!(good_for(s(100), margin), s(80));
        assert_eq!(good_for(s(0), margin), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn only_the_refused_token_is_forgotten() {
        let session = Session::new("https://a", "k", vec!["input".into()]);
        session.prime("old".into(), Duration::from_secs(100), Duration::from_secs(10));
        session.discard(&"older".into());
        assert!(matches!(session.look(), Look::Good(token) if token.expose() == "old"));
        tokio::time::advance(Duration::from_secs(91)).await;
        assert!(matches!(session.look(), Look::Early(_)));
        session.put_off();
        assert!(matches!(session.look(), Look::Good(_)));
        tokio::time::advance(Duration::from_secs(9)).await;
        assert!(matches!(session.look(), Look::None));
        session.discard(&"old".into());
        assert!(matches!(session.look(), Look::None));
    }
}
