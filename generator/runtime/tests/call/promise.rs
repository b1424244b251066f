//! The limiter's promise, as a server counts it: no more than the limit in any window.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::join_all;
use futures_util::stream::{self, StreamExt};
use paceline_runtime::{Client, File, Method};
use paceline_test_support::any_window::fullest_window;
use paceline_test_support::server::{Response, TestServer};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

use crate::fixture::{Behaviour, Fixture, PER_SECOND, builder, list};

const SECOND: Duration = Duration::from_secs(1);

/// Instants at which a server counted a request.
#[derive(Clone, Default)]
struct Counted(Arc<Mutex<Vec<Instant>>>);

impl Counted {
    fn add(&self, at: Instant) {
        self.0.lock().unwrap().push(at);
    }

    /// The most that were counted in one second, and how many in all.
    fn fullest(&self) -> (usize, usize) {
        let counted = self.0.lock().unwrap();
        let first = counted.iter().min().copied().unwrap();
        let since: Vec<Duration> = counted.iter().map(|at| *at - first).collect();
        (fullest_window(&since, SECOND).unwrap().count, since.len())
    }

    #[track_caller]
    fn assert_kept(&self, all: usize) {
        let (most, count) = self.fullest();
        assert!(most <= PER_SECOND as usize, "{most} in one second");
        assert_eq!(count, all);
    }
}

const TOKEN: &str = r#"{"code":0,"data":{"token":"t1","life":7200}}"#;
const LIST: &str = r#"{"code":0,"data":[1]}"#;

fn json(body: &str) -> Response {
    Response::new(200, "application/json", "", body.as_bytes())
}

/// A server that counts a request when `count` says, and responds then.
async fn counting(count: impl Fn() -> Instant + Send + Sync + 'static) -> (TestServer, Counted) {
    let counted = Counted::default();
    let counts = counted.clone();
    let server = TestServer::start(move |request| {
        if request.path == "/token" {
            return json(TOKEN);
        }
        let at = count();
        counts.add(at);
        json(LIST).after(at - Instant::now())
    })
    .await;
    (server, counted)
}

async fn all(
    calls: impl Iterator<
        Item = impl Future<Output = paceline_runtime::Result<Vec<paceline_runtime::Value>>> + Send + 'static,
    >,
) {
    for result in join_all(calls.map(tokio::spawn)).await {
        result.unwrap().unwrap();
    }
}

/// Real time: the limiter that clients share must not have a paused clock.
#[tokio::test]
async fn two_clients_of_one_credential_share_limits_and_token() {
    let tokens = Fixture::start(Behaviour::default()).await;
    let (server, counted) = counting(Instant::now).await;
    let client = |url: &str| builder(url).build().unwrap();
    let (one, other) = (client(server.url()), client(server.url()));
    all((0..32).map(|number| list(if number % 2 == 0 { &one } else { &other }))).await;
    counted.assert_kept(32);
    let (one, other) = (client(tokens.server.url()), client(tokens.server.url()));
    let _ = (list(&one).await.unwrap(), list(&other).await.unwrap());
    assert_eq!(tokens.tokens(), 1);
}

#[tokio::test(start_paused = true)]
async fn raw_paths_with_values_in_them_share_the_limit_of_their_shape() {
    let (server, counted) = counting(Instant::now).await;
    let client = Fixture::with(server.url());
    let raw = |client: &Client, path: String| client.raw(Method::Get, path).send();
    all((0..60).map(|number| raw(&client, format!("/things/{number}/of/someone-{number}")))).await;
    counted.assert_kept(60);
}

#[tokio::test(start_paused = true)]
async fn a_raw_path_and_its_template_share_one_limit() {
    let (server, counted) = counting(Instant::now).await;
    let client = Fixture::with(server.url());
    all((0..60).map(|number| match number % 2 {
        0 => client.raw(Method::Get, format!("/things/{number}")).send(),
        _ => client.raw(Method::Get, "/things/:id").path("id", &number).send(),
    }))
    .await;
    counted.assert_kept(60);
}

#[tokio::test(start_paused = true)]
async fn a_raw_path_of_a_known_endpoint_takes_its_limits() {
    let (server, counted) = counting(Instant::now).await;
    let client = Fixture::with(server.url());
    let typed = (0..30).map(|_| tokio::spawn(list(&client))).collect::<Vec<_>>();
    all((0..30).map(|_| client.raw(Method::Get, "/list").send())).await;
    for call in typed {
        call.await.unwrap().unwrap();
    }
    counted.assert_kept(60);
}

/// Longer than the usual cap on a request's way of 5 s, and shorter than the client itself waits for a response.
#[tokio::test(start_paused = true)]
async fn a_server_that_stalls_counts_no_more() {
    for stall in [6, 7, 20].map(Duration::from_secs) {
        let end = Instant::now() + stall;
        let (server, counted) = counting(move || Instant::now().max(end)).await;
        let client = Fixture::with(server.url());
        all((0..60).map(|_| list(&client))).await;
        counted.assert_kept(60);
    }
}

/// Real time: what is blocked is a thread. The server has one of its own.
#[test]
fn a_caller_who_blocks_its_only_thread_sends_no_more() {
    let theirs = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (server, counted) = theirs.block_on(counting(Instant::now));
    let ours = Builder::new_current_thread().enable_all().build().unwrap();
    ours.block_on(async {
        let client = Fixture::with(server.url());
        list(&client).await.unwrap();
        sleep(Duration::from_millis(1100)).await;
        let calls: Vec<_> = (0..59).map(|_| tokio::spawn(list(&client))).collect();
        // They have their slots by now, and nothing of them is written but for the one connection that there is.
        tokio::task::yield_now().await;
        std::thread::sleep(Duration::from_millis(6500));
        for call in calls {
            call.await.unwrap().unwrap();
        }
    });
    counted.assert_kept(60);
}

/// A body that takes longer to come than the usual cap on a request's way; the server counts when all of it is in.
#[tokio::test(start_paused = true)]
async fn uploads_that_take_their_time_count_no_more() {
    const PIECES: u64 = 15;
    let (server, counted) = counting(Instant::now).await;
    let client = Fixture::with(server.url());
    let slow_file = || {
        let pieces = stream::iter(0..PIECES).then(|_| async {
            sleep(Duration::from_millis(500)).await;
            Ok::<_, std::io::Error>(Bytes::from_static(&[7; 10]))
        });
        File::stream("slow.bin", PIECES * 10, pieces)
    };
    let upload =
        |_| client.raw(Method::Post, "/things/:id/file").path("id", &1).file("file", slow_file()).send();
    let start = Instant::now();
    all((0..60).map(upload)).await;
    assert!(start.elapsed() > Duration::from_secs(4 * 7), "each takes 7.5 s: {:?}", start.elapsed());
    counted.assert_kept(60);
}

/// An HTTP/2 server that refuses some streams.
async fn refusing(refuse: impl Fn(usize) -> bool + Send + 'static) -> (String, Counted) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let counted = Counted::default();
    let counts = counted.clone();
    tokio::spawn(async move {
        let mut number = 0;
        while let Ok((stream, _)) = listener.accept().await {
            // What waits for an acknowledgement waits in real time, and the paused clock would leap meanwhile.
            stream.set_nodelay(true).unwrap();
            let mut connection = h2::server::handshake(stream).await.unwrap();
            while let Some(Ok((request, mut respond))) = connection.accept().await {
                let is_token = request.uri().path() == "/token";
                if !is_token {
                    counts.add(Instant::now());
                    number += 1;
                    if refuse(number) {
                        respond.send_reset(h2::Reason::REFUSED_STREAM);
                        continue;
                    }
                }
                let body = Bytes::from_static(if is_token { TOKEN } else { LIST }.as_bytes());
                let head =
                    http::Response::builder().header("content-type", "application/json").body(()).unwrap();
                respond.send_response(head, false).unwrap().send_data(body, true).unwrap();
            }
        }
    });
    (url, counted)
}

#[tokio::test(start_paused = true)]
async fn http2_streams_that_are_refused_go_through_the_limiter_again() {
    let (url, counted) = refusing(|number| number % 7 == 0).await;
    let http = reqwest::Client::builder().http2_prior_knowledge();
    let client = Fixture::builder_with(&url).http(http).build().unwrap();
    let calls = (0..40).map(|_| {
        tokio::spawn(
            paceline_runtime::Call::new(&client, crate::fixture::list_endpoint())
                .send::<Vec<paceline_runtime::Value>>()
                .with_meta(),
        )
    });
    let mut attempts = 0;
    for call in join_all(calls).await {
        attempts += call.unwrap().unwrap().meta.attempts as usize;
    }
    // Every stream is an attempt that is seen, and nothing below the limiter sends on its own.
    counted.assert_kept(attempts);
    assert!(attempts > 40, "{attempts}");
}
