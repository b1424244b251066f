//! The limiter as its users see it.

use std::fmt;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use tokio::time::Instant;

use crate::acquire::Acquire;
#[cfg(feature = "redis")]
use crate::clock::duration_of;
use crate::config::Config;
use crate::credential_keys::CredentialKeys;
use crate::endpoint_limits::EndpointLimits;
#[cfg(feature = "redis")]
use crate::error::LimitError;
#[cfg(feature = "redis")]
use crate::lease::Known;
use crate::observe::KeyState;
#[cfg(feature = "redis")]
use crate::observe::{ProcessState, ShareState, SharedState};
use crate::options::LimiterOptions;
#[cfg(feature = "redis")]
use crate::outage::Conduct;
use crate::priority::{Priority, QueuePosition};
use crate::registry::Registry;
#[cfg(feature = "redis")]
use crate::store::{LimitStore, RedisLimits};
use crate::sync::lock_std;

/// Limits the requests of any number of credentials. Clones share their state.
#[derive(Clone)]
pub struct Limiter {
    registry: Arc<Registry>,
}

impl Limiter {
    /// A new limiter. It knows nothing of requests that go through another one.
    pub fn new(options: LimiterOptions) -> Self {
        Self { registry: Arc::new(Registry::new(Config::new(options))) }
    }

    /// The limiter that everybody in this process shares who asks for one with these options. All that use the same
    /// credential should share a limiter, because the server counts them together.
    ///
    /// It lives as long as the process, and so knows what was sent by a client that is gone. Its memory follows use, as that
    /// of every limiter. [`Limiter::close`] closes it for everybody; who asks after that gets a new one.
    pub fn shared(options: LimiterOptions) -> Self {
        static SHARED: Mutex<Vec<(LimiterOptions, Limiter)>> = Mutex::new(Vec::new());
        let mut shared = lock_std(&SHARED);
        shared.retain(|(_, limiter)| !limiter.registry.config().closed.load(Ordering::Acquire));
        if let Some((_, limiter)) = shared.iter().find(|(known, _)| *known == options) {
            return limiter.clone();
        }
        let limiter = Self::new(options);
        shared.push((options, limiter.clone()));
        limiter
    }

    /// A limiter whose limits hold for all processes together that share them on this server, however many there are. All of its
    /// endpoints are shared, so it is a little slower than one that is not: about a microsecond a call.
    ///
    /// # Panics
    /// Outside of a tokio runtime. What speaks to the server runs in that runtime, so it must be driven as long as anybody
    /// waits.
    #[cfg(feature = "redis")]
    pub fn shared_on(limits: RedisLimits, options: LimiterOptions) -> Self {
        let (store, prefix, conduct, process) = limits.parts();
        Self::on_store(options, store, process, prefix, conduct)
    }

    /// A limiter that shares its limits through this store. `process` is a random number.
    #[cfg(feature = "redis")]
    pub(crate) fn on_store(
        options: LimiterOptions,
        store: Arc<dyn LimitStore>,
        process: u64,
        prefix: Arc<str>,
        conduct: Conduct,
    ) -> Self {
        let mut registry = Registry::new(Config::new(options).shared());
        registry.share(store, process, prefix, conduct);
        Self { registry: Arc::new(registry) }
    }

    /// Closes the limiter, gives back at once what this process holds of limits that it shares with others, and waits until the
    /// store knows, or does not respond. A limiter that is dropped does the same by itself if its runtime goes on;
    /// a program that ends should call this before, so that others need not wait until its lease has ended.
    #[cfg(feature = "redis")]
    pub async fn leave(&self) {
        self.close();
        if let Some(departure) = self.registry.departure() {
            departure.leave();
            departure.ended().await;
        }
    }

    /// What this process holds of limits that it shares with others.
    #[cfg(feature = "redis")]
    pub fn observe_shares(&self) -> Vec<ShareState> {
        self.registry.observe_shares().into_iter().map(|(_, state)| state).collect()
    }

    /// What each process holds of the limits that this one shares with others. Asks the store, once for each of them, so it is for
    /// people who look, and not for a loop.
    ///
    /// # Errors
    /// [`LimitError::StoreUnavailable`] if the store does not respond in time.
    #[cfg(feature = "redis")]
    pub async fn observe_processes(&self) -> Result<Vec<SharedState>, LimitError> {
        let mut states = Vec::new();
        let Some((store, own_process)) = self.registry.store() else { return Ok(states) };
        for (name, own) in self.registry.observe_shares() {
            let known = store.clone().observe(name).await.ok_or(LimitError::StoreUnavailable)?;
            let process = |known: Known| ProcessState {
                process: known.process,
                is_own: known.process == own_process,
                held: known.pools,
                silent_for: duration_of(known.silent_for),
            };
            states.push(SharedState { own, processes: known.into_iter().map(process).collect() });
        }
        Ok(states)
    }

    /// The limits of one credential. `id` identifies it and appears in [`Limiter::observe`], so it must not be the secret
    /// itself. The same id gives the same state. Keep and clone the value: this call looks the id up.
    pub fn credential(&self, id: &str) -> CredentialLimiter {
        let keys = self.registry.credential(id);
        self.registry.sweep_what_is_due(None);
        CredentialLimiter { keys, registry: self.registry.clone() }
    }

    /// The state of every key that is in use.
    pub fn observe(&self) -> Vec<KeyState> {
        self.registry.observe()
    }

    /// Ends the wait of all callers, now and from now on, with [`LimitError::Closed`](crate::LimitError::Closed). Requests in
    /// flight are not touched.
    pub fn close(&self) {
        self.registry.close();
    }

    /// Looks at about so many keys and removes those that have been idle for so long that it makes no difference. Calls
    /// do this by themselves, a few keys at a time; this is for programs that stop calling and want the memory back.
    pub fn forget_idle(&self, keys: usize) {
        let now = self.registry.config().clock.now();
        self.registry.sweep(keys, None, now);
        self.registry.tidy_board(keys, now);
    }
}

impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter").finish_non_exhaustive()
    }
}

/// The limits of one credential. Clones share their state.
#[derive(Clone)]
pub struct CredentialLimiter {
    keys: Arc<CredentialKeys>,
    registry: Arc<Registry>,
}

impl CredentialLimiter {
    /// Waits for a slot of every limit of `endpoint`, all at once. Needs a tokio runtime with timers as soon as it has to
    /// wait.
    ///
    /// # Errors
    /// [`LimitError::DeadlineTooSoon`](crate::LimitError::DeadlineTooSoon) at once if the turn cannot come by `deadline` as
    /// things are at this call or at the first poll, or at the deadline if responses were slow;
    /// [`LimitError::QueueFull`](crate::LimitError::QueueFull); [`LimitError::Closed`](crate::LimitError::Closed).
    #[inline]
    pub fn acquire(
        &self,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        let refused = deadline.and_then(|deadline| self.keys.refuses(endpoint.index, priority, deadline));
        match refused {
            Some(error) => Acquire::refused(error),
            None => self.acquire_at(None, endpoint, priority, deadline),
        }
    }

    /// The same for a call that had a permit before and is retried, for instance after a 429: with the position that the
    /// permit had, it comes before all callers who came later.
    ///
    /// # Errors
    /// As [`CredentialLimiter::acquire`].
    pub fn acquire_again(
        &self,
        position: QueuePosition,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        self.acquire_at(Some(position), endpoint, priority, deadline)
    }

    /// Both ways of acquiring; `position` is that of a call that is retried.
    #[inline]
    fn acquire_at(
        &self,
        position: Option<QueuePosition>,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        // Calls look for idle keys now and then, so that memory follows use.
        if self.keys.count_call() {
            self.sweep(endpoint.index);
        }
        Acquire::new(self.keys.clone(), endpoint, priority, position, deadline)
    }

    /// Looks at some keys and removes the idle ones, except for that of the endpoint `spared`, which is about to be used.
    #[cold]
    fn sweep(&self, spared: u16) {
        self.keys.owe_for_calls();
        self.registry.sweep_what_is_due(Some((&self.keys, spared)));
    }

    /// The id this was made with.
    pub fn id(&self) -> &str {
        self.keys.id()
    }
}

impl fmt::Debug for CredentialLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialLimiter").field("id", &self.id()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::error::LimitError;
    use crate::limit::Limit;
    use crate::outcome::Outcome;
    use crate::priority::Priority;

    #[test]
    fn debug_says_what_it_is_and_whose_limits_they_are() {
        let limiter = Limiter::new(LimiterOptions::new());
        assert!(format!("{limiter:?}").starts_with("Limiter"));
        let credential = format!("{:?}", limiter.credential("robot"));
        assert!(credential.starts_with("CredentialLimiter") && credential.contains("robot"), "{credential}");
    }

    #[tokio::test(start_paused = true)]
    async fn equal_options_share_a_limiter_in_the_process_until_it_is_closed() {
        const ONE: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(1)]);
        let acquire =
            |limiter: &Limiter, until| limiter.credential("somebody").acquire(ONE, Priority::Normal, until);
        let options = LimiterOptions::new().queue_bound(77);
        let [first, second] = [(); 2].map(|()| Limiter::shared(options));
        let other = Limiter::shared(options.queue_bound(78));
        let permit = acquire(&first, None).await.unwrap();
        let refused = acquire(&second, Some(Instant::now() + Duration::from_millis(1)));
        permit.start().finish(Outcome::Responded);
        assert!(refused.await.is_err_and(|error| error.is_deadline()), "the slot is used by the other one");
        drop(acquire(&other, None).await.unwrap());
        first.close();
        assert_eq!(acquire(&second, None).await.map(drop), Err(LimitError::Closed));
        drop(acquire(&Limiter::shared(options), None).await.unwrap());
    }
}
