//! Setting up a client.

use std::fmt;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

#[cfg(feature = "redis")]
use paceline::RedisLimits;
use paceline::{Limiter, LimiterOptions};
use url::Url;

use crate::api::{Api, CredentialKind, Effect};
use crate::error::{Error, ErrorKind, Result};
use crate::header::PreparedHeader;
use crate::observe::Observer;
use crate::retry::{RetryBudget, RetryPolicy};
use crate::secret::Secret;
use crate::token::{Credential, SessionKey, TokenCache, TokenStore};

use super::base_url::{check_base_url, is_loopback};
use super::handle::Client;
use super::shared::{Shared, check_needs, set_variable};

/// What clients share that are given neither a limiter nor a token cache of their own: the server counts the requests of
/// a credential together, whichever client they come from.
static PROCESS: LazyLock<Process> =
    LazyLock::new(|| Process { limiter: Limiter::new(LimiterOptions::default()), tokens: TokenCache::new() });

struct Process {
    limiter: Limiter,
    tokens: TokenCache,
}

/// Sets up a [`Client`](crate::Client).
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    api: &'static Api,
    base_url: Option<String>,
    allow_plain_http: bool,
    credentials: Vec<(&'static CredentialKind, Vec<Secret>)>,
    variables: Vec<(&'static str, String)>,
    attempt_timeout: Duration,
    connect_timeout: Duration,
    max_body: usize,
    retry: RetryPolicy,
    gravest_effect: Effect,
    limiter: Option<Limiter>,
    tokens: Option<TokenCache>,
    store: Option<Arc<dyn TokenStore>>,
    observer: Option<Arc<dyn Observer>>,
    http: Option<reqwest::ClientBuilder>,
    unknown_credential: Option<&'static str>,
}

impl Client {
    /// Starts a client of `api`.
    pub fn builder(api: &'static Api) -> ClientBuilder {
        ClientBuilder::new(api)
    }
}

impl ClientBuilder {
    fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            allow_plain_http: false,
            credentials: Vec::new(),
            variables: Vec::new(),
            attempt_timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            max_body: 32 << 20,
            retry: RetryPolicy::default(),
            gravest_effect: Effect::Destroy,
            limiter: None,
            tokens: None,
            store: None,
            observer: None,
            http: None,
            unknown_credential: None,
        }
    }

    /// Another host than the API's default: scheme, authority, and a path if the API lives below one.
    ///
    /// An endpoint with a host of its own keeps it if this is one of the API's hosts. Any other address stands for all hosts.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows plain `http` to hosts other than this machine. Tokens then travel unprotected.
    pub fn allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// Adds a credential by the name of its kind. Calls are made with the one that was added last.
    pub fn credential(mut self, kind: &'static str, inputs: Vec<Secret>) -> Self {
        match self.api.credentials.iter().find(|known| known.name == kind) {
            Some(kind) => {
                self.credentials.retain(|(known, _)| known.name != kind.name);
                self.credentials.push((kind, inputs));
            }
            None => self.unknown_credential = Some(kind),
        }
        self
    }

    /// Sets a variable for all calls.
    pub fn variable(mut self, name: &'static str, value: &dyn fmt::Display) -> Self {
        set_variable(&mut self.variables, name, value.to_string());
        self
    }

    /// How long one attempt may take, from its sending to the end of its response; 30 seconds by default. The time
    /// spent waiting for the limiter does not count; for that, a call has a deadline. Uploads have a second more for each
    /// MiB; downloads may take as long as they like, but never longer than this for their next piece. Of a stream of items, this is
    /// the time until it begins.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// How long connecting may take; 10 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The largest response that is read into memory, in bytes; 32 MiB by default. Downloads are not bound by it, and of a stream each
    /// item is.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// When and how often failed attempts are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The gravest effect that calls may have; [`Effect::Destroy`], that is any, by default. With [`Effect::Read`] the client
    /// only reads, with [`Effect::Write`] it also changes what can be changed back. A call that does more is refused before
    /// anything is sent, as [`ErrorKind::NotAllowed`]. The exchanges of tokens do not count.
    pub fn effects_up_to(mut self, gravest: Effect) -> Self {
        self.gravest_effect = gravest;
        self
    }

    /// Another limiter than the one that all clients of this process share. Clients of one credential must share a
    /// limiter, or together they exceed the limits.
    pub fn limiter(mut self, limiter: Limiter) -> Self {
        self.limiter = Some(limiter);
        self
    }

    /// Shares all limits with other processes that share them on the same server. Clients of one credential in this process
    /// should be clones of one client, or be given the limiter of one.
    ///
    /// A credential is the same in two processes if it is made of the same inputs, for the same base URL. One whose refresh token
    /// has rotated since the other process started is another one to the limiter.
    ///
    /// What a process held that is gone without a word comes back once none of its attempts can be on its way any more: after the
    /// time limit of an attempt, and for uploads after an hour. A server that has just started, and that no process tells who
    /// holds what, gives nothing away for as long. So end with [`Limiter::leave`].
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    #[cfg(feature = "redis")]
    pub fn shared_limits(self, limits: RedisLimits) -> Self {
        self.limiter(Limiter::shared_on(limits, LimiterOptions::default()))
    }

    /// Another token cache than the one that all clients of this process share.
    pub fn tokens(mut self, tokens: TokenCache) -> Self {
        self.tokens = Some(tokens);
        self
    }

    /// Where refresh tokens are kept when the server replaces them.
    pub fn token_store(mut self, store: impl TokenStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Receives a report of every attempt of every call.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// A prepared HTTP client, for a proxy, certificates or headers of your own.
    ///
    /// Redirects stay off, since they would carry tokens elsewhere, and so do its repetitions, which would not keep the
    /// limits. The connect timeout and the user agent are those of this client.
    pub fn http(mut self, http: reqwest::ClientBuilder) -> Self {
        self.http = Some(http);
        self
    }

    /// Makes the client. Nothing is sent yet.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] when the URL is not usable or a credential needs another one that was not given.
    pub fn build(self) -> Result<Client> {
        if let Some(kind) = self.unknown_credential {
            return Err(Error::new(ErrorKind::Config, format!("the API has no credential `{kind}`")));
        }
        let url = self.base_url.as_deref().or_else(|| self.api.hosts.first().map(|host| host.url));
        let base = check_base_url(url.unwrap_or_default(), self.allow_plain_http)?;
        let base_url = base.as_str().trim_end_matches('/').to_owned();
        let own_hosts = own_hosts(self.api, &base_url, self.allow_plain_http)?;
        let limiter = self.limiter.unwrap_or_else(|| PROCESS.limiter.clone());
        let tokens = self.tokens.unwrap_or_else(|| PROCESS.tokens.clone());
        let mut credentials = Vec::new();
        for (kind, inputs) in self.credentials {
            let key = SessionKey { api: self.api.name, base_url: base_url.clone(), kind: kind.name };
            let session = tokens.session(&key, inputs);
            if let Some(store) = &self.store {
                session.set_store(Arc::clone(store));
            }
            credentials.push(Credential::new(kind, session, &limiter));
        }
        check_needs(&credentials)?;
        if let Some(credential) = credentials.iter().find(|credential| credential.has_colon_in_user_name()) {
            let message = format!(
                "the user name of the credential `{}` holds a colon, which would end it",
                credential.kind.name
            );
            return Err(Error::new(ErrorKind::Config, message));
        }
        let mut http = self.http.unwrap_or_else(|| default_http(&base));
        if is_loopback(&base) {
            // A proxy would see what may be sent in plain text only because it does not leave this machine.
            http = http.no_proxy();
        }
        // A redirect would carry token and user key to wherever the server points.
        let http = http
            .redirect(reqwest::redirect::Policy::none())
            // Every request goes through the limiter, repetitions too.
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect_timeout)
            .user_agent(self.api.user_agent)
            .build()
            .map_err(|error| {
                let advice = "no HTTP client can be made; where the system has no CA certificates, install them, or give your \
                              own with `http`";
                Error::new(ErrorKind::Config, advice).with_source(error)
            })?;
        let shared = Shared {
            api: self.api,
            http,
            headers: self.api.headers.iter().map(PreparedHeader::new).collect(),
            anonymous: limiter.credential(&base_url),
            base_url,
            url: base,
            own_hosts,
            credentials,
            tokens,
            attempt_timeout: self.attempt_timeout,
            max_body: self.max_body,
            budget: Arc::new(RetryBudget::new(self.retry.budget)),
            retry: self.retry,
            observer: self.observer,
            warnings: Arc::default(),
            outages: Arc::default(),
            limiter,
        };
        Ok(Client {
            shared: Arc::new(shared),
            variables: Arc::new(self.variables),
            gravest_effect: self.gravest_effect,
        })
    }
}

/// The hosts that endpoints of the API have of their own. Whoever gives an address that the API does not know, such as that of
/// a mock server or a gateway, means it for all endpoints: nothing goes elsewhere.
fn own_hosts(api: &'static Api, base_url: &str, allow_plain_http: bool) -> Result<Vec<(&'static str, Url)>> {
    let is_known = api.hosts.iter().any(|host| host.url.trim_end_matches('/') == base_url);
    let mut hosts: Vec<(&str, Url)> = Vec::new();
    for host in api.endpoints.iter().filter_map(|endpoint| endpoint.host).filter(|_| is_known) {
        if hosts.iter().all(|(known, _)| *known != host) {
            hosts.push((host, check_base_url(host, allow_plain_http)?));
        }
    }
    Ok(hosts)
}

/// What is used where nothing was prepared. Without TLS no certificates are needed, which a small container may not have.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn default_http(base: &Url) -> reqwest::ClientBuilder {
    let http = reqwest::Client::builder();
    if base.scheme() == "http" { http.tls_certs_only([]) } else { http }
}

/// What is used where nothing was prepared.
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn default_http(_base: &Url) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.name)
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}
