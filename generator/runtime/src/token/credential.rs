//! A credential that a client holds.

use std::fmt;
use std::sync::Arc;

use paceline::{CredentialLimiter, Limiter};

use crate::api::{CredentialKind, Exchange, TemplatePart, TokenSource};
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
            TokenSource::Fixed(_) | TokenSource::None => None,
        }
    }

    /// Whether calls are made with a token of it, which may have to be fetched first. Otherwise it sends its inputs by
    /// itself.
    pub(crate) fn uses_token(&self) -> bool {
        !matches!(self.kind.token, TokenSource::None)
    }

    pub(crate) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// The token that is cached, if it is valid and not due for renewal.
    pub(crate) fn cached_token(&self) -> Option<Secret> {
        match &self.kind.token {
            TokenSource::None => None,
            TokenSource::Fixed(parts) => Some(self.session.fill(parts, "")),
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

    /// The headers that it sends itself, and the query parameters.
    pub(crate) fn sent<'a>(
        &'a self,
        templates: &'static [(&'static str, &'static [TemplatePart])],
        token: &'a str,
    ) -> impl Iterator<Item = (&'static str, Secret)> {
        templates.iter().map(move |(name, parts)| (*name, self.session.fill(parts, token)))
    }

    /// What must not be shown, as far as this credential knows it. What is encoded is another text than what it was made of.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        let encoded = self.basic_parts().map(|(part, _)| self.session.fill(&[part], ""));
        self.session.secrets().into_iter().chain(encoded).collect()
    }

    /// Whether a user name holds a colon, which would end it.
    pub(crate) fn has_colon_in_user_name(&self) -> bool {
        let users = self.basic_parts().map(|(_, user)| self.session.fill(&[TemplatePart::Input(user)], ""));
        users.into_iter().any(|user| user.expose().contains(':'))
    }

    /// User names and passwords in what it sends: the part, and the index of the user name.
    fn basic_parts(&self) -> impl Iterator<Item = (TemplatePart, usize)> {
        let fixed: &[TemplatePart] =
            if let TokenSource::Fixed(parts) = self.kind.token { parts } else { &[] };
        let sent = self.kind.headers.iter().chain(self.kind.query).flat_map(|(_, parts)| *parts);
        fixed.iter().chain(sent).filter_map(|part| match *part {
            TemplatePart::Basic(user, _) => Some((*part, user)),
            _ => None,
        })
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("kind", &self.kind.name).finish_non_exhaustive()
    }
}
