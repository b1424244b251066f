//! Retries: when a failed attempt is repeated, and when not.
//!
//! [`classify()`] says what a failed attempt means, [`RetryState::decide`] what to do about it, within the
//! [`RetryPolicy`] of the client and the [`RetryBudget`] of all its calls. [`Outages`] knows the endpoints that are down, so that
//! nobody waits for them.

mod policy;
mod budget;
mod outages;
mod classify;
mod decide;

pub use policy::RetryPolicy;

pub(crate) use budget::RetryBudget;
pub(crate) use classify::{FailureClass, classify, is_duplicate, is_throttled};
pub(crate) use decide::{AttemptFacts, Failure, RetryDecision, RetryState};
pub(crate) use outages::{OutageKey, Outages, Passage};
