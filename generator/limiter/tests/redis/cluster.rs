//! Limits that are shared on a cluster: each meter is with one of three servers.

use std::time::Duration;

use paceline::{LimitError, Limiter, LimiterOptions, Outcome, Priority, RedisLimits};
use tokio::time::{Instant, sleep};

use super::SEARCH;
use super::server::Cluster;

/// One call. Returns whether it was granted.
async fn call(limiter: &Limiter, credential: &str, patience: Duration) -> Result<(), LimitError> {
    let deadline = Some(Instant::now() + patience);
    let permit = limiter.credential(credential).acquire(SEARCH, Priority::Normal, deadline).await?;
    permit.start().finish(Outcome::Responded);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn meters_are_found_on_all_servers_of_a_cluster() {
    let mut cluster = Cluster::start().await;
    let credentials: Vec<String> = (0..12).map(|number| format!("robot {number}")).collect();
    let mut limiters = Vec::new();
    for server in &cluster.servers[..2] {
        let limits = RedisLimits::connect(&server.url()).await.unwrap();
        limiters.push(Limiter::shared_on(limits, LimiterOptions::new()));
    }
    // The servers have just begun, and may have forgotten who holds what.
    sleep(Duration::from_secs(1)).await;
    for credential in &credentials {
        for limiter in &limiters {
            let waiting = limiter.clone();
            let credential = credential.clone();
            tokio::spawn(async move { call(&waiting, &credential, Duration::from_secs(20)).await });
        }
    }
    sleep(Duration::from_secs(14)).await;
    for _ in 0..5 {
        for credential in &credentials {
            for limiter in &limiters {
                call(limiter, credential, Duration::from_secs(1)).await.unwrap();
            }
        }
    }
    let size = |server: &super::RedisServer| {
        server.say(&["DBSIZE"]).trim_matches([':', '\r', '\n']).parse::<u32>().unwrap()
    };
    let sizes: Vec<u32> = cluster.servers.iter().map(size).collect();
    println!("records: {sizes:?}");
    assert!(sizes.iter().all(|&size| size > 0), "{sizes:?}");
    for credential in &credentials {
        let shares = limiters.iter().flat_map(Limiter::observe_shares);
        let held: Vec<u32> =
            shares.filter(|share| *share.credential == **credential).map(|share| share.held[0].0).collect();
        assert!(held.len() == 2 && held.iter().sum::<u32>() <= 15, "{credential}: {held:?}");
    }

    // One is gone, and with it a third of the meters. The others go on, also for who had connected to it.
    cluster.servers[1].stop();
    sleep(Duration::from_secs(5)).await;
    let mut granted = 0;
    for credential in &credentials {
        granted += u32::from(call(&limiters[1], credential, Duration::from_secs(2)).await.is_ok());
    }
    println!("granted with a server gone: {granted} of 12");
    assert!((1..12).contains(&granted), "{granted}");
}
