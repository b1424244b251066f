//! Whether and when another attempt follows a failed one.

use std::time::Duration;

use tokio::time::Instant;

use crate::error::{Error, Result};
use crate::secret::Secret;

use super::budget::RetryBudget;
use super::classify::FailureClass;
use super::policy::RetryPolicy;

/// A failed attempt.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) class: FailureClass,
}

/// What happens after a failed attempt.
#[derive(Debug)]
pub(crate) enum RetryDecision {
    /// Another attempt with a new token.
    RenewToken,
    /// Another attempt as soon as the limiter admits it: it holds back its key for this endpoint and credential after a
    /// 429. Where it does not, because it knows no limits for the endpoint, the attempt waits for `fallback_delay`.
    WaitForLimiter { fallback_delay: Duration },
    /// Another attempt after this pause.
    BackOff(Duration),
    /// The call fails.
    GiveUp(Error),
}

/// What a decision depends on.
pub(crate) struct AttemptFacts<'a> {
    pub(crate) policy: &'a RetryPolicy,
    /// How many attempts the call makes at least, even where the policy's `max_attempts` is smaller; 0 unless it says so itself.
    pub(crate) min_attempts: u32,
    pub(crate) budget: &'a RetryBudget,
    /// The end of the whole call, if its caller set one.
    pub(crate) deadline: Option<Instant>,
    /// When the policy's `max_elapsed`, not counting time in the limiter's queue, is over.
    pub(crate) max_elapsed_ends: Instant,
    /// Whether a repetition could do something a second time.
    pub(crate) can_harm: bool,
    /// Whether the server can tell a repetition from another write.
    pub(crate) has_idempotency_key: bool,
    /// Whether the body can be sent once more.
    pub(crate) is_repeatable: bool,
    /// The token that the attempt was made with.
    pub(crate) token: Option<&'a Secret>,
    /// Whether there is a way to get another token.
    pub(crate) can_renew: bool,
}

/// What the attempts of a call so far leave behind.
#[derive(Default)]
pub(crate) struct RetryState {
    /// The delays that are left, once one was needed.
    delays: Option<Box<dyn Iterator<Item = Duration> + Send + Sync>>,
    token_was_renewed: bool,
    /// What the last repetition took from the budget.
    budget_cost: Option<u32>,
    /// The last attempt that the server may have carried out.
    ambiguous: Option<AmbiguousAttempt>,
}

struct AmbiguousAttempt {
    /// The token it was made with. Idempotency keys count for one token only.
    token: Option<Secret>,
    error: Error,
}

impl RetryState {
    /// Decides about another attempt after a failed one.
    pub(crate) fn decide(&mut self, failure: Failure, facts: &AttemptFacts<'_>) -> RetryDecision {
        let Failure { error, class } = failure;
        let decision = match class {
            FailureClass::TokenRejected => self.renew_token(error, facts),
            FailureClass::Throttled => self.wait_for_limiter(error, facts),
            FailureClass::NotSent => self.back_off(error, facts),
            FailureClass::Ambiguous => self.repeat_ambiguous(error, facts),
            FailureClass::Final => Err(error),
        };
        decision.unwrap_or_else(RetryDecision::GiveUp)
    }

    /// Gives back to the budget, because the call succeeded: what its last repetition took, or a little where it made none.
    pub(crate) fn refund(&self, budget: &RetryBudget) {
        budget.refund(self.budget_cost);
    }

    /// Whether the server may have carried one of the attempts out.
    pub(crate) fn is_ambiguous(&self) -> bool {
        self.ambiguous.is_some()
    }

    /// Refuses to repeat a write with another token than that of the attempt that the server may have carried out: an
    /// idempotency key holds for one token, its scope, and does not protect the write with another.
    pub(crate) fn check_idempotency_scope(&self, can_harm: bool, token: Option<&Secret>) -> Result<()> {
        match &self.ambiguous {
            Some(AmbiguousAttempt { token: used, error }) if can_harm && used.as_ref() != token => {
                let remark = "the token was renewed after this attempt, and the idempotency key does not hold across \
                              tokens, so the write was not sent again";
                Err(error.clone().with_remark(remark).maybe_applied(true))
            }
            _ => Ok(()),
        }
    }

    /// Another attempt with a new token, once for each call.
    fn renew_token(&mut self, error: Error, facts: &AttemptFacts<'_>) -> Result<RetryDecision> {
        check_repeatable(&error, facts)?;
        if self.token_was_renewed || facts.token.is_none() || !facts.can_renew {
            return Err(error);
        }
        self.token_was_renewed = true;
        Ok(RetryDecision::RenewToken)
    }

    fn wait_for_limiter(&mut self, error: Error, facts: &AttemptFacts<'_>) -> Result<RetryDecision> {
        check_repeatable(&error, facts)?;
        // Not bounded by `max_elapsed`: as a rule the wait is spent in the limiter's queue, which that does not count.
        let fallback_delay = self.next_delay(&error, facts, facts.deadline)?;
        self.take_from_budget(error, facts)?;
        Ok(RetryDecision::WaitForLimiter { fallback_delay })
    }

    /// Another attempt, unless it could carry a write out twice.
    fn repeat_ambiguous(&mut self, error: Error, facts: &AttemptFacts<'_>) -> Result<RetryDecision> {
        if facts.can_harm && !facts.has_idempotency_key {
            return Err(error);
        }
        self.ambiguous = Some(AmbiguousAttempt { token: facts.token.cloned(), error: error.clone() });
        self.back_off(error, facts)
    }

    fn back_off(&mut self, error: Error, facts: &AttemptFacts<'_>) -> Result<RetryDecision> {
        check_repeatable(&error, facts)?;
        let end =
            facts.deadline.map_or(facts.max_elapsed_ends, |deadline| deadline.min(facts.max_elapsed_ends));
        let delay = self.next_delay(&error, facts, Some(end))?;
        self.take_from_budget(error, facts)?;
        Ok(RetryDecision::BackOff(delay))
    }

    /// Takes the cost of another attempt from the budget, or fails. Whatever the cause, the repetitions of all calls of a
    /// client share a budget.
    fn take_from_budget(&mut self, error: Error, facts: &AttemptFacts<'_>) -> Result<()> {
        self.budget_cost = facts.budget.take(error.kind());
        match self.budget_cost {
            Some(_) => Ok(()),
            None => {
                Err(error.with_remark("not sent again, because too many calls of this client are failing"))
            }
        }
    }

    /// How long to wait before the next attempt; an error when there is none left, or no time for it.
    fn next_delay(
        &mut self,
        error: &Error,
        facts: &AttemptFacts<'_>,
        end: Option<Instant>,
    ) -> Result<Duration> {
        let delays = self.delays.get_or_insert_with(|| Box::new(facts.policy.delays(facts.min_attempts)));
        let Some(delay) = delays.next() else { return Err(error.clone()) };
        let delay = error.retry_after().map_or(delay, |asked| asked.max(delay));
        if end.is_some_and(|end| Instant::now() + delay >= end) {
            return Err(error.clone().with_remark("not sent again, because the call's time is up"));
        }
        Ok(delay)
    }
}

/// Whether the body can be sent once more, and the server asks for no longer wait than the policy allows.
fn check_repeatable(error: &Error, facts: &AttemptFacts<'_>) -> Result<()> {
    if !facts.is_repeatable {
        return Err(error.clone().with_remark("not sent again, because a stream can be sent only once"));
    }
    if error.retry_after().is_some_and(|asked| asked > facts.policy.max_retry_after) {
        return Err(error
            .clone()
            .with_remark("not sent again, because the server asks for a longer wait than allowed"));
    }
    Ok(())
}
