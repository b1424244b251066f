//! Bursts: more calls at once than the server allows in a second.

use std::time::{Duration, Instant};

use feishu_project::Client;
use paceline_sandbox::Sandbox;

fn client(sandbox: &Sandbox) -> Client {
    Client::builder()
        .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
        .user_key(paceline_sandbox::USER_KEY)
        .base_url(sandbox.url())
        .build()
        .expect("a client")
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_calls_at_once_all_succeed_and_the_server_never_refuses() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let client = client(&sandbox);
    let start = Instant::now();
    let calls: Vec<_> = (0..60)
        .map(|number| {
            client
                .work_items()
                .create(paceline_sandbox::PROJECT_KEY, "story", format!("Item {number}"))
                .send()
        })
        .map(tokio::spawn)
        .collect();
    let mut ids = Vec::new();
    for call in calls {
        ids.push(call.await.expect("no panic").expect("every call succeeds"));
    }
    let took = start.elapsed();

    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 60, "every call made its own work item");
    let journal = sandbox.journal();
    let created = journal.iter().filter(|entry| entry.endpoint.as_deref() == Some("work_item.create"));
    assert_eq!(created.count(), 60, "no call was sent twice");
    let refused: Vec<_> = journal.iter().filter(|entry| entry.status == Some(429)).collect();
    assert!(refused.is_empty(), "{refused:?}");
    let exchanges = journal.iter().filter(|entry| entry.endpoint.as_deref() == Some("auth.plugin_token"));
    assert_eq!(exchanges.count(), 1, "one token serves them all");
    // Four windows of fifteen: the last one opens three seconds after the first.
    assert!(took >= Duration::from_secs(3), "{took:?} is faster than the limit allows");
}

#[tokio::test]
async fn an_endpoint_with_two_limits_keeps_both() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let client = client(&sandbox);
    let calls = (0..20).map(|_| {
        tokio::spawn(
            client.work_items().filter(paceline_sandbox::PROJECT_KEY).work_item_type_keys(["story"]).send(),
        )
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.expect("no panic").expect("every call succeeds");
    }
    assert!(sandbox.journal().iter().all(|entry| entry.status != Some(429)));
    let states = client.limiter().observe();
    let filter =
        states.iter().find(|state| state.limits.len() == 2).expect("the limits of the filter are watched");
    assert_eq!(filter.limits[1].used, 20, "the minute remembers all calls");
}
