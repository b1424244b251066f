//! Step 2: a token that is valid now, if the endpoint takes one.

use tokio::time::timeout_at;

use crate::error::{ErrorKind, Result};
use crate::token::Credential;

use super::exchange::{ExchangeCall, refresh};
use super::execution::CallExecution;

impl CallExecution {
    /// Takes the cached token, or fetches one.
    pub(super) async fn authorize(&mut self, exchange: ExchangeCall) -> Result<()> {
        let Some(credential) = self.call.credential() else { return Ok(()) };
        let token =
            match (credential.cached_token(), credential.exchange()) {
                (Some(token), _) => Some(token),
                (None, None) => None,
                (None, Some(of)) => {
                    let token = Box::pin(refresh(credential, of, &self.call.client, exchange));
                    let end = self.max_elapsed_ends();
                    let end = self.deadline.map_or(end, |deadline| deadline.min(end));
                    let token = Box::pin(timeout_at(end, token)).await;
                    Some(token.unwrap_or_else(|_| {
                        Err(self.call.error(ErrorKind::Timeout, "no token came in time"))
                    })?)
                }
            };
        self.retry.check_idempotency_scope(self.call.is_harmed_by_repetition(), token.as_ref())?;
        self.token = token;
        Ok(())
    }

    /// Whether the token is still good after the call has waited in line; takes a newer one if there is one.
    pub(super) fn is_still_authorized(&mut self) -> bool {
        let with_token = self.call.credential().filter(|credential| credential.has_token());
        let cached = with_token.map(Credential::cached_token);
        match cached {
            None => true,
            Some(Some(token)) => {
                let same_scope = self
                    .retry
                    .check_idempotency_scope(self.call.is_harmed_by_repetition(), Some(&token))
                    .is_ok();
                if same_scope {
                    self.token = Some(token);
                }
                same_scope
            }
            Some(None) => false,
        }
    }
}
