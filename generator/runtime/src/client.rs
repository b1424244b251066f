//! The client.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::api::{Api, CredentialKind, Header, Method, TokenSource};
use crate::builder::ClientBuilder;
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};
use crate::observe::Observer;
use crate::retry::{Budget, RetryPolicy};
use crate::secret::Secret;
use crate::send::ReadyHeader;
use crate::token::{Credential, Grant, Key, TokenCache};
use paceline::{CredentialLimiter, Limiter};

/// What all calls share: connection pool, credentials with their tokens, limiter. Clones are cheap and share all of it.
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
    pub(crate) variables: Arc<Vec<(&'static str, String)>>,
}

#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) api: &'static Api,
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: String,
    /// The same, ready to have a path set.
    pub(crate) url: url::Url,
    /// What of the API's headers can be made once, one for each rule.
    pub(crate) headers: Arc<[ReadyHeader]>,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) tokens: TokenCache,
    /// Limits of calls that are made without any credential.
    pub(crate) anonymous: CredentialLimiter,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Arc<Budget>,
    pub(crate) limiter: Limiter,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

impl Client {
    /// Starts a client for `api`.
    pub fn builder(api: &'static Api) -> ClientBuilder {
        ClientBuilder::new(api)
    }

    /// The same client with another value for a variable.
    #[must_use]
    pub fn with_variable(&self, name: &'static str, value: &dyn fmt::Display) -> Self {
        let mut variables = self.variables.as_ref().clone();
        set_variable(&mut variables, name, value.to_string());
        Self { shared: Arc::clone(&self.shared), variables: Arc::new(variables) }
    }

    /// The same client, acting with another credential: it shares connections, limiter, retry budget and tokens.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] when the API has no such credential that a grant could stand for, or its exchange needs
    /// another credential that the client does not have.
    pub fn with_grant(&self, kind: &'static str, grant: Grant) -> Result<Self> {
        let mut shared = self.shared.as_ref().clone();
        let api = shared.api;
        let (kind, index) = rotating(api, kind)
            .ok_or_else(|| Error::new(ErrorKind::Config, format!("no refresh token is taken by `{kind}`")))?;
        let mut inputs = vec![Secret::default(); index + 1];
        inputs[index] = grant.refresh_token;
        let session = shared.tokens.session(&shared.key(kind), inputs);
        if let Some((token, lifetime)) = grant.token {
            session.prime(token, lifetime, api.renew_before_expiry);
        }
        if let Some(store) = grant.store {
            session.set_store(store);
        }
        shared.credentials.retain(|known| known.kind.name != kind.name);
        shared.credentials.push(Credential::new(kind, session, &shared.limiter));
        check_needs(&shared.credentials)?;
        Ok(Self { shared: Arc::new(shared), variables: Arc::clone(&self.variables) })
    }

    /// The limiter, to watch it or to close it.
    #[must_use]
    pub fn limiter(&self) -> &Limiter {
        &self.shared.limiter
    }

    /// The tokens, to share them with another client.
    #[must_use]
    pub fn tokens(&self) -> &TokenCache {
        &self.shared.tokens
    }

    /// The URL that every path is appended to.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.shared.base_url
    }

    /// A call by method and path, for endpoints that the emitted client does not know: with the same tokens, headers,
    /// retries and limits. The path holds parameters as `:name`, to be set by [`Call::path`], or their values.
    ///
    /// What the API documents for most endpoints is assumed of this one. An endpoint that the client does know keeps its
    /// own limits and headers.
    pub fn raw(&self, method: Method, path: impl Into<Cow<'static, str>>) -> Call {
        Call::raw(self, method, path.into())
    }

    /// The credential that calls are made with: the one that was given last.
    pub(crate) fn acting(&self) -> Option<&Credential> {
        self.shared.credentials.last()
    }

    pub(crate) fn credential(&self, name: &str) -> Option<&Credential> {
        self.shared.credentials.iter().find(|credential| credential.kind.name == name)
    }

    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

impl Shared {
    /// The rule for each header, with what of it is ready.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (&'static Header, &ReadyHeader)> {
        self.api.headers.iter().zip(&*self.headers)
    }

    fn key(&self, kind: &CredentialKind) -> Key {
        Key { api: self.api.name, base_url: self.base_url.clone(), kind: kind.name }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.shared.api.name)
            .field("base_url", &self.shared.base_url)
            .field("credentials", &self.shared.credentials)
            .finish_non_exhaustive()
    }
}

/// A credential whose exchange replaces one of its inputs, and which input that is.
fn rotating(api: &Api, kind: &str) -> Option<(&'static CredentialKind, usize)> {
    let credentials: &'static [CredentialKind] = api.credentials;
    let kind = credentials.iter().find(|known| known.name == kind)?;
    match &kind.token {
        TokenSource::Exchange(exchange) => exchange.rotates.first().map(|(index, _)| (kind, *index)),
        TokenSource::Fixed(_) => None,
    }
}

/// Checks that every credential finds the one that its exchange is made with.
pub(crate) fn check_needs(credentials: &[Credential]) -> Result<()> {
    for credential in credentials {
        let missing = credential.needs().filter(|&name| !credentials.iter().any(|c| c.kind.name == name));
        if let Some(missing) = missing {
            let name = credential.kind.name;
            let message = format!("credential `{name}` needs `{missing}` too: add it before `{name}`");
            return Err(Error::new(ErrorKind::Config, message));
        }
    }
    Ok(())
}

/// Sets a variable; the last value counts.
pub(crate) fn set_variable(variables: &mut Vec<(&'static str, String)>, name: &'static str, value: String) {
    variables.retain(|(known, _)| *known != name);
    variables.push((name, value));
}
