//! The sessions that exist, so that clients share them.

use std::fmt;
use std::sync::{Arc, Mutex, Weak};

use crate::lock::lock;
use crate::secret::Secret;

use super::session::Session;

/// The tokens of any number of clients. Clones share them.
///
/// Tokens are kept for each host, kind of credential and credential: a token never goes to a host it is not from.
/// Clients with a cache of their own fetch tokens of their own; give them one cache to share. A credential's token is
/// forgotten when the last client that acts with it is dropped.
#[derive(Clone, Default)]
pub struct TokenCache(Arc<Mutex<Vec<KnownSession>>>);

struct KnownSession {
    key: SessionKey,
    /// The inputs that it started with; those of the session may have been rotated since.
    given: Vec<Secret>,
    session: Weak<Session>,
}

/// Where and how a credential is used.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SessionKey {
    pub(crate) api: &'static str,
    pub(crate) base_url: String,
    pub(crate) kind: &'static str,
}

impl TokenCache {
    /// An empty cache.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The session of a credential: a running one, if it started with the same inputs or has come to them by rotation.
    pub(crate) fn session(&self, key: &SessionKey, inputs: Vec<Secret>) -> Arc<Session> {
        let mut known = lock(&self.0);
        known.retain(|known| known.session.strong_count() > 0);
        let same = |known: &KnownSession| {
            let session = known.session.upgrade().filter(|_| known.key == *key)?;
            (known.given == inputs || session.inputs_are(&inputs)).then_some(session)
        };
        known.iter().find_map(same).unwrap_or_else(|| {
            let session = Arc::new(Session::new(&key.base_url, key.kind, inputs.clone()));
            known.push(KnownSession { key: key.clone(), given: inputs, session: Arc::downgrade(&session) });
            session
        })
    }
}

impl fmt::Debug for TokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenCache").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_kinds_and_credentials_are_kept_apart_and_equals_share() {
        let cache = TokenCache::new();
        let key = |base_url: &str, kind| SessionKey { api: "x", base_url: base_url.into(), kind };
        let inputs = |text: &str| vec![Secret::from(text)];
        let first = cache.session(&key("https://a", "k"), inputs("1"));
        assert!(Arc::ptr_eq(&first, &cache.session(&key("https://a", "k"), inputs("1"))));
        for other in [
            cache.session(&key("https://b", "k"), inputs("1")),
            cache.session(&key("https://a", "other"), inputs("1")),
            cache.session(&key("https://a", "k"), inputs("2")),
        ] {
            assert!(!Arc::ptr_eq(&first, &other));
        }
    }

    #[test]
    fn what_nobody_holds_is_forgotten() {
        let cache = TokenCache::new();
        let key = SessionKey { api: "x", base_url: "https://a".into(), kind: "k" };
        for number in 0..10 {
            drop(cache.session(&key, vec![number.to_string().into()]));
        }
        assert_eq!(lock(&cache.0).len(), 1);
    }
}
