//! Random requests to every endpoint: whatever comes, there is an answer, and it is what the spec says.
//!
//! `SANDBOX_REQUESTS` says how many of each kind are sent; the default is enough to try every endpoint a few times.

use std::sync::Arc;

use generator::ir::{Answer, Api, BodyKind, CredentialRule, Operation};
use sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sampler, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::{Caller, read};
use crate::random::Random;
use crate::typed::check_answer;

/// After so many requests a fresh sandbox goes on: what is kept grows, and searching it takes longer and longer.
const FRESH: usize = 4000;

fn requests() -> usize {
    let asked = std::env::var("SANDBOX_REQUESTS").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(133 * 8)
}

/// The project's own API without its limits, so that the requests need not wait.
async fn unlimited() -> Arc<Api> {
    let sandbox = Sandbox::start().await.unwrap();
    let mut api = Api::clone(sandbox.api());
    for limit in api.limit_sets.iter_mut().flat_map(|set| &mut set.limits) {
        limit.requests = u32::MAX;
    }
    Arc::new(api)
}

/// A user's caller where only users are taken, a plugin's elsewhere.
async fn callers(sandbox: &Sandbox) -> (Caller, Caller) {
    let plugin = Caller::of(sandbox).await;
    let body = json!({"code": sandbox.authorize(USER_KEY), "grant_type": "authorization_code"});
    let path = format!("{}/open_api/authen/user_plugin_token", plugin.url);
    let answer = plugin.http.post(path).header("X-PLUGIN-TOKEN", &plugin.token).json(&body);
    let body: Value = answer.send().await.unwrap().json().await.unwrap();
    let token = body["data"]["token"].as_str().unwrap().to_owned();
    let user = Caller { token, http: plugin.http.clone(), url: plugin.url.clone() };
    (plugin, user)
}

fn takes_plugins(api: &Api, operation: &Operation) -> bool {
    match &operation.credentials {
        CredentialRule::Only(list) => list.iter().any(|id| api[*id].name.snake() == "plugin"),
        _ => true,
    }
}

/// Operations that random requests cannot satisfy, and why.
const NEVER: &[(&str, &str)] = &[
    ("auth.refresh_token", "a refresh token is good for once"),
    ("auth.user_plugin_token", "a code is good for once"),
    ("workflow.change_state", "the stock is of stories, and they have no states"),
];

/// Things that exist, by the names of the parameters that refer to them.
async fn stock(caller: &Caller) -> Vec<(&'static str, Value)> {
    let id = caller.story("random", json!([])).await;
    let path = format!("/open_api/demo/work_item/story/{id}");
    let comment = caller.post(&format!("{path}/comment/create"), json!({"content": "one"})).await;
    let body = json!({"node_id": "doing", "name": "part"});
    let task = caller.post(&format!("{path}/workflow/task"), body).await;
    let body = json!({"name": "view", "work_item_id_list": [id]});
    let view = caller.post("/open_api/demo/story/fix_view", body).await;
    let body = json!({"working_hour_records": [{"work_time": "1"}]});
    let hour = caller.post(&format!("{path}/work_hour_record"), body).await.data()[0]["id"].clone();
    let part = reqwest::multipart::Part::bytes(b"file".to_vec()).file_name("file.txt");
    let form = reqwest::multipart::Form::new().part("file", part).text("field_key", "field_000007");
    read(caller.request("POST", &format!("{path}/file/upload")).multipart(form)).await.data();
    let item = caller.post("/open_api/demo/work_item/story/query", json!({"work_item_ids": [id]})).await;
    let fields = item.data()[0]["fields"].as_array().unwrap().clone();
    let file = fields.iter().find(|field| field["field_key"] == "field_000007").unwrap();
    let uuid = &file["field_value"][0]["uid"];
    vec![
        ("work_item_id", json!(id)),
        ("work_item_ids", json!([id])),
        ("work_item_id_list", json!([id])),
        ("add_work_item_ids", json!([id])),
        ("comment_id", comment.data().clone()),
        ("task_id", task.data().clone()),
        ("view_id", view.data()["view_id"].clone()),
        ("working_hour_record_ids", json!([hour])),
        ("working_hour_records", json!([{"id": hour, "work_time": "2"}])),
        ("uuid", uuid.clone()),
        ("uuids", json!([uuid])),
        ("field_key", json!("field_000007")),
        ("relation_key", json!("field_000006")),
        ("node_id", json!("doing")),
        ("state_key", json!("doing")),
        ("template_id", json!(1001)),
        ("update_fields", json!([{"field_key": "name", "field_value": "random"}])),
        ("field_value_pairs", json!([])),
        ("fields", json!([])),
        ("search_group", json!({"conjunction": "AND"})),
        ("search_id", json!("")),
        ("start_from", json!("")),
        ("pagination", json!({"page_size": 5})),
        ("plugin_id", json!(PLUGIN_ID)),
        ("plugin_secret", json!(PLUGIN_SECRET)),
    ]
}

#[tokio::test]
async fn every_valid_request_gets_a_well_typed_answer() {
    let api = unlimited().await;
    let mut sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
    let (mut plugin, mut user) = callers(&sandbox).await;
    let mut succeeded = vec![0; api.operations.len()];
    let mut stocked = Vec::new();
    for round in 0..requests() {
        let index = round % api.operations.len();
        let operation = &api.operations[index];
        let mut random = Random::valid(operation, &mut Sampler::new(&api, round as u64));
        if round % FRESH == FRESH - 1 {
            sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
            (plugin, user) = callers(&sandbox).await;
            stocked = stock(&plugin).await;
        }
        if round % 5 == 0 {
            // What was there may be deleted by now.
            stocked = stock(&plugin).await;
        }
        if round % 4 > 0 {
            stocked.iter().for_each(|(name, value)| random.replace(name, value));
            if operation.id == "work_item.batch_update" {
                // Other calls name the field that holds files; this one cannot write it.
                random.replace("field_key", &json!("name"));
            }
        }
        let caller = if takes_plugins(&api, operation) { &plugin } else { &user };
        let status = try_one(&api, &random, caller, round).await;
        succeeded[index] += usize::from(status == 200);
    }
    // Ids of things that do not exist are refused, but nothing refuses all that it can be asked.
    let excused = |id: &str| NEVER.iter().any(|(never, _)| *never == id);
    let failed = api.operations.iter().zip(&succeeded).filter(|(_, count)| **count == 0);
    let failed: Vec<_> =
        failed.map(|(operation, _)| operation.id.as_str()).filter(|id| !excused(id)).collect();
    assert_eq!(failed, Vec::<&str>::new(), "these were refused each time");
}

/// Sends a valid request and checks its answer; gives the status.
async fn try_one(api: &Api, random: &Random<'_>, caller: &Caller, round: usize) -> u16 {
    let operation = random.operation;
    let response = random.build(caller).send().await.unwrap();
    let (status, id) = (response.status().as_u16(), &operation.id);
    if operation.answer == Answer::Bytes && status == 200 {
        return status;
    }
    let body: Value = response.json().await.unwrap_or_else(|error| panic!("{id}: {error}"));
    assert!(status < 500, "{id}, seed {round}: {status} {body}");
    assert_ne!(body["err_code"], 9999, "{id}, seed {round}: {body}");
    if status == 200 {
        check_answer(api, operation, &body).unwrap_or_else(|why| panic!("{id}, seed {round}: {why}"));
    }
    status
}

#[tokio::test]
async fn every_mistake_is_refused_and_named() {
    let api = unlimited().await;
    let sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
    let (plugin, user) = callers(&sandbox).await;
    let mut mistakes = 0;
    for round in 0..requests() {
        let operation = &api.operations[round % api.operations.len()];
        let mut sampler = Sampler::new(&api, round as u64);
        let mut random = Random::valid(operation, &mut sampler);
        let turn = round / api.operations.len();
        let count = operation.params.len().max(1);
        if operation.body == BodyKind::Multipart || operation.params.is_empty() {
            continue;
        }
        let Some(wrong) = random.spoil(&api, turn % count, turn / count % 3) else { continue };
        let caller = if takes_plugins(&api, operation) { &plugin } else { &user };
        let response = random.build(caller).send().await.unwrap();
        let (status, id) = (response.status().as_u16(), &operation.id);
        let body = response.text().await.unwrap();
        assert!((400..500).contains(&status), "{id}, seed {round}, wrong {wrong}: {status} {body}");
        assert!(body.contains(&wrong), "{id}, seed {round}: `{wrong}` is not named in {body}");
        mistakes += 1;
    }
    assert!(mistakes > requests() / 8, "only {mistakes} mistakes were made");
}
