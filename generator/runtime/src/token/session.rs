//! One credential's token: fetched once however many calls wait for it, and renewed early.

use std::any::Any;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use tokio::sync::watch;
use tokio::time::Instant;
use uuid::Uuid;

use crate::api::TemplatePart;
use crate::error::{Error, Result};
use crate::lock::lock;
use crate::secret::Secret;

use super::store::{RotatedToken, TokenStore};

/// The state of one credential on one host: its secrets and its token. All clients that use the credential share it.
///
/// An *exchange* is the request that gives a token, a *refresh* is getting one by it, the first one included, and *renewal* is a
/// refresh before the token's end.
pub(crate) struct Session {
    /// By what the limiter knows the credential. It is made from the first inputs and stays when they rotate.
    id: String,
    /// What the credential is made of, such as a plugin's id and secret. Refresh tokens among them rotate.
    inputs: Mutex<Vec<Secret>>,
    /// The cached token; `None` before the first refresh and after the server refused the one that was cached.
    token: Mutex<Option<Token>>,
    /// Where rotated inputs are saved; `None` unless the user gave a store.
    store: Mutex<Option<Arc<dyn TokenStore>>>,
    /// The refresh that runs, so that however many calls wait, one request is made; and what it has left behind.
    refresh: Mutex<RefreshState>,
}

/// A token with its lifetime.
pub(crate) struct Token {
    pub(crate) text: Secret,
    /// `None` when the server gave no lifetime.
    pub(crate) life: Option<TokenLife>,
}

/// How long a token is used.
#[derive(Clone, Copy)]
pub(crate) struct TokenLife {
    /// From when on a call renews it early.
    renew_at: Instant,
    /// From when on it is not sent any more.
    ends_at: Instant,
}

/// What came of a refresh; `None` while it runs. All calls that need the token listen to it.
pub(crate) type RefreshOutcome = Option<RefreshEnd>;

/// How a refresh ended.
#[derive(Clone)]
pub(crate) enum RefreshEnd {
    Done(Result<Secret>),
    /// It panicked, with this; the first listener takes it.
    Panicked(Arc<Mutex<Option<Panic>>>),
}

type Panic = Box<dyn Any + Send>;

/// The refresh that runs, and what earlier ones left behind.
#[derive(Default)]
struct RefreshState {
    /// Tells what comes of the refresh that runs; `None` when none was started since the last one ended.
    running: Option<watch::Receiver<RefreshOutcome>>,
    /// A token that may not be used yet, because the store has not saved the refresh tokens that came with it.
    unsaved: Option<UnsavedToken>,
    /// Why the server refused the credential itself, and until when that is remembered.
    refused: Option<(Error, Instant)>,
}

/// A new token, and the refresh tokens that came with it and are still to be saved.
pub(crate) type UnsavedToken = (Token, Vec<RotatedToken>);

/// The token that is cached.
pub(crate) enum CachedToken {
    Valid(Secret),
    /// Still valid, but due for renewal.
    RenewalDue(Secret),
    None,
}

/// User name and password as RFC 7617 writes them.
fn basic(user: &str, password: &str) -> String {
    BASE64_STANDARD.encode(format!("{user}:{password}"))
}

/// How long a refusal of a credential is remembered, so that a crowd of calls is not a crowd of exchanges.
const REFUSAL_MEMORY: Duration = Duration::from_secs(5);

impl Session {
    /// A session without a token; `credential` is the name that the API gives credentials of its kind.
    pub(super) fn new(base_url: &str, credential: &str, inputs: Vec<Secret>) -> Self {
        Self {
            id: format!("{base_url} {credential} {}", fingerprint(&inputs)),
            inputs: Mutex::new(inputs),
            token: Mutex::default(),
            store: Mutex::default(),
            refresh: Mutex::default(),
        }
    }

    /// By what the limiter knows this credential.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether the credential is made of these inputs now.
    pub(super) fn inputs_are(&self, inputs: &[Secret]) -> bool {
        *lock(&self.inputs) == inputs
    }

    /// Sets where rotated inputs are saved.
    pub(crate) fn set_store(&self, store: Arc<dyn TokenStore>) {
        *lock(&self.store) = Some(store);
    }

    /// Where rotated inputs are saved, if anywhere.
    pub(crate) fn store(&self) -> Option<Arc<dyn TokenStore>> {
        lock(&self.store).clone()
    }

    /// Stores a token that came from elsewhere, unless one is cached.
    pub(crate) fn seed(&self, text: Secret, lifetime: Duration, margin: Duration) {
        let life = TokenLife::new(Instant::now(), lifetime, margin);
        lock(&self.token).get_or_insert(Token { text, life: Some(life) });
    }

    /// Fills a template with this credential's inputs, and with its token where there is one.
    pub(crate) fn fill(&self, parts: &[TemplatePart], token: &str) -> Secret {
        let inputs = lock(&self.inputs);
        let input = |index: usize| inputs.get(index).map_or("", Secret::expose);
        let mut text = String::new();
        for part in parts {
            match *part {
                TemplatePart::Text(fixed) => text.push_str(fixed),
                TemplatePart::Input(index) => text.push_str(input(index)),
                TemplatePart::Basic(user, password) => text.push_str(&basic(input(user), input(password))),
                TemplatePart::Token => text.push_str(token),
                // Templates of credentials hold nothing else.
                TemplatePart::IdempotencyKey | TemplatePart::Variable(_) => {}
            }
        }
        text.into()
    }

    /// Forgets the cached token if it is the one that the server refused; another call may have renewed it meanwhile.
    pub(crate) fn discard_if_current(&self, refused: &Secret) {
        lock(&self.token).take_if(|token| token.text == *refused);
    }

    /// All that must not be shown: the inputs and the token.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        let mut secrets = lock(&self.inputs).clone();
        secrets.extend(lock(&self.token).as_ref().map(|token| token.text.clone()));
        secrets
    }

    /// Replaces the cached token.
    pub(crate) fn set_token(&self, token: Token) {
        *lock(&self.token) = Some(token);
    }

    /// Replaces an input, and gives the one that it replaces; `None` when the credential has no such input.
    pub(crate) fn replace_input(&self, index: usize, new: Secret) -> Option<Secret> {
        lock(&self.inputs).get_mut(index).map(|input| std::mem::replace(input, new))
    }

    /// The cached token, if it has not ended.
    pub(crate) fn cached(&self) -> CachedToken {
        let now = Instant::now();
        match &*lock(&self.token) {
            None => CachedToken::None,
            Some(Token { text, life }) => match life {
                Some(life) if life.ends_at <= now => CachedToken::None,
                Some(life) if life.renew_at <= now => CachedToken::RenewalDue(text.clone()),
                _ => CachedToken::Valid(text.clone()),
            },
        }
    }

    /// After an early renewal has failed: waits a while before the next.
    pub(crate) fn postpone_renewal(&self) {
        if let Some(Token { life: Some(life), .. }) = &mut *lock(&self.token) {
            let now = Instant::now();
            let left = life.ends_at.saturating_duration_since(now);
            life.renew_at = now + (left / 4).clamp(Duration::from_millis(100), Duration::from_secs(30));
        }
    }

    /// Why the server refused the credential a short while ago: asking again would give the same.
    pub(crate) fn refused(&self) -> Option<Error> {
        let state = lock(&self.refresh);
        state.refused.as_ref().filter(|(_, until)| *until > Instant::now()).map(|(error, _)| error.clone())
    }

    /// Remembers for a short while that the server refused the credential.
    pub(crate) fn remember_refusal(&self, error: Error) {
        lock(&self.refresh).refused = Some((error, Instant::now() + REFUSAL_MEMORY));
    }

    /// The refresh that runs, or one that `start` starts.
    pub(crate) fn join_refresh(
        &self,
        start: impl FnOnce(watch::Sender<RefreshOutcome>),
    ) -> watch::Receiver<RefreshOutcome> {
        let mut state = lock(&self.refresh);
        match state.running.as_ref().filter(|running| is_alive(running)) {
            Some(running) => running.clone(),
            None => {
                let (sender, receiver) = watch::channel(None);
                state.running = Some(receiver.clone());
                drop(state);
                start(sender);
                receiver
            }
        }
    }

    /// Whether a refresh runs.
    pub(crate) fn is_refreshing(&self) -> bool {
        lock(&self.refresh).running.as_ref().is_some_and(is_alive)
    }

    /// Forgets a refresh, so that the next call starts another one; one that took its place meanwhile is left alone.
    pub(crate) fn end_refresh(&self, refresh: &watch::Receiver<RefreshOutcome>) {
        lock(&self.refresh).running.take_if(|running| running.same_channel(refresh));
    }

    /// Whether a token waits for the refresh tokens that came with it to be saved.
    pub(crate) fn has_unsaved(&self) -> bool {
        lock(&self.refresh).unsaved.is_some()
    }

    /// The refresh token that is to be saved next.
    pub(crate) fn next_unsaved(&self) -> Option<RotatedToken> {
        lock(&self.refresh).unsaved.as_ref().and_then(|(_, rotated)| rotated.first().cloned())
    }

    /// The store has saved a refresh token.
    pub(crate) fn saved(&self, saved: &RotatedToken) {
        if let Some((_, rotated)) = &mut lock(&self.refresh).unsaved {
            rotated.retain(|other| other.new != saved.new);
        }
    }

    /// Takes the token that waited.
    pub(crate) fn take_unsaved(&self) -> Option<UnsavedToken> {
        lock(&self.refresh).unsaved.take()
    }

    /// Keeps a token until the refresh tokens that came with it are saved.
    pub(crate) fn set_unsaved(&self, unsaved: UnsavedToken) {
        lock(&self.refresh).unsaved = Some(unsaved);
    }
}

impl TokenLife {
    pub(crate) fn new(from: Instant, lifetime: Duration, margin: Duration) -> Self {
        // At most a century, so that adding it to an instant cannot overflow.
        let lifetime = lifetime.min(Duration::from_secs(100 * 365 * 24 * 60 * 60));
        Self { renew_at: from + usable_duration(lifetime, margin), ends_at: from + lifetime }
    }
}

/// For how long a token is used: until `margin` before its end, or for four fifths of its life if that is longer.
fn usable_duration(life: Duration, margin: Duration) -> Duration {
    life.saturating_sub(margin).max(life.mul_f64(0.8))
}

/// Identifies a credential without showing it, the same way whenever a session of it is made, so that all of them share its
/// slots in the limiter. The digest does not reveal the inputs: they are random, so that trying all of them is not practical.
fn fingerprint(inputs: &[Secret]) -> Uuid {
    // One after the other: where one input ends and the next begins is part of the digest, and no secret is copied.
    let add = |digest: Uuid, input: &Secret| Uuid::new_v5(&digest, input.expose().as_bytes());
    inputs.iter().fold(Uuid::NAMESPACE_URL, add)
}

/// Whether the task of a refresh is still there. It is gone if the runtime that it ran in has shut down; one that ended was
/// taken out by `end_refresh` before.
fn is_alive(refresh: &watch::Receiver<RefreshOutcome>) -> bool {
    refresh.has_changed().is_ok()
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
        assert_eq!(usable_duration(s(7200), margin), s(7020));
        assert_eq!(usable_duration(s(100), margin), s(80));
        assert_eq!(usable_duration(s(1), margin), Duration::from_millis(800));
        assert_eq!(usable_duration(s(0), margin), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn only_the_refused_token_is_forgotten() {
        let session = Session::new("https://a", "k", vec!["input".into()]);
        session.seed("old".into(), Duration::from_secs(100), Duration::from_secs(10));
        session.discard_if_current(&"older".into());
        assert!(matches!(session.cached(), CachedToken::Valid(token) if token.expose() == "old"));
        tokio::time::advance(Duration::from_secs(91)).await;
        assert!(matches!(session.cached(), CachedToken::RenewalDue(_)));
        session.postpone_renewal();
        assert!(matches!(session.cached(), CachedToken::Valid(_)));
        tokio::time::advance(Duration::from_secs(9)).await;
        assert!(matches!(session.cached(), CachedToken::None));
        session.discard_if_current(&"old".into());
        assert!(matches!(session.cached(), CachedToken::None));
    }
}
