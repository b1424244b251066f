//! Limits that several endpoints share, weights, gaps and requests at the same time, as GitHub and Discord document theirs.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use paceline_generator::SourceFile;
use paceline_sandbox::Sandbox;
use paceline_test_support::spec_dir;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::json;

/// The tokens that the sandbox takes for the two credentials.
const USER: &str = "Bearer sandbox-user-token";
const APP: &str = "Bearer sandbox-app-token";

/// A sandbox of one of the specs that the generator's own tests have.
async fn sandbox(service: &str) -> Sandbox {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/limits").join(service);
    let paths = spec_dir::paths(&folder).unwrap_or_else(|error| panic!("{}", error.source));
    let file = |path: &std::path::PathBuf| SourceFile {
        path: path.to_string_lossy().into_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    let files: Vec<_> = paths.iter().map(file).collect();
    let loaded = paceline_generator::load(&files).unwrap_or_else(|errors| panic!("{errors:?}"));
    Sandbox::builder().api(Arc::new(loaded.api)).start().await.unwrap()
}

struct Forge {
    http: Client,
    url: String,
    token: &'static str,
}

impl Forge {
    fn of(sandbox: &Sandbox, token: &'static str) -> Self {
        Self { http: Client::new(), url: sandbox.url().to_owned(), token }
    }

    fn read(&self) -> RequestBuilder {
        self.http.get(format!("{}/repos/a", self.url)).header("Authorization", self.token)
    }

    fn search(&self) -> RequestBuilder {
        self.http.get(format!("{}/search/repositories?q=a", self.url)).header("Authorization", self.token)
    }

    fn open_issue(&self) -> RequestBuilder {
        let request = self.http.post(format!("{}/repos/a/issues", self.url));
        request.header("Authorization", self.token).json(&json!({"title": "b"}))
    }
}

async fn status(request: RequestBuilder) -> u16 {
    request.send().await.unwrap().status().as_u16()
}

fn header(response: &Response, name: &str) -> Option<u64> {
    response.headers().get(name)?.to_str().ok()?.parse().ok()
}

#[tokio::test]
async fn calls_of_one_token_share_what_counts_together_and_weigh_what_they_do() {
    let sandbox = sandbox("github").await;
    let (one, other) = (Forge::of(&sandbox, USER), Forge::of(&sandbox, APP));
    for _ in 0..30 {
        assert_eq!(status(one.search()).await, 200);
    }
    assert_eq!(status(one.search()).await, 429, "searches have thirty a minute");
    for _ in 0..865 {
        assert_eq!(status(one.read()).await, 200);
    }
    assert_eq!(status(one.open_issue()).await, 200, "five points are left");
    for refused in [one.read(), one.open_issue()] {
        assert_eq!(status(refused).await, 429, "no point is left");
    }
    assert_eq!(status(other.read()).await, 200);
}

#[tokio::test]
async fn there_is_a_gap_between_two_that_make_content_and_nowhere_else() {
    let sandbox = sandbox("github").await;
    let one = Forge::of(&sandbox, USER);
    assert_eq!((status(one.open_issue()).await, status(one.open_issue()).await), (200, 429));
    assert_eq!((status(one.read()).await, status(one.read()).await), (200, 200));
}

#[tokio::test]
async fn no_more_than_a_hundred_run_at_the_same_time() {
    let sandbox = sandbox("github").await;
    let (one, other) = (Forge::of(&sandbox, USER), Forge::of(&sandbox, APP));
    let slow = |_| tokio::spawn(status(one.read().header("X-Sandbox-Fault", "latency:1500")));
    let running: Vec<_> = (0..100).map(slow).collect();
    // Fewer reads than there are points: what refuses one is that a hundred run.
    let mut reads = 0;
    while status(one.read()).await == 200 {
        reads += 1;
        assert!(reads < 700, "a hundred never run");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!(status(other.read()).await, 200);
    for call in running {
        assert_eq!(call.await.unwrap(), 200);
    }
    assert_eq!(status(one.read()).await, 200);
}

#[tokio::test]
async fn responses_tell_what_is_left() {
    let sandbox = sandbox("github").await;
    let one = Forge::of(&sandbox, USER);
    for left in [4999, 4998] {
        let response = one.read().send().await.unwrap();
        assert_eq!(header(&response, "x-ratelimit-remaining"), Some(left));
        assert!(header(&response, "x-ratelimit-reset").is_some_and(|reset| (3590..=3600).contains(&reset)));
    }
    // Searches count elsewhere.
    let response = one.search().send().await.unwrap();
    assert_eq!(header(&response, "x-ratelimit-remaining"), None);
}

#[tokio::test]
async fn fifty_a_second_of_a_bot_whatever_it_calls() {
    let sandbox = sandbox("discord").await;
    let get = |path: &str| {
        let request = Client::new().get(format!("{}{path}", sandbox.url()));
        request.header("Authorization", "Bot sandbox-bot-token")
    };
    let begin = std::time::Instant::now();
    let mut passed = 0;
    for number in 0..60 {
        passed += usize::from(status(get(&format!("/channels/{number}"))).await == 200);
    }
    assert!(passed == 50 || begin.elapsed() >= Duration::from_secs(1), "{passed} in {:?}", begin.elapsed());
    // What nobody knows the limit of is not limited.
    let interact = Client::new().post(format!("{}/interactions/1/callback", sandbox.url()));
    assert_eq!(status(interact).await, 200);
}
