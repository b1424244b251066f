//! A server on loopback that does what a test says: plain sockets, so that nothing hides what is on the wire.

mod request;
mod response;
mod fixed;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub use fixed::start_fixed;
pub use request::Request;
pub use response::Response;

/// What the server does about a request.
type Handler = Box<dyn Fn(&Request) -> Response + Send + Sync>;

/// A running server. When this is dropped it accepts no more connections; those that are open are served until either
/// side closes them.
pub struct TestServer {
    url: String,
    state: Arc<State>,
    task: JoinHandle<()>,
}

/// What the connections share.
struct State {
    handler: Handler,
    /// In the order in which they arrived.
    requests: Mutex<Vec<Request>>,
    /// How many are open.
    connections: AtomicUsize,
}

impl TestServer {
    /// A server that responds to each request as `handler` says.
    ///
    /// # Panics
    /// When loopback has no free port.
    pub async fn start(handler: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("the port is known"));
        let (requests, connections) = (Mutex::default(), AtomicUsize::new(0));
        let state = Arc::new(State { handler: Box::new(handler), requests, connections });
        let task = tokio::spawn(accept(listener, Arc::clone(&state)));
        Self { url, state, task }
    }

    /// Scheme, address and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The requests so far, in the order in which they arrived.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.state.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::SeqCst)
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Accepts connections and serves each in a task of its own.
async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        // Every write is sent at once, not held back until the one before is acknowledged: that takes real time, and
        // the clock of a test may be paused.
        let _ = stream.set_nodelay(true);
        tokio::spawn(async move {
            state.connections.fetch_add(1, Ordering::SeqCst);
            serve(stream, &state).await;
            state.connections.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

/// Serves one connection until either side closes it.
async fn serve(stream: TcpStream, state: &State) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = Request::read(&mut stream).await {
        state.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        let mut response = (state.handler)(&request);
        loop {
            response = match response {
                Response::After(pause, later) => {
                    sleep(pause).await;
                    *later
                }
                Response::Then(bytes, later) => {
                    let _ = stream.write_all(&bytes).await;
                    *later
                }
                last => break response = last,
            };
        }
        if !response.write(&mut stream).await {
            return;
        }
    }
}
