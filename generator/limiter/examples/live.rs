//! Watches two clients, each of a server of its own that allows fifteen requests a second: one asks paceline, the other a token
//! bucket.
//!
//! `cargo run -p paceline --example live` (twenty seconds)

use std::collections::VecDeque;
use std::io::IsTerminal;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paceline::{
    CredentialLimiter, EndpointLimits, Limit, LimitError, Limiter, LimiterOptions, Outcome, Priority,
};
use tokio::time::{Instant, interval, sleep};

const LIMIT: u32 = 15;
const SEARCH: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(LIMIT)]).named("search");
const SECOND: Duration = Duration::from_secs(1);
const CALLERS: usize = 40;
const MEAN_DELAY: f64 = 60.0;

/// A server that counts the requests of the last second.
#[derive(Default)]
struct Server {
    arrivals: VecDeque<Instant>,
    accepted: VecDeque<Instant>,
    fullest: usize,
    /// How many requests were refused, and how many accepted.
    responses: [u32; 2],
}

impl Server {
    fn forget(&mut self, now: Instant) {
        for log in [&mut self.arrivals, &mut self.accepted] {
            while log.front().is_some_and(|&first| first + SECOND <= now) {
                log.pop_front();
            }
        }
    }

    /// A request arrives. Returns whether it is accepted.
    fn arrive(&mut self, now: Instant) -> bool {
        self.forget(now);
        self.arrivals.push_back(now);
        self.fullest = self.fullest.max(self.arrivals.len());
        let accepted = self.accepted.len() < LIMIT as usize;
        if accepted {
            self.accepted.push_back(now);
        }
        self.responses[usize::from(accepted)] += 1;
        accepted
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// There, be counted, and back. Returns whether the request was accepted.
async fn request(server: &Mutex<Server>) -> bool {
    let delay = || Duration::from_secs_f64(-MEAN_DELAY / 1000.0 * (1.0 - fastrand::f64()).ln());
    sleep(delay()).await;
    let accepted = lock(server).arrive(Instant::now());
    sleep(delay()).await;
    accepted
}

async fn call_with_paceline(
    credential: CredentialLimiter,
    server: Arc<Mutex<Server>>,
) -> Result<(), LimitError> {
    loop {
        let in_flight = credential.acquire(SEARCH, Priority::Normal, None).await?.start();
        let accepted = request(&server).await;
        in_flight.finish(if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } });
    }
}

/// The usual token bucket: as many tokens as the limit, refilled evenly.
struct TokenBucket {
    tokens: f64,
    refilled: Instant,
}

impl TokenBucket {
    /// Takes a token. If there is none, how long until there is one.
    fn take(&mut self, now: Instant) -> Result<(), Duration> {
        let rate = f64::from(LIMIT);
        self.tokens = (self.tokens + rate * (now - self.refilled).as_secs_f64()).min(rate);
        self.refilled = now;
        if self.tokens < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - self.tokens) / rate));
        }
        self.tokens -= 1.0;
        Ok(())
    }
}

async fn call_with_bucket(bucket: Arc<Mutex<TokenBucket>>, server: Arc<Mutex<Server>>) {
    loop {
        let taken = lock(&bucket).take(Instant::now());
        match taken {
            Ok(()) => drop(request(&server).await),
            Err(wait) => sleep(wait).await,
        }
    }
}

/// One line: the requests of the last second against the limit.
fn line(name: &str, server: &Mutex<Server>) -> String {
    let mut server = lock(server);
    server.forget(Instant::now());
    let (count, limit) = (server.arrivals.len(), LIMIT as usize);
    let bar: String = (0..2 * limit)
        .map(|at| {
            if at < count {
                '█'
            } else if at == limit {
                '│'
            } else {
                ' '
            }
        })
        .collect();
    let [refused, accepted] = server.responses;
    format!(
        "{name:<12} {bar} {count:>2} in the last second, {:>2} at most, {refused:>3} refused, {accepted:>3} accepted",
        server.fullest
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let servers: [Arc<Mutex<Server>>; 2] = Default::default();
    let limiter = Limiter::new(LimiterOptions::new());
    let bucket = TokenBucket { tokens: f64::from(LIMIT), refilled: Instant::now() };
    let bucket = Arc::new(Mutex::new(bucket));
    for _ in 0..CALLERS {
        tokio::spawn(call_with_paceline(limiter.credential("somebody"), servers[0].clone()));
        tokio::spawn(call_with_bucket(bucket.clone(), servers[1].clone()));
    }
    let live = std::io::stdout().is_terminal();
    let mut ticks = interval(Duration::from_millis(if live { 100 } else { 2_000 }));
    let end = Instant::now() + Duration::from_secs(20);
    while ticks.tick().await < end {
        let mut lines = vec![line("paceline", &servers[0]), line("token bucket", &servers[1])];
        for key in limiter.observe() {
            let used: Vec<_> =
                key.limits.iter().map(|l| format!("{} of {} in use", l.used, l.limit)).collect();
            let (name, wait) = (key.name, key.wait.as_millis());
            lines.push(format!(
                "observe(): {name}: {}, {} callers wait, {wait} ms",
                used.join(", "),
                key.waiters
            ));
        }
        // Draws over the lines that were drawn before.
        let text: String = lines.iter().map(|line| format!("{line}\x1b[K\n")).collect();
        if live {
            print!("{text}\x1b[{}A", lines.len());
        } else {
            println!("{}", lines.join("\n"));
        }
    }
    println!("\n\n");
}
