//! Speaks to the store for all meters of a limiter.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::Poll;

use tokio::time::sleep_until;

use super::departure::Departure;
use super::limit_store::LimitStore;
use crate::buckets::{Spoken, TokioBoard};
use crate::config::Config;

/// Speaks to the store for all meters of a limiter, as a task that lives as long as the limiter.
#[derive(Clone)]
pub(crate) struct Driver {
    pub(crate) board: Arc<TokioBoard>,
    pub(crate) config: Arc<Config>,
    pub(crate) store: Arc<dyn LimitStore>,
    /// The number that this process is known by.
    pub(crate) process: u64,
    pub(crate) departure: Arc<Departure>,
    pub(crate) outages: Arc<Outages>,
}

/// Whether the store responds. An outage is logged once, and so is its end.
#[derive(Debug, Default)]
pub(crate) struct Outages {
    away: AtomicBool,
    /// How many times in a row all statements were responded to.
    responses: AtomicU32,
}

/// After so many times an outage is over. While a part of a cluster is away, the others respond all the same.
const OVER: u32 = 20;

impl Outages {
    /// Statements were sent, and at least one of them was not responded to, or all were.
    fn note(&self, away: bool) {
        if away {
            self.responses.store(0, Ordering::Relaxed);
            if !self.away.swap(true, Ordering::Relaxed) {
                tracing::warn!("the store that rate limits are shared on does not respond");
            }
        } else if self.away.load(Ordering::Relaxed)
            && self.responses.fetch_add(1, Ordering::Relaxed) + 1 >= OVER
            && self.away.swap(false, Ordering::Relaxed)
        {
            tracing::info!("the store that rate limits are shared on responds again");
        }
    }
}

/// Tells that everything was given back, also if the task ends in another way.
struct End(Arc<Departure>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Driver {
    /// Speaks until the limiter is gone.
    pub(crate) async fn run(self) {
        let _end = End(self.departure.clone());
        loop {
            let now = self.config.clock.now();
            let goodbye = self.departure.leaves();
            let statements = self.board.speak(&self.config, goodbye, now);
            let exchange = self.clone().exchange(statements.spoken);
            if goodbye {
                exchange.await;
                self.store.stop_calling(self.process);
                return;
            }
            // A response that is late must not hold up other meters.
            tokio::spawn(exchange);
            let next = statements.next.map(|tick| self.config.clock.instant(tick));
            let mut sleep = next.map(|next| Box::pin(sleep_until(next)));
            let mut pressed = pin!(self.departure.pressed.notified());
            let mut called = self.store.clone().called(self.process);
            let called = poll_fn(|cx| {
                if let Poll::Ready(name) = called.as_mut().poll(cx) {
                    return Poll::Ready(Some(name));
                }
                let slept = sleep.as_mut().is_some_and(|sleep| sleep.as_mut().poll(cx).is_ready());
                if slept || pressed.as_mut().poll(cx).is_ready() { Poll::Ready(None) } else { Poll::Pending }
            })
            .await;
            if let Some(name) = called {
                self.board.call(&name, self.config.clock.now());
            }
        }
    }

    /// Says what meters have to say, and tells them what comes back.
    async fn exchange(self, spoken: Vec<Spoken>) {
        if spoken.is_empty() {
            return;
        }
        let said = spoken.iter().map(|spoken| (spoken.name.clone(), spoken.statement.clone())).collect();
        let responses = self.store.exchange(said).await;
        self.outages.note(responses.iter().any(Option::is_none));
        let now = self.config.clock.now();
        for (index, spoken) in spoken.iter().enumerate() {
            let response = responses.get(index).and_then(Option::as_ref);
            self.board.hear(&self.config, spoken, response, now);
        }
    }
}
