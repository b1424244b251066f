//! The board behind its lock.

use std::sync::atomic::Ordering;
use std::task::Waker;

use tokio::runtime::Id as RuntimeId;

use super::board::{Board, LaneKey};
use super::id::LaneId;
use super::lane::Poller;
use super::meter::End;
#[cfg(feature = "redis")]
use super::sharing::Sharing;
#[cfg(feature = "redis")]
use super::speaking::{Spoken, Statements};
use crate::config::Config;
use crate::error::LimitError;
use crate::key::{Caller, Entry, Polled, TimerStep};
#[cfg(feature = "redis")]
use crate::lease::Response;
use crate::machine::Sent;
use crate::observe::KeyState;
#[cfg(feature = "redis")]
use crate::observe::ShareState;
use crate::queue::Ticket;
use crate::sync::{Mutex, lock};
use crate::timers::TimerId;
use crate::wake_list::WakeList;

/// A board whose callers wait in runtimes of tokio's.
pub(crate) type TokioBoard = LockedBoard<RuntimeId>;

/// All meters and lanes of a limiter behind one lock. `R` names a runtime, and only `==` is used on it.
pub(crate) struct LockedBoard<R> {
    board: Mutex<Board<R>>,
}

impl<R> Default for LockedBoard<R> {
    fn default() -> Self {
        Self { board: Mutex::new(Board::default()) }
    }
}

impl<R: Copy + PartialEq> LockedBoard<R> {
    /// Changes the board under its lock, and wakes others after the lock is released.
    fn change<T>(&self, now: u64, change: impl FnOnce(&mut Board<R>, &mut WakeList) -> T) -> T {
        let mut wakes = WakeList::default();
        let mut board = lock(&self.board);
        let result = change(&mut board, &mut wakes);
        board.set_timers(now, &mut wakes);
        drop(board);
        wakes.wake();
        result
    }

    /// Grants room, or lets the caller join the queue, or refuses it. The number is that of its lane.
    pub(crate) fn enter(
        &self,
        config: &Config,
        key: &LaneKey,
        caller: &Caller,
        poller: Poller<'_, R>,
    ) -> (LaneId, Entry) {
        self.change(poller.now, |board, wakes| {
            if config.closed.load(Ordering::Acquire) {
                return (LaneId::MAX, Entry::Refused(LimitError::Closed));
            }
            board.enter(config, key, caller, poller, wakes)
        })
    }

    /// Asks again for a caller in the queue. While it has to wait on, the ticket stays valid.
    pub(crate) fn poll(
        &self,
        config: &Config,
        lane: LaneId,
        ticket: &mut Option<Ticket>,
        poller: Poller<'_, R>,
    ) -> Polled {
        self.change(poller.now, |board, wakes| board.poll(config, lane, ticket, poller, wakes))
    }

    /// A caller leaves the queue.
    pub(crate) fn leave(&self, config: &Config, lane: LaneId, ticket: Ticket, now: u64) {
        self.change(now, |board, wakes| board.leave(config, lane, ticket, now, wakes));
    }

    /// A caller leaves the queue because its deadline has come. Returns the tick at which it could have had its room.
    pub(crate) fn give_up(
        &self,
        config: &Config,
        lane: LaneId,
        ticket: Option<Ticket>,
        caller: &Caller,
        now: u64,
    ) -> u64 {
        self.change(now, |board, wakes| {
            board.refuse(lane);
            // Asked while the lane cannot be removed.
            let turn = board.turn(lane, caller.priority, caller.position_at(now), config, now);
            if let Some(ticket) = ticket {
                board.leave(config, lane, ticket, now, wakes);
            }
            turn
        })
    }

    /// A permit is given back unused.
    pub(crate) fn refund(&self, config: &Config, lane: LaneId, now: u64) {
        self.change(now, |board, wakes| board.give_back(config, lane, now, wakes));
    }

    /// A request is about to be sent. The server counts it within `transit` ticks; `None` takes the endpoint's own time.
    pub(crate) fn start(&self, config: &Config, lane: LaneId, transit: Option<u32>, now: u64) -> Sent {
        self.change(now, |board, _| board.start(config, lane, transit, now))
    }

    /// The last byte of a request was written.
    pub(crate) fn written(&self, config: &Config, lane: LaneId, sent: &mut Sent, now: u64) {
        self.change(now, |board, _| board.written(config, lane, sent, now));
    }

    /// A request has ended.
    pub(crate) fn finish(&self, config: &Config, lane: LaneId, end: End<'_>, now: u64) {
        self.change(now, |board, wakes| board.finish(config, lane, end, now, wakes));
    }

    /// A timer runs: does what is due, and says when it is to run again.
    pub(crate) fn run_timer(&self, config: &Config, timer: TimerId, waker: &Waker, now: u64) -> TimerStep {
        self.change(now, |board, wakes| board.run_timer(config, timer, waker, now, wakes))
    }

    /// Removes a timer whose runtime has shut down.
    pub(crate) fn remove_timer(&self, timer: TimerId) {
        lock(&self.board).timers.remove(timer);
    }

    /// Ends the wait of everybody, once [`Config::closed`] is set. Requests in flight are not touched.
    pub(crate) fn close(&self) {
        self.change(0, |board, wakes| board.close(wakes));
    }

    /// Looks at so many lanes and meters and removes the idle ones.
    pub(crate) fn tidy(&self, config: &Config, steps: usize, now: u64) {
        self.change(now, |board, _| board.tidy(steps, now, &config.rules));
    }

    /// Shares the meters of this board with other processes. To be called before anything else.
    #[cfg(feature = "redis")]
    pub(crate) fn share(&self, sharing: Sharing) {
        lock(&self.board).sharing = Some(sharing);
    }

    /// What there is to say to the store now.
    #[cfg(feature = "redis")]
    pub(crate) fn speak(&self, config: &Config, goodbye: bool, now: u64) -> Statements {
        self.change(now, |board, _| board.speak(config, goodbye, now))
    }

    /// The store has responded to what a meter said, or has not.
    #[cfg(feature = "redis")]
    pub(crate) fn hear(&self, config: &Config, spoken: &Spoken, response: Option<&Response>, now: u64) {
        self.change(now, |board, wakes| board.hear(config, spoken, response, now, wakes));
    }

    /// The store says that there is something for a meter of this name.
    #[cfg(feature = "redis")]
    pub(crate) fn call(&self, name: &str, now: u64) {
        self.change(now, |board, _| board.call(name, now));
    }

    /// What this process holds of each meter that it shares with others.
    #[cfg(feature = "redis")]
    pub(crate) fn observe_shares(&self, config: &Config, now: u64) -> Vec<(std::sync::Arc<str>, ShareState)> {
        self.change(now, |board, _| board.observe_shares(config, now))
    }

    /// The state of every lane that is in use.
    pub(crate) fn observe(&self, config: &Config, now: u64) -> Vec<KeyState> {
        self.change(now, |board, _| board.observe(config, now))
    }
}

#[cfg(test)]
impl<R: Copy + PartialEq> LockedBoard<R> {
    /// How many meters and lanes there are.
    pub(super) fn sizes(&self) -> (usize, usize) {
        lock(&self.board).sizes()
    }
}
