//! What is set up in a space: roles, relations, user groups.

use paceline_sandbox::{PROJECT_KEY, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::caller::Caller;

const ROLES: &str = "/open_api/demo/flow_roles/story";

#[tokio::test]
async fn roles_are_created_changed_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let role =
        json!({"name": "Tester", "role_alias": "tester", "member_assign_mode": 2, "members": [USER_KEY]});
    let id = caller.post(&format!("{ROLES}/create_role"), json!({"role": role})).await.data().clone();
    let by_id = json!({"role_id": id, "role": {"name": "Checker"}});
    caller.post(&format!("{ROLES}/update_role"), by_id).await.data();
    let list = async || caller.get(ROLES).await.data().as_array().unwrap().clone();
    let roles = list().await;
    let created = roles.iter().find(|role| role["id"] == id).unwrap();
    assert_eq!((&created["name"], &created["members"]), (&json!("Checker"), &json!([USER_KEY])));
    assert_eq!(caller.get("/open_api/demo/flow_roles/issue").await.data().as_array().unwrap().len(), 1);

    let twice = caller.post(&format!("{ROLES}/create_role"), json!({"role": {"role_alias": "tester"}})).await;
    assert_eq!(twice.refusal("role.role_alias"), (400, 20006));
    let delete = async |name: &str, value: &str| {
        caller.post(&format!("{ROLES}/delete_role"), json!({name: value})).await
    };
    assert_eq!(delete("role_id", "operator").await.refusal("operator"), (400, 20093));
    assert_eq!(delete("role_id", "nobody").await.refusal("role_id"), (400, 20006));
    delete("role_alias", "tester").await.data();
    assert_eq!(list().await.len(), 1);
}

#[tokio::test]
async fn relations_between_types_are_kept() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let relation = |name: &str, more: Value| {
        let mut body = json!({"project_key": PROJECT_KEY, "work_item_type_key": "story", "name": name,
            "relation_details": [{"project_key": "demo_two", "work_item_type_key": "issue"}]});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let created = caller.post("/open_api/work_item/relation/create", relation("Blocks", json!({}))).await;
    let id = &created.data()["relation_id"];
    let change = relation("Stops", json!({"relation_id": id}));
    caller.post("/open_api/work_item/relation/update", change).await.data();
    let list = caller.get("/open_api/demo/work_item/relation").await;
    let kept = list.data().as_array().unwrap().iter().find(|relation| relation["id"] == *id).unwrap();
    assert_eq!((&kept["name"], &kept["work_item_type_name"]), (&json!("Stops"), &json!("Story")));
    assert_eq!(kept["relation_details"][0]["project_name"], "Demo two");
    let body = json!({"project_key": PROJECT_KEY, "relation_id": id});
    caller.call("DELETE", "/open_api/work_item/relation/delete", body.clone()).await.data();
    let again = caller.call("DELETE", "/open_api/work_item/relation/delete", body).await;
    assert_eq!(again.refusal("relation_id"), (404, 30015));
    let details = json!({"relation_details": [{"project_key": "demo"}]});
    let half = caller.post("/open_api/work_item/relation/create", relation("Half", details)).await;
    assert_eq!(half.refusal("relation_details[0].work_item_type_key"), (400, 20003));
}

#[tokio::test]
async fn work_items_are_linked() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let (one, two) = (caller.story("One", json!([])).await, caller.story("Two", json!([])).await);
    let links = json!({"story_relations": [{"local_work_item_id": one, "remote_work_item_id": two}]});
    caller.post("/open_api/demo/story_relations/create", links).await.data();
    let asked = json!({"work_item_ids": [one, two]});
    let response = caller.post("/open_api/demo/story_relations/query", asked.clone()).await;
    let expected = json!({one.to_string(): [two], two.to_string(): [one]});
    assert_eq!(response.data()["value"], expected, "a link is seen from both ends");
    caller.call("DELETE", &format!("/open_api/demo/work_item/story/{two}"), json!({})).await.data();
    let response = caller.post("/open_api/demo/story_relations/query", asked).await;
    assert_eq!(response.data()["value"], json!({one.to_string(): []}));
    let gone = json!({"story_relations": [{"local_work_item_id": one, "remote_work_item_id": two}]});
    let gone = caller.post("/open_api/demo/story_relations/create", gone).await;
    assert_eq!(gone.refusal("story_relations[0].remote_work_item_id"), (404, 30005));
}

#[tokio::test]
async fn items_of_another_space_are_bound_and_unbound() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of(&sandbox).await;
    let rules = caller.post("/open_api/demo/relation/rules", json!({})).await;
    assert_eq!(rules.data()[0]["remote_project_name"], "Demo two");
    let rule = &rules.data()[0]["rules"][0]["id"];
    let here = caller.story("Here", json!([])).await;
    let body = json!({"work_item_type_key": "story", "name": "There"});
    let there = caller.post("/open_api/demo_two/work_item/create", body).await.data().clone();
    let path = format!("/open_api/demo/relation/story/{here}");
    let bind = async |id: &Value| {
        let body = json!({"relation_rule_id": rule, "instances": [{"work_item_id": id}]});
        caller.post(&format!("{path}/batch_bind"), body).await
    };
    bind(&there).await.data();
    assert_eq!(bind(&there).await.refusal("instances[0]").1, 1_000_051_617);
    assert_eq!(bind(&json!(here)).await.refusal("instances[0]"), (400, 20006), "of the same space");
    assert_eq!(bind(&json!(1)).await.refusal("instances[0]"), (404, 30005));
    let list = async || caller.post(&format!("{path}/work_item_list"), json!({})).await.data().clone();
    let bound = list().await[0].clone();
    assert_eq!(
        (&bound["relation_work_item_name"], &bound["project_relation_rule_id"]),
        (&json!("There"), rule)
    );
    let unbind = async || caller.call("DELETE", &path, json!({"relation_work_item_id": there})).await;
    unbind().await.data();
    assert_eq!((list().await, unbind().await.refusal("relation_work_item_id")), (json!([]), (400, 20006)));
}

#[tokio::test]
async fn user_groups_have_members() {
    let sandbox = Sandbox::start().await.unwrap();
    let caller = Caller::of_user(&sandbox).await;
    let create = json!({"name": "Readers", "users": [USER_KEY]});
    let created = caller.post("/open_api/demo/user_group", create.clone()).await;
    let id = &created.data()["id"];
    assert_eq!(caller.post("/open_api/demo/user_group", create).await.refusal("name").1, 1_000_053_001);
    let change = async |more: Value| {
        let mut body = json!({"user_group_type": "CUSTOMIZE", "user_group_id": id});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        caller.call("PATCH", "/open_api/demo/user_group/members", body).await
    };
    change(json!({"add_users": ["7000000000000000002"], "delete_users": [USER_KEY]})).await.data();
    let members = async |kind: &str| {
        let body = json!({"user_group_type": kind, "page_size": 1});
        caller.post("/open_api/demo/user_groups/members/page", body).await.data().clone()
    };
    let page = members("CUSTOMIZE").await;
    assert_eq!(page["list"][0]["user_members"], json!(["7000000000000000002"]));
    assert_eq!(page["pagination"], json!({"page_num": 1, "page_size": 1, "has_more": false}));
    assert_eq!(members("PROJECT_MEMBER").await["list"][0]["user_count"], 5);
    assert_eq!(change(json!({"add_users": ["1"]})).await.refusal("add_users").1, 1_000_053_004);
    assert_eq!(change(json!({})).await.refusal("add_users").1, 1_000_053_006, "nobody is named");
    let nameless = json!({"user_group_type": "CUSTOMIZE", "add_users": [USER_KEY]});
    let nameless = caller.call("PATCH", "/open_api/demo/user_group/members", nameless).await;
    assert_eq!(nameless.refusal("user_group_id").1, 1_000_053_009);
}
