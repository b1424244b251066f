//! Ids that travel as text in some places: read as text or number, written as text; one that is no number does not fail
//! the response.

use feishu_project::ai::AiSubWorkItem;
use feishu_project::comment::{CommentOnItem, CommentTarget, TextContent};
use feishu_project::field::TeamScope;
use feishu_project::item::SubTask;
use feishu_project::view::ViewTeam;
use feishu_project::workflow::{WbsParent, WbsView};
use feishu_project::workflow_template::{SubProcessConfig, TemplateSummary, WbsTemplate};
use serde_json::{Value, json};

use crate::support::sandbox;
use crate::support::server::{Server, data};

/// Reads a member of a type in every form that it may take.
macro_rules! reads {
    ($ty:ident, $wire:literal, $field:ident) => {
        for (value, text, id) in [
            (json!("145405"), "145405", Some(145_405)),
            (json!(145_405), "145405", Some(145_405)),
            (json!("9007199254740993"), "9007199254740993", Some(9_007_199_254_740_993)),
            (json!("662a0c_template_17"), "662a0c_template_17", None),
        ] {
            let read: $ty = serde_json::from_value(json!({$wire: value})).expect(stringify!($ty));
            let field = read.$field.as_ref().expect(stringify!($ty));
            assert_eq!((field.as_str(), field.id().map(|id| id.get())), (text, id), "{}", stringify!($ty));
            assert_eq!(serde_json::to_value(&read).unwrap()[$wire], text, "{}", stringify!($ty));
        }
    };
}

#[test]
fn every_id_that_the_api_sends_as_text_is_read_in_either_form_and_written_as_text() {
    reads!(SubTask, "id", id);
    reads!(WbsView, "template_id", template_id);
    reads!(WbsParent, "template_id", template_id);
    reads!(TemplateSummary, "template_id", template_id);
    reads!(WbsTemplate, "template_id", template_id);
    reads!(SubProcessConfig, "template_id", template_id);
    reads!(TeamScope, "team_id", team_id);
    reads!(ViewTeam, "id", id);
    let target = json!({"type": "WORKITEM", "work_item_id": 5, "work_item_type_key": "story"});
    let target: CommentTarget = serde_json::from_value(target).unwrap();
    assert_eq!(target, CommentOnItem::new("story", 5).into());
    let items: AiSubWorkItem = serde_json::from_value(json!({"workitem_ids": ["5", 6, "seven"]})).unwrap();
    let ids: Vec<_> =
        items.work_item_ids.iter().map(|id| (id.as_str(), id.id().map(|id| id.get()))).collect();
    assert_eq!(ids, [("5", Some(5)), ("6", Some(6)), ("seven", None)]);
}

#[tokio::test]
async fn an_id_that_is_no_number_does_not_fail_the_response() {
    let plan = json!({"template_id": "t_1", "related_parent_work_item": {"template_id": "t_2"}});
    let server = Server::start(move |_, _| data(plan.clone())).await;
    let view = server.client().workflows().wbs_view("demo", "story", 5).send().await.unwrap();
    assert_eq!(view.template_id.unwrap().as_str(), "t_1");
    assert_eq!(view.related_parent_work_item.unwrap().template_id.unwrap().as_str(), "t_2");

    let found = json!([{"sub_task": {"id": "task_1"}}, {"sub_task": {"id": 5}}]);
    let server = Server::start(move |_, _| data(found.clone())).await;
    let page = server.client().sub_tasks().search().send().await.unwrap();
    let ids: Vec<_> = page.items.iter().map(|of| of.sub_task.as_ref().unwrap().id.clone().unwrap()).collect();
    assert_eq!(ids, ["task_1".into(), 5.into()]);
}

#[tokio::test]
async fn an_id_is_sent_in_the_form_of_its_place() {
    let server = Server::start(|_, _| data(json!({"comment_id": "1"}))).await;
    server
        .client()
        .comments()
        .post("demo", CommentOnItem::new("story", 5), TextContent::new("Well done"))
        .send()
        .await
        .unwrap();
    let sent: Value = serde_json::from_slice(&server.requests()[0].body).unwrap();
    let object = json!({"type": "WORKITEM", "work_item_type_key": "story", "work_item_id": "5"});
    assert_eq!((&sent["object"], &sent["content"]), (&object, &json!({"type": "TEXT", "text": "Well done"})));
}

#[tokio::test]
async fn the_sandbox_shows_ids_in_the_form_of_their_place() {
    let (_sandbox, client) = sandbox::start().await;
    let item = client.work_items().create("demo", "story", "Ship it").send().await.unwrap();
    let made = client.sub_tasks().create("demo", "story", item, "doing", "Pack").send().await.unwrap();
    let nodes = client.sub_tasks().list("demo", "story", item).send().await.unwrap();
    let shown =
        nodes.iter().flat_map(|node| &node.sub_tasks).next().expect("a sub-task").id.as_ref().unwrap();
    assert_eq!(shown, &made.into());
    let id = shown.id().expect("a number, as other calls take it");
    client.sub_tasks().delete("demo", "story", item, id).send().await.unwrap();
}
