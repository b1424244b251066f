//! Envelopes that are for refusals alone, as most APIs have them: a success is what the spec says and nothing more, and a
//! refusal says why.

use paceline_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::caller::acted_out;

const SPEC: &str = r#"
api: {name: Bugs, crate: bugs-client, version: 0.1.0, doc: Keeps bugs.}
hosts: {main: {url: "https://bugs.example", doc: "The bugs."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 1000/s}}
"#;

const BUGS: &str = r#"
resource: bug
accessor: bugs
doc: Bugs.
endpoints:
  list:
    route: GET /list
    summary: Lists bugs.
    effect: read
    query:
      level?: {type: i64, max: 9, doc: "How bad."}
    returns: [Bug]
  names:
    route: GET /names
    summary: Lists names.
    effect: read
    returns: [string]
  count:
    route: GET /count
    summary: Counts bugs.
    effect: read
    returns: i64
  text:
    route: GET /text
    summary: Tells of bugs.
    effect: read
    returns: string
  read:
    route: GET /read
    summary: Reads a bug.
    effect: read
    returns: Bug
  commit:
    route: GET /commit
    summary: Reads what mended a bug.
    effect: read
    returns: Commit
  find:
    route: GET /find
    summary: Finds a bug.
    effect: read
    query:
      level: {type: i64, max: 9, doc: "How bad."}
    returns: Bug
    refusals: {400: Problem, default: string}
  guess:
    route: GET /guess
    summary: Guesses a bug.
    effect: read
    query:
      level?: {type: i64, max: 9, doc: "How bad."}
    returns: Bug
    refusals: {404: Problem, default: string}
types:
  Problem:
    doc: What is wrong with a request.
    fields:
      title: {type: string, doc: "In one word."}
      message: {type: string, doc: "In a sentence."}
      bug: {type: Bug, doc: "Which bug."}
  Bug:
    doc: A bug.
    fields:
      id: {type: i64, doc: "Its number."}
      title: {type: string, doc: "What is wrong."}
  Commit:
    doc: A change.
    fields:
      message: {type: [Bug], doc: "What it mends, in a member with the name of an envelope's."}
      code: {type: Bug, doc: "Another such member."}
      error: {type: string, doc: "And another."}
"#;

/// The envelopes that the importer writes, and the one that says nothing at all.
const ENVELOPES: [&str; 4] = [
    "{message: message}",
    "{message: error.message}",
    "{success: status, code: code, message: message}",
    "{}",
];

async fn sandbox(envelope: &str) -> Sandbox {
    let spec = format!("{SPEC}envelopes: {{plain: {envelope}}}\n");
    acted_out(&[("api.yaml", &spec), ("bug.yaml", BUGS)]).await
}

/// Status and body of a response.
async fn get(sandbox: &Sandbox, path: &str) -> (u16, Value) {
    let response = reqwest::get(format!("{}{path}", sandbox.url())).await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

/// The names of the members of an object.
fn members(value: &Value) -> Vec<&str> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_success_is_what_the_spec_says_and_nothing_more() {
    for envelope in ENVELOPES {
        let sandbox = sandbox(envelope).await;
        let data = async |path: &str| {
            let (status, body) = get(&sandbox, path).await;
            assert_eq!(status, 200, "{envelope} {path}: {body}");
            body
        };
        let list = data("/list").await;
        let bugs = list.as_array().unwrap_or_else(|| panic!("{envelope}: {list}"));
        assert!(
            !bugs.is_empty() && bugs.iter().all(|bug| members(bug) == ["id", "title"]),
            "{envelope}: {list}"
        );
        let names = data("/names").await;
        assert!(
            names.as_array().is_some_and(|names| names.iter().all(Value::is_string)),
            "{envelope}: {names}"
        );
        let (count, text) = (data("/count").await, data("/text").await);
        assert!(count.is_i64() && text.is_string(), "{envelope}: {count} {text}");
        let bug = data("/read").await;
        assert_eq!(members(&bug), ["id", "title"], "{envelope}: {bug}");
        let commit = data("/commit").await;
        assert_eq!(members(&commit), ["code", "error", "message"], "{envelope}: {commit}");
        assert!(commit["message"].is_array() && commit["error"].is_string(), "{envelope}: {commit}");
        assert_eq!(members(&commit["code"]), ["id", "title"], "{envelope}: {commit}");
    }
}

#[tokio::test]
async fn a_refusal_says_why_even_where_the_envelope_has_no_place_for_it() {
    for envelope in ENVELOPES {
        let sandbox = sandbox(envelope).await;
        let (status, body) = get(&sandbox, "/list?level=10").await;
        let message = if envelope.contains("error.") { &body["error"]["message"] } else { &body["message"] };
        let message = message.as_str().unwrap_or_else(|| panic!("{envelope}: {body}"));
        assert_eq!((status, message), (400, "level: at most 9, got 10"), "{envelope}");
        let (status, body) = get(&sandbox, "/nowhere").await;
        assert!(status == 404 && body.to_string().contains("/nowhere"), "{envelope}: {body}");
    }
}

/// What the spec says of a refusal is there as well as the reason.
#[tokio::test]
async fn a_refusal_is_what_the_spec_says_of_its_status() {
    for envelope in ["{message: message}", "{}"] {
        let sandbox = sandbox(envelope).await;
        let (status, problem) = get(&sandbox, "/find?level=10").await;
        assert_eq!((status, &problem["message"]), (400, &json!("level: at most 9, got 10")), "{envelope}");
        assert_eq!(members(&problem), ["bug", "message", "title"], "{envelope}: {problem}");
        assert_eq!(members(&problem["bug"]), ["id", "title"], "{envelope}: {problem}");
        let guessed = get(&sandbox, "/guess?level=10").await;
        assert_eq!(guessed, (400, json!("level: at most 9, got 10")), "{envelope}");
    }
}

/// Where the body itself has to prove the success, it does, and nothing else is written over what the type has. A refusal says
/// that there is none.
#[tokio::test]
async fn a_success_that_the_body_proves_has_the_proof() {
    let sandbox = sandbox("{success: {ok: true}, message: error}").await;
    let (_, bug) = get(&sandbox, "/read").await;
    assert_eq!((members(&bug), &bug["ok"]), (vec!["id", "ok", "title"], &json!(true)), "{bug}");
    let (status, refused) = get(&sandbox, "/list?level=10").await;
    assert_eq!((status, refused), (400, json!({"ok": false, "error": "level: at most 9, got 10"})));
}
