//! Futures that were polled and are then held without being polled, while others wait. None is dropped.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use paceline::{
    Acquire, CredentialLimiter, EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority,
};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep, timeout};

/// Fifteen a second, or faster where time is real.
const SECONDLY: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15)]);
const FAST: EndpointLimits = EndpointLimits::new(1, &[Limit::new(15, Duration::from_millis(50))]);
const ONE: EndpointLimits = EndpointLimits::new(2, &[Limit::per_second(1)]);

/// A little longer than the lapse, the 5 ms for which a slot stands offered to a caller who is not polled.
const LAPSE: Duration = Duration::from_millis(7);

fn somebody() -> (Limiter, CredentialLimiter) {
    let limiter = Limiter::new(LimiterOptions::new());
    let credential = limiter.credential("somebody");
    (limiter, credential)
}

fn acquire(credential: &CredentialLimiter, endpoint: EndpointLimits) -> Acquire {
    credential.acquire(endpoint, Priority::Normal, None)
}

/// Polls once, with a waker that does nothing.
fn poll_and_hold(acquire: &mut Acquire) -> bool {
    Pin::new(acquire).poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

/// Calls of one kind, and how many have ended.
#[derive(Clone)]
struct Calls {
    credential: CredentialLimiter,
    endpoint: EndpointLimits,
    round_trip: Duration,
    ended: Arc<AtomicU32>,
    /// Whether the whole call is a task, or only its request.
    spawned: bool,
}

impl Calls {
    fn call(&self) -> BoxFuture<'static, ()> {
        let calls = self.clone();
        let call = async move {
            let permit = acquire(&calls.credential, calls.endpoint).await.unwrap();
            let in_flight = permit.start();
            // A request is carried by a task of its own: the limiter asks no more of its users.
            let request = async move {
                sleep(calls.round_trip).await;
                in_flight.finish(Outcome::Responded);
                calls.ended.fetch_add(1, Ordering::Relaxed);
            };
            tokio::spawn(request).await.unwrap();
        };
        if self.spawned {
            let task = tokio::spawn(call);
            Box::pin(async move { task.await.unwrap() })
        } else {
            Box::pin(call)
        }
    }

    /// The most usual way to work through a list: the body of the loop calls as well.
    async fn loop_over_buffered(self, k: usize) {
        let mut stream = futures_util::stream::iter(0..60).map(|_| self.call()).buffer_unordered(k);
        while stream.next().await.is_some() {
            self.call().await;
        }
    }

    async fn for_each_of_buffered(self, k: usize) {
        let stream = futures_util::stream::iter(0..60).map(|_| self.call()).buffer_unordered(k);
        stream.for_each(|()| self.call()).await;
    }

    /// A branch of `select!` waits for calls while other branches are held.
    async fn select_between(self) {
        for _ in 0..200 {
            let mut held = self.call();
            let mut ticks = 0;
            loop {
                tokio::select! {
                    () = &mut held => break,
                    () = sleep(Duration::from_millis(1)), if ticks < 2 => {
                        ticks += 1;
                        self.call().await;
                    }
                }
            }
        }
    }
}

type Shape = fn(Calls, usize) -> BoxFuture<'static, ()>;

const SHAPES: [(&str, &[usize], Shape); 3] = [
    ("loop", &[1, 3, 5, 20, 100], |calls, k| Box::pin(calls.loop_over_buffered(k))),
    ("for_each", &[1, 3, 5, 20, 100], |calls, k| Box::pin(calls.for_each_of_buffered(k))),
    ("select", &[1], |calls, _| Box::pin(calls.select_between())),
];

/// Calls that end in a second, while this shape is at work.
async fn goodput(shape: Shape, k: usize, endpoint: EndpointLimits, spawned: bool) -> f64 {
    let (ended, round_trip) = (Arc::new(AtomicU32::new(0)), endpoint.limits[0].window() * 2 / 25);
    let calls = Calls { credential: somebody().1, endpoint, round_trip, ended: ended.clone(), spawned };
    let began = Instant::now();
    timeout(Duration::from_secs(600), shape(calls, k)).await.expect("all work ends");
    f64::from(ended.load(Ordering::Relaxed)) / began.elapsed().as_secs_f64()
}

#[tokio::test(start_paused = true)]
async fn work_with_held_futures_is_as_fast_as_with_tasks() {
    for (name, sizes, shape) in SHAPES {
        for &k in sizes {
            let held = goodput(shape, k, SECONDLY, false).await;
            let tasks = goodput(shape, k, SECONDLY, true).await;
            println!(
                "{name}, {k} at once: {held:.2}/s held, {tasks:.2}/s as tasks, {:.1} %",
                100.0 * held / tasks
            );
            assert!(held >= 0.95 * tasks, "{name}, {k} at once: {held:.2}/s, but {tasks:.2}/s as tasks");
        }
    }
}

/// In real time, so only that it ends.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn work_with_held_futures_ends_on_many_threads() {
    let mut runs = tokio::task::JoinSet::new();
    for (_, sizes, shape) in SHAPES {
        for &k in sizes {
            runs.spawn(goodput(shape, k, FAST, false));
        }
    }
    for goodput in runs.join_all().await {
        assert!(goodput > 0.0);
    }
}

/// The same in real time: all shapes at once, each with a credential of its own. What is compared are two kinds of work in
/// one run, and the windows of a second decide about both.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "half a minute of real time: cargo test --release -p paceline --test held_futures -- --ignored --nocapture many_threads"]
async fn work_with_held_futures_is_as_fast_as_with_tasks_on_many_threads() {
    let mut runs = tokio::task::JoinSet::new();
    for (name, sizes, shape) in SHAPES {
        for &k in sizes {
            runs.spawn(async move {
                let held = tokio::spawn(goodput(shape, k, SECONDLY, false));
                let tasks = tokio::spawn(goodput(shape, k, SECONDLY, true));
                (name, k, held.await.unwrap(), tasks.await.unwrap())
            });
        }
    }
    for (name, k, held, tasks) in runs.join_all().await {
        println!(
            "{name}, {k} at once: {held:.2}/s held, {tasks:.2}/s as tasks, {:.1} %",
            100.0 * held / tasks
        );
        assert!(held >= 0.95 * tasks, "{name}, {k} at once: {held:.2}/s, but {tasks:.2}/s as tasks");
    }
}

/// How long a task of its own takes to get a slot.
async fn time_of_another(credential: &CredentialLimiter, endpoint: EndpointLimits) -> Duration {
    let (began, acquire) = (Instant::now(), acquire(credential, endpoint));
    let permit = timeout(Duration::from_secs(60), tokio::spawn(acquire)).await.expect("it is not held up");
    permit.unwrap().unwrap().start().finish(Outcome::Responded);
    began.elapsed()
}

#[tokio::test(start_paused = true)]
async fn a_head_that_is_held_holds_nobody_up() {
    let (_, credential) = somebody();
    time_of_another(&credential, ONE).await;
    let mut held: Vec<_> = (0..20).map(|_| acquire(&credential, ONE)).collect();
    assert!(!held.iter_mut().any(poll_and_hold));
    for _ in 0..3 {
        let took = time_of_another(&credential, ONE).await;
        assert!(took <= Duration::from_millis(1_004) + LAPSE, "{took:?}");
    }
    // Whoever is polled again is served first.
    let behind = tokio::spawn(acquire(&credential, ONE));
    tokio::task::yield_now().await;
    let began = Instant::now();
    held.swap_remove(7).await.unwrap().start().finish(Outcome::Responded);
    assert!(began.elapsed() <= Duration::from_millis(1_004) + LAPSE && !behind.is_finished());
    drop(behind.await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn an_offer_that_is_not_taken_goes_to_the_next_within_the_lapse() {
    let (limiter, credential) = somebody();
    let first = acquire(&credential, ONE).await.unwrap();
    let mut held = acquire(&credential, ONE);
    assert!(!poll_and_hold(&mut held));
    drop(first);
    // The slot is offered; nobody is behind, so the offer stands.
    sleep(Duration::from_secs(10)).await;
    assert_eq!((limiter.observe()[0].waiters, limiter.observe()[0].permits), (0, 0));
    // It has stood for longer than the lapse: whoever comes gets the slot at once, however near its deadline is.
    let mut other =
        credential.acquire(ONE, Priority::Normal, Some(Instant::now() + Duration::from_millis(1)));
    let polled = Pin::new(&mut other).poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(polled, Poll::Ready(Ok(_))), "{polled:?}");
    drop(polled);
    assert_eq!(time_of_another(&credential, ONE).await, Duration::ZERO);
    let began = Instant::now();
    held.await.unwrap().start().finish(Outcome::Responded);
    assert!(began.elapsed() <= Duration::from_millis(1_004));

    let mut held = acquire(&credential, ONE);
    assert!(!poll_and_hold(&mut held));
    let behind = tokio::spawn(acquire(&credential, ONE));
    sleep(Duration::from_millis(1_004)).await;
    assert!(!behind.is_finished(), "the head has some milliseconds");
    sleep(LAPSE).await;
    assert!(behind.is_finished());
}

/// However many of the free slots are offered to callers who are not polled, those behind get theirs at once.
#[tokio::test(start_paused = true)]
async fn many_free_slots_reach_all_who_wait_at_once() {
    let (_, credential) = somebody();
    for _ in 0..15 {
        acquire(&credential, SECONDLY).await.unwrap().start().finish(Outcome::Responded);
    }
    let mut held: Vec<_> = (0..10).map(|_| acquire(&credential, SECONDLY)).collect();
    assert!(!held.iter_mut().any(poll_and_hold));
    let behind: Vec<_> = (0..5).map(|_| tokio::spawn(acquire(&credential, SECONDLY))).collect();
    sleep(Duration::from_millis(1_005)).await;
    assert!(behind.iter().all(|task| task.is_finished()));
    assert!(held.iter_mut().all(poll_and_hold));
}

/// To hold a permit is its caller's choice: it is shown, and the slot waits for it.
#[tokio::test(start_paused = true)]
async fn a_permit_that_is_held_is_shown() {
    let (limiter, credential) = somebody();
    let permit = acquire(&credential, ONE).await.unwrap();
    let began = Instant::now();
    let mut behind = acquire(&credential, ONE);
    assert!(!poll_and_hold(&mut behind));
    sleep(Duration::from_secs(30)).await;
    let key = limiter.observe().remove(0);
    assert_eq!((key.permits, key.held_since, key.waiters), (1, Some(began), 1));
    permit.start().finish(Outcome::Responded);
    let key = limiter.observe().remove(0);
    assert_eq!((key.permits, key.held_since, key.waiters), (0, None, 1));
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

/// A runtime that nobody drives holds up nobody in another one, and what waits in it is served once it is driven.
#[test]
fn a_runtime_that_is_not_driven_holds_nobody_up() {
    const QUICK: EndpointLimits = EndpointLimits::new(3, &[Limit::new(1, Duration::from_millis(50))]);
    let (idle, live) = (runtime(), runtime());
    let (_, credential) = somebody();
    live.block_on(time_of_another(&credential, QUICK));
    let waiting: Vec<_> = (0..3).map(|_| idle.spawn(acquire(&credential, QUICK))).collect();
    idle.block_on(tokio::task::yield_now());
    live.block_on(async {
        for _ in 0..4 {
            time_of_another(&credential, QUICK).await;
        }
    });
    idle.block_on(async {
        for task in waiting {
            let permit = timeout(Duration::from_secs(60), task).await.expect("it is served");
            permit.unwrap().unwrap().start().finish(Outcome::Responded);
        }
    });
}

/// A future that is polled first in one runtime and then in another is polled once for each.
#[test]
fn a_future_that_moves_between_runtimes_does_not_spin() {
    const QUICK: EndpointLimits = EndpointLimits::new(3, &[Limit::new(1, Duration::from_millis(50))]);
    for deadline in [None, Some(Duration::from_secs(60))] {
        let (first, second) = (runtime(), runtime());
        let (_, credential) = somebody();
        first.block_on(time_of_another(&credential, QUICK));
        let deadline = deadline.map(|wait| Instant::now() + wait);
        let mut moved = credential.acquire(QUICK, Priority::Normal, deadline);
        assert!(first.block_on(poll_fn(|cx| Poll::Ready(Pin::new(&mut moved).poll(cx).is_pending()))));
        drop(first);
        let mut polls = 0;
        let permit = second.block_on(poll_fn(|cx| {
            polls += 1;
            Pin::new(&mut moved).poll(cx)
        }));
        drop(permit.unwrap());
        assert!(polls <= 4, "{polls} polls");
    }
}
