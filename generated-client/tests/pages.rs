//! Walking through pages, in each of the styles that the API has.

mod support;

use feishu_project::filter;
use feishu_project::user_group::UserGroupType;
use feishu_project::{Pages, Value};
use serde_json::json;
use support::script::Script;

/// All items of a walk.
async fn walk<T>(mut items: Pages<T>) -> Vec<T> {
    let mut all = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        all.push(item);
    }
    all
}

fn work_items(ids: impl IntoIterator<Item = i64>) -> Value {
    ids.into_iter().map(|id| json!({"id": id})).collect()
}

#[tokio::test]
async fn counted_pages_end_with_the_total() {
    let page = |ids: [i64; 2]| json!({"data": work_items(ids), "pagination": {"total": 4}});
    let script = Script::start([page([1, 2]), page([3, 4])]).await;
    let items =
        walk(script.client().work_items().filter("demo").work_item_type_keys(["story"]).page_size(2).items())
            .await;
    assert_eq!(items.iter().map(|item| item.id.get()).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(script.asked_for("page_num"), [json!(null), json!(2)]);
    assert_eq!(script.asked_for("page_size"), [json!(2), json!(2)]);
}

#[tokio::test]
async fn counted_pages_go_on_from_where_the_call_starts() {
    let page = |id: i64| json!({"data": work_items([id]), "pagination": {"total": 3}});
    let script = Script::start([page(2), page(3)]).await;
    let pages = walk(
        script
            .client()
            .work_items()
            .filter("demo")
            .work_item_type_keys(["story"])
            .page_size(1)
            .page_num(2)
            .pages(),
    )
    .await;
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].total, Some(3));
    assert_eq!(script.asked_for("page_num"), [json!(2), json!(3)]);
}

#[tokio::test]
async fn without_a_total_an_empty_page_ends_the_walk() {
    let script = Script::start([json!({"data": work_items([1])}), json!({"data": []})]).await;
    assert_eq!(
        walk(script.client().work_items().filter("demo").work_item_type_keys(["story"]).items()).await.len(),
        1
    );
    assert_eq!(script.asked().len(), 2);
}

#[tokio::test]
async fn a_search_goes_on_while_there_is_a_position() {
    let page = |id: i64, marks: Value| json!({"datas": work_items([id]), "pagination": marks});
    let script = Script::start([
        page(1, json!({"total": 9, "search_after": "a", "pit": "p"})),
        page(2, json!({"search_after": "b"})),
        page(3, json!({"pit": "p"})),
    ])
    .await;
    let call = script.client().work_items().universal_search("k", "story", filter::name().matches("x"));
    assert_eq!(walk(call.items()).await.len(), 3);
    let wanted =
        [json!(null), json!({"search_after": "a", "pit": "p"}), json!({"search_after": "b", "pit": "p"})];
    assert_eq!(script.asked_for("pagination"), wanted);
}

#[tokio::test]
async fn the_same_position_twice_ends_the_walk() {
    let page = |pit: &str| json!({"datas": work_items([1]), "pagination": {"search_after": "a", "pit": pit}});
    let script = Script::start([page("p"), page("q"), page("r")]).await;
    let call = script.client().work_items().universal_search("k", "story", filter::all([]));
    assert_eq!(walk(call.items()).await.len(), 2);
}

#[tokio::test]
async fn pages_without_a_list_are_given_whole() {
    let page = |hits: &str, marks: Value| json!({"data": hits, "pagination": marks});
    let script = Script::start([
        page("[{\"id\": 1}]", json!({"search_after": "a", "pit": "p"})),
        page("{\"hits\": []}", json!({"pit": "p"})),
    ])
    .await;
    let call = script.client().work_items().integrate_search().search_id("saved");
    let pages = walk(call.pages()).await;
    let hits: Vec<_> = pages.into_iter().map(|page| page.data.unwrap().0).collect();
    assert_eq!(hits, [json!([{"id": 1}]), json!({"hits": []})]);
    let second = json!({"pagination": {"search_after": "a", "pit": "p"}});
    assert_eq!(script.asked_for("query"), [json!(null), second]);
    assert_eq!(script.asked_for("search_id"), [json!("saved"), json!("saved")]);
}

#[tokio::test]
async fn records_go_on_from_a_position_in_the_data() {
    let page = |id: i64, marks: [Value; 2]| {
        let [start, more] = marks;
        let record = json!({"work_item_id": id});
        json!({"data": {"op_records": [record], "start_from": start, "has_more": more, "total": 2}})
    };
    let responses = || [page(1, [json!("s2"), json!(true)]), page(2, [json!("s3"), json!(false)])];
    let script = Script::start(responses()).await;
    let call = script.client().work_items().op_records("k", [1]);
    assert_eq!(walk(call.items()).await.len(), 2);
    assert_eq!(script.asked_for("start_from"), [json!(null), json!("s2")]);

    // What stands beside the list is there as well.
    let script = Script::start(responses()).await;
    let data = script.client().work_items().op_records("k", [1]).send_data().await.unwrap();
    assert_eq!((data.op_records.len(), data.start_from.as_deref(), data.total), (1, Some("s2"), Some(2)));
}

#[tokio::test]
async fn teams_are_skipped_by_number() {
    let page = |ids: &[i64], more: bool| {
        let teams: Value = ids.iter().map(|id| json!({"team_id": id})).collect();
        json!({"data": teams, "has_more": more})
    };
    let script = Script::start([page(&[1, 2], true), page(&[3], false)]).await;
    assert_eq!(walk(script.client().projects().teams("demo").limit(2).items()).await.len(), 3);
    let lines: Vec<_> = script.asked().into_iter().map(|(line, _)| line).collect();
    let teams = "GET /open_api/demo/teams/all";
    assert_eq!(lines, [format!("{teams}?limit=2"), format!("{teams}?limit=2&offset=2")]);
}

#[tokio::test]
async fn groups_say_in_the_data_whether_there_are_more() {
    let page = |more: bool| json!({"data": {"list": [{"name": "g"}], "pagination": {"has_more": more}}});
    let script = Script::start([page(true), page(false)]).await;
    let call = script.user_client().user_groups().members("demo", UserGroupType::from("CUSTOMIZE"));
    assert_eq!(walk(call.items()).await.len(), 2);
    assert_eq!(script.asked_for("page_num"), [json!(null), json!(2)]);
}

#[tokio::test]
async fn charts_count_in_a_page_object_of_their_own() {
    let page = |id: &str| json!({"data": {"chart_list": [{"chart_id": id}], "chart_page": {"total": 2}}});
    let script = Script::start([page("a"), page("b")]).await;
    assert_eq!(walk(script.client().charts().list("k", "v").page_size(1).items()).await.len(), 2);
    assert_eq!(script.asked_for("page_num"), [json!(null), json!(2)]);
}

#[tokio::test]
async fn elements_count_in_the_data_and_tasks_stand_beside_nodes() {
    let page = |key: &str| json!({"data": {"node_elements": [{"element_key": key}], "total": 2}});
    let script = Script::start([page("a"), page("b")]).await;
    assert_eq!(walk(script.client().resource_library().query_elements().items()).await.len(), 2);
    assert_eq!(script.asked_for("page_num"), [json!(null), json!(2)]);

    let tasks = json!({"data": {"task_elements": [{}, {}], "total": 2}});
    let script = Script::start([tasks]).await;
    let data = script.client().resource_library().query_elements().send_data().await.unwrap();
    assert_eq!(data.task_elements.len(), 2);
}
