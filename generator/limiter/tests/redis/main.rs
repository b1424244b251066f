//! Processes that share a limit on a real Redis server, in real time. Needs `redis-server`; each test starts its own one.

mod server;
mod cluster;
#[cfg(feature = "redis-rustls")]
mod encrypted;

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use paceline::{EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority};
use paceline_test_support::rate_server::per_second;
use server::{Api, RedisServer, signal_to};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

const SEARCH: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15)]).named("search");
/// What one limiter alone could send in a second.
const MOST: f64 = 15.0 / 1.042_6;
const DELAY: Duration = Duration::from_millis(20);

/// Calls without a rest, on a connection of its own.
async fn work(limiter: Limiter, port: u16) {
    let credential = limiter.credential("robot");
    let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.set_nodelay(true).unwrap();
    loop {
        let Ok(permit) = credential.acquire(SEARCH, Priority::Normal, None).await else { return };
        let in_flight = permit.start();
        stream.write_u8(0).await.unwrap();
        let accepted = stream.read_u8().await.unwrap() == 1;
        in_flight.finish(if accepted { Outcome::Responded } else { Outcome::Throttled { after: None } });
    }
}

/// So many limiters, which stand for processes, with eight workers each.
async fn start(redis: &RedisServer, api: &Api, processes: usize) -> (Vec<Limiter>, Vec<JoinHandle<()>>) {
    let mut limiters = Vec::new();
    let mut workers = Vec::new();
    for _ in 0..processes {
        let limiter = Limiter::shared_on(redis.connect().await, LimiterOptions::new());
        workers.extend((0..8).map(|_| tokio::spawn(work(limiter.clone(), api.port))));
        limiters.push(limiter);
    }
    (limiters, workers)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_share_a_limit_while_the_server_is_paused_and_restarted() {
    let mut redis = RedisServer::start();
    let api = Api::start(&[per_second(15)], DELAY).await;
    let (limiters, _workers) = start(&redis, &api, 4).await;
    // A server that has just begun may have forgotten who holds what, so nothing is had for a while.
    sleep(Duration::from_secs(13)).await;
    let from = Instant::now();
    sleep(Duration::from_secs(10)).await;
    let (steady, _) = api.since(from);
    println!("steady: {:.3} of what one could have", steady as f64 / 10.0 / MOST);
    let held: u32 = limiters.iter().flat_map(Limiter::observe_shares).map(|share| share.held[0].0).sum();
    assert!((14..=15).contains(&held), "{held}");
    let state = limiters[0].observe_processes().await.unwrap().remove(0);
    println!("{:?}", state.processes);
    let held: u32 = state.processes.iter().map(|process| process.held[0].0).sum();
    let own = state.processes.iter().filter(|process| process.is_own).count();
    assert!(state.processes.len() == 4 && own == 1 && (14..=15).contains(&held), "{state:?}");

    let from = Instant::now();
    redis.signal("-STOP");
    sleep(Duration::from_secs(3)).await;
    redis.signal("-CONT");
    sleep(Duration::from_secs(7)).await;
    let (paused, silence) = api.since(from);
    println!("paused: {:.3}, silence {silence:?}", paused as f64 / 10.0 / MOST);
    assert!(silence < Duration::from_millis(1_500), "{silence:?}");

    let from = Instant::now();
    redis.restart();
    sleep(Duration::from_secs(10)).await;
    let (restarted, silence) = api.since(from);
    println!("restarted: {:.3}, silence {silence:?}", restarted as f64 / 10.0 / MOST);
    assert!(silence < Duration::from_millis(1_500), "{silence:?}");
    api.check();
    let least = 0.9 * 10.0 * MOST;
    assert!(
        [steady, paused, restarted].iter().all(|&sent| sent as f64 > least),
        "{steady} {paused} {restarted}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_learns_a_credential_or_a_password() {
    let redis = RedisServer::start();
    let limits = redis.connect().await;
    assert!(!format!("{limits:?}").contains("secret"));
    let limiter = Limiter::shared_on(limits, LimiterOptions::new());
    let deadline = Some(Instant::now() + Duration::from_secs(1));
    let _refused = limiter.credential("robot").acquire(SEARCH, Priority::Normal, deadline).await;
    let keys = redis.say(&["KEYS", "*"]) + &redis.say(&["PUBSUB", "CHANNELS"]);
    assert!(keys.contains("paceline:{") && keys.contains("paceline:call:"), "{keys}");
    assert!(!keys.contains("robot") && !keys.contains("search"), "{keys}");
    let braces = paceline::RedisLimits::connect_with_prefix(&redis.url(), "app{1}:").await.unwrap_err();
    assert!(braces.to_string().contains("brace"), "{braces}");
    for url in [
        redis.url().replace("secret", "hunter2"),
        "redis://:hunter2@127.0.0.1:1".into(),
        "redis://:hunter2@[".into(),
        "redis://:hunter2@127.0.0.1/hunter2".into(),
        "rediss://:hunter2@127.0.0.1".into(),
    ] {
        let error = paceline::RedisLimits::connect(&url).await.unwrap_err();
        let said = format!("{error} {error:?}");
        println!("{error}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}

/// What a child of other tests does: works until it is killed.
#[tokio::test]
async fn a_child() {
    let Ok(parts) = std::env::var("PACELINE_TEST_CHILD") else { return };
    let (url, port) = parts.rsplit_once(' ').unwrap();
    let limits = paceline::RedisLimits::connect(url).await.unwrap();
    let limiter = Limiter::shared_on(limits, LimiterOptions::new());
    let workers: Vec<_> =
        (0..8).map(|_| tokio::spawn(work(limiter.clone(), port.parse().unwrap()))).collect();
    for worker in workers {
        let _ended = worker.await;
    }
}

fn child(redis: &RedisServer, api: &Api) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_child"])
        .env("PACELINE_TEST_CHILD", format!("{} {}", redis.url(), api.port))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_held_comes_back() {
    let redis = RedisServer::start();
    let api = Api::start(&[per_second(15)], DELAY).await;
    drop(redis.connect().await);
    let mut children: Vec<Child> = (0..3).map(|_| child(&redis, &api)).collect();
    sleep(Duration::from_secs(14)).await;
    let from = Instant::now();
    signal_to(children[0].id(), "-KILL");
    sleep(Duration::from_secs(20)).await;
    let (within, _) = api.since(from);
    let from = Instant::now();
    sleep(Duration::from_secs(5)).await;
    let (after, _) = api.since(from);
    for child in &mut children {
        let _gone = child.kill();
        let _ended = child.wait();
    }
    api.check();
    let parts = (within as f64 / 20.0 / MOST, after as f64 / 5.0 / MOST);
    println!("{:.3} in the 20 s after, then {:.3}", parts.0, parts.1);
    assert!(parts.0 >= 0.75 && parts.1 >= 0.9, "{parts:?}");
}
