//! A bound on the repetitions of all calls of a client: an outage of the server is not made worse.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::ErrorKind;

/// What a repetition takes from the budget: when it is used up, fourteen successes pay for the next repetition, so that
/// repetitions add about 7 % to the load.
const REPETITION: u32 = 14;
/// What a repetition after a time-out takes: the server is likely to be busy with the attempt still.
const AFTER_TIMEOUT: u32 = 28;
/// What a success at the first attempt gives back.
const SUCCESS: u32 = 1;

/// What is left for repetitions, over all calls of a client.
#[derive(Debug)]
pub(crate) struct RetryBudget {
    left: AtomicU32,
    full: u32,
}

impl RetryBudget {
    /// Room for so many repetitions.
    pub(crate) fn new(repetitions: u32) -> Self {
        let full = repetitions.saturating_mul(REPETITION);
        Self { left: AtomicU32::new(full), full }
    }

    /// Takes what one repetition costs; `None` when that is not left.
    pub(crate) fn take(&self, after: ErrorKind) -> Option<u32> {
        let cost = match after {
            ErrorKind::Timeout => AFTER_TIMEOUT,
            _ => REPETITION,
        };
        let take = |left: u32| left.checked_sub(cost);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| cost)
    }

    /// Gives back after a success: what its last repetition cost, or [`SUCCESS`] if there was none.
    pub(crate) fn refund(&self, cost: Option<u32>) {
        let give = |left: u32| Some(left.saturating_add(cost.unwrap_or(SUCCESS)).min(self.full));
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_uses_the_budget_up_and_successes_fill_it_again() {
        let budget = RetryBudget::new(3);
        let take = |after| budget.take(after);
        assert_eq!(take(ErrorKind::Timeout), Some(28));
        assert_eq!((take(ErrorKind::Transport), take(ErrorKind::Api)), (Some(14), None));
        (0..13).for_each(|_| budget.refund(None));
        assert_eq!(take(ErrorKind::RateLimited), None);
        budget.refund(None);
        assert_eq!(take(ErrorKind::RateLimited), Some(14));
        (0..100).for_each(|_| budget.refund(Some(14)));
        assert_eq!((0..).take_while(|_| take(ErrorKind::Api).is_some()).count(), 3);
    }
}
