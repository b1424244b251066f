//! The alarm of a key: one tokio timer, handed from head to head.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

use tokio::runtime::{Handle, Id};
use tokio::time::Sleep;

use super::clock::Clock;
use super::key::Alarm;

/// One timer for all who wait for a key. It is armed with the waker of whoever is next, mostly by whoever was
/// granted a slot just before, so that a caller is polled once to join the line and once to take its turn.
#[derive(Default)]
pub(super) struct TokioAlarm {
    timer: Option<(Id, Pin<Box<Sleep>>)>,
}

impl Alarm for TokioAlarm {
    type Home = Id;

    fn home() -> Id {
        Handle::current().id()
    }

    fn set(&mut self, at: u64, clock: &Clock, waker: &Waker, home: Id) -> bool {
        // A timer rings only as long as its runtime lives, so it must be of the runtime where the caller
        // waits; and only from inside that runtime is it certain that it still runs.
        if !Handle::try_current().is_ok_and(|here| here.id() == home) {
            return false;
        }
        let instant = clock.instant(at);
        let timer = match &mut self.timer {
            Some((known, timer)) if *known == home => {
                timer.as_mut().reset(instant);
                timer
            }
            other => &mut other.insert((home, Box::pin(tokio::time::sleep_until(instant)))).1,
        };
        timer.as_mut().poll(&mut Context::from_waker(waker)).is_pending()
    }
}
