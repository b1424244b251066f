//! Random requests to every endpoint: whatever comes, there is a response, and it is what the spec says.
//!
//! `SANDBOX_REQUESTS` says how many of each kind are sent; the default is enough to try every endpoint a few times.

use std::sync::Arc;

use paceline_generator::ir::{Api, BodyKind, CredentialRule, Endpoint, Response};
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sampler, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::{Caller, read};
use crate::random::{Random, WAYS};
use crate::typed::check_response;

/// After so many requests a fresh sandbox goes on: what is kept grows, and searching it takes longer and longer.
const FRESH: usize = 2000;

fn requests() -> usize {
    let asked = std::env::var("SANDBOX_REQUESTS").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(1064)
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
    let response = plugin.http.post(path).header("X-PLUGIN-TOKEN", &plugin.token).json(&body);
    let body: Value = response.send().await.unwrap().json().await.unwrap();
    let token = body["data"]["token"].as_str().unwrap().to_owned();
    let user = Caller { token, http: plugin.http.clone(), url: plugin.url.clone() };
    (plugin, user)
}

fn takes_plugins(api: &Api, endpoint: &Endpoint) -> bool {
    match &endpoint.credentials {
        CredentialRule::Only(list) => list.iter().any(|id| api[*id].name.snake() == "plugin"),
        _ => true,
    }
}

/// Endpoints that random requests cannot satisfy, and why.
const NEVER: &[(&str, &str)] = &[
    ("auth.refresh_token", "a refresh token is good for once"),
    ("auth.user_plugin_token", "a code is good for once"),
    ("workflow.change_state", "the stock is of stories, and they have no states"),
];

/// What single endpoints need in place of the stock: the field that holds files suits few of them. The newer calls on comments
/// name work item and comment inside an object, and as text.
fn special(stocked: &[(&'static str, Value)]) -> Vec<(&'static str, &'static str, Value)> {
    let text = |name: &str| {
        let known = stocked.iter().find(|(known, _)| *known == name);
        json!(known.map(|(_, value)| value.to_string()).unwrap_or_default())
    };
    let item =
        json!({"type": "WORKITEM", "work_item_type_key": "story", "work_item_id": text("work_item_id")});
    let content = json!({"type": "RICHTEXT", "markdown": "**random**"});
    let compound = json!([[{"field_key": "field_000011", "field_value": "random"}]]);
    vec![
        ("work_item.batch_update", "field_key", json!("name")),
        ("work_item.update_compound_field", "field_key", json!("field_000010")),
        ("work_item.update_compound_field", "field_alias", json!("field_000010")),
        ("work_item.update_compound_field", "fields", compound),
        ("work_item.update_multi_signal", "field_key", json!("field_000015")),
        ("project_relation.bind", "instances", json!([])),
        ("work_item.op_records", "operator", json!([USER_KEY])),
        ("comment.post", "object", item.clone()),
        ("comment.post", "content", content.clone()),
        ("comment.query", "object", item),
        ("comment.query", "paginator", json!({"direction": "DESC", "cursor": "", "page_size": 5})),
        ("comment.edit", "comment_id", text("comment_id")),
        ("comment.edit", "content", content),
        ("comment.remove", "comment_id", text("comment_id")),
    ]
}

/// What a random upload holds is the text `file`.
const MD5_OF_FILE: &str = "8c7dd922ad47494fc02c388e12c00eac";

/// The token of a file, and the id of an upload whose only part has come.
async fn uploads(caller: &Caller) -> (Value, Value) {
    let path = "/open_api/demo/file";
    let data = async |request: reqwest::RequestBuilder| {
        let body: Value = request.send().await.unwrap().json().await.unwrap();
        assert_eq!(body["code"], 0, "{body}");
        body["data"].clone()
    };
    let part = reqwest::multipart::Part::bytes(b"file".to_vec()).file_name("file.txt");
    let form = reqwest::multipart::Form::new().part("file", part);
    let form = caller
        .request("POST", &format!("{path}/stream/resource/CommentAttachment/upload_form"))
        .multipart(form);
    let token = data(form).await["file_token"].clone();
    let begin = caller.request("POST", &format!("{path}/resource/CommentAttachment/upload/preprocess"));
    let plan = data(begin.json(&json!({"size": 4, "file_name": "file.txt"}))).await;
    let id = plan["resource_id"].as_str().unwrap();
    let part = format!("{path}/stream/upload/multipart/{id}/0?md5={MD5_OF_FILE}");
    data(caller.request("POST", &part).body("file")).await;
    (token, plan["resource_id"].clone())
}

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
    let role = caller.post("/open_api/demo/flow_roles/story/create_role", json!({"role": {}})).await;
    let body = json!({"project_key": "demo", "work_item_type_key": "story", "name": "relation",
        "relation_details": []});
    let relation = caller.post("/open_api/work_item/relation/create", body).await;
    let body = json!({"work_item_type_key": "story", "name": "elsewhere"});
    let remote = caller.post("/open_api/demo_two/work_item/create", body).await.data().clone();
    let body = json!({"instances": [{"work_item_id": remote}]});
    caller.post(&format!("/open_api/demo/relation/story/{id}/batch_bind"), body).await.data();
    let (token, upload) = uploads(caller).await;
    // Only files that a comment names can be downloaded.
    caller.post(&format!("{path}/file_comment/create"), json!({"file_token": token})).await.data();
    vec![
        ("file_token", token),
        ("resource_id", upload),
        ("size", json!(4)),
        ("file_name", json!("file.txt")),
        ("part_number", json!(0)),
        ("md5", json!(MD5_OF_FILE)),
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
        ("node_ids", json!(["doing"])),
        ("finished_conclusion_option_key", json!("pass")),
        ("role_id", role.data().clone()),
        ("relation_details", json!([{"project_key": "demo", "work_item_type_key": "story"}])),
        ("relation_id", relation.data()["relation_id"].clone()),
        ("relation_rule_id", json!("rule_story")),
        ("relation_work_item_id", remote),
        ("story_relations", json!([{"local_work_item_id": id, "remote_work_item_id": id}])),
        ("start", json!(1_735_689_600_000_i64)),
        ("end", json!(1_735_776_000_000_i64)),
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
async fn every_valid_request_gets_a_well_typed_response() {
    let api = unlimited().await;
    let mut sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
    let (mut plugin, mut user) = callers(&sandbox).await;
    let mut succeeded = vec![0; api.endpoints.len()];
    let (mut stocked, mut deleted) = (Vec::new(), false);
    for round in 0..requests() {
        let index = round % api.endpoints.len();
        let endpoint = &api.endpoints[index];
        let mut random = Random::valid(endpoint, &mut Sampler::new(&api, round as u64));
        if round % FRESH == FRESH - 1 {
            sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
            (plugin, user) = callers(&sandbox).await;
            stocked = stock(&plugin).await;
        }
        if round % 20 == 0 || deleted {
            // Comments, views and the like may be deleted by now, too.
            stocked = stock(&plugin).await;
        }
        if round % 4 > 0 {
            stocked.iter().for_each(|(name, value)| random.replace(name, value));
            for (_, name, value) in special(&stocked).iter().filter(|(id, ..)| *id == endpoint.id) {
                random.replace(name, value);
            }
        }
        let caller = if takes_plugins(&api, endpoint) { &plugin } else { &user };
        let status = try_one(&api, &random, caller, round).await;
        succeeded[index] += usize::from(status == 200);
        deleted = status == 200 && endpoint.id == "work_item.delete";
    }
    // Ids of things that do not exist are refused, but nothing refuses all that it can be asked.
    let excused = |id: &str| NEVER.iter().any(|(never, _)| *never == id);
    let failed = api.endpoints.iter().zip(&succeeded).filter(|(_, count)| **count == 0);
    let failed: Vec<_> = failed.map(|(endpoint, _)| endpoint.id.as_str()).filter(|id| !excused(id)).collect();
    assert_eq!(failed, Vec::<&str>::new(), "these were refused each time");
}

/// Sends a valid request and checks its response; gives the status.
async fn try_one(api: &Api, random: &Random<'_>, caller: &Caller, round: usize) -> u16 {
    let endpoint = random.endpoint;
    let response = random.build(caller).send().await.unwrap();
    let (status, id) = (response.status().as_u16(), &endpoint.id);
    if endpoint.response == Response::Bytes && status == 200 {
        return status;
    }
    let body: Value = response.json().await.unwrap_or_else(|error| panic!("{id}: {error}"));
    assert_ne!(body["err_code"], 9999, "{id}, seed {round}: {body}");
    let checked = match status {
        200 => check_response(api, endpoint, &body),
        _ => check_refusal(api, endpoint, status, &body).map(|_| ()),
    };
    checked.unwrap_or_else(|why| panic!("{id}, seed {round}: {why}"));
    status
}

/// A refusal carries a code of the API with the status that belongs to it, and no other data than a message.
fn check_refusal(api: &Api, endpoint: &Endpoint, status: u16, body: &Value) -> Result<i64, String> {
    let own = &api[endpoint.envelope()];
    let envelope = if own.code.is_some() { own } else { &api.envelopes[0] };
    let at = |path: &Option<Vec<String>>| {
        let path = path.as_ref()?;
        path.iter().try_fold(body, |at, name| at.get(name))
    };
    let code = at(&envelope.code).and_then(Value::as_i64).ok_or_else(|| format!("no code: {body}"))?;
    let known = api.errors.iter().find(|error| error.code == code);
    let known = known.ok_or_else(|| format!("the API has no code {code}: {body}"))?;
    let message = at(&envelope.message).and_then(Value::as_str).unwrap_or_default();
    match (status, known.status) {
        (500.., _) | (..400, _) => Err(format!("{status}: {body}")),
        (_, Some(own)) if own != status => Err(format!("{code} comes with {own}, not with {status}: {body}")),
        _ if message.is_empty() => Err(format!("no message: {body}")),
        _ => Ok(code),
    }
}

/// Codes for what is no value at all, or a value of another type or beyond its bounds: what the spec itself decides.
fn is_about_form(code: i64) -> bool {
    // Missing or wrong parameters of a general kind, and the codes that single parameters have of their own.
    matches!(code, 9999 | 20000..20100 | 1_000_050_178 | 1_000_051_280 | 1_000_053_000..1_000_053_700)
}

#[tokio::test]
async fn every_mistake_is_refused_and_named() {
    let api = unlimited().await;
    let sandbox = Sandbox::builder().api(Arc::clone(&api)).start().await.unwrap();
    let (plugin, user) = callers(&sandbox).await;
    let mut mistakes = [0; WAYS];
    for round in 0..requests() {
        let endpoint = &api.endpoints[round % api.endpoints.len()];
        let mut sampler = Sampler::new(&api, round as u64);
        let mut random = Random::valid(endpoint, &mut sampler);
        let turn = round / api.endpoints.len();
        let count = endpoint.params.len().max(1);
        if matches!(endpoint.body, BodyKind::Multipart | BodyKind::Bytes) || endpoint.params.is_empty() {
            continue;
        }
        let way = (turn + round) % WAYS;
        let Some(wrong) = random.spoil(&api, turn % count, way, &mut sampler) else { continue };
        let caller = if takes_plugins(&api, endpoint) { &plugin } else { &user };
        let response = random.build(caller).send().await.unwrap();
        let (status, id) = (response.status().as_u16(), &endpoint.id);
        let body: Value = response.json().await.unwrap_or_else(|error| panic!("{id}: {error}"));
        let code = check_refusal(&api, endpoint, status, &body);
        let code = code.unwrap_or_else(|why| panic!("{id}, seed {round}, wrong {wrong}: {why}"));
        assert!(is_about_form(code), "{id}, seed {round}, wrong {wrong}: {body}");
        assert!(body.to_string().contains(&wrong), "{id}, seed {round}: `{wrong}` is not named in {body}");
        mistakes[way] += 1;
    }
    let made: usize = mistakes.iter().sum();
    assert!(made > requests() / 10, "only {made} mistakes were made");
    assert!(mistakes.iter().all(|count| *count > 0), "a kind of mistake was never made: {mistakes:?}");
}
