//! A small API with one token and one limit, and a server of it.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::Duration;

use paceline_runtime::api::{
    Api, BodyKind, CredentialKind, CredentialRule, Effect, Endpoint, Envelope, Exchange, Header, Method,
    Refusal, SendValue, Success, TemplatePart, TokenSource,
};
use paceline_runtime::limiter::{EndpointLimits, Limit, Limiter};
use paceline_runtime::{Call, Client, ClientBuilder, Result, TokenCache, Value};
use paceline_test_support::server::{Response, TestServer};

static ENVELOPE: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["code"]),
    message: None,
    detail: None,
    log_id: None,
    data: Some(&["data"]),
};

pub(crate) const UNKNOWN: Endpoint = Endpoint {
    id: "",
    method: Method::Get,
    path: "",
    host: None,
    effect: Effect::Read,
    limits: EndpointLimits::new(2, &LIMITS),
    envelope: &ENVELOPE,
    other_envelopes: &[],
    empty_statuses: &[],
    refusals: &[],
    body: BodyKind::None,
    body_optional: false,
    media: None,
    parts: &[],
    accept: None,
    credentials: CredentialRule::Any,
    headers: &[],
    rules: &[],
    pagination: None,
};

static TOKEN: Endpoint = Endpoint {
    id: "token",
    method: Method::Post,
    path: "/token",
    body: BodyKind::Json,
    credentials: CredentialRule::None,
    limits: EndpointLimits::new(0, &[]),
    ..UNKNOWN
};

/// At most so many calls in a second.
pub(crate) const PER_SECOND: u32 = 15;
static LIMITS: [Limit; 1] = [Limit::per_second(PER_SECOND)];

static LIST: Endpoint =
    Endpoint { id: "list", path: "/list", limits: EndpointLimits::new(1, &LIMITS), ..UNKNOWN };

static API: Api = THE_API;

/// The same as a value, of which parts can be replaced.
pub(crate) const THE_API: Api = Api {
    fallback_envelopes: &[],
    name: "Progress",
    user_agent: "progress/1",
    hosts: &[],
    headers: &[Header {
        name: "Authorization",
        value: &[TemplatePart::Token],
        credentials: None,
        effect: None,
        required: true,
    }],
    credentials: &[CredentialKind {
        name: "app",
        headers: &[],
        query: &[],
        token: TokenSource::Exchange(Exchange {
            with: None,
            endpoint: &TOKEN,
            send: &[("secret", SendValue::Text(&[TemplatePart::Input(0)]))],
            token: &["token"],
            expires_in: Some(&["life"]),
            rotates: &[],
        }),
    }],
    renew_on: &[10022],
    never_renew_on: &[],
    renew_before_expiry: Duration::ZERO,
    throttled: Some(Refusal { status: 429, code: None }),
    duplicate: None,
    limit_headers: &[],
    log_id_headers: &[],
    errors: &[],
    endpoints: &[&TOKEN, &LIST],
    unknown: UNKNOWN,
};

/// How the server behaves.
#[derive(Clone, Copy, Default)]
pub(crate) struct Behaviour {
    pub(crate) token_takes: Duration,
    pub(crate) list_takes: Duration,
    /// The first token is revoked after so many calls.
    pub(crate) revoked_after: Option<usize>,
}

/// A server, and what it was asked.
pub(crate) struct Fixture {
    pub(crate) server: TestServer,
    pub(crate) limiter: Limiter,
    tokens: Arc<AtomicUsize>,
}

impl Fixture {
    pub(crate) async fn start(behaviour: Behaviour) -> Self {
        let tokens = Arc::new(AtomicUsize::new(0));
        let (given, listed) = (tokens.clone(), AtomicUsize::new(0));
        let server = TestServer::start(move |request| {
            if request.path == "/token" {
                let number = given.fetch_add(1, Ordering::SeqCst) + 1;
                let body = format!(r#"{{"code":0,"data":{{"token":"t{number}","life":7200}}}}"#);
                return json(200, &body).after(behaviour.token_takes);
            }
            let calls = listed.fetch_add(1, Ordering::SeqCst);
            let is_first = request.header("authorization") == Some("t1");
            if is_first && behaviour.revoked_after.is_some_and(|after| calls >= after) {
                return json(401, r#"{"code":10022}"#);
            }
            json(200, r#"{"code":0,"data":[1]}"#).after(behaviour.list_takes)
        })
        .await;
        Self { server, limiter: Limiter::new(Default::default()), tokens }
    }

    pub(crate) fn client(&self) -> Client {
        self.client_with_timeout(Duration::from_secs(30))
    }

    pub(crate) fn client_with_timeout(&self, timeout: Duration) -> Client {
        self.builder(timeout).build().unwrap()
    }

    /// A client of another server, with a limiter of its own.
    pub(crate) fn with(url: &str) -> Client {
        Self::builder_with(url).build().unwrap()
    }

    pub(crate) fn builder_with(url: &str) -> ClientBuilder {
        builder(url).limiter(Limiter::new(Default::default())).tokens(TokenCache::new())
    }

    pub(crate) fn builder(&self, timeout: Duration) -> ClientBuilder {
        builder(self.server.url()).limiter(self.limiter.clone()).tokens(TokenCache::new()).timeout(timeout)
    }

    pub(crate) fn tokens(&self) -> usize {
        self.tokens.load(Ordering::SeqCst)
    }
}

/// A client as people set it up.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    Client::builder(&API).credential("app", vec!["secret".into()]).base_url(url)
}

pub(crate) fn list_endpoint() -> &'static Endpoint {
    &LIST
}

fn json(status: u16, body: &str) -> Response {
    Response::new(status, "application/json", "", body.as_bytes())
}

/// One call.
pub(crate) fn list(client: &Client) -> impl Future<Output = Result<Vec<Value>>> + Send + use<> {
    Call::new(client, &LIST).send()
}

/// Polls a future once; it must not be done by then.
pub(crate) async fn poll_once<F: Future + Unpin>(future: &mut F) {
    let polled = poll_fn(|cx| Poll::Ready(Pin::new(&mut *future).poll(cx).is_pending()));
    assert!(polled.await, "it was too fast");
}

/// How long so many spawned calls take: the best that the limit allows.
pub(crate) async fn spawned(calls: usize, behaviour: Behaviour) -> Duration {
    let fixture = Fixture::start(behaviour).await;
    let client = fixture.client();
    let start = tokio::time::Instant::now();
    let tasks: Vec<_> = (0..calls).map(|_| tokio::spawn(list(&client))).collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    start.elapsed()
}
