//! Large responses: ten thousand work items, read by us and by `serde_json` into derived structs of the same members.
//!
//! `cargo bench -p feishu-project --bench decode`, or with `-- --figures` for one JSON object a line.

#[path = "support/item.rs"]
mod item;
#[path = "support/server.rs"]
mod server;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use feishu_project::{Client, WorkItem};
use paceline_runtime::json;
use tokio::runtime::Runtime;

use item::{Envelope, PlainItem};
use paceline_test_support::figure::{self, Figure};

const ITEMS: usize = 10_000;
const ROUNDS: usize = 21;

fn main() {
    let response = item::response(ITEMS);
    let text = list(&response);
    check(text);
    if figure::asked_for() {
        decode_figures(text);
        memory_figures(&response, text);
        return;
    }
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("10 000 work items");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("ours", |b| b.iter_with_large_drop(|| ours(text)));
    group.bench_function("serde_json, derived", |b| b.iter_with_large_drop(|| derived(text)));
    group.finish();
    criterion.final_summary();
}

/// The text of the list in a response.
fn list(response: &[u8]) -> &[u8] {
    let from = response.iter().position(|&byte| byte == b'[').expect("a list");
    let to = response.windows(9).rposition(|end| end == b"],\"err\":{").expect("its end");
    &response[from..=to]
}

fn ours(text: &[u8]) -> Vec<WorkItem> {
    let mut items = Vec::new();
    json::read(text, &mut items).expect("work items");
    items
}

fn derived(text: &[u8]) -> Vec<PlainItem> {
    serde_json::from_slice(text).expect("work items")
}

/// Both read the same.
fn check(text: &[u8]) {
    let (ours, derived) = (ours(text), derived(text));
    assert_eq!((ours.len(), derived.len()), (ITEMS, ITEMS));
    for (one, other) in ours.iter().zip(&derived) {
        assert_eq!((one.id.get(), &one.name), (other.id, &other.name));
        assert_eq!(one.fields.len(), other.fields.len());
        for (one, other) in one.fields.iter().zip(&other.fields) {
            assert_eq!(one.field_value.as_ref().map(|value| value.as_value()), other.field_value.as_ref());
        }
    }
}

/// How long one run of `work` takes, without the freeing of what it makes.
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    let made = black_box(work());
    let took = began.elapsed();
    drop(made);
    took
}

fn decode_figures(text: &[u8]) {
    // Both sides take turns, and each is judged by its best round.
    let (mut best, mut best_derived) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        best = best.min(time(|| ours(text)));
        best_derived = best_derived.min(time(|| derived(text)));
    }
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let what = format!("decoding 10 000 work items, {:.1} MB", text.len() as f64 / 1e6);
    Figure::new("decode", what, "ms", millis(best))
        .beside("serde_json, derived", millis(best_derived))
        .at_most_times(1.1)
        .print();
}

/// The most memory that is held at once while `work` runs, in bytes, and what its result holds of that.
fn memory<T>(work: impl FnOnce() -> T) -> (f64, f64) {
    let mut kept = None;
    let counted = allocation_counter::measure(|| kept = Some(work()));
    drop(kept);
    (counted.bytes_max as f64, counted.bytes_current as f64)
}

fn memory_figures(response: &[u8], text: &[u8]) {
    const MB: f64 = 1e6;
    let (peak, _) = memory(|| ours(text));
    let (peak_derived, _) = memory(|| derived(text));
    Figure::new("decode", "most memory while decoding, beside the body", "MB", peak / MB)
        .beside("serde_json, derived", peak_derived / MB)
        .at_most_times(1.1)
        .print();

    let url = server::start(response);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (peak, _) = memory_of_call(&runtime, &url);
    let (peak_plain, _) = memory_of_plain_call(&runtime, &url);
    let (whole, items) = (response.len() as f64, memory(|| ours(text)).0);
    Figure::new("decode", "most memory during the whole call", "MB", peak / MB)
        .beside("plain reqwest and serde_json, derived", peak_plain / MB)
        .goal("body and items once", peak <= whole + items + 0.1 * whole)
        .print();
}

fn memory_of_call(runtime: &Runtime, url: &str) -> (f64, f64) {
    let client = Client::builder().plugin("MII_PLUGIN", "secret").user_key("7").base_url(url).build();
    let client = client.expect("a client");
    let call = || runtime.block_on(client.work_items().query("demo", "story", [1]).send()).expect("items");
    assert_eq!(call().len(), ITEMS);
    memory(call)
}

fn memory_of_plain_call(runtime: &Runtime, url: &str) -> (f64, f64) {
    let http = reqwest::Client::builder().no_proxy().build().expect("an HTTP client");
    let call = || {
        runtime.block_on(async {
            let response =
                http.post(format!("{url}/open_api/demo")).body("{}").send().await.expect("a response");
            let body = response.bytes().await.expect("a body");
            serde_json::from_slice::<Envelope<Vec<PlainItem>>>(&body).expect("an envelope").data
        })
    };
    assert_eq!(call().expect("data").len(), ITEMS);
    memory(call)
}
