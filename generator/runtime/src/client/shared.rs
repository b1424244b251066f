//! What the clones of a client share.

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

/// What the clones of a client share.
#[derive(Clone)]
pub(super) struct Shared {
    pub(super) api: &'static Api,
    pub(super) http: reqwest::Client,
    pub(super) base_url: String,
    /// The same, ready to have a path set.
    pub(super) url: url::Url,
    /// The hosts of endpoints that have one of their own; none where the client was given another address than those that the
    /// API has, which then stands for all of them.
    pub(super) own_hosts: Vec<(&'static str, url::Url)>,
    /// What of the API's headers can be made once, one for each rule.
    pub(super) headers: Arc<[PreparedHeader]>,
    pub(super) credentials: Vec<Credential>,
    pub(super) tokens: TokenCache,
    /// Limits of calls that are made without any credential.
    pub(super) anonymous: CredentialLimiter,
    pub(super) attempt_timeout: Duration,
    pub(super) max_body: usize,
    pub(super) retry: RetryPolicy,
    pub(super) budget: Arc<RetryBudget>,
    pub(super) limiter: Limiter,
    pub(super) observer: Option<Arc<dyn Observer>>,
    pub(super) warnings: Arc<Warnings>,
    pub(super) outages: Arc<Outages>,
}

impl Shared {
    pub(super) fn session_key(&self, kind: &CredentialKind) -> SessionKey {
        SessionKey { api: self.api.name, base_url: self.base_url.clone(), kind: kind.name }
    }
}

/// A credential whose exchange replaces one of its inputs, and which input that is.
pub(super) fn rotating(api: &Api, kind: &str) -> Option<(&'static CredentialKind, usize)> {
    let credentials: &'static [CredentialKind] = api.credentials;
    let kind = credentials.iter().find(|known| known.name == kind)?;
    match &kind.token {
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
            let message = format!("credential `{name}` needs `{missing}` too: add it before `{name}`");
            return Err(Error::new(ErrorKind::Config, message));
        }
    }
    Ok(())
}

/// Sets a variable; the last value counts.
pub(super) fn set_variable(variables: &mut Vec<(&'static str, String)>, name: &'static str, value: String) {
    variables.retain(|(known, _)| *known != name);
    variables.push((name, value));
}
