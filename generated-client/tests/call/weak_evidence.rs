//! The client does not refuse what no source forbids, or only a weak one: that is left to the server.

use feishu_project::Client;
use feishu_project::comment::{CommentOnItem, CommentPaginator, RichTextContent};
use feishu_project::filter;
use feishu_project::workflow::ActualTime;
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sandbox, USER_KEY};
use serde_json::{Value, json};

use crate::call::observability::Log;
use crate::support::sandbox;
use crate::support::server::{Server, data};

/// The warnings of weakly known rules, without their times, which hold any digits.
fn warnings(text: &str) -> Vec<&str> {
    let warned = text.lines().filter_map(|line| Some(line.split_once(" WARN ")?.1));
    warned.filter(|warning| warning.contains("weak source")).collect()
}

#[tokio::test]
async fn user_groups_take_a_plugin_s_token_with_an_acting_user() {
    let server = Server::start(|_, _| data(json!({"id": "g1"}))).await;
    server.client().user_groups().create("demo", "Readers", ["7"]).send().await.unwrap();
    let sent = &server.requests()[0];
    assert_eq!(sent.header("X-PLUGIN-TOKEN"), Some("p-token-1"));
    assert_eq!(sent.header("X-USER-KEY"), Some(crate::support::server::USER_KEY));

    let (_sandbox, client) = sandbox::start().await;
    client.user_groups().create("demo", "Readers", [USER_KEY]).send().await.unwrap();
}

#[tokio::test]
async fn a_virtual_plugin_exchanges_a_user_s_code() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::builder().virtual_plugin(PLUGIN_ID, PLUGIN_SECRET).base_url(sandbox.url()).build().unwrap();
    let user = client.auth().user_plugin_token(sandbox.authorize(USER_KEY)).send().await.unwrap();
    assert!(user.token.is_some() && user.refresh_token.is_some());
}

#[tokio::test]
async fn times_of_a_node_are_corrected_with_whatever_is_given() {
    let server = Server::start(|_, _| data(json!(null))).await;
    let times = ActualTime::new().actual_start_time(1_735_689_600_000_i64);
    server
        .client()
        .workflows()
        .update_actual_time()
        .work_item_id(5)
        .actual_time_info(times)
        .send()
        .await
        .unwrap();
    let sent: Value = serde_json::from_slice(&server.requests()[0].body).unwrap();
    assert_eq!(
        sent,
        json!({"work_item_id": 5, "actual_time_info": {"actual_start_time": 1_735_689_600_000_i64}})
    );
}

#[tokio::test]
async fn bounds_that_published_clients_break_are_sent_with_one_warning() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let client = server.client();
    let (log, guard) = Log::capture();
    for _ in 0..3 {
        client.views().list("demo", "story").page_size(50).send().await.unwrap();
        client.views().list("demo", "story").page_size(10).send().await.unwrap();
    }
    let sent: Vec<Value> = server
        .requests()
        .iter()
        .map(|sent| serde_json::from_slice::<Value>(&sent.body).unwrap()["page_size"].clone())
        .collect();
    assert_eq!(sent, [50, 10, 50, 10, 50, 10]);
    drop(guard);
    let text = log.text();
    let told = warnings(&text);
    let [warning] = told[..] else { panic!("{told:?}") };
    assert!(warning.contains("view.list"), "{warning}");
    // The rule is named, and not what the caller sent: that may be anything.
    assert!(
        warning.contains("page_size") && warning.contains("10.0") && !warning.contains("50"),
        "{warning}"
    );
}

#[tokio::test]
async fn rules_inside_of_objects_are_told_too() {
    let server = Server::start(|_, _| data(json!({"comments": [], "comment_id": "1"}))).await;
    let client = server.client();
    let (log, guard) = Log::capture();
    let on = || CommentOnItem::new("story", 5);
    for content in
        [RichTextContent::new(), RichTextContent::new().markdown("**Done**"), RichTextContent::new()]
    {
        client.comments().post("demo", on(), content).send().await.unwrap();
    }
    client
        .comments()
        .query("demo", on())
        .paginator(CommentPaginator::new().page_size(80))
        .send()
        .await
        .unwrap();
    drop(guard);
    assert_eq!(server.requests().len(), 4);
    let text = log.text();
    let told = warnings(&text);
    let [no_text, large_page] = told[..] else { panic!("{told:?}") };
    assert!(no_text.contains("in `content`") && no_text.contains("markdown"), "{no_text}");
    assert!(large_page.contains("in `paginator`") && large_page.contains("50.0"), "{large_page}");
    assert!(told.iter().all(|warning| warning.contains("comment.") && !warning.contains("80")), "{told:?}");
}

#[tokio::test]
async fn sixty_conditions_are_for_the_server_to_judge() {
    let (_sandbox, client) = sandbox::start().await;
    let item = client.work_items().create("demo", "story", "Ship it").send().await.unwrap();
    let conditions = (0..60).map(|_| filter::name().matches("Ship"));
    let found = client.work_items().search("demo", "story", filter::all(conditions)).send().await.unwrap();
    assert_eq!(found.items.iter().map(|found| found.id).collect::<Vec<_>>(), [item]);
}

#[tokio::test]
async fn a_search_without_conditions_is_told_since_it_finds_everything() {
    let (_sandbox, client) = sandbox::start().await;
    client.work_items().create("demo", "story", "Ship it").send().await.unwrap();
    let (log, guard) = Log::capture();
    let nothing = filter::any(Vec::<filter::Clause>::new());
    let found = client.work_items().search("demo", "story", nothing).send().await.unwrap();
    drop(guard);
    assert_eq!(found.items.len(), 1);
    let text = log.text();
    assert!(text.lines().any(|line| line.contains("WARN") && line.contains("search_params")), "{text}");
}
