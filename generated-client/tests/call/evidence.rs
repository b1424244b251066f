//! A success needs evidence, and a refusal keeps its code and message in whatever envelope it comes.

use feishu_project::view::FixedView;
use feishu_project::{ErrorKind, Result};
use serde_json::{Value, json};

use crate::support::server::{Response, Server, data, fast, response, status};

/// A write that returns nothing.
async fn write(response: Response) -> Result<()> {
    let server = Server::start(move |_, _| response.clone()).await;
    server.client().work_items().delete("demo", "story", 1).send().await
}

/// A list.
async fn list(response: Response) -> Result<usize> {
    let server = Server::start(move |_, _| response.clone()).await;
    server.client().work_item_types().list("demo").send().await.map(|types| types.len())
}

#[tokio::test]
async fn without_evidence_there_is_no_success() {
    let bodies = [
        json!({}),
        json!({"data": []}),
        json!({"err_code": null, "data": []}),
        json!({"err_code": true}),
        json!({"err_code": "Forbidden"}),
        json!({"err_code": 9_223_372_036_854_775_808_u64}),
        json!({"err_code": {"code": 0}}),
        json!({"err_code": []}),
        json!({"err": {"code": 0}}),
        Value::Null,
        json!("ok"),
        json!([]),
    ];
    for body in bodies {
        let error = write(status(200, &body)).await.expect_err(&body.to_string());
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        assert!(error.may_have_been_applied(), "{body}: {error}");
        assert_eq!(
            (error.attempts(), error.status(), error.log_id()),
            (1, Some(200), Some("log-200")),
            "{body}"
        );
        assert!(list(status(200, &body)).await.is_err(), "{body}");
    }
    assert!(write(status(204, &json!({}))).await.is_err(), "no endpoint of this API returns nothing at all");
    assert!(write(response(200, "application/json", "", b"")).await.is_err());
    write(status(200, &json!({"err_code": 0}))).await.expect("the code is evidence");
    write(status(200, &json!({"err_code": "0"}))).await.expect("a code may be written as text");
}

#[tokio::test]
async fn the_body_without_evidence_is_quoted_without_secrets() {
    let body = json!({"message": "try later", "data": {"token": "u-very-secret"}});
    let error = write(status(200, &body)).await.unwrap_err().to_string();
    assert!(error.contains("`err_code` is not 0") && error.contains("try later"), "{error}");
    assert!(!error.contains("u-very-secret"), "{error}");
}

#[tokio::test]
async fn a_refusal_in_another_envelope_keeps_code_and_message() {
    let bodies = [
        json!({"code": 20006, "msg": "bad"}),
        json!({"code": 20006, "message": "bad"}),
        json!({"error": {"code": 20006, "msg": "bad"}}),
        json!({"err": {"code": 20006, "msg": "bad", "log_id": "log-of-body"}}),
        json!({"err_code": 20006, "err_msg": "bad"}),
        json!({"err_code": "unknown", "code": 20006, "msg": "bad"}),
    ];
    for body in bodies {
        for http in [200, 201, 400, 401, 404, 500] {
            let server = {
                let refusal = status(http, &body);
                Server::start(move |_, _| refusal.clone()).await
            };
            let client = server.builder().retry(fast()).build().expect("the client is built");
            let error = client.work_items().delete("demo", "story", 1).send().await.expect_err("a refusal");
            assert_eq!((error.code(), error.status()), (Some(20006), Some(http)), "{http} {body}: {error}");
            assert!(error.to_string().contains("bad"), "{http} {body}: {error}");
        }
    }
}

#[tokio::test]
async fn data_that_may_be_missing_is_an_option() {
    let update = |response: Response| async move {
        let server = Server::start(move |_, _| response.clone()).await;
        let call = server.client().views().update_fixed_view("demo", "story", "v").add_work_item_ids([1]);
        call.send().await
    };
    for nothing in [json!({"err_code": 0, "data": null}), json!({"err_code": 0})] {
        let view: Option<FixedView> = update(status(200, &nothing)).await.expect("it was done");
        assert!(view.is_none());
    }
    let view = update(data(json!({"name": "Mine"}))).await.expect("it was done").expect("a view");
    assert_eq!(view.name.as_deref(), Some("Mine"));
    assert!(update(status(200, &json!({"data": null}))).await.is_err(), "none of it without evidence");

    let server = Server::start(|_, _| status(200, &json!({"err_code": 0, "data": null}))).await;
    let removed = server.client().relations().delete("r", "demo").send().await.expect("it was done");
    assert_eq!(removed, None);
}

#[tokio::test]
async fn a_success_without_promised_data_is_said_to_be_one() {
    let server = Server::start(|_, _| status(200, &json!({"err_code": 0, "data": null}))).await;
    let error = server.client().work_items().create("demo", "story", "Ship it").send().await.unwrap_err();
    assert!(error.to_string().contains("the server reports success, without the data"), "{error}");
    assert!(error.may_have_been_applied());
}
