//! What is refused before anything is sent, not even for a token.

use feishu_project::{Client, ErrorKind, Result};
use serde_json::json;

use crate::support::server::{PLUGIN_ID, SECRET, Server, data};

async fn refused(
    make: impl AsyncFnOnce(&Client) -> Result<()>,
    build: impl FnOnce(&Server) -> Client,
    names: &[&str],
) {
    let server = Server::start(|_, _| data(json!([]))).await;
    let error = make(&build(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Invalid, 0), "{error}");
    for name in names {
        assert!(error.to_string().contains(name), "`{name}` is not in `{error}`");
    }
    assert_eq!((server.requests().len(), server.token_requests()), (0, 0), "something was sent");
}

async fn list(client: &Client) -> Result<()> {
    client.work_item_types().list("demo").send().await.map(drop)
}

#[tokio::test]
async fn an_empty_path_parameter_is_named() {
    let call = async |client: &Client| client.work_item_types().list("").send().await.map(drop);
    refused(call, Server::client, &["work_item_type.list", "`project_key` is empty"]).await;
}

#[tokio::test]
async fn a_missing_user_key_is_named_with_its_header() {
    let without =
        |server: &Server| Client::builder().plugin(PLUGIN_ID, SECRET).base_url(&*server.url).build().unwrap();
    refused(list, without, &["`X-USER-KEY`", "`user_key` is not set"]).await;
}

#[tokio::test]
async fn a_missing_credential_is_named() {
    let without = |server: &Server| Client::builder().user_key("7").base_url(&*server.url).build().unwrap();
    refused(list, without, &["`X-PLUGIN-TOKEN`", "no credential"]).await;
    let user = |server: &Server| Client::builder().user_token("u").base_url(&*server.url).build().unwrap();
    let exchange = async |client: &Client| client.auth().user_plugin_token("c").send().await.map(drop);
    refused(exchange, user, &["credentials that this endpoint takes", "plugin, virtual_plugin"]).await;
}

#[tokio::test]
async fn control_characters_in_headers_are_refused_and_their_source_named() {
    for bad in ["7\r\nX-Evil: 1", "7\n", "7\0", "7\u{7f}", "7\t8"] {
        let with = |server: &Server| server.client().with_user_key(bad);
        refused(list, with, &["`user_key`", "`X-USER-KEY`"]).await;
        let call = async |client: &Client| {
            client.work_items().delete("demo", "story", 1).idempotency_key(bad).send().await
        };
        refused(call, Server::client, &["idempotency key", "`X-IDEM-UUID`"]).await;
    }
}

#[tokio::test]
async fn documented_maxima_are_checked() {
    let call =
        async |client: &Client| client.work_items().query("demo", "story", 0..51_i64).send().await.map(drop);
    refused(call, Server::client, &["`work_item_ids`", "51", "50"]).await;
    let call = async |client: &Client| {
        client
            .work_items()
            .filter("demo")
            .work_item_type_keys(["story"])
            .page_size(201)
            .send()
            .await
            .map(drop)
    };
    refused(call, Server::client, &["`page_size`", "201"]).await;
}

#[tokio::test]
async fn a_path_value_cannot_change_the_path() {
    let server = Server::start(|_, _| data(json!([]))).await;
    for (value, sent) in [("a/../b?c#d", "a%2F..%2Fb%3Fc%23d"), ("空", "%E7%A9%BA")] {
        server.client().work_item_types().list(value).send().await.unwrap();
        let path = server.requests().last().unwrap().path.clone();
        assert_eq!(path, format!("/open_api/{sent}/work_item/all-types"));
    }
}

#[tokio::test]
async fn a_path_value_that_a_url_cannot_hold_is_refused() {
    for bad in [".", ".."] {
        let call = async |client: &Client| client.work_item_types().list(bad).send().await.map(drop);
        refused(call, Server::client, &["`project_key`", "another path"]).await;
    }
}

#[tokio::test]
async fn plain_http_goes_to_this_machine_only_unless_allowed() {
    let to = |url: &str| Client::builder().user_token("t").base_url(url);
    assert_eq!(to("http://example.com").build().unwrap_err().kind(), ErrorKind::Config);
    assert!(to("http://example.com").allow_plain_http().build().is_ok());
    assert!(to("http://127.0.0.1:1").build().is_ok());
}
