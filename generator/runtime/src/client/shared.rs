//! What the clones of a client share, and functions that its builder and its handle have in common.

use std::sync::Arc;
use std::time::Duration;

use paceline::{CredentialLimiter, Limiter};

use crate::api::{Api, CredentialKind, TokenSource};
use crate::error::{Error, ErrorKind, Result};
use crate::header::PreparedHeader;
use crate::observe::Observer;
use crate::retry::{Outages, RetryBudget, RetryPolicy};
use crate::token::{Credential, SessionKey, TokenCache};

use super::warnings::Warnings;

/// What the clones of a client share. It is copied only for a client that acts with another credential
/// (`Client::with_grant`): such a one has all else in common with the first, so whatever changes lies behind an
/// [`Arc`] or a handle.
#[derive(Clone)]
pub(super) struct Shared {
    pub(super) api: &'static Api,
    pub(super) http: reqwest::Client,
    /// The address that every path is appended to, without a `/` at its end.
    pub(super) base_url: String,
    /// The same, ready to have a path set.
    pub(super) url: url::Url,
    /// The hosts of endpoints that have one of their own, each as the API spells it and as a URL; none where the client
    /// was given another address than those that the API has, which then stands for all of them.
    pub(super) own_hosts: Vec<(&'static str, url::Url)>,
    /// What of the API's headers can be made once: an entry for each header that the API defines, in their order.
    pub(super) headers: Arc<[PreparedHeader]>,
    /// One of a kind at most. Calls are made with the last.
    pub(super) credentials: Vec<Credential>,
    pub(super) tokens: TokenCache,
    /// Limits of calls that are made without any credential.
    pub(super) anonymous: CredentialLimiter,
    pub(super) attempt_timeout: Duration,
    /// The largest response that is read into memory, in bytes.
    pub(super) max_body: usize,
    pub(super) retry: RetryPolicy,
    /// How many repetitions are left to all calls together.
    pub(super) budget: Arc<RetryBudget>,
    pub(super) limiter: Limiter,
    pub(super) observer: Option<Arc<dyn Observer>>,
    /// Which warnings were given, each of which is given once.
    pub(super) warnings: Arc<Warnings>,
    /// The endpoints from which nothing but failures comes.
    pub(super) outages: Arc<Outages>,
}

impl Shared {
    /// Where the token cache looks for the session of a credential.
    pub(super) fn session_key(&self, kind: &CredentialKind) -> SessionKey {
        SessionKey { api: self.api.name, base_url: self.base_url.clone(), kind: kind.name }
    }
}

/// A credential whose exchange replaces one of its inputs, and which input that is.
pub(super) fn rotating(api: &Api, kind: &str) -> Option<(&'static CredentialKind, usize)> {
    let credentials: &'static [CredentialKind] = api.credentials;
    let kind = credentials.iter().find(|known| known.name == kind)?;
    match &kind.token {
        // Emitted clients ask this of credentials that have one input alone, which is replaced.
        TokenSource::Exchange(exchange) => exchange.rotates.first().map(|(index, _)| (kind, *index)),
        TokenSource::Fixed(_) | TokenSource::None => None,
    }
}

/// Checks that every credential finds the one that its exchange is made with.
pub(super) fn check_needs(credentials: &[Credential]) -> Result<()> {
    for credential in credentials {
        let missing = credential.needs().filter(|&name| !credentials.iter().any(|c| c.kind.name == name));
        if let Some(missing) = missing {
            let name = credential.kind.name;
            // The order matters to calls alone, which are made with the credential that was added last.
            let message = format!("credential `{name}` needs `{missing}` too: add it before `{name}`");
            return Err(Error::new(ErrorKind::Config, message));
        }
    }
    Ok(())
}

/// Sets a variable of the API, such as the user on whose behalf a client calls; the last value counts.
pub(super) fn set_variable(variables: &mut Vec<(&'static str, String)>, name: &'static str, value: String) {
    variables.retain(|(known, _)| *known != name);
    variables.push((name, value));
}
