//! Values that do not fit their type: they fail neither the page nor the item, and nothing is lost without a word.

mod support;

use feishu_project::{Continuation, DecodeError, Error, ErrorKind, Value, item::WorkItem};
use serde_json::json;
use support::script::Script;
use support::server::{Server, data, status};

/// A work item whose members were changed.
fn item(id: i64, changes: Value) -> Value {
    let mut item = json!({
        "id": id,
        "name": format!("item {id}"),
        "created_at": 1_700_000_000_000_i64,
        "current_nodes": [{"id": "n1", "name": "first"}, {"id": "n2", "name": "second"}],
        "fields": [{"field_key": "a", "field_value": 1}],
    });
    for (name, value) in changes.as_object().expect("changes are an object") {
        item[name] = value.clone();
    }
    item
}

/// A page of a numbered list in which item 1 has changes, and the last page of one item.
async fn two_pages(changes: Value) -> Script {
    let first = [item(10, json!({})), item(11, changes), item(12, json!({}))];
    let pagination = json!({"total": 4});
    Script::start([
        json!({"data": first, "pagination": pagination}),
        json!({"data": [item(13, json!({}))], "pagination": pagination}),
    ])
    .await
}

macro_rules! filter {
    ($script:expr) => {
        $script.client().work_items().filter("demo").work_item_type_keys(["story"]).page_size(3)
    };
}

fn paths(left_out: &[DecodeError]) -> Vec<String> {
    left_out.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn an_optional_member_becomes_absent_and_is_told() {
    for (changes, path) in [
        (
            json!({"created_at": [1, {"deep": [2]}]}),
            "`data[1].created_at`: expected a whole number, found a list",
        ),
        (json!({"created_at": "2024-05-01T00:00:00Z"}), "`data[1].created_at`"),
        (json!({"name": {"zh": "名"}}), "`data[1].name`: expected a string, found an object"),
        (json!({"current_nodes": 7}), "`data[1].current_nodes`: expected a list, found a whole number"),
        (
            json!({"work_item_status": "open"}),
            "`data[1].work_item_status`: expected an object, found a string",
        ),
        (json!({"work_item_status": {"state_key": {}}}), "`data[1].work_item_status.state_key`"),
    ] {
        let response = filter!(two_pages(changes.clone()).await).send_with_meta().await.unwrap();
        let found = paths(&response.meta.left_out);
        assert!(found.len() == 1 && found[0].starts_with(path), "{changes}: {found:?}");
        let ids: Vec<i64> = response.data.items.iter().map(|item| item.id.get()).collect();
        assert_eq!((ids, response.data.unreadable.len()), (vec![10, 11, 12], 0), "{changes}");
        // What stands before and after it is there.
        let odd = &response.data.items[1];
        assert_eq!(odd.fields.len(), 1, "{changes}");
        let whole = &response.data.items[2];
        assert!(whole.name.is_some() && whole.created_at.is_some() && whole.current_nodes.len() == 2);
    }
}

#[tokio::test]
async fn a_list_inside_of_an_item_goes_without_its_odd_items() {
    let changes = json!({"current_nodes": [{"id": "n1"}, 5, {"id": "n3"}, {"id": ["x"]}]});
    let response = filter!(two_pages(changes).await).send_with_meta().await.unwrap();
    let nodes = &response.data.items[1].current_nodes;
    assert_eq!(nodes.len(), 3, "a node whose id is odd has none");
    let told = paths(&response.meta.left_out);
    assert_eq!(told[0], "`data[1].current_nodes[1]`: expected an object, found a whole number");
    assert!(told[1].starts_with("`data[1].current_nodes[3].id`"), "{told:?}");
}

#[tokio::test]
async fn a_page_tells_of_items_that_cannot_be_read_and_has_them_raw() {
    let script = two_pages(json!({"id": null})).await;
    let page = filter!(script).send().await.unwrap();
    assert_eq!(page.items.iter().map(|item| item.id.get()).collect::<Vec<_>>(), [10, 12]);
    let [odd] = &page.unreadable[..] else { panic!("one item is told of: {:?}", page.unreadable) };
    assert_eq!((odd.index, &odd.value["name"], odd.error.kind()), (1, &json!("item 11"), ErrorKind::Decode));
    assert_eq!((odd.error.status(), odd.error.log_id()), (Some(200), Some("log-200")));
    assert!(odd.error.to_string().contains("`data[1].id`"), "{}", odd.error);
}

/// What a walk gives: ids, and the paths of errors.
async fn walked(script: &Script) -> Vec<std::result::Result<i64, String>> {
    let mut items = filter!(script).items();
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(shown(item));
        assert!(all.len() < 20, "the walk comes to an end");
    }
    all
}

fn shown(item: Result<WorkItem, Error>) -> std::result::Result<i64, String> {
    let path = |error: Error| error.to_string().split('`').nth(1).unwrap_or_default().to_owned();
    item.map(|item| item.id.get()).map_err(path)
}

#[tokio::test]
async fn a_walk_gives_an_error_in_the_place_of_the_item_and_goes_on() {
    for odd in [json!({"id": null}), json!({"id": {"value": 11}}), json!({"id": "eleven"})] {
        let script = two_pages(odd).await;
        let wanted = [Ok(10), Err("data[1].id".to_owned()), Ok(12), Ok(13)];
        assert_eq!(walked(&script).await, wanted);
        assert_eq!(script.asked_for("page_num"), [json!(null), json!(2)]);
    }
}

#[tokio::test]
async fn pages_with_nothing_but_odd_items_are_no_empty_pages() {
    let odd = json!({"data": [{"id": null}, 5], "pagination": {"total": 3}});
    let last = json!({"data": [item(3, json!({}))], "pagination": {"total": 3}});
    let script = Script::start([odd, last]).await;
    let wanted = [Err("data[0].id".to_owned()), Err("data[1]".to_owned()), Ok(3)];
    assert_eq!(walked(&script).await, wanted);
}

#[tokio::test]
async fn a_walk_goes_on_elsewhere_before_and_after_an_odd_item() {
    for given in 1..3 {
        let script = two_pages(json!({"id": null})).await;
        let mut items = filter!(script).items();
        let mut all = Vec::new();
        for _ in 0..given {
            all.push(shown(items.next().await.unwrap()));
        }
        let from: Continuation = items.continuation().unwrap();
        let rest = two_pages(json!({"id": null})).await;
        let mut items = filter!(rest).resume(&from).items();
        while let Some(item) = items.next().await {
            all.push(shown(item));
        }
        assert_eq!(all, [Ok(10), Err("data[1].id".to_owned()), Ok(12), Ok(13)], "after {given}");
        // As pages, the rest of the page is the same.
        let rest = two_pages(json!({"id": null})).await;
        let page = filter!(rest).resume(&from).pages().next().await.unwrap().unwrap();
        assert_eq!((page.items.len(), page.unreadable.len()), (1, usize::from(given == 1)), "after {given}");
    }
}

#[tokio::test]
async fn a_list_that_lacks_items_is_given_only_together_with_what_it_lacks() {
    let server = || Server::start(|_, _| data(json!([item(1, json!({})), item(2, json!({"id": false}))])));
    let error = server().await.client().work_items().query("demo", "story", [1]).send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.log_id()),
        (ErrorKind::Decode, Some(200), Some("log-200"))
    );
    let text = error.to_string();
    assert!(text.contains("`data[1].id`") && text.contains("send_with_meta"), "{text}");
    let response =
        server().await.client().work_items().query("demo", "story", [1]).send_with_meta().await.unwrap();
    assert_eq!(response.data.len(), 1);
    assert!(paths(&response.meta.left_out)[0].starts_with("`data[1].id`"));
}

#[tokio::test]
async fn a_strict_call_takes_nothing_that_does_not_fit() {
    let script = two_pages(json!({"current_nodes": 7})).await;
    let error = filter!(script).strict().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("`data[1].current_nodes`: expected a list"), "{error}");
}

#[tokio::test]
async fn maps_go_without_odd_entries() {
    let point = json!({"dim": {"1": "a", "x": "b", "2": ["c"]}, "value": {"1": "v"}});
    let chart = json!({"chart_data_list": [[point]]});
    let server = Server::start(move |_, _| data(chart.clone())).await;
    let response = server.client().charts().get("demo", "c").send_with_meta().await.unwrap();
    let told = paths(&response.meta.left_out);
    assert!(told.iter().all(|told| told.contains(".dim.")), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[tokio::test]
async fn the_body_is_kept_on_request_and_an_error_holds_it_without_secrets() {
    let server = Server::start(|_, _| data(json!([item(1, json!({}))]))).await;
    let query = || server.client().work_items().query("demo", "story", [1]);
    assert_eq!(query().send_with_meta().await.unwrap().meta.body, None);
    let meta = query().keep_body().send_with_meta().await.unwrap().meta;
    let body: Value = serde_json::from_slice(&meta.body.clone().unwrap()).unwrap();
    assert_eq!(body["data"][0]["name"], "item 1");
    assert!(!format!("{meta:?}").contains("item 1"), "what is printed by the way holds no body");

    let echo = |request: &support::server::Request, _| {
        let token = request.header("x-plugin-token").unwrap_or_default().to_owned();
        status(200, &json!({"err_code": 20006, "err_msg": "bad", "extra": format!("sent {token}")}))
    };
    let server = Server::start(echo).await;
    let error =
        server.client().work_items().query("demo", "story", [1]).keep_body().send().await.unwrap_err();
    let body = error.body().unwrap();
    assert!(body.contains("\"extra\":\"sent [secret]\""), "{body}");
    let error = server.client().work_items().query("demo", "story", [1]).send().await.unwrap_err();
    assert_eq!(error.body(), None);
}
