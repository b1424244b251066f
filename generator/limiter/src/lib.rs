//! The rate limiter: never earns a 429, at full speed.
//!
//! # The promise
//! In any window of length `W`, *as the server counts*, at most `N` requests of one (credential, endpoint)
//! are counted, for every [`Limit`] of that endpoint at once, whatever the network delay and however the
//! server counts: fixed windows at any phase, a sliding log, a token bucket of `N`.
//!
//! # How
//! A request holds one slot of *every* limit of its key from the grant until `anchor + W + guard`, where
//! `anchor` is the arrival of the response, or `max_transit` after the sending if that is sooner
//! ([`Policy`]).
//!
//! Why that is enough: let `c` be the instant at which the server counts a request; only `send <= c <=
//! anchor` is assumed. Suppose `N + 1` counts fall into `[a, a + W)`, and let `l` be the last of them to be
//! granted. Each other `j` has `send_j <= send_l <= c_l < a + W <= c_j + W <= anchor_j + W`, so all `N`
//! others still held their slots when `l` was granted, and it could not be. Nothing was said about delays or
//! their order.
//!
//! What it costs: `N / (W + mean round trip)` is the most that is let through. A limiter that promises the
//! same without conditions cannot let through more.
//!
//! Not covered: servers that estimate instead of counting (weighted counters, GCRA with a burst below `N`). A
//! [`Pace`] is the remedy there.
//!
//! # Use
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), paceline::LimitError> {
//! use paceline::{EndpointLimits, Limit, Limiter, LimiterOptions, Outcome, Priority};
//!
//! const SEARCH: EndpointLimits = EndpointLimits::new(0, &[Limit::per_second(15), Limit::per_minute(450)]);
//!
//! let limiter = Limiter::new(LimiterOptions::new());
//! let credential = limiter.credential("plugin 7, user 42");
//! let permit = credential.acquire(SEARCH, Priority::Normal, None).await?;
//! let in_flight = permit.start();
//! // ... send the request, await the response's headers ...
//! in_flight.finish(Outcome::Answered);
//! # Ok(())
//! # }
//! ```
//! A [`Permit`] dropped is a slot given back. An [`InFlight`] dropped is not: the server may have counted the
//! request. A caller that gives up after the sending should leave the request and its `InFlight` to a task of
//! their own.
//!
//! # After a fork
//! A limiter belongs to the process that made it. A child that was forked and does not turn into another
//! program at once has neither the threads of its parent's runtime nor any hope for a lock that one of them
//! held, so nothing in it could put a limiter's state right, and nothing here tries. Such a child makes a
//! runtime and a client of its own; its limiter does not know what the parent sends with the same credential,
//! so it should begin with [`ColdStart::Exhausted`] after the parent has stopped, or both should share a
//! [`LimitStore`]. `std::process::Command` is no such case, and whoever forks otherwise has written `unsafe`.
//!
//! # Shown by
//! | what | how | command |
//! |---|---|---|
//! | no 429, no broken window, at any kind of server; goodput; limits lower than declared or shared with somebody else | `simulation`, event by event | `cargo test -p paceline --release --lib simulation -- --nocapture` |
//! | the same over a thousand million requests | `simulation` | … `-- --ignored --nocapture a_thousand_million` |
//! | the same with callers and a network in paused time, one run for each kind of server | `tests/servers.rs` | `cargo test -p paceline --release --test servers -- --nocapture` |
//! | a million random cancellations lose nothing | `tests/servers.rs` | … `-- --ignored --nocapture a_million` |
//! | the rules tick by tick, and under events in any order, checked by the any-window checker ([`check`]) | the tests and properties of `machine` | `cargo test -p paceline --lib machine` |
//! | nobody is refused without the lock whom the lock would let wait; no slot is lost | the properties of `gate` | `cargo test -p paceline --lib gate` |
//! | the line and what is published of it, under any order of threads | `loom_model` | `RUSTFLAGS="--cfg loom" cargo test -p paceline --lib --release --target-dir target/loom loom_model` |
//! | order, deadlines, closing, state | `tests/behaviour.rs` | `cargo test -p paceline --test behaviour` |
//! | no allocation for a call or a refusal, bytes for each key | `tests/memory.rs` | `cargo test -p paceline --test memory -- --nocapture` |
//! | nanoseconds, polls, bytes, goodput beside their goals and beside other limiters | `benches/limiter.rs` | `cargo bench -p paceline --bench limiter -- --figures` |
//!
//! Whether the tests would notice a mistake, by `cargo mutants -p paceline --exclude-re with_alarm --file
//! 'generator/limiter/src/{bound,gate,key,queue}.rs' --file 'generator/limiter/src/machine/*.rs'
//! -- --lib --test behaviour`: of 497 mutants, 475 compile, and 465 of them are noticed (97.9 %): 445 by a
//! failing test, 20 because the tests hang. Most of the ten others change nothing that can be seen: `>` for `>=`
//! where both sides give the same, a waker that is cloned needlessly. Four are about how far ahead a refusal looks
//! while a lowered limit is being probed.
//!
//! # Layers
//! `machine` holds the rules of one key and knows no clock; `queue` holds the line of those who wait and
//! knows no time; `key` changes both together; `gate` puts a key behind its lock and `bound` says what can be
//! known without it, and none of them knows a runtime; `alarm` and `acquire` are the face on tokio; `table`
//! and `registry` find the gate without hashing and forget the idle ones.

mod acquire;
mod alarm;
mod bound;
pub mod check;
mod clock;
mod error;
mod gate;
mod key;
mod limit;
mod machine;
mod observe;
mod options;
mod permit;
mod queue;
mod registry;
mod store;
mod sync;
mod table;
mod wakes;

#[cfg(all(test, loom))]
mod loom_model;
#[cfg(all(test, not(loom)))]
mod simulation;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tokio::time::Instant;

pub use acquire::Acquire;
pub use error::LimitError;
pub use limit::{EndpointLimits, Limit};
pub use observe::{KeyState, LimitState};
pub use options::{ColdStart, Guard, LimiterOptions, Pace, Policy};
pub use permit::{InFlight, Outcome, Permit};
pub use queue::{Place, Priority};
pub use store::{Lease, LeaseRequest, Leasing, LimitStore};

use clock::Clock;
use gate::Setup;
use registry::Registry;
use table::Credential;

/// Limits the requests of any number of credentials. Clones share their state.
#[derive(Clone)]
pub struct Limiter {
    backing: Backing,
}

#[derive(Clone)]
enum Backing {
    Here(Arc<Registry>),
    Store { store: Arc<dyn LimitStore>, clock: Clock },
}

impl Limiter {
    /// A limiter that keeps its state in this process.
    pub fn new(options: LimiterOptions) -> Self {
        let setup = Setup {
            clock: Clock::new(),
            rules: options.rules(),
            queue_bound: options.waiting_callers(),
            off: options.is_off(),
            closed: AtomicBool::new(false),
        };
        Self { backing: Backing::Here(Registry::new(setup)) }
    }

    /// A limiter that keeps its state in `store`.
    pub fn with_store(store: Arc<dyn LimitStore>) -> Self {
        Self { backing: Backing::Store { store, clock: Clock::new() } }
    }

    /// The limits of one credential. `id` says which, and appears in [`Limiter::observe`]: it must not be the
    /// secret itself. The same id gives the same state. To be kept and cloned: this call looks the id up.
    pub fn credential(&self, id: &str) -> CredentialLimiter {
        let backing = match &self.backing {
            Backing::Here(registry) => Holder::Here(registry.credential(id)),
            Backing::Store { store, clock } => {
                Holder::Store { store: store.clone(), clock: *clock, id: id.into() }
            }
        };
        CredentialLimiter { backing }
    }

    /// The state of every key that is in use.
    pub fn observe(&self) -> Vec<KeyState> {
        match &self.backing {
            Backing::Here(registry) => registry.observe(),
            Backing::Store { store, .. } => store.observe(),
        }
    }

    /// Sends away all who wait, and all who come later, with [`LimitError::Closed`]. Requests on their way
    /// may end.
    pub fn close(&self) {
        match &self.backing {
            Backing::Here(registry) => registry.close(),
            Backing::Store { store, .. } => store.close(),
        }
    }

    /// Looks at so many places for keys, and forgets those that have been idle for so long that nobody could
    /// tell. Calls do this by themselves, a few places at a time; this is for programs that stop calling and
    /// want the memory back.
    pub fn forget_idle(&self, places: usize) {
        if let Backing::Here(registry) = &self.backing {
            registry.sweep(places, registry.setup().clock.now());
        }
    }
}

impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter").finish_non_exhaustive()
    }
}

impl LimitStore for Limiter {
    fn acquire(&self, request: LeaseRequest) -> Leasing {
        let LeaseRequest { credential, endpoint, priority, place, deadline } = request;
        let acquire = self.credential(&credential).acquire_again(place, endpoint, priority, deadline);
        Box::pin(async move {
            let lease: Box<dyn Lease> = Box::new(OwnLease::Granted(acquire.await?));
            Ok(lease)
        })
    }

    fn observe(&self) -> Vec<KeyState> {
        Self::observe(self)
    }

    fn close(&self) {
        Self::close(self);
    }
}

/// A slot of this process, for those who want it as of a store.
enum OwnLease {
    Granted(Permit),
    Started(InFlight),
    Over,
}

impl Lease for OwnLease {
    fn start(&mut self) {
        *self = match std::mem::replace(self, Self::Over) {
            Self::Granted(permit) => Self::Started(permit.start()),
            other => other,
        };
    }

    fn finish(self: Box<Self>, outcome: Outcome) {
        if let Self::Started(in_flight) = *self {
            in_flight.finish(outcome);
        }
    }
}

/// The limits of one credential. Clones share their state.
#[derive(Clone)]
pub struct CredentialLimiter {
    backing: Holder,
}

#[derive(Clone)]
enum Holder {
    Here(Arc<Credential>),
    Store { store: Arc<dyn LimitStore>, clock: Clock, id: Arc<str> },
}

impl CredentialLimiter {
    /// Waits for a slot of every limit of `endpoint`, all at once. Needs a tokio runtime with time as soon as
    /// it has to wait.
    ///
    /// # Errors
    /// [`LimitError::DeadlineTooSoon`] at once if the turn cannot come by `deadline` as things stand at this
    /// call or at the first poll, or at the deadline if answers were slow; [`LimitError::QueueFull`]; [`LimitError::Closed`].
    #[inline]
    pub fn acquire(
        &self,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        match deadline.and_then(|deadline| self.refuses(endpoint, priority, deadline)) {
            Some(error) => Acquire::refused(error),
            None => self.acquire_at(None, endpoint, priority, deadline),
        }
    }

    /// The same for a call that had a permit before and tries again, for instance after a 429: with the place
    /// that the permit had, it comes before all who came later.
    ///
    /// # Errors
    /// As [`CredentialLimiter::acquire`].
    pub fn acquire_again(
        &self,
        place: Place,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        self.acquire_at(Some(place), endpoint, priority, deadline)
    }

    /// The refusal of a newcomer whose turn cannot come in time, as far as that is known without a lock.
    #[inline]
    fn refuses(&self, endpoint: EndpointLimits, priority: Priority, deadline: Instant) -> Option<LimitError> {
        match &self.backing {
            Holder::Here(credential) => credential.refuses(endpoint.index, priority, deadline),
            Holder::Store { .. } => None,
        }
    }

    fn acquire_at(
        &self,
        place: Option<Place>,
        endpoint: EndpointLimits,
        priority: Priority,
        deadline: Option<Instant>,
    ) -> Acquire {
        match &self.backing {
            Holder::Here(credential) => {
                Acquire::here(credential.clone(), endpoint, priority, place, deadline)
            }
            Holder::Store { store, clock, id } => {
                let place = place.unwrap_or_else(|| Place(clock.now()));
                let request = LeaseRequest { credential: id.clone(), endpoint, priority, place, deadline };
                Acquire::leasing(&**store, request)
            }
        }
    }

    /// The id this was made with.
    pub fn id(&self) -> &str {
        match &self.backing {
            Holder::Here(credential) => credential.id(),
            Holder::Store { id, .. } => id,
        }
    }
}

impl fmt::Debug for CredentialLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialLimiter").field("id", &self.id()).finish_non_exhaustive()
    }
}
