//! The page for people, in a real browser where one is installed.

use std::path::Path;
use std::process::Command;

use paceline_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::Caller;

const TYPES: &str = "/open_api/demo/work_item/all-types";

/// A path that would be markup if the page took it for that.
const MARKUP: &str = "/open_api/%3Cimg%20src=x%3E";

#[tokio::test]
async fn the_page_needs_nothing_from_elsewhere() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let page = caller.http.get(format!("{}/_sandbox/", caller.url)).send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    let text = page.text().await.unwrap().replace("http://www.w3.org/2000/svg", "");
    assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("//cdn"), "works offline");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Chromium; the gate installs it and runs this"]
async fn a_browser_shows_requests_against_limits() {
    let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .find(|path| Path::new(path).exists())
        .expect("Chromium is installed, for instance from Debian's package `chromium`");
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    for _ in 0..20 {
        caller.get(TYPES).await;
    }
    caller.get(MARKUP).await;
    caller.post("/open_api/demo/work_item/filter", json!({"work_item_type_keys": ["story"]})).await.data();
    let url = format!("{}/_sandbox/", sandbox.url());
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sandbox-page.png");
    let output = tokio::task::spawn_blocking(move || {
        let shared = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000"];
        let screenshot = format!("--screenshot={}", shot.display());
        let shown =
            Command::new(browser).args(shared).args([&screenshot, "--window-size=1150,900", &url]).output();
        assert!(shown.unwrap().status.success() && shot.exists(), "no screenshot");
        Command::new(browser).args(shared).args(["--dump-dom", &url]).output().unwrap()
    });
    let page = String::from_utf8(output.await.unwrap().stdout).unwrap();
    for expected in [
        "GET /open_api/:project_key/work_item/all-types",
        "of 15</b>",
        "1 of 450</b>",
        "5 × 429",
        "10429",
        MARKUP,
    ] {
        assert!(page.contains(expected), "`{expected}` is not on the page:\n{page}");
    }
    assert!(!page.contains("<img"), "what callers send is shown as text");
}

#[tokio::test]
async fn the_journal_is_served_and_written_as_json_lines() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journal.jsonl");
    let sandbox = Sandbox::builder().journal_file(&file).start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    caller.get(TYPES).await;
    let served = async |query: &str| {
        let url = format!("{}/_sandbox/journal{query}", caller.url);
        let response = caller.http.get(url).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "application/x-ndjson");
        response.text().await.unwrap()
    };
    let all = served("").await;
    assert_eq!(all, std::fs::read_to_string(file).unwrap());
    let entries: Vec<Value> = all.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let entry = &entries[1];
    assert_eq!(
        (&entry["method"], &entry["path"], &entry["status"]),
        (&json!("GET"), &json!(TYPES), &json!(200))
    );
    assert_eq!(served("?after=1").await, all.lines().nth(1).unwrap().to_owned() + "\n");
    assert!(!all.contains(&caller.token), "tokens stand there by short names");
}
