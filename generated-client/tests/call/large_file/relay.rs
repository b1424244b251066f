//! A relay in front of the sandbox that lets some parts of an upload fail, each in another way.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;

/// What the relay knows.
pub(super) struct Relay {
    /// Where requests go on to.
    server: String,
    http: reqwest::Client,
    /// Which part requests fail, counted from 0.
    failing: BTreeSet<usize>,
    seen: AtomicUsize,
    /// The paths of those that failed.
    pub(super) failed: Mutex<Vec<String>>,
    /// How many parts the server took.
    pub(super) taken: AtomicUsize,
}

impl Relay {
    pub(super) fn new(server: String, failing: BTreeSet<usize>) -> Arc<Self> {
        let (http, seen, taken) = (reqwest::Client::new(), AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { server, http, failing, seen, failed: Mutex::default(), taken })
    }
}

/// Starts the relay; gives its address.
pub(super) async fn serve(relay: Arc<Relay>) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let routes = axum::Router::new().fallback(pass_on).with_state(relay);
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    url
}

async fn pass_on(State(relay): State<Arc<Relay>>, request: Request) -> Response {
    let path = request.uri().to_string();
    let is_part = path.contains("/stream/upload/multipart/");
    let number = if is_part { Some(relay.seen.fetch_add(1, Ordering::SeqCst)) } else { None };
    let fails = number.filter(|number| relay.failing.contains(number));
    if fails.is_some() {
        relay.failed.lock().unwrap().push(path.clone());
    }
    // Refused at once, refused when half of it was sent, or taken with the response lost.
    match fails.map(|number| number % 3) {
        Some(0) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(1) => {
            let mut pieces = request.into_body().into_data_stream();
            for _ in 0..8 {
                pieces.next().await;
            }
            return StatusCode::BAD_GATEWAY.into_response();
        }
        _ => {}
    }
    let (head, body) = request.into_parts();
    let mut onward = relay.http.request(head.method, format!("{}{path}", relay.server));
    for (name, value) in head.headers.iter().filter(|(name, _)| *name != "host") {
        onward = onward.header(name, value);
    }
    // A client that was killed ends its request in the middle, and so does this.
    let Ok(response) = onward.body(reqwest::Body::wrap_stream(body.into_data_stream())).send().await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    if is_part && response.status().is_success() {
        relay.taken.fetch_add(1, Ordering::SeqCst);
    }
    if fails.is_some() {
        return StatusCode::GATEWAY_TIMEOUT.into_response();
    }
    let (status, headers) = (response.status(), response.headers().clone());
    let mut back = Response::new(Body::from_stream(response.bytes_stream()));
    (*back.status_mut(), *back.headers_mut()) = (status, headers);
    back
}
