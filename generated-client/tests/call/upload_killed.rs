//! An upload whose process is killed again and again: what another run still sends, and how much memory it takes.
//!
//! The process is the example `upload`; the server keeps no bytes, it sums them up.
#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path as PathParams, Query, State};
use axum::routing::post;
use futures_util::StreamExt;
use md5::{Digest, Md5};
use serde_json::{Value, json};

const MIB: u64 = 1 << 20;

/// What the server knows of the one upload.
#[derive(Default)]
struct Upload {
    size: u64,
    part_size: u64,
    /// The sum of each part that arrived whole, by number.
    sums: BTreeMap<u64, String>,
    /// How many parts arrived whole, those that came twice included.
    arrived: usize,
    begun: usize,
    finished: bool,
}

impl Upload {
    fn numbers(&self) -> std::ops::Range<u64> {
        0..(self.size / self.part_size).max(1)
    }
}

type Shared = Arc<Mutex<Upload>>;

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

fn hex(sum: Md5) -> String {
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A server on a runtime of its own; gives its address.
fn serve(upload: Shared) -> String {
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

/// The example, built like this test.
fn example() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--offline", "-p", "feishu-project", "--example", "upload"]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success());
    let test = std::env::current_exe().unwrap();
    test.parent().unwrap().parent().unwrap().join("examples/upload")
}

/// A file whose parts all differ, written piece by piece; gives the sum of each part.
fn write_file(path: &Path, size: u64, part_size: u64) -> Vec<String> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let count = (size / part_size).max(1);
    (0..count)
        .map(|number| {
            let end = if number + 1 == count { size } else { (number + 1) * part_size };
            let mut sum = Md5::new();
            let mut at = number * part_size;
            while at < end {
                let piece: Vec<u8> = (at / 8..)
                    .flat_map(u64::to_le_bytes)
                    .take(usize::try_from(MIB.min(end - at)).unwrap())
                    .collect();
                sum.update(&piece);
                std::io::Write::write_all(&mut file, &piece).unwrap();
                at += piece.len() as u64;
            }
            hex(sum)
        })
        .collect()
}

/// The greatest number of bytes that a process had in memory.
fn peak(process: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or(0, |line| line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024)
}

/// Uploads a file while the process is killed so many times; the greatest memory of all runs must stay below 32 MiB.
fn upload_and_kill(size: u64, part_size: u64, kills: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.bin");
    let sums = write_file(&path, size, part_size);
    let upload: Shared = Arc::new(Mutex::new(Upload { part_size, ..Upload::default() }));
    let url = serve(Arc::clone(&upload));
    let example = example();
    let start = || {
        let mut command = Command::new(&example);
        for (name, value) in [
            ("HOST", url.as_str()),
            ("PLUGIN_ID", "p"),
            ("PLUGIN_SECRET", "s"),
            ("USER_KEY", "u"),
            ("PROJECT_KEY", "demo"),
        ] {
            command.env(format!("FEISHU_PROJECT_{name}"), value);
        }
        command.arg(&path).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let arrived = || upload.lock().unwrap().arrived;

    let mut most = 0;
    for kill in 1..=kills {
        let mut process = start();
        // Wherever it is when so many parts have arrived.
        let until = sums.len() * kill / (kills + 1);
        while arrived() < until && process.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(2));
            most = most.max(peak(&process));
        }
        assert!(
            process.try_wait().unwrap().is_none(),
            "it ended by itself: {:?}",
            process.wait_with_output()
        );
        process.kill().unwrap();
        process.wait().unwrap();
    }
    let mut process = start();
    while process.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(2));
        most = most.max(peak(&process));
    }
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("uploaded as t-1"));

    let upload = upload.lock().unwrap();
    assert_eq!(upload.sums.values().cloned().collect::<Vec<_>>(), sums);
    assert!(upload.finished);
    assert_eq!(upload.begun, 1, "it was resumed, not begun anew");
    // Those that were on their way when the process was killed may have arrived and be unknown to nobody but it.
    assert!(upload.arrived <= sums.len() + 5 * kills, "{} parts for {}", upload.arrived, sums.len());
    assert!(most < 32 * MIB, "{} MiB of memory", most / MIB);
    assert!(most > MIB, "nothing was measured");
    println!(
        "{} parts of {part_size} bytes, {} sent, {} MiB of memory",
        sums.len(),
        upload.arrived,
        most / MIB
    );
    assert!(!path.with_added_extension("upload.json").exists());
}

#[test]
fn an_upload_that_is_killed_goes_on_where_it_was() {
    upload_and_kill(48 * MIB + 7, MIB, 3);
}

/// `cargo test --release -p feishu-project --test calls -- --ignored --nocapture a_gigabyte`
#[test]
#[ignore = "a gigabyte takes a while"]
fn a_gigabyte_goes_up_in_little_memory_although_the_process_is_killed() {
    upload_and_kill(1_000_000_000, 20 * MIB, 10);
}
