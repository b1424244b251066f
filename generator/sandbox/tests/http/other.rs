//! Another API than the one that the sandbox keeps state for.

use std::sync::Arc;

use paceline_generator::SourceFile;
use paceline_sandbox::Sandbox;

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
    let loaded = paceline_generator::load(&files).unwrap_or_else(|errors| panic!("{errors:?}"));
    let sandbox = Sandbox::builder().api(Arc::new(loaded.api)).start().await.unwrap();
    let response = reqwest::get(format!("{}/now", sandbox.url())).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers().get("x-tt-logid"), None, "a header of another API");
}

/// Each of the two is to check the other, so neither may lean on the other's code.
#[test]
fn the_sandbox_shares_no_code_with_the_client() {
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    let lock = std::fs::read_to_string(lock).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(|name| name.split(' ').next().unwrap().to_owned());
    let packages: Vec<(String, Vec<String>)> = lock
        .split("[[package]]")
        .skip(1)
        .map(|package| {
            let name = package.lines().find(|line| line.starts_with("name = ")).and_then(quoted).unwrap();
            let needs = package.split_once("dependencies = [").map_or("", |(_, needs)| needs);
            (name, needs.lines().filter_map(quoted).collect())
        })
        .collect();
    let mut reached = vec!["paceline-sandbox".to_owned()];
    let mut next = 0;
    while let Some(name) = reached.get(next).cloned() {
        let needs = packages.iter().filter(|(known, _)| *known == name).flat_map(|(_, needs)| needs);
        let new: Vec<_> = needs.filter(|need| !reached.contains(need)).cloned().collect();
        reached.extend(new);
        next += 1;
    }
    assert!(reached.iter().any(|name| name == "paceline-generator"), "the spec is shared: {reached:?}");
    for client in ["paceline-runtime", "feishu-project"] {
        assert!(!reached.iter().any(|name| name == client), "the sandbox needs `{client}`");
    }
}
