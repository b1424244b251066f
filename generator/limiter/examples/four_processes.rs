//! Four processes share 15 requests a second on a Redis server:
//! `cargo run -p paceline --features redis --example four_processes -- redis://127.0.0.1`
//!
//! They have no other connection to each other, and need none. Stop one of them, or the Redis server, and watch the others.

use std::error::Error;
use std::time::{Duration, Instant};

use paceline::{EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority, RedisLimits};

const SEARCH: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15)]).named("search");

/// What one process does: calls, and says once a second what it did and holds.
async fn work(url: &str, number: &str) -> Result<(), Box<dyn Error>> {
    let limits = RedisLimits::connect(url).await?;
    let limiter = Limiter::shared_on(limits, LimiterOptions::new());
    let credential = limiter.credential("example");
    let mut said = (Instant::now(), 0);
    for _ in 0..100 {
        let in_flight = credential.acquire(SEARCH, Priority::Normal, None).await?.start();
        // Here a request would be sent, and its response awaited.
        tokio::time::sleep(Duration::from_millis(30)).await;
        in_flight.finish(Outcome::Responded);
        said.1 += 1;
        if said.0.elapsed() > Duration::from_secs(1) {
            for share in limiter.observe_shares() {
                let (held, all) = share.held[0];
                println!("process {number}: {} calls in this second, holds {held} slots of {all}", said.1);
            }
            if number == "1" {
                // Who holds what. While the server is away this is an error, and calls go on for as long as slots are held.
                for process in
                    limiter.observe_processes().await.iter().flatten().flat_map(|state| &state.processes)
                {
                    let ((held, wanted), silent) = (process.held[0], process.silent_for);
                    println!(
                        "  {:016x}: {held} slots, could use {wanted}, heard of {silent:?} ago",
                        process.process
                    );
                }
            }
            said = (Instant::now(), 0);
        }
    }
    // What it held is there for the others at once.
    limiter.leave().await;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().unwrap_or_else(|| "redis://127.0.0.1".into());
    if let Some(number) = arguments.next() {
        return work(&url, &number).await;
    }
    let program = std::env::current_exe()?;
    let process =
        |number: u32| std::process::Command::new(&program).args([url.as_str(), &number.to_string()]).spawn();
    let processes: Vec<_> = (1..=4).map(process).collect::<Result<_, _>>()?;
    for mut process in processes {
        process.wait()?;
    }
    Ok(())
}
