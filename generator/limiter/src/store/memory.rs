//! A store in this process, behind a simulated network: many limiters of one test share their limits on it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline_test_support::Rng;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout};

use super::limit_store::{LimitStore, StoreFuture};
use crate::clock::ticks_floor;
use crate::lease::{Known, Response, Server, Shares, Statement, Terms};

/// So long a process waits for a response.
const PATIENCE: Duration = Duration::from_secs(1);

/// A store in this process.
pub(super) struct MemoryStore {
    pub(super) records: Mutex<HashMap<Arc<str>, Option<Shares>>>,
    run: AtomicU64,
    epochs: AtomicU64,
    began: Mutex<Instant>,
    calls: Mutex<HashMap<u64, Arc<Calls>>>,
    rng: Mutex<Rng>,
    /// Half a round trip, on average.
    half_round_trip: Duration,
    terms: Terms,
    /// Whether it responds to nobody.
    pub(super) away: AtomicBool,
    /// How many statements there were.
    pub(super) statements: AtomicU64,
    /// Processes that nobody hears any more.
    pub(super) cut_off: Mutex<HashSet<u64>>,
}

#[derive(Default)]
struct Calls {
    names: Mutex<VecDeque<Arc<str>>>,
    called: Notify,
}

impl MemoryStore {
    pub(super) fn new(half_round_trip: Duration, terms: Terms) -> Arc<Self> {
        Arc::new(Self {
            records: Mutex::default(),
            run: AtomicU64::new(1),
            epochs: AtomicU64::new(1),
            // A server that has been running for long.
            began: Mutex::new(Instant::now()),
            calls: Mutex::default(),
            rng: Mutex::new(Rng::with_seed(5)),
            half_round_trip,
            terms,
            away: AtomicBool::new(false),
            statements: AtomicU64::new(0),
            cut_off: Mutex::default(),
        })
    }

    /// Forgets everything.
    pub(super) fn restart(&self) {
        self.run.fetch_add(1, Ordering::Relaxed);
        *self.began.lock().unwrap() = Instant::now();
        self.records.lock().unwrap().clear();
    }

    fn delay(&self) -> Duration {
        self.half_round_trip.mul_f64(self.rng.lock().unwrap().f64() * 2.0)
    }

    fn calls(&self, process: u64) -> Arc<Calls> {
        self.calls.lock().unwrap().entry(process).or_default().clone()
    }

    fn hear(&self, name: &Arc<str>, statement: &Statement) -> Response {
        let run = self.run.load(Ordering::Relaxed);
        let statement = &Statement { run, ..statement.clone() };
        self.statements.fetch_add(1, Ordering::Relaxed);
        let mut records = self.records.lock().unwrap();
        let record = records.entry(name.clone()).or_default();
        // As if it had been there for an hour before the test.
        let hour = if run == 1 { 36_000_000 } else { 0 };
        let uptime = ticks_floor(self.began.lock().unwrap().elapsed()) + hour;
        let epoch = self.epochs.fetch_add(1, Ordering::Relaxed);
        let server = Server { run, uptime };
        let (response, called) = Shares::exchange(record, server, epoch, statement, &self.terms);
        for id in called {
            let calls = self.calls(id.process);
            calls.names.lock().unwrap().push_back(name.clone());
            calls.called.notify_one();
        }
        response
    }
}

impl LimitStore for MemoryStore {
    fn terms(&self) -> Terms {
        self.terms
    }

    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>> {
        Box::pin(async move {
            let none = vec![None; said.len()];
            let cut_off =
                said.iter().any(|(_, said)| self.cut_off.lock().unwrap().contains(&said.from.process));
            let heard = timeout(PATIENCE, async {
                sleep(self.delay()).await;
                while self.away.load(Ordering::Relaxed) || cut_off {
                    sleep(Duration::from_millis(10)).await;
                }
                let responses = said.iter().map(|(name, said)| Some(self.hear(name, said))).collect();
                sleep(self.delay()).await;
                responses
            });
            heard.await.unwrap_or(none)
        })
    }

    fn observe(self: Arc<Self>, name: Arc<str>) -> StoreFuture<Option<Vec<Known>>> {
        Box::pin(async move {
            let records = self.records.lock().unwrap();
            let away = self.away.load(Ordering::Relaxed);
            let known = || records.get(&name).and_then(Option::as_ref).map(Shares::known);
            (!away).then(|| known().unwrap_or_default())
        })
    }

    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>> {
        Box::pin(async move {
            let calls = self.calls(process);
            loop {
                let called = calls.called.notified();
                if let Some(name) = calls.names.lock().unwrap().pop_front() {
                    return name;
                }
                called.await;
            }
        })
    }

    fn stop_calling(self: Arc<Self>, process: u64) {
        self.calls.lock().unwrap().remove(&process);
    }
}
