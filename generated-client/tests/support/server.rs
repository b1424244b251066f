//! A server that hands out tokens, and beyond that does what a test says.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use feishu_project::limiter::{Limiter, LimiterOptions, Policy};
use feishu_project::{Client, ClientBuilder, RetryPolicy};
use paceline_test_support::server::TestServer;
use serde_json::{Value, json};

pub(crate) use paceline_test_support::server::{Request, Response};

pub(crate) const PLUGIN_ID: &str = "MII_PLUGIN_OF_TESTS";
pub(crate) const SECRET: &str = "secret-c0ffee-of-the-plugin";
pub(crate) const USER_KEY: &str = "7123456789012345678";

/// A response whose header `X-Tt-Logid` names the log id `log-<status>`.
pub(crate) fn response(status: u16, content_type: &str, headers: &str, body: &[u8]) -> Response {
    Response::new(status, content_type, &format!("X-Tt-Logid: log-{status}\r\n{headers}"), body)
}

/// A response with this status and JSON.
pub(crate) fn status(status: u16, body: &Value) -> Response {
    response(status, "application/json", "", body.to_string().as_bytes())
}

/// A refusal with an error code, whose body has another log id than the header: `log-of-body` beside `log-<status>`.
pub(crate) fn refused_with(http_status: u16, code: i64) -> Response {
    status(
        http_status,
        &json!({"err_code": code, "err_msg": "said the server", "err": {"log_id": "log-of-body"}}),
    )
}

/// A success with data.
pub(crate) fn data(data: Value) -> Response {
    status(200, &json!({"err_code": 0, "data": data}))
}

/// The response of the token endpoint.
pub(crate) fn token(text: &str) -> Response {
    let data = json!({"token": text, "expire_time": 7200});
    status(200, &json!({"data": data, "error": {"code": 0, "msg": "ok"}}))
}

/// A running server.
pub(crate) struct Server {
    pub(crate) url: String,
    server: TestServer,
}

impl Server {
    /// Hands out tokens `p-token-1`, `p-token-2` and so on by itself, and leaves all other requests, counted from 1, to
    /// the handler.
    pub(crate) async fn start(handler: impl Fn(&Request, usize) -> Response + Send + Sync + 'static) -> Self {
        let tokens = Arc::new(AtomicUsize::new(0));
        Self::start_with(handler, move |request| {
            // Slow enough for a crowd to gather.
            let next = || token(&format!("p-token-{}", tokens.fetch_add(1, Ordering::SeqCst) + 1));
            is_token(request).then(|| next().after(Duration::from_millis(20)))
        })
        .await
    }

    /// Leaves the token endpoint to the handler, too.
    pub(crate) async fn tokenless(
        handler: impl Fn(&Request, usize) -> Response + Send + Sync + 'static,
    ) -> Self {
        Self::start_with(handler, |_| None).await
    }

    /// Leaves those requests to the handler that `first` does not respond to.
    async fn start_with(
        handler: impl Fn(&Request, usize) -> Response + Send + Sync + 'static,
        first: impl Fn(&Request) -> Option<Response> + Send + Sync + 'static,
    ) -> Self {
        let calls = AtomicUsize::new(0);
        let server = TestServer::start(move |request| {
            first(request).unwrap_or_else(|| handler(request, calls.fetch_add(1, Ordering::SeqCst) + 1))
        })
        .await;
        Self { url: server.url().to_owned(), server }
    }

    /// Requests other than those for plugin tokens.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.server.requests().into_iter().filter(|request| !is_token(request)).collect()
    }

    /// How many plugin tokens were asked for.
    pub(crate) fn token_requests(&self) -> usize {
        self.server.requests().iter().filter(|request| is_token(request)).count()
    }

    /// How many connections are open.
    pub(crate) fn connections(&self) -> usize {
        self.server.connections()
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

/// How often the default policy sends a request at most.
pub(crate) const DEFAULT_ATTEMPTS: u32 = 4;

/// The default policy with delays that tests can wait for.
pub(crate) fn fast() -> RetryPolicy {
    RetryPolicy::default().delay(Duration::from_millis(1), Duration::from_millis(5))
}

fn is_token(request: &Request) -> bool {
    request.path == "/open_api/authen/plugin_token"
}
