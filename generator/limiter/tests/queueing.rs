//! What callers of the limiter meet: order, deadlines, bounds, closing, state. In paused time.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use paceline::{
    Acquire, ColdStart, CredentialLimiter, EndpointLimits, Limit, LimitError, Limiter, LimiterOptions,
    Outcome, Permit, Policy, Priority,
};
use tokio::time::{Instant, advance};

const ONE: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(1)]);
const TWO: EndpointLimits = EndpointLimits::new(7, &[Limit::per_second(2), Limit::per_minute(3)]);
const FREE: EndpointLimits = EndpointLimits::new(9, &[]);

/// A second's window with its safety margin, in ticks of 100 us: 2 ms, 0.5 ms, and one tick for rounding.
const SPAN: Duration = Duration::from_micros(1_002_600);

fn somebody() -> (Limiter, CredentialLimiter) {
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    (limiter, credential)
}

fn normal(credential: &CredentialLimiter, endpoint: EndpointLimits) -> Acquire {
    credential.acquire(endpoint, Priority::Normal, None)
}

fn poll(acquire: &mut Acquire) -> Poll<Result<Permit, LimitError>> {
    Pin::new(acquire).poll(&mut Context::from_waker(Waker::noop()))
}

/// Takes a slot and says that the server counted the request at once.
async fn use_up(credential: &CredentialLimiter, endpoint: EndpointLimits) {
    normal(credential, endpoint).await.unwrap().start().finish(Outcome::Responded);
}

#[tokio::test(start_paused = true)]
async fn the_wait_is_exact_and_reported() {
    let (_, credential) = somebody();
    use_up(&credential, ONE).await;
    let began = Instant::now();
    let permit = normal(&credential, ONE).await.unwrap();
    // Tokio's timers ring on whole milliseconds.
    assert!((SPAN..SPAN + Duration::from_millis(1)).contains(&began.elapsed()), "{:?}", began.elapsed());
    assert!(permit.waited() >= SPAN && permit.waited() <= began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_dropped_permit_is_a_slot_given_back_and_a_dropped_request_is_not() {
    let (limiter, credential) = somebody();
    drop(normal(&credential, ONE).await.unwrap());
    let began = Instant::now();
    drop(normal(&credential, ONE).await.unwrap().start());
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(limiter.observe()[0].wait, SPAN, "the soonest, if a response came at once");
    drop(normal(&credential, ONE).await.unwrap());
    assert!(began.elapsed() >= Duration::from_secs(5) + SPAN, "the cap and a window");
}

#[tokio::test(start_paused = true)]
async fn what_was_not_sent_lets_the_next_one_go_at_once() {
    let (_, credential) = somebody();
    let in_flight = normal(&credential, ONE).await.unwrap().start();
    let next = tokio::spawn(normal(&credential, ONE));
    tokio::task::yield_now().await;
    let began = Instant::now();
    in_flight.finish(Outcome::NotSent);
    drop(next.await.unwrap().unwrap());
    assert_eq!(began.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn callers_go_in_the_order_they_came_and_urgent_ones_first() {
    let (_, credential) = somebody();
    use_up(&credential, ONE).await;
    let order = Arc::new(Mutex::new(Vec::new()));
    let plan = [
        ("low", Priority::Low),
        ("a", Priority::Normal),
        ("b", Priority::Normal),
        ("urgent", Priority::High),
    ];
    let mut calls = Vec::new();
    for (name, priority) in plan {
        let (credential, order) = (credential.clone(), order.clone());
        calls.push(tokio::spawn(async move {
            let permit = credential.acquire(ONE, priority, None).await.unwrap();
            order.lock().unwrap().push(name);
            permit.start().finish(Outcome::Responded);
        }));
        tokio::task::yield_now().await;
    }
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!(*order.lock().unwrap(), ["urgent", "a", "b", "low"]);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_throttled_comes_back_to_the_front_after_the_pause() {
    let (limiter, credential) = somebody();
    let permit = normal(&credential, TWO).await.unwrap();
    let position = permit.queue_position();
    let in_flight = permit.start();
    advance(Duration::from_millis(80)).await;
    let mut other = normal(&credential, TWO);
    let other_in_flight = normal(&credential, TWO).await.unwrap().start();
    assert!(poll(&mut other).is_pending());
    in_flight.finish(Outcome::Throttled { after: Some(Duration::from_secs(20)) });
    other_in_flight.finish(Outcome::Responded);
    let mut again = credential.acquire_again(position, TWO, Priority::Normal, None);
    assert!(poll(&mut again).is_pending());
    let began = Instant::now();
    let state = limiter.observe().remove(0);
    assert_eq!((state.throttles, state.waiters, state.limits[0].effective), (1, 2, 1));
    assert_eq!(state.paused_until, Some(began + Duration::from_secs(20)));
    let permit = again.await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(20) && began.elapsed() < Duration::from_millis(20_002));
    assert!(poll(&mut other).is_pending());
    drop(permit);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_that_cannot_be_met_fails_at_once_with_the_wait() {
    let (_, credential) = somebody();
    use_up(&credential, ONE).await;
    let began = Instant::now();
    let within = |wait: Duration| credential.acquire(ONE, Priority::Normal, Some(began + wait));
    let refused = within(SPAN - Duration::from_micros(100)).await.unwrap_err();
    assert_eq!(refused, LimitError::DeadlineTooSoon { turn: began + SPAN });
    assert_eq!((refused.wait(), LimitError::Closed.wait()), (Some(SPAN), None));
    assert!(refused.is_deadline() && !LimitError::Closed.is_deadline());
    let mut first = within(SPAN);
    assert!(poll(&mut first).is_pending());
    let behind = within(SPAN).await.unwrap_err();
    assert_eq!(behind, LimitError::DeadlineTooSoon { turn: began + 2 * SPAN });
    assert_eq!(began.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_ends_a_wait_that_slow_responses_made_longer() {
    let (limiter, credential) = somebody();
    let slow = normal(&credential, ONE).await.unwrap().start();
    let began = Instant::now();
    let deadline = began + Duration::from_millis(1500);
    let late = credential.acquire(ONE, Priority::Normal, Some(deadline));
    let error = late.await.unwrap_err();
    assert_eq!(error, LimitError::DeadlineTooSoon { turn: deadline + SPAN }, "if the response came at once");
    assert_eq!(began.elapsed(), Duration::from_millis(1500));
    assert_eq!(limiter.observe()[0].waiters, 0);
    slow.finish(Outcome::Responded);
}

/// Whoever comes after the head has given up is served in time, though it may get the number that the head had.
#[tokio::test(start_paused = true)]
async fn a_caller_who_comes_after_the_head_gave_up_is_served_in_time() {
    let (_, credential) = somebody();
    use_up(&credential, ONE).await;
    let began = Instant::now();
    let mut head = normal(&credential, ONE);
    assert!(poll(&mut head).is_pending());
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(head);
    let permit = tokio::time::timeout(Duration::from_secs(60), normal(&credential, ONE)).await;
    assert!(permit.is_ok(), "nobody served the queue");
    assert!(began.elapsed() < SPAN + Duration::from_millis(2), "{:?}", began.elapsed());
}

/// What serves the queue ends with it, however far away the next slot is.
#[tokio::test(start_paused = true)]
async fn no_task_is_left_when_nobody_waits() {
    const HOURLY: EndpointLimits = EndpointLimits::new(4, &[Limit::per_hour(1)]);
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    for closed in [false, true] {
        let (limiter, credential) = somebody();
        use_up(&credential, HOURLY).await;
        let mut waiting = normal(&credential, HOURLY);
        assert!(poll(&mut waiting).is_pending());
        tokio::task::yield_now().await;
        assert_eq!(tasks(), 1);
        if closed {
            limiter.close();
        } else {
            drop(waiting);
        }
        tokio::task::yield_now().await;
        assert_eq!(tasks(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn the_queue_is_bounded() {
    let limiter = Limiter::new(LimiterOptions::new().queue_bound(2));
    let credential = limiter.credential("somebody");
    use_up(&credential, ONE).await;
    let mut waiting = [normal(&credential, ONE), normal(&credential, ONE)];
    assert!(waiting.iter_mut().all(|acquire| poll(acquire).is_pending()));
    assert_eq!(normal(&credential, ONE).await.unwrap_err(), LimitError::QueueFull);
    let [first, _second] = waiting;
    drop(first);
    assert!(poll(&mut normal(&credential, ONE)).is_pending());
}

#[tokio::test(start_paused = true)]
async fn closing_sends_everybody_away_and_leaves_requests_on_their_way() {
    let (limiter, credential) = somebody();
    let in_flight = normal(&credential, ONE).await.unwrap().start();
    let waiting = tokio::spawn(normal(&credential, ONE));
    tokio::task::yield_now().await;
    limiter.close();
    assert_eq!(waiting.await.unwrap().unwrap_err(), LimitError::Closed);
    assert_eq!(normal(&credential, ONE).await.unwrap_err(), LimitError::Closed);
    assert_eq!(normal(&limiter.credential("new"), FREE).await.unwrap_err(), LimitError::Closed);
    in_flight.finish(Outcome::Responded);
    assert_eq!(limiter.observe()[0].limits[0].used, 1);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_limited_where_there_is_no_limit_or_the_policy_is_off() {
    let off = Limiter::new(LimiterOptions::new().policy(Policy::Off)).credential("somebody");
    let (limiter, on) = somebody();
    for _ in 0..100 {
        use_up(&off, ONE).await;
        use_up(&on, FREE).await;
    }
    assert!(limiter.observe().is_empty());
}

#[tokio::test(start_paused = true)]
async fn credentials_and_endpoints_have_their_own_slots_and_ids_share_them() {
    let (limiter, credential) = somebody();
    use_up(&credential, ONE).await;
    assert!(poll(&mut normal(&limiter.credential("somebody"), ONE)).is_pending());
    assert!(poll(&mut normal(&limiter.credential("else"), ONE)).is_ready());
    assert!(poll(&mut normal(&credential, TWO)).is_ready());
    assert_eq!(credential.id(), "somebody");
}

#[tokio::test(start_paused = true)]
async fn the_state_of_every_key_can_be_seen() {
    let (limiter, credential) = somebody();
    assert!(limiter.observe().is_empty());
    advance(Duration::from_secs(3)).await;
    for _ in 0..2 {
        use_up(&credential, TWO).await;
    }
    let state = limiter.observe().remove(0);
    assert_eq!((&*state.credential, state.endpoint, state.waiters, state.throttles), ("somebody", 7, 0, 0));
    assert_eq!(state.paused_until, None);
    let slots: Vec<_> =
        state.limits.iter().map(|l| (l.limit.to_string(), l.effective, l.used, l.free)).collect();
    assert_eq!(slots, [("2/s".to_owned(), 2, 2, 0), ("3/min".to_owned(), 3, 2, 1)]);
    assert_eq!((state.wait, state.next_free), (SPAN, Instant::now() + SPAN));
}

#[tokio::test(start_paused = true)]
async fn refused_callers_and_names_can_be_seen() {
    const NAMED: EndpointLimits = EndpointLimits::new(600, &[Limit::per_second(1)]).named("search");
    let limiter = Limiter::new(LimiterOptions::new().queue_bound(2));
    let credential = limiter.credential("somebody");
    use_up(&credential, NAMED).await;
    let within = |wait: Duration| credential.acquire(NAMED, Priority::Normal, Some(Instant::now() + wait));
    assert!(within(Duration::from_millis(1)).await.is_err(), "without the lock");
    let position = normal(&credential, FREE).await.unwrap().queue_position();
    let soon = Some(Instant::now() + Duration::from_millis(1));
    assert!(credential.acquire_again(position, NAMED, Priority::Normal, soon).await.is_err(), "with it");
    let (mut first, mut second) = (normal(&credential, NAMED), within(SPAN * 2));
    assert!(poll(&mut first).is_pending() && poll(&mut second).is_pending());
    assert_eq!(normal(&credential, NAMED).await.unwrap_err(), LimitError::QueueFull);
    let state = limiter.observe().remove(0);
    assert_eq!((state.name, state.endpoint, state.refused, state.waiters), ("search", 600, 3, 2));
}

#[tokio::test(start_paused = true)]
async fn idle_keys_are_forgotten_by_those_who_call() {
    let (limiter, credential) = somebody();
    for number in 0..200 {
        use_up(&limiter.credential(&format!("visitor {number}")), ONE).await;
    }
    assert_eq!(limiter.observe().len(), 200);
    advance(Duration::from_secs(1)).await;
    limiter.forget_idle(10_000);
    assert_eq!(limiter.observe().len(), 200, "their windows have not passed");
    advance(Duration::from_secs(1)).await;
    for _ in 0..8_000 {
        drop(normal(&credential, TWO).await.unwrap());
    }
    assert!(limiter.observe().len() <= 1);
}

#[tokio::test(start_paused = true)]
async fn a_cold_start_can_wait_for_what_a_predecessor_may_have_sent() {
    let limiter = Limiter::new(LimiterOptions::new().cold_start(ColdStart::Exhausted));
    let began = Instant::now();
    use_up(&limiter.credential("somebody"), ONE.with_max_transit(Duration::from_secs(2))).await;
    let waited = began.elapsed();
    assert!(
        waited >= Duration::from_secs(2) + SPAN && waited < Duration::from_secs(2) + SPAN * 2,
        "{waited:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_may_need_longer_to_be_counted() {
    let (_, credential) = somebody();
    drop(normal(&credential, ONE.with_max_transit(Duration::from_secs(60))).await.unwrap().start());
    let began = Instant::now();
    use_up(&credential, ONE).await;
    assert!(began.elapsed() >= Duration::from_secs(60) + SPAN);
}

#[tokio::test(start_paused = true)]
async fn slots_that_come_free_together_are_handed_out_together() {
    const MANY: EndpointLimits = EndpointLimits::new(3, &[Limit::per_second(30)]);
    let (limiter, credential) = somebody();
    for _ in 0..30 {
        use_up(&credential, MANY).await;
    }
    let calls: Vec<_> = (0..70).map(|_| tokio::spawn(normal(&credential, MANY))).collect();
    tokio::time::sleep(SPAN + Duration::from_millis(2)).await;
    let first: Vec<_> = calls.iter().map(tokio::task::JoinHandle::is_finished).collect();
    assert!(first[..30].iter().all(|&granted| granted) && !first[30..].iter().any(|&granted| granted));
    assert_eq!(limiter.observe()[0].waiters, 40);
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap()
}

/// Nobody waits for a timer of a runtime that may be gone before it rings.
#[test]
fn a_runtime_that_goes_leaves_those_of_another_their_turn() {
    for head_is_served in [false, true] {
        let (first, second) = (runtime(), runtime());
        let (limiter, credential) = somebody();
        first.block_on(use_up(&credential, ONE));
        let head = first.spawn(normal(&credential, ONE));
        first.block_on(tokio::task::yield_now());
        let waiting = second.spawn(normal(&credential, ONE));
        second.block_on(tokio::task::yield_now());
        if head_is_served {
            first.block_on(async { head.await.unwrap().unwrap().start().finish(Outcome::Responded) });
        }
        drop(first);
        let result = second.block_on(async { tokio::time::timeout(Duration::from_secs(60), waiting).await });
        drop(result.unwrap().unwrap().unwrap());
        second.block_on(async {
            tokio::time::sleep(Duration::from_secs(60)).await;
            limiter.forget_idle(1_000);
        });
        assert!(limiter.observe().is_empty(), "a timer of the runtime that is gone is left");
    }
}

#[test]
fn what_is_held_can_be_carried_into_a_task() {
    fn can_be_carried<T: Send + 'static>() {}
    can_be_carried::<Permit>();
    can_be_carried::<paceline::InFlight>();
    can_be_carried::<Acquire>();
}

#[tokio::test(start_paused = true)]
async fn what_is_held_can_be_printed() {
    let (_, credential) = somebody();
    let waiting = normal(&credential, ONE);
    assert!(format!("{waiting:?}").starts_with("Acquire"), "{waiting:?}");
    let permit = waiting.await.unwrap();
    assert_eq!(format!("{permit:?}"), "Permit { waited: 0ns, .. }");
    let in_flight = permit.start();
    assert!(format!("{in_flight:?}").starts_with("InFlight"), "{in_flight:?}");
    in_flight.finish(Outcome::Responded);
}
