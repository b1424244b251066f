//! Limits that endpoints share, and what responses tell of them, against a server that counts by itself.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline_runtime::api::{Api, CredentialRule, Endpoint, LimitHeaders, LimitsLeft};
use paceline_runtime::codegen::{BucketUse, Call, EndpointLimits, Limit};
use paceline_runtime::limiter::{Bucket, Limiter, Scope};
use paceline_runtime::{Client, Value};
use paceline_test_support::any_window::fullest_window;
use paceline_test_support::server::{Response, TestServer};
use tokio::time::Instant;

use crate::fixture::{THE_API, UNKNOWN};

/// Ten a second for all calls.
static ACCOUNT: Bucket = Bucket::new("account", Scope::All, &[Limit::per_second(10)]);
/// What responses alone tell.
static POINTS: Bucket = Bucket::new("points", Scope::All, &[Limit::per_minute(100)]);

static READ: Endpoint = Endpoint {
    id: "read",
    path: "/read",
    credentials: CredentialRule::None,
    limits: EndpointLimits::new(1, &[]).counting_in(&[BucketUse::new(&ACCOUNT)]),
    ..UNKNOWN
};
static WRITE: Endpoint = Endpoint {
    id: "write",
    path: "/write",
    credentials: CredentialRule::None,
    limits: EndpointLimits::new(2, &[]).counting_in(&[BucketUse::new(&ACCOUNT).weighing(3)]),
    ..UNKNOWN
};
static TOLD: Endpoint = Endpoint {
    id: "told",
    path: "/told",
    credentials: CredentialRule::None,
    limits: EndpointLimits::new(3, &[]).counting_in(&[BucketUse::new(&POINTS)]),
    ..UNKNOWN
};

static API: Api = Api {
    limit_headers: &[LimitHeaders {
        bucket: "points",
        left: Some(LimitsLeft::Headers { remaining: "x-left", reset: "x-renewed" }),
        weight: Some("x-weight"),
    }],
    endpoints: &[&READ, &WRITE, &TOLD],
    ..THE_API
};

fn client(server: &TestServer) -> Client {
    Client::builder(&API).base_url(server.url()).limiter(Limiter::new(Default::default())).build().unwrap()
}

fn call(client: &Client, endpoint: &'static Endpoint) -> tokio::task::JoinHandle<()> {
    let call = Call::new(client, endpoint).send::<Option<Value>>();
    tokio::spawn(async move { drop(call.await.unwrap()) })
}

#[tokio::test(start_paused = true)]
async fn calls_of_several_endpoints_share_a_bucket_as_the_server_counts() {
    let counted = Arc::new(Mutex::new(Vec::new()));
    let counts = counted.clone();
    let begin = Instant::now();
    let server = TestServer::start(move |request| {
        let weight = if request.path == "/write" { 3 } else { 1 };
        let mut counted = counts.lock().unwrap();
        (0..weight).for_each(|_| counted.push(begin.elapsed()));
        Response::new(200, "application/json", "", br#"{"code":0}"#).after(Duration::from_millis(30))
    })
    .await;
    let client = client(&server);
    let calls: Vec<_> =
        (0..60).map(|number| call(&client, if number % 4 == 0 { &WRITE } else { &READ })).collect();
    for call in calls {
        call.await.unwrap();
    }
    let counted = counted.lock().unwrap();
    assert_eq!(counted.len(), 45 + 3 * 15);
    let most = fullest_window(&counted, Duration::from_secs(1)).unwrap().count;
    assert!(most <= 10, "{most} in a second");
    // Ninety at ten a second, with the round trip that each window waits for.
    assert!(begin.elapsed() < Duration::from_millis(1040) * 9, "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn what_responses_tell_is_kept_to() {
    let asked = Arc::new(AtomicUsize::new(0));
    let number = asked.clone();
    let server = TestServer::start(move |_| {
        let headers = match number.fetch_add(1, Ordering::SeqCst) {
            0 => "X-Left: 2\r\nX-Renewed: 7\r\n",
            1 => "X-Left: 1\r\nX-Renewed: 7\r\n",
            2 => "X-Left: 0\r\nX-Renewed: 7\r\n",
            // A hundred a minute, less all that were heavy.
            3 => "X-Weight: 97\r\n",
            _ => "",
        };
        Response::new(200, "application/json", headers, br#"{"code":0}"#)
    })
    .await;
    let client = client(&server);
    let begin = Instant::now();
    for _ in 0..3 {
        call(&client, &TOLD).await.unwrap();
    }
    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
    call(&client, &TOLD).await.unwrap();
    let renewed = begin.elapsed();
    assert!((7.0..7.1).contains(&renewed.as_secs_f64()), "{renewed:?}");
    call(&client, &TOLD).await.unwrap();
    // All hundred are used; the first of them comes free a minute after it was counted.
    let next = begin.elapsed();
    assert!((60.0..60.5).contains(&next.as_secs_f64()), "{next:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 5);
}
