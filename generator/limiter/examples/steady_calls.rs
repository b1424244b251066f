//! Forty callers share two limits; the requests of each second are counted as they are sent.
//!
//! `cargo run -p paceline --example steady_calls`

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use paceline::{
    CredentialLimiter, EndpointLimits, Limit, LimitError, Limiter, LimiterOptions, Outcome, Priority,
};
use tokio::time::sleep;

const SEARCH: EndpointLimits =
    EndpointLimits::new(0, &[Limit::per_second(10), Limit::new(25, Duration::from_secs(4))]).named("search");

/// Stands for a request to a server.
async fn send_request() {
    sleep(Duration::from_millis(60)).await;
}

async fn call(credential: CredentialLimiter, sent: Arc<AtomicU32>) -> Result<(), LimitError> {
    let in_flight = credential.acquire(SEARCH, Priority::Normal, None).await?.start();
    sent.fetch_add(1, Ordering::Relaxed);
    send_request().await;
    in_flight.finish(Outcome::Responded);
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    let sent = Arc::new(AtomicU32::new(0));
    let calls: Vec<_> = (0..40).map(|_| tokio::spawn(call(credential.clone(), sent.clone()))).collect();
    while !calls.iter().all(|call| call.is_finished()) {
        sleep(Duration::from_secs(1)).await;
        let key = limiter.observe().remove(0);
        let used: Vec<_> = key.limits.iter().map(|l| format!("{} of {}", l.used, l.limit)).collect();
        println!(
            "{}: {} sent, {}, {} wait",
            key.name,
            sent.load(Ordering::Relaxed),
            used.join(", "),
            key.waiters
        );
    }
}
