//! What all keys of a limiter have in common.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::clock::Clock;
use crate::endpoint_limits::EndpointLimits;
use crate::error::LimitError;
use crate::machine::Rules;
use crate::options::LimiterOptions;
use crate::sync::lock_std;

/// What all keys of a limiter have in common.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) clock: Clock,
    pub(crate) rules: Rules,
    /// How many callers may wait for one key.
    pub(crate) queue_bound: usize,
    /// Whether nothing is limited.
    pub(crate) off: bool,
    /// Whether all limits are shared with other processes.
    #[cfg(feature = "redis")]
    pub(crate) shared: bool,
    /// Set once, before the keys are closed one by one.
    pub(crate) closed: AtomicBool,
    /// How many keys are to be looked at, and removed if they are idle.
    pub(crate) sweep_debt: SweepDebt,
    /// What endpoints are called, by their numbers.
    names: Mutex<HashMap<u16, &'static str>>,
}

impl Config {
    pub(crate) fn new(options: LimiterOptions) -> Self {
        Self {
            clock: Clock::new(),
            rules: options.rules(),
            queue_bound: options.waiting_callers(),
            off: options.is_off(),
            #[cfg(feature = "redis")]
            shared: false,
            closed: AtomicBool::new(false),
            sweep_debt: SweepDebt::default(),
            names: Mutex::default(),
        }
    }

    /// The same, for limits that are shared with other processes.
    #[cfg(feature = "redis")]
    pub(crate) fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    /// Whether all limits are shared with other processes. Then no endpoint has a key of its own.
    #[cfg(feature = "redis")]
    #[inline]
    pub(crate) const fn is_shared(&self) -> bool {
        self.shared
    }

    /// Nothing is shared without a store.
    #[cfg(not(feature = "redis"))]
    #[inline]
    pub(crate) const fn is_shared(&self) -> bool {
        false
    }

    /// Why a wait ended that somebody else has ended.
    pub(crate) fn end_of_wait(&self) -> LimitError {
        #[cfg(feature = "redis")]
        if !self.closed.load(Ordering::Acquire) {
            return LimitError::StoreUnavailable;
        }
        LimitError::Closed
    }

    /// Remembers what an endpoint is called.
    pub(crate) fn learn_name(&self, endpoint: &EndpointLimits) {
        if !endpoint.name.is_empty() {
            lock_std(&self.names).insert(endpoint.index, endpoint.name);
        }
    }

    /// What an endpoint is called; empty if that is not known.
    pub(crate) fn name_of(&self, endpoint: u16) -> &'static str {
        lock_std(&self.names).get(&endpoint).copied().unwrap_or_default()
    }
}

/// How many keys have to be looked at because others were added. An idle key is removed when it is looked at, and memory
/// follows use only if that happens as fast as new keys come.
#[derive(Debug, Default)]
pub(crate) struct SweepDebt(AtomicUsize);

impl SweepDebt {
    /// So many keys are looked at for each that is added: then idle ones are at most a third of those in use.
    pub(crate) const RATE: usize = 4;

    /// At most so many keys are looked at in one go: a microsecond's work.
    const STEP: usize = 128;

    /// Keys were added.
    pub(crate) fn add(&self, keys: usize) {
        self.0.fetch_add(keys * Self::RATE, Ordering::Relaxed);
    }

    /// How many keys to look at now. Two callers may get the same ones, which does no harm.
    #[inline]
    pub(crate) fn due(&self) -> usize {
        self.0.load(Ordering::Relaxed).min(Self::STEP)
    }

    /// So many keys were looked at.
    pub(crate) fn pay(&self, keys: usize) {
        let left = |debt: usize| Some(debt.saturating_sub(keys));
        // The closure always gives a value, so the update cannot fail.
        let _before = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Policy;

    #[test]
    fn an_endpoint_without_a_name_does_not_take_away_the_name_that_is_known() {
        let config = Config::new(LimiterOptions::new());
        config.learn_name(&EndpointLimits::new(3, &[]).named("item.query"));
        config.learn_name(&EndpointLimits::new(3, &[]));
        assert_eq!((config.name_of(3), config.name_of(4)), ("item.query", ""));
    }

    #[test]
    fn limits_are_off_only_where_that_was_asked_for() {
        assert!(!Config::new(LimiterOptions::new()).off);
        assert!(Config::new(LimiterOptions::new().policy(Policy::Off)).off);
    }

    #[test]
    fn each_new_key_lets_several_be_looked_at_and_never_too_many_at_once() {
        let debt = SweepDebt::default();
        debt.add(3);
        assert_eq!(debt.due(), 12);
        debt.pay(5);
        assert_eq!(debt.due(), 7);
        debt.pay(100);
        assert_eq!(debt.due(), 0);
        debt.add(1_000);
        assert_eq!(debt.due(), 128);
    }
}
