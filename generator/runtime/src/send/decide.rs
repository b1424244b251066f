//! Step 7: whether and when another attempt follows.

use tokio::time::sleep;
use tracing::debug;

use crate::error::Result;
use crate::retry::{Failure, RetryDecision, RetryState};

use super::execution::CallExecution;
use super::response::UntypedResponse;

impl CallExecution {
    /// The response of a success; `None` when another attempt follows, after the pause that it needs.
    pub(super) async fn decide(
        &mut self,
        result: std::result::Result<UntypedResponse, Failure>,
    ) -> Result<Option<UntypedResponse>> {
        let failure = match result {
            Ok(response) => {
                self.retry.succeeded(self.call.client.retry_budget());
                return Ok(Some(response));
            }
            Err(failure) => failure,
        };
        match self.decision(failure) {
            RetryDecision::RenewToken => {
                if let (Some(credential), Some(token)) = (self.call.credential(), &self.token) {
                    credential.discard(token);
                }
                debug!("the token is renewed");
            }
            RetryDecision::WaitForLimiter { backoff_floor } => self.backoff_floor = Some(backoff_floor),
            RetryDecision::BackOff(delay) => {
                debug!(delay_ms = delay.as_millis(), "trying again");
                Box::pin(sleep(delay)).await;
            }
            RetryDecision::GiveUp(error) => return Err(error),
        }
        Ok(None)
    }

    fn decision(&mut self, failure: Failure) -> RetryDecision {
        let mut retry: RetryState = std::mem::take(&mut self.retry);
        let decision = retry.decide(failure, &self.facts());
        self.retry = retry;
        decision
    }
}
