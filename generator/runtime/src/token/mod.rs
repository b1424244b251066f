//! Credentials and their tokens.

mod cache;
mod grant;
mod picked;
mod session;
mod store;

use std::fmt;
use std::sync::Arc;

use crate::api::{CredentialKind, Exchange, TokenSource};
use crate::client::Client;
use crate::error::Result;
use crate::secret::Secret;
use paceline::{CredentialLimiter, Limiter};

pub use cache::TokenCache;
pub use grant::Grant;
pub use store::{Rotated, StoreFuture, TokenStore};

pub(crate) use cache::Key;
pub(crate) use picked::Picked;
pub(crate) use session::Session;

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

    fn exchange(&self) -> Option<&'static Exchange> {
        match &self.kind.token {
            TokenSource::Exchange(exchange) => Some(exchange),
            TokenSource::Fixed(_) => None,
        }
    }

    /// The token at hand, if it is good for now and need not be renewed yet.
    pub(crate) fn token_at_hand(&self) -> Option<Secret> {
        match &self.kind.token {
            TokenSource::Fixed(pieces) => Some(self.session.fill(pieces)),
            TokenSource::Exchange(_) => self.session.at_hand(),
        }
    }

    /// A token that is good for now: the one at hand, or a new one.
    pub(crate) async fn token(&self, client: &Client) -> Result<Secret> {
        match &self.kind.token {
            TokenSource::Fixed(pieces) => Ok(self.session.fill(pieces)),
            TokenSource::Exchange(exchange) => {
                session::token(&self.session, client, self.kind.name, exchange).await
            }
        }
    }

    /// Forgets the token that was refused, unless another call has already had it replaced.
    ///
    /// Gives whether a new one can be had at all.
    pub(crate) fn discard(&self, refused: &Secret) -> bool {
        self.session.discard(refused);
        self.exchange().is_some()
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
