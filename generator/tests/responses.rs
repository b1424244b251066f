//! What proves a success, which envelopes an endpoint has, and which of its statuses have data: from the spec to the
//! model, the emitted code and the OpenAPI document.

use paceline_generator::ir::{Api, Endpoint, Literal, Response, Success};
use paceline_generator::{CrateLayout, Runtime, SourceFile, generate, load, openapi, render_diagnostics};
use serde_json::Value;

const THINGS: &str = r#"
resource: thing
doc: Things.

endpoints:
  optional:
    route: GET /optional
    summary: Reads a thing that may be missing.
    effect: read
    returns: Item?
  statuses:
    route: GET /statuses
    summary: Reads a thing or nothing.
    effect: read
    returns: {200: Item, 204: nothing}
  nothing:
    route: DELETE /nothing
    summary: Deletes a thing.
    effect: write
    returns: {204: nothing}
  created:
    route: POST /created
    summary: Makes a thing.
    effect: write
    returns: {201: Item}
  decided:
    route: POST /decided
    summary: Makes a thing, now or later.
    effect: write
    returns: {204: nothing, 202: {nullable: string}, 200: Item?, 201: Item?}
  several:
    route: GET /several
    summary: Reads a thing in one of two envelopes.
    effect: read
    envelope: [flagged, boxed]
    returns: Item

types:
  Item:
    doc: An item.
    fields:
      name: {type: string, doc: "Its name."}
"#;

const ENVELOPES: &str = r#"envelopes:
  boxed: {code: code, message: message, data: data}
  flagged: {success: {ok: true}, message: error, data: result}
  plain: {success: status, code: error.code}
  gateway: {code: status, message: reason, fallback: true}
"#;

fn api() -> Api {
    let base = include_str!("rejects-base.yaml").replace("envelopes:\n  plain: {}\n", ENVELOPES);
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [file("api.yaml", &base), file("thing.yaml", THINGS)];
    load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false))).api
}

fn endpoint<'a>(api: &'a Api, name: &str) -> &'a Endpoint {
    api.endpoints.iter().find(|endpoint| endpoint.name.snake() == name).expect("an endpoint of the spec")
}

#[test]
fn the_model_knows_proof_envelopes_and_statuses() {
    let api = api();
    let success: Vec<_> = api.envelopes.iter().map(|envelope| &envelope.success).collect();
    let flag = Success::Member(vec!["ok".to_owned()], Literal::Bool(true));
    assert_eq!(success, [&Success::Code, &flag, &Success::Status, &Success::Code]);
    assert_eq!(
        api.envelopes.iter().map(|envelope| envelope.fallback).collect::<Vec<_>>(),
        [false, false, false, true]
    );

    assert!(matches!(endpoint(&api, "optional").response, Response::Optional(_)));
    let statuses = endpoint(&api, "statuses");
    assert!(matches!(statuses.response, Response::Optional(_)));
    assert_eq!(statuses.empty_statuses, [204]);
    let nothing = endpoint(&api, "nothing");
    assert_eq!((&nothing.response, &*nothing.empty_statuses), (&Response::Nothing, &[204][..]));
    let created = endpoint(&api, "created");
    assert!(matches!(created.response, Response::Data(_)));
    assert_eq!(created.data_statuses, [201]);
    let decided = endpoint(&api, "decided");
    let Response::ByStatus(cases) = &decided.response else { panic!("{:?}", decided.response) };
    let cases: Vec<_> = cases
        .iter()
        .map(|case| (case.status, case.name.pascal(), case.data.is_some(), case.optional))
        .collect();
    let wanted = [
        (200, "Ok", true, true),
        (201, "Created", true, true),
        (202, "Accepted", true, false),
        (204, "NoContent", false, false),
    ];
    assert_eq!(cases, wanted);
    assert_eq!((&*decided.data_statuses, &*decided.empty_statuses), (&[][..], &[204][..]));
    let several = endpoint(&api, "several");
    let names: Vec<_> = several.envelopes.iter().map(|&id| api[id].name.snake()).collect();
    assert_eq!(names, ["flagged", "boxed"]);
}

#[test]
fn the_client_knows_all_of_it() {
    let files = generate(&api(), &CrateLayout::Alone(Runtime::Version("1".into())));
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path).expect("an emitted file");
        file.text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let calls = text("src/thing/calls.rs");
    for call in ["OptionalCall reads, and returns Option < Item >", "NothingCall writes, and returns nothing"]
    {
        assert!(calls.replace("Option<Item>", "Option < Item >").contains(call), "{call}: {calls}");
    }
    let squeezed = |text: &str| text.replace(char::is_whitespace, "");
    for part in [
        "DecidedCall writes, and returns by status DecidedSuccess",
        "pub enum DecidedSuccess { /// 200: An item. Ok(Option<Item>),",
        "by_status!(DecidedSuccess, 200 = Ok(data), 201 = Created(data), 202 = Accepted(data), 204 = NoContent);",
    ] {
        assert!(squeezed(&calls).contains(&squeezed(part)), "{part}: {calls}");
    }
    let endpoints = text("src/thing/endpoints.rs");
    for part in
        ["empty_statuses: &[204]", "envelope: &FLAGGED_ENVELOPE", "other_envelopes: &[&BOXED_ENVELOPE]"]
    {
        assert!(endpoints.contains(part), "{part}: {endpoints}");
    }
    let defaults = text("src/defaults.rs");
    for part in [
        "success: Success::Member(&[\"ok\"], \"true\")",
        "success: Success::Status",
        "success: Success::Code",
    ] {
        assert!(defaults.contains(part), "{part}: {defaults}");
    }
    assert!(text("src/service.rs").contains("fallback_envelopes: &[&GATEWAY_ENVELOPE]"));
}

#[test]
fn the_document_says_it_in_its_own_words() {
    let document: Value = serde_json::from_str(&openapi(&api())).expect("it is JSON");
    let responses = |path: &str, method: &str| &document["paths"][path][method]["responses"];
    let schema = |path: &str| &responses(path, "get")["200"]["content"]["application/json"]["schema"];
    assert_eq!(schema("/optional")["allOf"][0]["$ref"], "#/components/schemas/BoxedSuccess");
    assert_eq!(schema("/optional")["allOf"][1]["required"], Value::Null, "the data may be missing");
    assert!(
        responses("/statuses", "get")["204"]["content"].as_object().is_none_or(|content| content.is_empty())
    );
    assert!(responses("/nothing", "delete").get("200").is_none());
    let statuses = |path: &str| -> Vec<String> {
        responses(path, "post").as_object().expect("responses").keys().cloned().collect()
    };
    assert_eq!(statuses("/created"), ["201", "4XX", "5XX"]);
    assert_eq!(statuses("/decided"), ["200", "201", "202", "204", "4XX", "5XX"]);
    let data = |status: &str| {
        let content = &responses("/decided", "post")[status]["content"]["application/json"];
        content["schema"]["allOf"][1].clone()
    };
    assert_eq!(data("201")["properties"]["data"]["$ref"], "#/components/schemas/Item");
    assert_eq!(data("201")["required"], Value::Null);
    assert_eq!(data("202")["required"], serde_json::json!(["data"]));
    assert_eq!(schema("/several")["anyOf"].as_array().map(Vec::len), Some(2));
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["BoxedSuccess"]["allOf"][1]["properties"]["code"]["const"], 0);
    assert_eq!(schemas["FlaggedSuccess"]["allOf"][1]["properties"]["ok"]["const"], true);
    let failure =
        &document["components"]["responses"]["BoxedFailure"]["content"]["application/json"]["schema"];
    assert_eq!(failure["anyOf"].as_array().map(Vec::len), Some(2), "a gateway may refuse, too");
}
