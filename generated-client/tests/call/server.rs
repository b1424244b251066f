//! A server that misbehaves as a test tells it to: plain sockets, so that nothing stands in the way.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use feishu_project::limiter::{Limiter, LimiterOptions, Policy};
use feishu_project::{Client, ClientBuilder, RetryPolicy};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub(crate) const PLUGIN_ID: &str = "MII_PLUGIN_OF_TESTS";
pub(crate) const SECRET: &str = "secret-c0ffee-of-the-plugin";
pub(crate) const USER_KEY: &str = "7123456789012345678";

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What the server does about a request.
#[derive(Clone)]
pub(crate) enum Answer {
    /// Writes these bytes and goes on.
    Send(Vec<u8>),
    /// Writes these bytes, then the others so many times, then closes.
    Repeat(Vec<u8>, Vec<u8>, usize),
    /// Writes these bytes and closes.
    SendAndClose(Vec<u8>),
    /// Writes these bytes and then nothing.
    SendAndHold(Vec<u8>),
    /// Closes without a word.
    Close,
    /// Says nothing for so long, then goes on as told.
    After(Duration, Box<Answer>),
}

/// A status, a content type and a body.
pub(crate) fn answer(status: u16, kind: &str, extra: &str, body: &[u8]) -> Answer {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Status\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nX-Tt-Logid: log-{status}\r\n\
         {extra}\r\n"
    );
    Answer::Send([head.as_bytes(), body].concat())
}

pub(crate) fn status(status: u16, body: &Value) -> Answer {
    answer(status, "application/json", "", body.to_string().as_bytes())
}

pub(crate) fn code(http: u16, code: i64) -> Answer {
    status(http, &json!({"err_code": code, "err_msg": "said the server", "err": {"log_id": "log-of-body"}}))
}

/// A success with data.
pub(crate) fn data(data: Value) -> Answer {
    status(200, &json!({"err_code": 0, "data": data}))
}

/// The answer of the token endpoint.
pub(crate) fn token(text: &str) -> Answer {
    let data = json!({"token": text, "expire_time": 7200});
    status(200, &json!({"data": data, "error": {"code": 0, "msg": "ok"}}))
}

type Handler = Box<dyn Fn(&Request, usize) -> Answer + Send + Sync>;

pub(crate) struct Server {
    pub(crate) url: String,
    shared: Arc<Shared>,
    task: tokio::task::JoinHandle<()>,
}

struct Shared {
    handler: Handler,
    requests: Mutex<Vec<Request>>,
    tokens: AtomicUsize,
    calls: AtomicUsize,
    open: AtomicUsize,
}

impl Server {
    /// Hands out tokens `p-token-1`, `p-token-2` and so on by itself, and leaves all other requests, counted from 1, to
    /// the handler.
    pub(crate) async fn start(handler: impl Fn(&Request, usize) -> Answer + Send + Sync + 'static) -> Self {
        Self::bare(move |request, number| handler(request, number), true).await
    }

    /// Leaves the token endpoint to the handler, too.
    pub(crate) async fn tokenless(
        handler: impl Fn(&Request, usize) -> Answer + Send + Sync + 'static,
    ) -> Self {
        Self::bare(handler, false).await
    }

    async fn bare(handler: impl Fn(&Request, usize) -> Answer + Send + Sync + 'static, tokens: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            handler: Box::new(handler),
            requests: Mutex::default(),
            tokens: AtomicUsize::new(0),
            calls: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
        });
        let state = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&state);
                tokio::spawn(async move {
                    state.open.fetch_add(1, Ordering::SeqCst);
                    serve(stream, &state, tokens).await;
                    state.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { url, shared, task }
    }

    /// Requests other than those for plugin tokens.
    pub(crate) fn requests(&self) -> Vec<Request> {
        let requests = self.shared.requests.lock().unwrap().clone();
        requests.into_iter().filter(|request| !is_token(request)).collect()
    }

    /// How many plugin tokens were asked for.
    pub(crate) fn token_requests(&self) -> usize {
        self.shared.requests.lock().unwrap().iter().filter(|request| is_token(request)).count()
    }

    /// How many connections are open.
    pub(crate) fn connections(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }

    /// A client of this server, with short delays and without limits of its own.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let off = LimiterOptions::new().policy(Policy::Off);
        Client::builder()
            .plugin(PLUGIN_ID, SECRET)
            .user_key(USER_KEY)
            .base_url(self.url.as_str())
            .limiter(Limiter::new(off))
            .retry(fast())
    }
}

/// The usual policy with delays that tests can wait for.
pub(crate) fn fast() -> RetryPolicy {
    RetryPolicy::default().delay(Duration::from_millis(1), Duration::from_millis(5))
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn is_token(request: &Request) -> bool {
    request.path == "/open_api/authen/plugin_token"
}

async fn serve(stream: TcpStream, shared: &Shared, tokens: bool) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read(&mut stream).await {
        shared.requests.lock().unwrap().push(request.clone());
        let mut answer = if tokens && is_token(&request) {
            let number = shared.tokens.fetch_add(1, Ordering::SeqCst) + 1;
            // Slow enough for a crowd to gather.
            Answer::After(Duration::from_millis(20), Box::new(token(&format!("p-token-{number}"))))
        } else {
            (shared.handler)(&request, shared.calls.fetch_add(1, Ordering::SeqCst) + 1)
        };
        while let Answer::After(pause, then) = answer {
            tokio::time::sleep(pause).await;
            answer = *then;
        }
        if !write(&mut stream, answer).await {
            return;
        }
    }
}

/// Says whether the connection goes on.
async fn write(stream: &mut BufReader<TcpStream>, answer: Answer) -> bool {
    match answer {
        Answer::Send(bytes) => stream.write_all(&bytes).await.is_ok(),
        Answer::Repeat(head, piece, times) => {
            let mut fine = stream.write_all(&head).await.is_ok();
            for _ in 0..times {
                if !fine {
                    break;
                }
                fine = stream.write_all(&piece).await.is_ok();
            }
            false
        }
        Answer::SendAndClose(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.flush().await;
            false
        }
        Answer::SendAndHold(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.flush().await;
            // Until the client goes.
            let _ = stream.read_u8().await;
            false
        }
        Answer::Close | Answer::After(..) => false,
    }
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Request> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.trim_end().split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(n, v)| (n.to_owned(), v.to_owned()));
    let mut request = Request { method, path, headers: headers.collect(), body: Vec::new() };
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    request.body = vec![0; length];
    stream.read_exact(&mut request.body).await.ok()?;
    Some(request)
}
