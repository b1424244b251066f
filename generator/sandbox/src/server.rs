//! Starting and stopping a sandbox.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use paceline_generator::ir::{Api, Credential, TokenSource};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::journal::Entry;
use crate::stage::{Settings, Stage};
use crate::token::fixed_input;
use crate::{Count, Error, Fault, PLUGIN_ID, PLUGIN_SECRET, check, page};

/// The spec that the sandbox is built with.
const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec");

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    stage: Arc<Stage>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

/// Says how a sandbox shall be; [`start`](Builder::start) starts it.
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
    /// When the spec cannot be read or has errors, or no port can be had.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// A sandbox to be set up.
    pub fn builder() -> Builder {
        let builder = Builder::default();
        builder.plugin(PLUGIN_ID, PLUGIN_SECRET)
    }

    /// Where it listens, such as `http://127.0.0.1:40000`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it received so far, in the order in which it answered.
    #[must_use]
    pub fn journal(&self) -> Vec<Entry> {
        self.stage.journal.entries()
    }

    /// Makes every token that was issued so far worthless; refresh tokens stay good.
    pub fn revoke_tokens(&self) {
        self.stage.world().tokens.revoke_all();
    }

    /// An authorisation code for a user, as the login page would hand it out; good for one exchange.
    #[must_use]
    pub fn authorize(&self, user_key: &str) -> String {
        let now = self.stage.now();
        self.stage.world().tokens.issue_code(user_key, now)
    }

    /// What it takes as an input of a credential that the spec gives a fixed token: a user's access token, an API key.
    /// There is none where the spec has tokens exchanged, nor for names that the spec does not have.
    #[must_use]
    pub fn input(&self, credential: &str, input: &str) -> Option<String> {
        let exchanged = |one: &Credential| matches!(one.token, TokenSource::Exchange(_));
        let credentials = &self.stage.api.credentials;
        let credential = credentials.iter().find(|known| known.name.snake() == credential)?;
        let input = credential.inputs.iter().find(|known| known.name.snake() == input)?;
        (!credentials.iter().any(exchanged)).then(|| fixed_input(credential, &input.name))
    }

    /// The spec that it acts out.
    #[must_use]
    pub fn api(&self) -> &Arc<Api> {
        &self.stage.api
    }

    /// Stops listening and waits until running answers are sent.
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
    /// Acts out the YAML files in this folder.
    pub fn spec_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.spec_dir = Some(path.into());
        self
    }

    /// Acts out a spec that is loaded already.
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

    /// Adds a fault. Of several that strike the same request, the first one added is played.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.settings.faults.push(fault);
        self
    }

    /// Decides everything that is random.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// How long tokens are good; two hours by default.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.token_lifetime = lifetime;
        self
    }

    /// Adds a plugin that may ask for tokens.
    pub fn plugin(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.settings.plugins.push((id.into(), secret.into()));
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
    /// When the spec cannot be read or has errors, the port cannot be had, or the journal cannot be written.
    pub async fn start(self) -> Result<Sandbox, Error> {
        let api = match (self.api, self.spec_dir) {
            (Some(api), _) => api,
            (None, Some(dir)) => Arc::new(load(&dir)?),
            (None, None) => own_spec()?,
        };
        let journal =
            self.journal.map(|path| File::create(&path).map_err(|source| Error::Journal { path, source }));
        let stage = Arc::new(Stage::new(api, self.settings, journal.transpose()?));
        let port = self.port;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|source| Error::Listen { port, source })?;
        let address = listener.local_addr().map_err(|source| Error::Listen { port, source })?;
        let (stop, stopped) = watch::channel(false);
        let server = tokio::spawn(serve(listener, Arc::clone(&stage), stopped));
        Ok(Sandbox { address, stage, stop, server })
    }
}

async fn serve(listener: TcpListener, stage: Arc<Stage>, mut stopped: watch::Receiver<bool>) {
    let app = Router::new()
        .route("/_sandbox/", get(page::page))
        .route("/_sandbox/journal", get(page::journal))
        .route("/_sandbox/limits", get(page::limits))
        .route("/_sandbox/code", get(page::code))
        .fallback(crate::stage::answer)
        .layer(DefaultBodyLimit::max(check::BODY_LIMIT))
        .with_state(stage);
    let stop = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    // The only way to fail is that the listener fails, and then there is nobody left to tell.
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
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Read { path, source }
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable(dir))? {
        let path = entry.map_err(unreadable(dir))?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            // As errors shall show it: the folder as it was given says more than where this package was built.
            let name = Path::new("spec").join(path.file_name().unwrap_or_default());
            files.push(paceline_generator::SourceFile { path: name.display().to_string(), text });
        }
    }
    // Folders are listed in no order; what comes of them shall not depend on it.
    files.sort_by(|a, b| a.path.cmp(&b.path));
    match paceline_generator::load(&files) {
        Ok(loaded) => Ok(loaded.api),
        Err(diagnostics) => {
            Err(Error::Spec(paceline_generator::render_diagnostics(&diagnostics, &files, false)))
        }
    }
}
