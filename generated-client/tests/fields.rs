//! Fields of work items: set one by one, found by key or alias.

mod support;

use feishu_project::{ErrorKind, FieldValue, FieldValuePair, WorkItem};
use serde_json::json;
use support::sandbox::start;

#[tokio::test]
async fn fields_are_added_to_a_call_and_found_in_an_item() {
    let (_sandbox, client) = start().await;
    let items = client.work_items();
    let id = items
        .create("demo", "story", "Ship it")
        .field("priority", FieldValue::select("1"))
        .field("owner", FieldValue::user(paceline_sandbox::USER_KEY))
        .field("field_000001", 2.5)
        .send()
        .await
        .unwrap();
    let item = items.query("demo", "story", [id]).send().await.unwrap().remove(0);
    assert_eq!(item.field("priority").unwrap().as_select().unwrap().value, "1");
    assert_eq!(item.field("owner").unwrap().as_users().unwrap()[0].as_str(), paceline_sandbox::USER_KEY);

    items
        .update("demo", "story", id)
        .field("priority", FieldValue::select("2"))
        .field("name", "Shipped")
        .send()
        .await
        .unwrap();
    let item = items.query("demo", "story", [id]).send().await.unwrap().remove(0);
    assert_eq!(item.field("priority").unwrap().as_select().unwrap().value, "2");
    assert_eq!(item.name.as_deref(), Some("Shipped"));
}

#[tokio::test]
async fn an_update_of_nothing_is_not_sent() {
    let (sandbox, client) = start().await;
    let error = client.work_items().update("demo", "story", 1).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().contains("`update_fields` must be set"), "{error}");
    let none: [FieldValuePair; 0] = [];
    let error = client.work_items().update("demo", "story", 1).update_fields(none).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(sandbox.journal().is_empty(), "nothing was sent");
}

#[test]
fn the_key_wins_over_the_alias() {
    let item: WorkItem = serde_json::from_value(json!({"id": 1, "fields": [
        {"field_key": "field_1", "field_alias": "level", "field_value": "by alias"},
        {"field_key": "level", "field_value": "by key"},
        {"field_key": "field_2", "field_alias": "size", "field_value": 3},
        {"field_key": "field_3", "field_value": null},
        {"field_key": "field_4"},
    ]}))
    .unwrap();
    assert_eq!(item.field("level").unwrap().as_text().unwrap(), "by key");
    assert_eq!(item.field("size").unwrap().as_integer().unwrap(), 3);
    assert!(item.field("field_3").unwrap().is_null());
    assert_eq!(item.find_field("field_4"), None);
    assert_eq!(item.field("nowhere").unwrap_err().to_string(), "member `nowhere` is missing");
}

/// Reading a field by hand fails with the errors that calls fail with.
#[test]
fn a_missing_field_is_an_error_like_any_other() {
    fn owner(item: &WorkItem) -> feishu_project::Result<String> {
        Ok(item.field("owner")?.as_user()?.to_string())
    }
    let item: WorkItem = serde_json::from_value(json!({"id": 1})).unwrap();
    assert_eq!(owner(&item).unwrap_err().kind(), ErrorKind::Decode);
}
