//! A credential that a client holds.

use std::fmt;
use std::sync::Arc;

use paceline::{CredentialLimiter, Limiter};

use crate::api::{CredentialKind, Exchange, TokenSource};
use crate::secret::Secret;

use super::session::{CachedToken, Session};

/// A credential that a client holds.
#[derive(Clone)]
pub(crate) struct Credential {
    pub(crate) kind: &'static CredentialKind,
    pub(crate) limiter: CredentialLimiter,
    session: Arc<Session>,
}

impl Credential {
    pub(crate) fn new(kind: &'static CredentialKind, session: Arc<Session>, limiter: &Limiter) -> Self {
        Self { kind, limiter: limiter.credential(session.id()), session }
    }

    /// The name of the other credential that this one's exchange is made with.
    pub(crate) fn needs(&self) -> Option<&'static str> {
        self.exchange().and_then(|exchange| exchange.with)
    }

    /// The exchange that gives a new token; `None` when the token is never renewed.
    pub(crate) fn exchange(&self) -> Option<&'static Exchange> {
        match &self.kind.token {
            TokenSource::Exchange(exchange) => Some(exchange),
            TokenSource::Fixed(_) => None,
        }
    }

    pub(crate) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// The token that is cached, if it is valid and not due for renewal.
    pub(crate) fn cached_token(&self) -> Option<Secret> {
        match &self.kind.token {
            TokenSource::Fixed(parts) => Some(self.session.fill(parts)),
            TokenSource::Exchange(_) => match self.session.cached() {
                CachedToken::Valid(token) => Some(token),
                CachedToken::RenewalDue(_) | CachedToken::None => None,
            },
        }
    }

    /// Forgets the token that was rejected, unless another call has already had it replaced.
    pub(crate) fn discard(&self, rejected: &Secret) {
        self.session.discard_if_current(rejected);
    }

    /// What must not be shown, as far as this credential knows it.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        self.session.secrets()
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("kind", &self.kind.name).finish_non_exhaustive()
    }
}
