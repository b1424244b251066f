//! Real time, real HTTP: no call earns a 429, however the server counts and however many callers there are.
//!
//! Takes about 80 seconds, so it runs only when asked for:
//! `cargo test -p feishu-project --release --test real_time -- --ignored --nocapture`

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use feishu_project::Client;
use paceline_sandbox::{Count, Sandbox};

/// Long enough for the limit of a minute to bind and to open again.
const RUN: Duration = Duration::from_secs(75);

#[derive(Clone, Copy, Debug)]
enum Endpoint {
    /// 15/s.
    Query,
    /// 15/s and 450/min.
    Filter,
}

/// What one run came to.
struct Outcome {
    name: String,
    done: u64,
    failed: u64,
    refused: usize,
    /// Calls a second.
    rate: f64,
    /// The most calls a second that a limiter can let through in steady use if none may earn a 429: of a limit of N requests
    /// in W seconds, N / (W + mean round trip). A run may come out a little above, since it starts with a full window.
    most: f64,
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes 80 seconds"]
async fn no_call_earns_a_429_however_the_server_counts() {
    let mut runs = Vec::new();
    for count in [Count::Sliding, Count::Fixed, Count::TokenBucket] {
        for endpoint in [Endpoint::Query, Endpoint::Filter] {
            for callers in [1, 50, 1000] {
                runs.push(tokio::spawn(run(count, endpoint, callers)));
            }
        }
    }
    println!(
        "{:<34} {:>6} {:>6} {:>5} {:>8} {:>8} {:>7}",
        "run", "done", "failed", "429s", "calls/s", "most", "share"
    );
    let mut refused = 0;
    for run in runs {
        let outcome = run.await.expect("no panic");
        let Outcome { name, done, failed, rate, most, .. } = &outcome;
        let share = 100.0 * rate / most;
        println!(
            "{name:<34} {done:>6} {failed:>6} {:>5} {rate:>8.3} {most:>8.3} {share:>6.1}%",
            outcome.refused
        );
        assert_eq!(*failed, 0, "{name}: calls failed");
        refused += outcome.refused;
    }
    assert_eq!(refused, 0, "429s were earned");
}

async fn run(count: Count, endpoint: Endpoint, callers: usize) -> Outcome {
    let sandbox = Sandbox::builder().count(count).start().await.expect("a sandbox");
    let client = Client::builder()
        .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
        .user_key(paceline_sandbox::USER_KEY)
        .base_url(sandbox.url())
        .build()
        .expect("a client");
    let id = client
        .work_items()
        .create(paceline_sandbox::PROJECT_KEY, "story", "Item")
        .send()
        .await
        .expect("a work item");
    let (done, failed, micros) = (Arc::default(), Arc::<AtomicU64>::default(), Arc::default());
    let start = Instant::now();
    let tasks = (0..callers).map(|_| {
        let (client, done, failed, micros) = (
            client.clone(),
            Arc::<AtomicU64>::clone(&done),
            Arc::clone(&failed),
            Arc::<AtomicU64>::clone(&micros),
        );
        tokio::spawn(async move {
            while start.elapsed() < RUN {
                let began = Instant::now();
                let waited = match endpoint {
                    Endpoint::Query => {
                        let call = client.work_items().query(paceline_sandbox::PROJECT_KEY, "story", [id]);
                        call.deadline(RUN.saturating_sub(start.elapsed()))
                            .send_with_meta()
                            .await
                            .map(|r| r.meta.waited)
                    }
                    Endpoint::Filter => {
                        let call = client
                            .work_items()
                            .filter(paceline_sandbox::PROJECT_KEY)
                            .work_item_type_keys(["story"]);
                        call.deadline(RUN.saturating_sub(start.elapsed()))
                            .send_with_meta()
                            .await
                            .map(|r| r.meta.waited)
                    }
                };
                match waited {
                    Ok(waited) => {
                        done.fetch_add(1, Ordering::Relaxed);
                        let trip = began.elapsed().saturating_sub(waited).as_micros();
                        micros.fetch_add(u64::try_from(trip).unwrap_or(u64::MAX), Ordering::Relaxed);
                    }
                    // The run is over for this caller: its turn would come too late.
                    Err(error) if matches!(error.kind(), feishu_project::ErrorKind::LocalLimit) => return,
                    Err(error) if error.is_timeout() => return,
                    Err(error) => {
                        eprintln!("{error}");
                        failed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("no panic");
    }
    let (done, failed) = (done.load(Ordering::Relaxed), failed.load(Ordering::Relaxed));
    #[allow(clippy::cast_precision_loss, reason = "counts of some thousands")]
    let (calls, trip) = (done as f64, micros.load(Ordering::Relaxed) as f64 / 1e6 / done.max(1) as f64);
    let length = RUN.as_secs_f64();
    let most = match endpoint {
        Endpoint::Query => 15.0 / (1.0 + trip),
        // Two windows of a minute open within the run, of the second one only the first quarter.
        Endpoint::Filter => (450.0 + (15.0 / (1.0 + trip) * (length - 60.0 - trip)).min(450.0)) / length,
    };
    let most = if callers == 1 { most.min(1.0 / trip) } else { most };
    let refused = sandbox.journal().iter().filter(|entry| entry.status == Some(429)).count();
    let name = format!("{count:?}, {endpoint:?}, {callers} callers");
    Outcome { name, done, failed, refused, rate: calls / length, most }
}
