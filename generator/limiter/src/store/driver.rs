//! Speaks to the store for all meters of a limiter.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use tokio::time::sleep_until;

use super::leaving::Leaving;
use super::limit_store::LimitStore;
use crate::buckets::{Speaking, Spoken, TokioBoard};
use crate::config::Config;

/// Speaks to the store for all meters of a limiter, as a task that lives as long as the limiter.
#[derive(Clone)]
pub(crate) struct Driver {
    pub(crate) board: Arc<TokioBoard>,
    pub(crate) config: Arc<Config>,
    pub(crate) store: Arc<dyn LimitStore>,
    /// The number that this process is known by.
    pub(crate) process: u64,
    pub(crate) leaving: Arc<Leaving>,
    /// Whether the store does not respond, which is logged once.
    pub(crate) away: Arc<AtomicBool>,
}

/// Tells that everything was given back, also if the task ends in another way.
struct End(Arc<Leaving>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Driver {
    /// Speaks until the limiter is gone.
    pub(crate) async fn run(self) {
        let _end = End(self.leaving.clone());
        loop {
            let now = self.config.clock.now();
            let goodbye = self.leaving.leaves();
            let speaking = Speaking { run: self.store.run(), goodbye };
            let statements = self.board.speak(&self.config, speaking, now);
            let exchange = self.clone().exchange(statements.spoken);
            if goodbye {
                exchange.await;
                return;
            }
            // A response that is late must not hold up other meters.
            tokio::spawn(exchange);
            let next = statements.next.map(|tick| self.config.clock.instant(tick));
            let mut sleep = next.map(|next| Box::pin(sleep_until(next)));
            let mut pressed = pin!(self.leaving.pressed.notified());
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
        let away = responses.iter().all(Option::is_none);
        if away != self.away.swap(away, Ordering::Relaxed) {
            if away {
                tracing::warn!("the store that rate limits are shared on does not respond");
            } else {
                tracing::info!("the store that rate limits are shared on responds again");
            }
        }
        let now = self.config.clock.now();
        for (index, spoken) in spoken.iter().enumerate() {
            let response = responses.get(index).and_then(Option::as_ref);
            self.board.hear(&self.config, spoken, response, now);
        }
    }
}
