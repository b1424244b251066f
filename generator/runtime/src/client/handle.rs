//! The client: a cheap handle to what all calls share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use paceline::{CredentialLimiter, Limiter};
use tracing::warn;

use crate::api::{Api, Effect, Endpoint, Header};
use crate::error::{Error, ErrorKind, Result};
use crate::header::PreparedHeader;
use crate::json::DecodeError;
use crate::observe::Observer;
use crate::retry::{Outages, RetryBudget, RetryPolicy};
use crate::secret::Secret;
use crate::token::{Credential, Grant, TokenCache};

use super::shared::{Shared, check_needs, rotating, set_variable};

/// A client. Clones are cheap: they share the connection pool, the credentials with their tokens, and the limiter.
#[derive(Clone)]
pub struct Client {
    pub(super) shared: Arc<Shared>,
    pub(super) variables: Arc<Vec<(&'static str, String)>>,
    /// Calls of a graver effect are refused.
    pub(super) gravest_effect: Effect,
}

impl Client {
    /// The same client with another value for a variable of the API, such as the user on whose behalf it calls. The name of
    /// a variable that the API does not have is kept and has no effect.
    #[must_use]
    pub fn with_variable(&self, name: &'static str, value: &dyn fmt::Display) -> Self {
        let mut variables = self.variables.as_ref().clone();
        set_variable(&mut variables, name, value.to_string());
        Self {
            shared: Arc::clone(&self.shared),
            variables: Arc::new(variables),
            gravest_effect: self.gravest_effect,
        }
    }

    /// The same client for calls of no graver effect than this, see
    /// [`ClientBuilder::effects_up_to`](crate::ClientBuilder::effects_up_to). It may never do more than this one.
    #[must_use]
    pub fn effects_up_to(&self, gravest: Effect) -> Self {
        Self { gravest_effect: self.gravest_effect.min(gravest), ..self.clone() }
    }

    /// The same client, acting with another credential: it shares connections, limiter, retry budget and tokens.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if `kind` is no credential with a refresh token, or if its exchange needs another credential
    /// that the client does not have.
    pub fn with_grant(&self, kind: &'static str, grant: Grant) -> Result<Self> {
        let mut shared = self.shared.as_ref().clone();
        let api = shared.api;
        let (kind, index) = rotating(api, kind).ok_or_else(|| {
            Error::new(ErrorKind::Config, format!("the credential `{kind}` has no refresh token"))
        })?;
        // A grant brings the refresh token alone; no other input of such a credential is sent again.
        let mut inputs = vec![Secret::default(); index + 1];
        inputs[index] = grant.refresh_token;
        let session = shared.tokens.session(&shared.session_key(kind), inputs);
        if let Some((token, lifetime)) = grant.token {
            session.seed(token, lifetime, api.renew_before_expiry);
        }
        if let Some(store) = grant.store {
            session.set_store(store);
        }
        // The last credential is the acting one.
        shared.credentials.retain(|known| known.kind.name != kind.name);
        shared.credentials.push(Credential::new(kind, session, &shared.limiter));
        check_needs(&shared.credentials)?;
        Ok(Self {
            shared: Arc::new(shared),
            variables: Arc::clone(&self.variables),
            gravest_effect: self.gravest_effect,
        })
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

    /// The API that is called.
    pub(crate) fn api(&self) -> &'static Api {
        self.shared.api
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.shared.http
    }

    /// The URL of an endpoint's host, ready to have a path set.
    pub(crate) fn url_of(&self, endpoint: &Endpoint) -> &url::Url {
        let own = |host| self.shared.own_hosts.iter().find(|(known, _)| *known == host).map(|(_, url)| url);
        endpoint.host.and_then(own).unwrap_or(&self.shared.url)
    }

    /// The definition of each header with the part of its value that never changes.
    pub(crate) fn headers(&self) -> impl ExactSizeIterator<Item = (&'static Header, &PreparedHeader)> {
        self.shared.api.headers.iter().zip(&*self.shared.headers)
    }

    pub(crate) fn attempt_timeout(&self) -> Duration {
        self.shared.attempt_timeout
    }

    pub(crate) fn max_body(&self) -> usize {
        self.shared.max_body
    }

    pub(crate) fn retry_policy(&self) -> &RetryPolicy {
        &self.shared.retry
    }

    pub(crate) fn retry_budget(&self) -> &RetryBudget {
        &self.shared.budget
    }

    /// The gravest effect that calls may have.
    pub(crate) fn gravest_effect(&self) -> Effect {
        self.gravest_effect
    }

    pub(crate) fn observer(&self) -> Option<&Arc<dyn Observer>> {
        self.shared.observer.as_ref()
    }

    /// The limits of calls that are made with a credential, or without any.
    pub(crate) fn limiter_of<'a>(&'a self, credential: Option<&'a Credential>) -> &'a CredentialLimiter {
        credential.map_or(&self.shared.anonymous, |credential| &credential.limiter)
    }

    /// What is to be hidden in texts: the inputs and tokens of all credentials.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Secret> {
        self.shared.credentials.iter().flat_map(Credential::secrets)
    }

    /// The credential that calls are made with: the one that was given last.
    pub(crate) fn acting_credential(&self) -> Option<&Credential> {
        self.shared.credentials.last()
    }

    pub(crate) fn credential(&self, name: &str) -> Option<&Credential> {
        self.shared.credentials.iter().find(|credential| credential.kind.name == name)
    }

    /// The endpoints that are down.
    pub(crate) fn outages(&self) -> &Outages {
        &self.shared.outages
    }

    /// One warning for each endpoint and path: what a server does once it does again.
    pub(crate) fn warn_once(&self, endpoint: &str, problem: &DecodeError) {
        let path = problem.path_of_any_item();
        if self.is_first_warning(endpoint, &path) {
            warn!(%endpoint, path, %problem, "a value of a response does not fit its type, and is left out");
        }
    }

    /// Whether a path in the responses of an endpoint is warned of for the first time.
    pub(crate) fn is_first_warning(&self, endpoint: &str, path: &str) -> bool {
        self.shared.warnings.is_first(endpoint, path)
    }

    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
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
