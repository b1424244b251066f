//! Starting and stopping a sandbox.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use paceline_generator::SourceFile;
use paceline_generator::ir::{Api, Credential, TokenSource};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::event::{EventReceiver, Outbox};
use crate::journal::Entry;
use crate::server_state::{ServerState, Settings};
use crate::state::is_stateful;
use crate::token::fixed_input;
use crate::{Count, Error, Fault, PLUGIN_ID, PLUGIN_SECRET, check, page};

/// The spec that the sandbox is built with.
const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec");

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    state: Arc<ServerState>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

/// Configures a sandbox; [`start`](Builder::start) starts it.
#[derive(Debug, Default)]
#[must_use]
pub struct Builder {
    spec_dir: Option<PathBuf>,
    api: Option<Arc<Api>>,
    port: u16,
    journal: Option<PathBuf>,
    settings: Settings,
}

impl Sandbox {
    /// Starts a sandbox of the project's own spec on a free port.
    ///
    /// # Errors
    /// When the spec cannot be read or has errors, or no port is free.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// Configures a sandbox.
    pub fn builder() -> Builder {
        let builder = Builder::default();
        builder.plugin(PLUGIN_ID, PLUGIN_SECRET)
    }

    /// Where it listens, such as `http://127.0.0.1:40000`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it received so far, in the order in which it responded, and the events that it sent in between.
    #[must_use]
    pub fn journal(&self) -> Vec<Entry> {
        self.state.journal.entries()
    }

    /// Revokes every token that was issued so far; refresh tokens stay valid.
    pub fn revoke_tokens(&self) {
        self.state.store().tokens.revoke_all();
    }

    /// Sets its clock forward, past the end of a token or of a file that nothing is bound to. Limits count on, as if nothing
    /// had been sent in the meantime.
    pub fn advance(&self, by: Duration) {
        self.state.advance(by);
    }

    /// An authorisation code for a user, as the login page would issue it; it can be exchanged once.
    #[must_use]
    pub fn authorize(&self, user_key: &str) -> String {
        let now = self.state.now();
        self.state.store().tokens.issue_code(user_key, now)
    }

    /// The value that it accepts for an input of a credential with a fixed token, such as an access token or an API
    /// key. `None` if a credential of the spec has its tokens issued by an exchange, and for names that the spec does
    /// not have.
    #[must_use]
    pub fn input(&self, credential: &str, input: &str) -> Option<String> {
        let is_exchanged = |credential: &Credential| matches!(credential.token, TokenSource::Exchange(_));
        let credentials = &self.state.api.credentials;
        let credential = credentials.iter().find(|known| known.name.snake() == credential)?;
        let input = credential.inputs.iter().find(|known| known.name.snake() == input)?;
        (!credentials.iter().any(is_exchanged)).then(|| fixed_input(credential, &input.name))
    }

    /// The spec that it serves.
    #[must_use]
    pub fn api(&self) -> &Arc<Api> {
        &self.state.api
    }

    /// Stops listening and waits until running responses are sent.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        // A server that panicked is stopped, too.
        let _ = (&mut self.server).await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.server.abort();
    }
}

impl Builder {
    /// Serves the API that the YAML files in this folder describe.
    pub fn spec_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.spec_dir = Some(path.into());
        self
    }

    /// Serves a spec that is loaded already.
    pub fn api(mut self, api: Arc<Api>) -> Self {
        self.api = Some(api);
        self
    }

    /// Listens on this port; 0, the default, means any that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Counts requests by this rule.
    pub fn count(mut self, count: Count) -> Self {
        self.settings.count = count;
        self
    }

    /// Adds a fault. If several are drawn for the same request, the first one added applies.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.settings.faults.push(fault);
        self
    }

    /// Seeds everything that is random.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// Sets how long tokens are valid; two hours by default.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.token_lifetime = lifetime;
        self
    }

    /// Adds a plugin that may ask for tokens.
    pub fn plugin(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.settings.plugins.push((id.into(), secret.into()));
        self
    }

    /// Tells this receiver of changes. Calls do not wait for it: an event that it does not take within 6 seconds is sent
    /// again, up to three times, and dropped then; events that wait when the sandbox stops are dropped, too. Each delivery
    /// stands in the journal.
    pub fn events(mut self, receiver: EventReceiver) -> Self {
        self.settings.receivers.push(receiver);
        self
    }

    /// Also writes the journal to this file, one JSON object on each line.
    pub fn journal_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.journal = Some(path.into());
        self
    }

    /// Starts the sandbox.
    ///
    /// # Errors
    /// When the spec cannot be read or has errors, the port is not free, the journal cannot be written, or a receiver of
    /// events is for no callback of the spec or has no URL to send to.
    pub async fn start(self) -> Result<Sandbox, Error> {
        let api = match (self.api, self.spec_dir) {
            (Some(api), _) => api,
            (None, Some(dir)) => Arc::new(load(&dir)?),
            (None, None) => own_spec()?,
        };
        let journal =
            self.journal.map(|path| File::create(&path).map_err(|source| Error::Journal { path, source }));
        let mut settings = self.settings;
        let receivers = std::mem::take(&mut settings.receivers);
        if !receivers.is_empty() && !is_stateful(&api) {
            let message = "the sandbox keeps no state of this API, so nothing happens that it could tell of";
            return Err(Error::Events(message.to_owned()));
        }
        let (outbox, queues) = Outbox::new(&api, receivers, settings.seed)?;
        let state = Arc::new(ServerState::new(api, settings, journal.transpose()?, outbox));
        let port = self.port;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|source| Error::Listen { port, source })?;
        let address = listener.local_addr().map_err(|source| Error::Listen { port, source })?;
        let (stop, stopped) = watch::channel(false);
        for queue in queues {
            tokio::spawn(queue.work(Arc::clone(&state), stopped.clone()));
        }
        let server = tokio::spawn(serve(listener, Arc::clone(&state), stopped));
        Ok(Sandbox { address, state, stop, server })
    }
}

/// Serves until it is stopped.
async fn serve(listener: TcpListener, state: Arc<ServerState>, mut stopped: watch::Receiver<bool>) {
    let app = Router::new()
        .route("/_sandbox/", get(page::page))
        .route("/_sandbox/journal", get(page::journal))
        .route("/_sandbox/limits", get(page::limits))
        .route("/_sandbox/code", get(page::code))
        .fallback(crate::request::handle_request)
        .layer(DefaultBodyLimit::max(check::BODY_LIMIT))
        .with_state(state);
    let stop = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    // It fails only if the listener does. This task has nobody to report that to.
    let _ = axum::serve(listener, app).with_graceful_shutdown(stop).await;
}

/// The project's own spec, read once however many sandboxes a process starts.
fn own_spec() -> Result<Arc<Api>, Error> {
    static LOADED: Mutex<Option<Arc<Api>>> = Mutex::new(None);
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(api) = &*loaded {
        return Ok(Arc::clone(api));
    }
    Ok(Arc::clone(loaded.insert(Arc::new(load(Path::new(SPEC))?))))
}

/// Reads a spec from a folder.
fn load(dir: &Path) -> Result<Api, Error> {
    let mut files = Vec::new();
    for path in yaml_files(dir)? {
        let text = fs::read_to_string(&path).map_err(|source| Error::Read { path: path.clone(), source })?;
        // Errors show the name of the folder, not where this package was built.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push(SourceFile { path: format!("spec/{name}"), text });
    }
    match paceline_generator::load(&files) {
        Ok(loaded) => Ok(loaded.api),
        Err(diagnostics) => {
            Err(Error::Spec(paceline_generator::render_diagnostics(&diagnostics, &files, false)))
        }
    }
}

/// The `*.yaml` files of a folder, in the order of their names.
fn yaml_files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |source| Error::Read { path: dir.to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
