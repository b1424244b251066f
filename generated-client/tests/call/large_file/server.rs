//! A server of one upload that keeps no bytes, but the MD5 of each part.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::{Path as PathParams, Query, State};
use axum::routing::post;
use futures_util::StreamExt;
use md5::{Digest, Md5};
use serde_json::{Value, json};

/// What the server knows of the one upload.
#[derive(Default)]
pub(super) struct Upload {
    pub(super) size: u64,
    pub(super) part_size: u64,
    /// The MD5 of each part that arrived whole, by number.
    pub(super) sums: BTreeMap<u64, String>,
    /// How many parts arrived whole, those that came twice included.
    pub(super) arrived: usize,
    pub(super) begun: usize,
    pub(super) finished: bool,
}

impl Upload {
    fn numbers(&self) -> std::ops::Range<u64> {
        0..(self.size / self.part_size).max(1)
    }
}

pub(super) type Shared = Arc<Mutex<Upload>>;

/// A response of JSON.
type JsonResponse = ([(&'static str, &'static str); 1], String);

fn ok(data: &Value) -> JsonResponse {
    json(&json!({"code": 0, "message": "", "data": data}))
}

fn json(body: &Value) -> JsonResponse {
    ([("Content-Type", "application/json")], body.to_string())
}

async fn begin(State(upload): State<Shared>, body: String) -> JsonResponse {
    let body: Value = serde_json::from_str(&body).expect("it is JSON");
    let mut upload = upload.lock().unwrap();
    upload.size = body["size"].as_u64().expect("a size");
    if body.get("resource_id").is_none() {
        upload.begun += 1;
        upload.sums.clear();
    }
    let need: BTreeSet<u64> = upload.numbers().filter(|number| !upload.sums.contains_key(number)).collect();
    let count = upload.numbers().end;
    let multipart = json!({"part_count": count, "part_size": upload.part_size, "need": need});
    ok(&json!({"is_multipart": true, "resource_id": "u-1", "multipart": multipart}))
}

async fn part(
    State(upload): State<Shared>,
    PathParams((_, _, number)): PathParams<(String, String, u64)>,
    Query(query): Query<BTreeMap<String, String>>,
    body: Body,
) -> JsonResponse {
    let mut pieces = body.into_data_stream();
    let mut sum = Md5::new();
    while let Some(piece) = pieces.next().await {
        // A client that was killed: the request ends here.
        let Ok(piece) = piece else { return json(&json!({"code": 20006, "message": "half a part"})) };
        sum.update(&piece);
    }
    let sum = hex(sum);
    assert_eq!(query["md5"], sum, "part {number}");
    let mut upload = upload.lock().unwrap();
    upload.sums.insert(number, sum);
    upload.arrived += 1;
    ok(&Value::Null)
}

async fn finish(State(upload): State<Shared>) -> JsonResponse {
    let mut upload = upload.lock().unwrap();
    assert!(upload.numbers().all(|number| upload.sums.contains_key(&number)), "parts are missing");
    upload.finished = true;
    ok(&json!({"file_token": "t-1"}))
}

pub(super) fn hex(sum: Md5) -> String {
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A server on a runtime of its own; gives its address.
pub(super) fn serve(upload: Shared) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    listener.set_nonblocking(true).unwrap();
    let token =
        || async { json(&json!({"error": {"code": 0}, "data": {"token": "p-1", "expire_time": 7200}})) };
    let routes = axum::Router::new()
        .route("/open_api/authen/plugin_token", post(token))
        .route("/open_api/{project}/file/resource/{kind}/upload/preprocess", post(begin))
        .route("/open_api/{project}/file/stream/upload/multipart/{id}/{number}", post(part))
        .route("/open_api/{project}/file/upload/multipart/finish/{id}", post(finish))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .with_state(upload);
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, routes).await.unwrap();
        });
    });
    url
}
