//! Another API than the one that the sandbox keeps state for.

use std::sync::Arc;

use generator::SourceFile;
use sandbox::Sandbox;

const SPEC: &str = r#"
api: {name: Clock, crate: clock-client, version: 0.1.0, doc: Tells the time.}
hosts: {main: {url: "https://clock.example", doc: "The clock."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 10/s}}
envelopes: {plain: {}}
"#;
const CLOCK: &str = r#"
resource: clock
doc: The clock.
endpoints:
  now:
    route: GET /now
    summary: Tells the time.
    effect: read
    returns: {map: string}
"#;

#[tokio::test]
async fn an_api_without_credentials_asks_for_no_token() {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [file("api.yaml", SPEC), file("clock.yaml", CLOCK)];
    let loaded = generator::load(&files).unwrap_or_else(|errors| panic!("{errors:?}"));
    let sandbox = Sandbox::builder().api(Arc::new(loaded.api)).start().await.unwrap();
    let answer = reqwest::get(format!("{}/now", sandbox.url())).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers().get("x-tt-logid"), None, "a header of another API");
}
