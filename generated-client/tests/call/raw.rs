//! Calls by method and path.

use feishu_project::Method;
use feishu_project::limiter::Limiter;
use feishu_project::{Client, ErrorKind, File, Value};
use futures_util::stream;
use serde_json::json;

use crate::support::server::{Response, Server, USER_KEY, data, fast, status};

#[tokio::test]
async fn a_raw_call_has_token_user_key_and_envelope_of_the_api() {
    let server = Server::start(|_, _| data(json!({"found": 1}))).await;
    let call = server.client().raw(Method::Post, "/open_api/:project_key/brand/new");
    let value: Value =
        call.path("project_key", &"a/b").query("page", &2_i64).body("name", &"x").send().await.unwrap();
    assert_eq!(value, json!({"found": 1}));
    let request = server.requests().remove(0);
    assert_eq!(
        (request.method.as_str(), request.path.as_str()),
        ("POST", "/open_api/a%2Fb/brand/new?page=2")
    );
    assert_eq!(request.header("X-PLUGIN-TOKEN"), Some("p-token-1"));
    assert_eq!(request.header("X-USER-KEY"), Some(USER_KEY));
    assert!(request.header("X-IDEM-UUID").is_some(), "a POST is a write until it is said to be none");
    assert_eq!(request.text(), r#"{"name":"x"}"#);
}

#[tokio::test]
async fn a_raw_call_takes_a_whole_body_and_can_be_a_read() {
    let server = Server::start(|_, _| data(json!(null))).await;
    let call = server.client().raw(Method::Post, "/open_api/brand/new".to_owned()).read_only();
    call.json(&json!([1, {"a": null}])).send::<()>().await.unwrap();
    let request = server.requests().remove(0);
    assert_eq!((request.text().as_str(), request.header("X-IDEM-UUID")), (r#"[1,{"a":null}]"#, None));
}

#[tokio::test]
async fn raw_paths_have_limits_of_their_own_and_known_ones_keep_theirs() {
    let server = Server::start(|_, _| data(json!([]))).await;
    let limiter = Limiter::new(Default::default());
    let client = server.builder().limiter(limiter.clone()).build().unwrap();
    for project in ["a", "b", "c"] {
        client
            .raw(Method::Get, "/open_api/:project_key/brand/new")
            .path("project_key", &project)
            .send::<()>()
            .await
            .unwrap();
        client
            .raw(Method::Get, format!("/open_api/{project}/work_item/all-types"))
            .send::<()>()
            .await
            .unwrap();
        client.work_item_types().list(project).send().await.unwrap();
    }
    let known = feishu_project::endpoints::ENDPOINTS;
    let list = known.iter().find(|endpoint| endpoint.id == "work_item_type.list").unwrap();
    let states = limiter.observe();
    let used = |state: &&feishu_project::limiter::KeyState| state.limits[0].used;
    let of_list = states.iter().find(|state| state.endpoint == list.limits.index).unwrap();
    assert_eq!(used(&of_list), 6, "however its path is written, an endpoint has one limit");
    let raw: Vec<_> = states.iter().filter(|state| usize::from(state.endpoint) >= known.len()).collect();
    assert_eq!((raw.len(), used(&raw[0]), raw[0].limits[0].limit.to_string().as_str()), (1, 3, "15/s"));
}

#[tokio::test]
async fn errors_of_a_raw_call_name_method_and_path() {
    let server = Server::start(|_, _| Response::Close).await;
    let call =
        server.client().raw(Method::Delete, "/open_api/:project_key/brand/new").path("project_key", &"p");
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!(error.endpoint(), Some("DELETE /open_api/:project_key/brand/new"));
    assert!(error.may_have_been_applied());
}

#[tokio::test]
async fn a_raw_path_is_a_path_and_nothing_more() {
    let server = Server::start(|_, _| data(json!([]))).await;
    for bad in ["open_api/x", "/a/../b", "/a?x=1", "/a#b", "/a b", "/a\r\nX: y", "//evil\\x", "/:missing"] {
        let error = server.client().raw(Method::Get, bad).send::<()>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{bad}");
    }
    assert!(server.requests().is_empty() && server.token_requests() == 0);
}

#[tokio::test]
async fn a_raw_call_sends_bytes_from_wherever_they_come() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let content = vec![7_u8; 300_000];
    std::fs::write(&path, &content).unwrap();
    let pieces =
        stream::iter(content.chunks(1000).map(|piece| Ok(piece.to_vec().into())).collect::<Vec<_>>());
    let files = [
        (File::new("a.png", content.clone()), "application/octet-stream"),
        (File::open(&path).await.unwrap().content_type("image/png"), "image/png"),
        (File::stream("a.png", content.len() as u64, pieces), "application/octet-stream"),
        (File::new("nothing", ""), "application/octet-stream"),
    ];
    for (file, media_type) in files {
        let server = Server::start(|_, _| data(json!({"stored": true}))).await;
        let call = server.client().raw(Method::Put, "/open_api/:project_key/brand/new");
        let length = file.length();
        let stored: Value =
            call.path("project_key", &"demo").query("part", &3_i64).bytes(file).send().await.unwrap();
        assert_eq!(stored, json!({"stored": true}));
        let sent = &server.requests()[0];
        assert_eq!(sent.path, "/open_api/demo/brand/new?part=3");
        assert_eq!(sent.header("Content-Type"), Some(media_type));
        assert_eq!(
            (sent.header("Content-Length"), sent.header("Transfer-Encoding")),
            (Some(&*length.to_string()), None)
        );
        assert!(sent.body == content[..usize::try_from(length).unwrap()]);
        assert_eq!(sent.header("X-PLUGIN-TOKEN"), Some("p-token-1"));
        assert!(sent.header("X-IDEM-UUID").is_some());
    }
}

#[tokio::test]
async fn raw_bytes_are_sent_again_whole_unless_they_are_a_stream_that_was_read() {
    let flaky = || {
        Server::start(|_, turn| {
            if turn == 1 { status(503, &json!({"code": 999, "message": "busy"})) } else { data(json!(null)) }
        })
    };
    let send = async |server: &Server, file: File| {
        let client = server.builder().retry(fast()).build().unwrap();
        client.raw(Method::Put, "/open_api/brand/new").read_only().bytes(file).send::<()>().await
    };
    let server = flaky().await;
    send(&server, File::new("a", "content")).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|request| request.text()).collect();
    assert_eq!(sent, ["content", "content"]);
    let server = flaky().await;
    let error = send(&server, File::stream("a", 7, stream::iter([Ok("content".into())]))).await.unwrap_err();
    assert_eq!((error.status(), server.requests().len()), (Some(503), 1), "{error}");
}

#[tokio::test]
async fn a_body_of_two_kinds_is_refused_before_it_is_sent() {
    let server = Server::start(|_, _| data(json!(null))).await;
    let raw = |path: &'static str| server.client().raw(Method::Post, path);
    let new = || raw("/open_api/brand/new");
    let file = || File::new("a", "a");
    let known = "/open_api/:project_key/work_item/create";
    let form = "/open_api/:project_key/file/stream/resource/:resource_type/upload_form";
    let finish = "/open_api/demo/file/upload/multipart/finish/u";
    for (call, problem) in [
        (new().bytes(file()).body("name", &"x"), "JSON was given, and bytes are the body"),
        (new().bytes(file()).json(&json!(1)), "JSON was given, and bytes are the body"),
        (new().bytes(file()).file("file", file()), "several files were given"),
        (new().file("file", file()).json(&json!(1)), "JSON was given, and a form is the body"),
        (raw(known).path("project_key", &"demo").bytes(file()), "a file was given, and JSON is the body"),
        (
            raw(form).path("project_key", &"demo").path("resource_type", &"x").bytes(file()),
            "bytes were given, and a form is the body",
        ),
        (raw(finish).bytes(file()), "a body was given, and there is none"),
    ] {
        let error = call.send::<()>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert!(error.to_string().contains(problem), "{error}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_raw_call_receives_bytes_or_the_error_in_their_place() {
    let png = b"\x89PNG\r\n\x1a\n".as_slice();
    let named = "Content-Disposition: attachment; filename=\"a.png\"\r\n";
    let server = Server::start(move |_, turn| match turn {
        1 => Response::new(200, "image/png", named, png),
        2 => Response::new(200, "application/json", "", br#"{"err_code":30005,"err_msg":"gone"}"#),
        _ => Response::new(404, "text/html", "", b"<html>"),
    })
    .await;
    let call = |client: &Client| client.raw(Method::Get, "/open_api/brand/new").send_download();
    let client = server.client();
    let response = call(&client).with_meta().await.unwrap();
    assert_eq!(response.meta.status, 200);
    let file = response.data;
    assert_eq!((file.content_type(), file.file_name().as_deref()), (Some("image/png"), Some("a.png")));
    assert_eq!(file.bytes(100).await.unwrap(), png);
    let error = call(&client).await.unwrap_err();
    assert_eq!((error.code(), error.endpoint()), (Some(30005), Some("GET /open_api/brand/new")), "{error}");
    assert_eq!(call(&client).await.unwrap_err().status(), Some(404));
}
