//! Objects that the members they have tell apart.

use serde_json::{Value, json};

use crate::caller::acted_out;

const API: &str = r#"
api: {name: Pets, crate: pets, version: 0.1.0, doc: Keeps pets.}
hosts: {main: {url: "https://pets.example", doc: "Where they are."}}
rate_limits: {default: none}
envelopes: {plain: {}}
"#;
const PETS: &str = r#"
resource: pet
accessor: pets
doc: Pets.
endpoints:
  keep:
    route: POST /pets
    summary: Keeps a pet.
    effect: write
    body: {pet: {type: Pet, doc: "Which."}}
    returns: [Pet]
types:
  Pet: {doc: A pet., union: {of: {cat: Cat, dog: Dog, bear: Bear}}}
  Cat: {doc: A cat., fields: {purrs: {type: bool, doc: "Whether."}, name?: {type: string, doc: "Its name."}}}
  Bear: {doc: A bear., fields: {purrs: {type: [string], doc: "What it says."}, name?: {type: string, doc: "Its name."}}}
  Dog: {doc: A dog., fields: {barks: {type: i64, max: 9, doc: "How much."}, name?: {type: string, doc: "Its name."}}}
"#;

#[tokio::test]
async fn an_object_is_checked_as_what_its_members_say_it_is() {
    let sandbox = acted_out(&[("api.yaml", API), ("pet.yaml", PETS)]).await;
    for (pet, status) in [
        (json!({"purrs": true, "name": "a"}), 200),
        (json!({"purrs": 7}), 400),
        // A cat needs the same members, and their values do not fit it.
        (json!({"purrs": ["a"], "name": "b"}), 200),
        (json!({"purrs": ["a"], "name": 7}), 400),
        (json!({"barks": 9}), 200),
        (json!({"barks": 10}), 400),
        // What is none of them may be known to the server.
        (json!({"swims": true}), 200),
        (json!("cat"), 400),
    ] {
        let request = reqwest::Client::new().post(format!("{}/pets", sandbox.url()));
        let response = request.json(&json!({"pet": pet})).send().await.unwrap();
        assert_eq!(response.status(), status, "{pet}");
        if status == 200 {
            let pets: Vec<Value> = response.json().await.unwrap();
            let known =
                |pet: &Value| (pet["purrs"].is_boolean() || pet["purrs"].is_array()) != pet["barks"].is_i64();
            assert!(!pets.is_empty() && pets.iter().all(known), "{pets:?}");
        }
    }
}

const TASKS: &str = r#"
resource: task
accessor: tasks
doc: Tasks.
endpoints:
  keep:
    route: POST /tasks
    summary: Keeps a task.
    effect: write
    body: {task: {type: Task, doc: "Which."}}
    returns: [Task]
types:
  Task:
    doc: A task.
    fields: {id: {type: i64, doc: "Its number."}, title?: {type: string, max_length: 5, doc: "Its title."}}
    variant: TaskKind
  TaskKind: {doc: What kind of a task., union: {by: kind, of: {STORY: Story, BUG: Bug}}}
  Story: {doc: A story., fields: {points: {type: i64, max: 9, doc: "How long."}}}
  Bug: {doc: A bug., fields: {seen?: {type: [Task], doc: "Where."}}, free: string}
"#;

#[tokio::test]
async fn the_members_of_a_variant_are_checked_and_made_beside_those_of_the_object() {
    let sandbox = acted_out(&[("api.yaml", API), ("task.yaml", TASKS)]).await;
    for (task, status) in [
        (json!({"id": 1, "kind": "STORY", "points": 9, "title": "a"}), 200),
        (json!({"id": 1, "kind": "STORY", "points": 10}), 400),
        (json!({"id": 1, "kind": "STORY"}), 400),
        (json!({"kind": "STORY", "points": 9}), 400),
        (json!({"id": 1, "kind": "BUG", "title": "longer"}), 400),
        // Free members are those of the variant, not the ones of the object.
        (json!({"id": 1, "kind": "BUG", "why": "who knows"}), 200),
        (json!({"id": 1, "kind": "BUG", "why": 7}), 400),
        (json!({"id": 1, "kind": "ERRAND", "due": [1]}), 200),
        (json!({"id": 1}), 400),
    ] {
        let request = reqwest::Client::new().post(format!("{}/tasks", sandbox.url()));
        let response = request.json(&json!({"task": task})).send().await.unwrap();
        assert_eq!(response.status(), status, "{task}");
        if status == 200 {
            let tasks: Vec<Value> = response.json().await.unwrap();
            let is_whole = |task: &Value| {
                task["id"].is_i64()
                    && match task["kind"].as_str() {
                        Some("STORY") => task["points"].is_i64(),
                        kind => kind == Some("BUG"),
                    }
            };
            assert!(!tasks.is_empty() && tasks.iter().all(is_whole), "{tasks:?}");
        }
    }
}
