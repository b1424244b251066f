//! Files in parts: bodies that are bytes, and what the sandbox makes of them.

use bytes::Bytes;
use feishu_project::comment::{CommentOnItem, FileContent};
use feishu_project::file::{FileUse, UploadId};
use feishu_project::{Client, ErrorKind, File, FileToken};
use futures_util::stream;
use md5::{Digest, Md5};
use paceline_sandbox::{PROJECT_KEY, Sandbox};
use serde_json::json;

use crate::call::official::of_sandbox;
use crate::support::server::{Server, status};

fn md5(bytes: &[u8]) -> String {
    Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A server that takes everything, in the envelope of files.
async fn taking() -> Server {
    Server::start(|_, _| status(200, &json!({"code": 0, "message": "", "data": {"file_token": "t"}}))).await
}

#[tokio::test]
async fn a_part_is_the_body_with_its_length_announced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("part.png");
    let content = vec![7; 300_000];
    std::fs::write(&path, &content).unwrap();
    let pieces =
        stream::iter([Ok(Bytes::from(content[..1000].to_vec())), Ok(Bytes::from(content[1000..].to_vec()))]);
    let files = [
        File::new("part", content.clone()),
        File::open(&path).await.unwrap(),
        File::stream("part", content.len() as u64, pieces),
    ];
    for file in files {
        let server = taking().await;
        server.client().files().upload_part("demo", "u", 3, "abc", file).send().await.unwrap();
        let sent = &server.requests()[0];
        assert_eq!(sent.path, "/open_api/demo/file/stream/upload/multipart/u/3?md5=abc");
        assert_eq!(sent.header("Content-Type"), Some("application/octet-stream"));
        assert_eq!((sent.header("Content-Length"), sent.header("Transfer-Encoding")), (Some("300000"), None));
        assert!(sent.body == content);
    }
    let server = taking().await;
    let image = File::open(&path).await.unwrap().content_type("image/png");
    server.client().files().upload_part("demo", "u", 0, "abc", image).send().await.unwrap();
    assert_eq!(server.requests()[0].header("Content-Type"), Some("image/png"));
}

#[tokio::test]
async fn an_empty_part_and_no_body_are_announced_as_such() {
    let server = taking().await;
    let files = server.client().files();
    files.upload_part("demo", "u", 0, "abc", File::new("part", "")).send().await.unwrap();
    files.finish_upload("demo", "u").send().await.unwrap();
    files.abort_upload("demo", "u").send().await.unwrap();
    for sent in server.requests() {
        assert_eq!((sent.header("Content-Length"), sent.body.len()), (Some("0"), 0), "{}", sent.path);
    }
}

#[tokio::test]
async fn a_stream_of_another_length_than_announced_is_found_out() {
    for length in [2, 4] {
        let server = taking().await;
        let part = File::stream("part", length, stream::iter([Ok(Bytes::from("abc"))]));
        let error =
            server.client().files().upload_part("demo", "u", 0, "abc", part).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File, "{length}: {error}");
    }
}

#[tokio::test]
async fn text_parts_of_a_form_may_hold_json() {
    let server = taking().await;
    let call =
        server.client().files().upload_form("demo", FileUse::CommentAttachment, File::new("a.txt", "a"));
    let map = feishu_project::Map::from([("work_item_id".to_owned(), "5".to_owned())]);
    let file = call.field_map(feishu_project::JsonText(map)).send().await.unwrap();
    assert_eq!(file.file_token.unwrap().as_str(), "t");
    let text = server.requests()[0].text();
    assert!(text.contains("{\"work_item_id\":\"5\"}"), "{text}");
}

#[tokio::test]
async fn a_refusal_in_either_envelope_keeps_its_code() {
    for body in
        [json!({"code": 20006, "message": "bad part"}), json!({"err_code": 20006, "err_msg": "bad part"})]
    {
        for http in [200, 400] {
            let refusal = body.clone();
            let server = Server::start(move |_, _| status(http, &refusal)).await;
            let files = server.client().files();
            let error = files.finish_upload("demo", "u").send().await.unwrap_err();
            assert_eq!((error.code(), error.status()), (Some(20006), Some(http)), "{error}");
            let error = files.download("demo", "t").send().await.unwrap_err();
            assert_eq!((error.code(), error.status()), (Some(20006), Some(http)), "{error}");
        }
    }
}

/// Posts a file as a comment: until then it cannot be downloaded.
pub(crate) async fn bind(client: &Client, token: &FileToken) {
    let item = client.work_items().create(PROJECT_KEY, "story", "With a file").send().await.unwrap();
    let on_item = CommentOnItem::new("story", item);
    client.comments().post(PROJECT_KEY, on_item, FileContent::new(token)).send().await.unwrap();
}

/// A file of two parts, the second of which takes what is left.
fn content() -> Vec<u8> {
    (0..(10 << 20) + 4321_u32).map(|index| (index % 251) as u8).collect()
}

/// Begins an upload of [`content`], and says which parts are to be sent, and how large they are.
async fn begin(client: &Client, resumed: Option<&UploadId>) -> (UploadId, Vec<i64>, usize) {
    let size = content().len() as i64;
    let call = client.files().begin_upload(PROJECT_KEY, FileUse::CommentAttachment, size, "a.bin");
    let call = if let Some(id) = resumed { call.upload_id(id) } else { call };
    let plan = call.send().await.unwrap();
    let parts = plan.parts.unwrap();
    (plan.upload_id.unwrap(), parts.need, usize::try_from(parts.part_size.unwrap()).unwrap())
}

#[tokio::test]
async fn what_goes_up_in_parts_comes_down_whole() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let (files, whole) = (client.files(), content());
    let (id, need, size) = begin(&client, None).await;
    assert_eq!(need, [0, 1]);
    let second = &whole[size..];
    let send = |number, part: &[u8], sum: String| {
        files.upload_part(PROJECT_KEY, &id, number, sum, File::new("part", part.to_vec())).send()
    };
    let error = send(1, second, md5(b"something else")).await.unwrap_err();
    assert!(error.code().is_some() && error.to_string().contains("md5"), "{error}");
    // Out of order, and once more.
    send(1, second, md5(second)).await.unwrap();
    send(1, second, md5(second)).await.unwrap();
    let error = files.finish_upload(PROJECT_KEY, &id).send().await.unwrap_err();
    assert!(error.to_string().contains("parts [0] are missing"), "{error}");
    let (resumed, need, _) = begin(&client, Some(&id)).await;
    assert_eq!((&resumed, need), (&id, vec![0]));
    send(0, &whole[..size], md5(&whole[..size])).await.unwrap();
    let token = files.finish_upload(PROJECT_KEY, &id).send().await.unwrap().file_token.unwrap();
    bind(&client, &token).await;
    let file = files.download(PROJECT_KEY, &token).send().await.unwrap();
    assert_eq!(file.file_name().as_deref(), Some("a.bin"));
    assert!(file.bytes(64 << 20).await.unwrap() == whole);
}

#[tokio::test]
async fn an_upload_that_was_given_up_is_gone_and_so_is_a_token_that_nobody_has() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    let (id, ..) = begin(&client, None).await;
    client.files().abort_upload(PROJECT_KEY, &id).send().await.unwrap();
    let error = client.files().finish_upload(PROJECT_KEY, &id).send().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    let error = client.files().download(PROJECT_KEY, "file-token-0").send().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}
