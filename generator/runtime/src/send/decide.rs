//! The last step of a call, after decoding: whether and when another attempt follows.

use tokio::time::sleep;
use tracing::debug;

use crate::error::Result;
use crate::retry::{Failure, RetryDecision};

use super::execution::CallExecution;
use super::response::UntypedResponse;

/// Why a call is not sent again whose endpoint is down.
pub(super) const DOWN: &str = "not sent again, because nothing but failures comes from this endpoint";

impl CallExecution {
    /// Returns the response on success, or `None` if the call is to be tried again, after the pause that this needs. Only
    /// the wait for the limiter is left to the next attempt.
    pub(super) async fn decide(
        &mut self,
        result: std::result::Result<UntypedResponse, Failure>,
    ) -> Result<Option<UntypedResponse>> {
        let is_down = self.note_health(result.as_ref().err());
        let failure = match result {
            Ok(response) => {
                self.retry.refund(self.call.client.retry_budget());
                return Ok(Some(response));
            }
            Err(Failure { error, .. }) if is_down => return Err(error.with_remark(DOWN)),
            Err(failure) => failure,
        };
        self.last_error = Some(failure.error.clone());
        match self.next_decision(failure) {
            RetryDecision::RenewToken => {
                if let (Some(credential), Some(token)) = (self.call.credential(), &self.token) {
                    credential.discard(token);
                }
                debug!("the token was refused; the next attempt renews it");
            }
            RetryDecision::WaitForLimiter { fallback_delay } => self.fallback_delay = Some(fallback_delay),
            RetryDecision::BackOff(delay) => {
                debug!(delay_ms = delay.as_millis(), "trying again");
                // Boxed, because a timer would make the future of every call larger.
                Box::pin(sleep(delay)).await;
            }
            RetryDecision::GiveUp(error) => return Err(error),
        }
        Ok(None)
    }

    /// Takes note of whether the endpoint works. Tells whether it is down.
    fn note_health(&self, failure: Option<&Failure>) -> bool {
        let outages = self.call.client.outages();
        match failure {
            Some(Failure { error, class }) if class.is_of_server() => {
                outages.failed(self.outage_key(), self.attempt_began, error)
            }
            _ if outages.any() => {
                outages.responded(&self.outage_key());
                false
            }
            _ => false,
        }
    }

    fn next_decision(&mut self, failure: Failure) -> RetryDecision {
        // Taken out for the call, because the facts are read from the rest of `self`.
        let mut retry = std::mem::take(&mut self.retry);
        let decision = retry.decide(failure, &self.facts());
        self.retry = retry;
        decision
    }
}
