//! Uploads of whole files: against a server written for this test, which checks every part by itself, and the sandbox.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use feishu_project::file::FileUse;
use feishu_project::{Client, ErrorKind, File, UploadProgress, UploadState};
use futures_util::stream;
use md5::{Digest, Md5};
use paceline_sandbox::{PROJECT_KEY, Sandbox};
use serde_json::{Value, json};

use crate::call::official::of_sandbox;
use crate::call::upload_in_parts::bind;
use crate::support::server::{Request, Response, Server, status};

/// The size of a part on the test's own server.
const PART: usize = 1000;

/// Content of which no two parts are the same.
fn content(length: usize) -> Vec<u8> {
    (0..length as u32).flat_map(|index| index.to_le_bytes()).take(length).collect()
}

fn ok(data: Value) -> Response {
    status(200, &json!({"code": 0, "message": "", "data": data}))
}

fn refused(http: u16, message: &str) -> Response {
    status(http, &json!({"code": 20006, "message": message}))
}

/// What the server has of uploads.
#[derive(Default)]
struct Parts {
    size: usize,
    parts: BTreeMap<usize, Vec<u8>>,
    whole: Option<Vec<u8>>,
    aborted: usize,
    begun: usize,
}

/// A server of uploads. `disturb` may respond in its place, by the path and how often that was asked for.
async fn uploads(
    disturb: impl Fn(&str, usize) -> Option<Response> + Send + Sync + 'static,
) -> (Server, Arc<Mutex<Parts>>) {
    let parts = Arc::new(Mutex::new(Parts::default()));
    let (state, asked) = (Arc::clone(&parts), Mutex::new(BTreeMap::<String, usize>::new()));
    let server = Server::start(move |request, _| {
        let path = request.path.split('?').next().unwrap_or_default().to_owned();
        let times = {
            let mut asked = asked.lock().unwrap();
            let times = asked.entry(path.clone()).or_default();
            *times += 1;
            *times
        };
        disturb(&path, times).unwrap_or_else(|| respond(request, &path, &mut state.lock().unwrap()))
    })
    .await;
    (server, parts)
}

fn respond(request: &Request, path: &str, state: &mut Parts) -> Response {
    if path.ends_with("/preprocess") {
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        state.size = usize::try_from(body["size"].as_u64().unwrap()).unwrap();
        if body.get("resource_id").is_none() {
            state.begun += 1;
            state.parts.clear();
        }
        let count = (state.size / PART).max(1);
        let need: Vec<_> = (0..count).filter(|number| !state.parts.contains_key(number)).collect();
        let multipart = json!({"is_new": true, "part_count": count, "part_size": PART, "need": need});
        return ok(json!({"is_multipart": true, "resource_id": "u-1", "multipart": multipart}));
    }
    if let Some(number) = path.split("/upload/multipart/u-1/").nth(1) {
        let number: usize = number.parse().unwrap();
        let sum: String = Md5::digest(&request.body).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(request.path.ends_with(&format!("?md5={sum}")), "{}", request.path);
        assert_eq!(request.header("Content-Length"), Some(request.body.len().to_string().as_str()));
        state.parts.insert(number, request.body.clone());
        return ok(Value::Null);
    }
    if path.ends_with("/finish/u-1") {
        let whole: Vec<u8> = state.parts.values().flatten().copied().collect();
        assert_eq!(whole.len(), state.size, "parts are missing");
        state.whole = Some(whole);
        return ok(json!({"file_token": "t-1"}));
    }
    if path.ends_with("/abort/u-1") {
        state.aborted += 1;
        return ok(Value::Null);
    }
    assert!(path.ends_with("/upload_form"), "{path}");
    ok(json!({"file_token": "t-form"}))
}

fn upload(client: &Client, file: File) -> feishu_project::file::UploadCall {
    client.files().upload("demo", FileUse::CommentAttachment, file).form_up_to(500)
}

/// The same bytes in memory, on the disk, and as a stream.
async fn forms_of(content: &[u8], folder: &std::path::Path) -> [File; 3] {
    let path = folder.join("a.bin");
    std::fs::write(&path, content).unwrap();
    let pieces: Vec<_> = content.chunks(333).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    [
        File::new("a.bin", content.to_vec()),
        File::open(&path).await.unwrap(),
        File::stream("a.bin", content.len() as u64, stream::iter(pieces)),
    ]
}

#[tokio::test]
async fn every_byte_arrives_wherever_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    for length in [501, 999, 1000, 1001, 1999, 2000, 12_345] {
        for file in forms_of(&content(length), folder.path()).await {
            let (server, parts) = uploads(|_, _| None).await;
            let uploaded = upload(&server.client(), file).send().await.unwrap();
            assert_eq!(uploaded.file_token.unwrap().as_str(), "t-1");
            assert!(parts.lock().unwrap().whole.as_deref() == Some(&content(length)[..]), "{length}");
        }
    }
}

#[tokio::test]
async fn a_small_file_goes_in_one_request_with_its_options() {
    for length in [0, 500] {
        let (server, _) = uploads(|_, _| None).await;
        let map = feishu_project::Map::from([("work_item_id".to_owned(), "5".to_owned())]);
        let call = upload(&server.client(), File::new("a.txt", content(length))).field_map(map);
        assert_eq!(call.send().await.unwrap().file_token.unwrap().as_str(), "t-form");
        let requests = server.requests();
        assert_eq!(requests.len(), 1);
        let text = requests[0].text();
        assert!(text.contains("name=\"file\"; filename=\"a.txt\""), "{text}");
        assert!(text.contains("{\"work_item_id\":\"5\"}"), "{text}");
    }
}

#[tokio::test]
async fn options_and_media_type_go_along_with_the_beginning() {
    let (server, _) = uploads(|_, _| None).await;
    let map = feishu_project::Map::from([("work_item_id".to_owned(), "5".to_owned())]);
    upload(&server.client(), File::new("a.png", content(501))).field_map(map).send().await.unwrap();
    let begun: Value = serde_json::from_slice(&server.requests()[0].body).unwrap();
    let field_map = json!({"work_item_id": "5"});
    let wanted = json!({"size": 501, "file_name": "a.png", "mime_type": "image/png", "field_map": field_map});
    assert_eq!(begun, wanted);
}

#[tokio::test]
async fn a_part_that_fails_is_sent_again_alone() {
    let failures = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&failures);
    // One part fails ten times, in ways that may have been applied and in ways that were not.
    let (server, parts) = uploads(move |path, times| {
        (path.ends_with("/u-1/3") && times <= 10).then(|| {
            counted.fetch_add(1, Ordering::SeqCst);
            match times % 3 {
                0 => status(503, &json!({"code": 999, "message": "busy"})),
                1 => Response::new(502, "text/html", "", b"<html>"),
                _ => status(500, &json!({"code": 999, "message": "broken"})),
            }
        })
    })
    .await;
    upload(&server.client(), File::new("a.bin", content(8000))).send().await.unwrap();
    assert!(parts.lock().unwrap().whole.as_deref() == Some(&content(8000)[..]));
    assert_eq!(failures.load(Ordering::SeqCst), 10);
    let sent = |part: &str| server.requests().iter().filter(|request| request.path.contains(part)).count();
    assert_eq!((sent("/u-1/3?"), sent("/u-1/2?"), sent("/preprocess"), sent("/abort/")), (11, 1, 1, 0));
    // A key would make the server refuse the repetition of a part whose response was lost.
    assert!(
        server
            .requests()
            .iter()
            .filter(|request| request.path.contains("?md5="))
            .all(|part| part.header("X-Idem-Uuid").is_none())
    );
}

#[tokio::test]
async fn an_upload_that_fails_is_given_up_unless_it_can_be_resumed() {
    let broken = |path: &str, _| path.ends_with("/u-1/2").then(|| refused(400, "no"));
    let (server, parts) = uploads(broken).await;
    let error = upload(&server.client(), File::new("a.bin", content(5000))).send().await.unwrap_err();
    assert_eq!((error.code(), error.endpoint()), (Some(20006), Some("file.upload_part")));
    assert!(error.to_string().contains("part 2 of the upload"), "{error}");
    assert_eq!(parts.lock().unwrap().aborted, 1);

    let (server, parts) = uploads(broken).await;
    let file = File::new("a.bin", content(5000));
    let error = upload(&server.client(), file).on_begun(|_| {}).send().await.unwrap_err();
    assert!(error.to_string().contains("the upload `u-1` can be resumed"), "{error}");
    assert_eq!(parts.lock().unwrap().aborted, 0);
}

#[tokio::test]
async fn a_finish_that_may_have_been_applied_is_not_given_up() {
    let (server, parts) = uploads(|path, _| path.contains("/finish/").then(|| refused(500, "lost"))).await;
    let error = upload(&server.client(), File::new("a.bin", content(1500))).send().await.unwrap_err();
    assert!(error.may_have_been_applied(), "{error}");
    assert_eq!(parts.lock().unwrap().aborted, 0);
}

#[tokio::test]
async fn another_run_sends_only_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    for which in 0..3 {
        let broken = Arc::new(AtomicUsize::new(1));
        let breaks = Arc::clone(&broken);
        let (server, parts) = uploads(move |path, _| {
            (path.ends_with("/u-1/4") && breaks.load(Ordering::SeqCst) == 1).then(|| refused(400, "no"))
        })
        .await;
        let stored = Arc::new(Mutex::new(String::new()));
        let store = Arc::clone(&stored);
        let file = forms_of(&content(7777), folder.path()).await[which].clone();
        let begun = move |state: &UploadState| *store.lock().unwrap() = serde_json::to_string(state).unwrap();
        upload(&server.client(), file).on_begun(begun).parallel(1).send().await.unwrap_err();
        assert_eq!(parts.lock().unwrap().parts.keys().copied().collect::<Vec<_>>(), [0, 1, 2, 3]);

        broken.store(0, Ordering::SeqCst);
        let state: UploadState = serde_json::from_str(&stored.lock().unwrap()).unwrap();
        assert_eq!(state.upload_id(), "u-1");
        let before = server.requests().len();
        let path = folder.path().join("a.bin");
        let pieces = stream::iter([Ok(Bytes::from(content(7777)))]);
        let file = match which {
            0 => File::new("a.bin", content(7777)),
            1 => File::open(&path).await.unwrap(),
            _ => File::stream("a.bin", 7777, pieces),
        };
        let progress = Arc::new(Mutex::new(Vec::new()));
        let shown = Arc::clone(&progress);
        let show = move |progress: UploadProgress| shown.lock().unwrap().push(progress.done);
        upload(&server.client(), file).resume(state).on_progress(show).parallel(1).send().await.unwrap();
        assert!(parts.lock().unwrap().whole.as_deref() == Some(&content(7777)[..]));
        let later: Vec<_> = server.requests()[before..].iter().map(|request| request.path.clone()).collect();
        let sent: Vec<_> =
            later.iter().filter_map(|path| path.split("/u-1/").nth(1)?.split('?').next()).collect();
        assert_eq!((sent, parts.lock().unwrap().begun), (vec!["4", "5", "6"], 1));
        assert_eq!(*progress.lock().unwrap(), [0, 4000, 5000, 6000, 7777, 7777]);
    }
}

#[tokio::test]
async fn a_file_that_is_not_the_one_that_was_begun_is_refused_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    std::fs::write(&path, content(3000)).unwrap();
    let (server, _) = uploads(|path, _| path.ends_with("/u-1/1").then(|| refused(400, "no"))).await;
    let stored = Arc::new(Mutex::new(None));
    let store = Arc::clone(&stored);
    let begun = move |state: &UploadState| *store.lock().unwrap() = Some(state.clone());
    let file = File::open(&path).await.unwrap();
    // One part after the other: none is on its way any more when the file is written anew.
    upload(&server.client(), file).on_begun(begun).parallel(1).send().await.unwrap_err();
    let state = stored.lock().unwrap().clone().unwrap();
    // The same name and length, and other bytes.
    std::fs::write(&path, vec![7; 3000]).unwrap();
    let later = SystemTime::now() + Duration::from_secs(5);
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
    let others = [
        File::open(&path).await.unwrap(),
        File::new("b.bin", content(3000)),
        File::new("a.bin", content(3001)),
    ];
    let before = server.requests().len();
    for file in others {
        let error = upload(&server.client(), file).resume(state.clone()).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert!(error.to_string().contains("a.bin"), "{error}");
    }
    assert_eq!(server.requests().len(), before);
}

#[tokio::test]
async fn as_many_parts_as_wanted_are_on_their_way_at_once() {
    const EACH: Duration = Duration::from_millis(40);
    for (wanted, limit) in [(None, 5), (Some(2), 2), (Some(0), 1)] {
        let arrivals = Arc::new(Mutex::new(Vec::new()));
        let arrived = Arc::clone(&arrivals);
        let (server, _) = uploads(move |path, _| {
            if path.contains("/finish/") {
                return Some(ok(json!({"file_token": "t-1"})));
            }
            path.contains("/u-1/").then(|| {
                arrived.lock().unwrap().push(Instant::now());
                ok(Value::Null).after(EACH)
            })
        })
        .await;
        let call = upload(&server.client(), File::new("a.bin", content(20_000)));
        let call = if let Some(wanted) = wanted { call.parallel(wanted) } else { call };
        call.send().await.unwrap();
        // Each is on its way for as long as the server waits, or longer.
        let arrivals = arrivals.lock().unwrap();
        let at_once =
            |at: &Instant| arrivals.iter().filter(|other| *other <= at && *at - **other < EACH).count();
        assert_eq!((arrivals.len(), arrivals.iter().map(at_once).max()), (20, Some(limit)), "{wanted:?}");
    }
}

#[tokio::test]
async fn a_plan_without_parts_is_finished_at_once_and_one_that_makes_no_sense_is_an_error() {
    let plans = [
        (json!({"is_multipart": false, "resource_id": "u-1"}), None),
        (
            json!({"is_multipart": true, "resource_id": "u-1", "multipart": {"part_size": 100, "part_count": 9}}),
            Some("multipart.part_count"),
        ),
        (json!({"is_multipart": true}), Some("resource_id")),
    ];
    for (plan, problem) in plans {
        let (server, _) = uploads(move |path, _| {
            let done = path.contains("/finish/").then(|| ok(json!({"file_token": "t-1"})));
            done.or_else(|| path.ends_with("/preprocess").then(|| ok(plan.clone())))
        })
        .await;
        let result = upload(&server.client(), File::new("a.bin", content(501))).form_up_to(0).send().await;
        match problem {
            None => assert!(result.is_ok(), "{result:?}"),
            Some(place) => {
                let error = result.unwrap_err();
                assert_eq!((error.kind(), error.endpoint()), (ErrorKind::Decode, Some("file.begin_upload")));
                assert!(error.to_string().contains(place), "{error}");
            }
        }
    }
}

#[tokio::test]
async fn what_goes_up_to_the_sandbox_comes_down_whole() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = of_sandbox(&sandbox);
    for length in [0, 1234, (11 << 20) + 5] {
        let whole = content(length);
        let file = File::new("报告.bin", whole.clone());
        let call = client.files().upload(PROJECT_KEY, FileUse::CommentAttachment, file).form_up_to(1 << 20);
        let token = call.send().await.unwrap().file_token.unwrap();
        bind(&client, &token).await;
        let file = client.files().download(PROJECT_KEY, &token).send().await.unwrap();
        assert_eq!(file.file_name().as_deref(), Some("报告.bin"));
        assert!(file.bytes(64 << 20).await.unwrap() == whole, "{length}");
    }
}

#[tokio::test]
async fn a_dropped_upload_stops_and_one_without_a_runtime_says_so() {
    let (server, parts) =
        uploads(|path, _| path.contains("/u-1/").then(|| ok(Value::Null).after(Duration::from_millis(50))))
            .await;
    let sending = upload(&server.client(), File::new("a.bin", content(100_000))).send();
    let stopped = tokio::time::timeout(Duration::from_millis(120), sending).await;
    assert!(stopped.is_err());
    tokio::time::sleep(Duration::from_millis(100)).await;
    let sent = server.requests().len();
    tokio::time::sleep(Duration::from_millis(150)).await;
    assert_eq!((server.requests().len(), parts.lock().unwrap().aborted), (sent, 0));
    assert!(sent < 50, "{sent}");

    let client = server.client();
    let outside = std::thread::spawn(move || {
        futures_util::FutureExt::now_or_never(upload(&client, File::new("a", "b")).send())
    });
    let error = outside.join().unwrap().expect("it fails at once").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config, "{error}");
}
