//! Walking through pages, in each of the styles that the API has.

mod support;

use feishu_project::filter;
use feishu_project::user_group::UserGroupType;
use feishu_project::{Continuation, Error, ErrorKind, Pages, Value};
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

/// All items up to an error, and the error.
async fn walk_until_error<T>(mut items: Pages<T>) -> (usize, Error) {
    let mut count = 0;
    loop {
        match items.try_next().await {
            Ok(Some(_)) => count += 1,
            Ok(None) => panic!("the walk ends without a word, after {count} items"),
            Err(error) => return (count, error),
        }
    }
}

/// Sends all pages, and fails where the walk must.
async fn assert_stuck(bodies: impl IntoIterator<Item = Value>, wanted: usize, words: &str) {
    let script = Script::start(bodies).await;
    let call = script.client().work_items().universal_search("k", "story", filter::all([]));
    let (count, error) = walk_until_error(call.items()).await;
    assert_eq!((count, error.kind()), (wanted, ErrorKind::Pagination), "{error}");
    assert!(error.to_string().contains(words), "{error}");
}

fn position(ids: &[i64], marks: Value) -> Value {
    json!({"datas": work_items(ids.iter().copied()), "pagination": marks})
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error() {
    let at = |cursor: &str, pit: &str| position(&[1], json!({"search_after": cursor, "pit": pit}));
    assert_stuck([at("a", "p"), at("a", "q"), at("a", "r")], 2, "given before").await;
    // Two in turn.
    assert_stuck([at("a", "p"), at("b", "p"), at("a", "p"), at("b", "p")], 3, "given before").await;
}

#[tokio::test]
async fn empty_pages_without_end_are_an_error() {
    let pages = (0..100).map(|number| position(&[], json!({"search_after": number.to_string()})));
    assert_stuck(pages, 0, "empty page").await;
}

#[tokio::test]
async fn an_empty_page_in_the_middle_ends_nothing() {
    let at = |ids: &[i64], cursor: &str| position(ids, json!({"search_after": cursor}));
    let script = Script::start([at(&[1], "a"), at(&[], "b"), position(&[2], json!({}))]).await;
    let call = script.client().work_items().universal_search("k", "story", filter::all([]));
    assert_eq!(walk(call.items()).await.len(), 2);
}

/// Pages of a numbered list.
async fn filtered(pages: &[&[i64]], total: i64, asked_size: i64) -> Vec<i64> {
    let page =
        |ids: &&[i64]| json!({"data": work_items(ids.iter().copied()), "pagination": {"total": total}});
    let script = Script::start(pages.iter().map(page)).await;
    let call = script.client().work_items().filter("demo").work_item_type_keys(["story"]);
    walk(call.page_size(asked_size).items()).await.iter().map(|item| item.id.get()).collect()
}

#[tokio::test]
async fn items_that_rights_hide_end_no_numbered_list() {
    // The second page of four, and then the third, are hidden.
    let shown = filtered(&[&[1, 2, 3], &[], &[7, 8, 9], &[10, 11, 12]], 12, 3).await;
    assert_eq!(shown, [1, 2, 3, 7, 8, 9, 10, 11, 12]);
    let shown = filtered(&[&[1, 2, 3], &[4], &[], &[10, 11]], 12, 3).await;
    assert_eq!(shown, [1, 2, 3, 4, 10, 11]);
    // The first one as well.
    assert_eq!(filtered(&[&[], &[4, 5, 6]], 6, 3).await, [4, 5, 6]);
}

#[tokio::test]
async fn a_page_size_that_the_server_lowers_ends_no_numbered_list() {
    let pages: Vec<Vec<i64>> = vec![(0..100).collect(), (100..200).collect(), (200..250).collect()];
    let pages: Vec<&[i64]> = pages.iter().map(Vec::as_slice).collect();
    assert_eq!(filtered(&pages, 250, 200).await, (0..250).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_same_page_for_ever_is_an_error() {
    let page = json!({"data": {"list": [{"name": "g"}], "pagination": {"has_more": true}}});
    let script = Script::start(std::iter::repeat_n(page, 500)).await;
    let call = script.user_client().user_groups().members("demo", UserGroupType::from("CUSTOMIZE"));
    let (count, error) = walk_until_error(call.items()).await;
    assert_eq!((count, error.kind()), (4, ErrorKind::Pagination), "{error}");
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
async fn pages_of_teams_go_on_by_the_number_of_teams_before() {
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

/// A continuation as another process reads it.
fn stored(continuation: Option<Continuation>) -> Continuation {
    let text = serde_json::to_string(&continuation.expect("the walk is not at its end")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Stops a numbered walk after so many items, and goes on elsewhere.
async fn stopped_after(given: usize) -> Vec<i64> {
    let page = |ids: [i64; 2]| json!({"data": work_items(ids), "pagination": {"total": 6}});
    let pages = [page([1, 2]), page([3, 4]), page([5, 6])];
    let script = Script::start(pages.clone()).await;
    let call = || script.client().work_items().filter("demo").work_item_type_keys(["story"]).page_size(2);
    let (mut items, mut ids) = (call().items(), Vec::new());
    for _ in 0..given {
        ids.push(items.try_next().await.unwrap().unwrap().id.get());
    }
    let continuation = stored(items.continuation());
    drop(items);
    let from = given / 2;
    let rest = Script::start(pages.into_iter().skip(from)).await;
    let call = rest.client().work_items().filter("demo").work_item_type_keys(["story"]).page_size(2);
    ids.extend(walk(call.resume(&continuation).items()).await.iter().map(|item| item.id.get()));
    assert_eq!(rest.asked_for("page_num")[0], if from == 0 { json!(null) } else { json!(from + 1) });
    ids
}

#[tokio::test]
async fn a_numbered_walk_goes_on_in_another_process_without_loss_or_repetition() {
    for given in 0..6 {
        assert_eq!(stopped_after(given).await, [1, 2, 3, 4, 5, 6], "stopped after {given}");
    }
}

#[tokio::test]
async fn a_walk_by_cursor_goes_on_in_another_process() {
    let script = Script::start([position(&[1, 2], json!({"search_after": "a", "pit": "p"}))]).await;
    let search =
        |script: &Script| script.client().work_items().universal_search("k", "story", filter::all([]));
    let mut pages = search(&script).pages();
    assert_eq!(pages.try_next().await.unwrap().unwrap().items.len(), 2);
    let rest = Script::start([position(&[3], json!({}))]).await;
    let call = search(&rest).resume(&stored(pages.continuation()));
    assert_eq!(walk(call.items()).await.len(), 1);
    assert_eq!(rest.asked_for("pagination"), [json!({"search_after": "a", "pit": "p"})]);
}

#[tokio::test]
async fn a_walk_by_offset_goes_on_in_another_process() {
    let page = |ids: &[i64], more: bool| {
        let teams: Value = ids.iter().map(|id| json!({"team_id": id})).collect();
        json!({"data": teams, "has_more": more})
    };
    let script = Script::start([page(&[1, 2], true)]).await;
    let mut items = script.client().projects().teams("demo").limit(2).items();
    let (_, _) = (items.try_next().await.unwrap().unwrap(), items.try_next().await.unwrap().unwrap());
    let rest = Script::start([page(&[3], false)]).await;
    let call = rest.client().projects().teams("demo").limit(2).resume(&stored(items.continuation()));
    assert_eq!(walk(call.items()).await.len(), 1);
    assert_eq!(rest.asked()[0].0, "GET /open_api/demo/teams/all?limit=2&offset=2");
}

#[tokio::test]
async fn whole_pages_and_failed_walks_have_a_continuation_and_ended_ones_have_none() {
    let page = |hits: &str, marks: Value| json!({"data": hits, "pagination": marks});
    let script = Script::start([
        page("[]", json!({"search_after": "a", "pit": "p"})),
        json!({"err_code": 20006, "err_msg": "no"}),
    ])
    .await;
    let mut pages = script.client().work_items().integrate_search().search_id("saved").pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert!(pages.try_next().await.is_err());
    let rest = Script::start([page("{}", json!({"pit": "p"}))]).await;
    let call = rest.client().work_items().integrate_search().search_id("saved");
    let mut pages = call.resume(&stored(pages.continuation())).pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert_eq!(rest.asked_for("query"), [json!({"pagination": {"search_after": "a", "pit": "p"}})]);
    assert!(pages.try_next().await.unwrap().is_none() && pages.continuation().is_none());
}

#[tokio::test]
async fn a_continuation_of_another_endpoint_is_refused() {
    let script = Script::start([]).await;
    let teams = script.client().projects().teams("demo").items().continuation().unwrap();
    let call = script.client().work_items().filter("demo").work_item_type_keys(["story"]);
    let error = call.resume(&teams).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
}
