//! Step 2: a token that is valid now, if the endpoint takes one.
//!
//! An idempotency key counts for one token only: that is its scope. So a write that the server may have carried out
//! already is not sent again with another token.

use tokio::time::timeout_at;

use crate::error::{ErrorKind, Result};
use crate::token::Credential;

use super::exchange::{ExchangeCall, refresh};
use super::execution::CallExecution;

impl CallExecution {
    /// Takes the cached token, or fetches one by a call that `send_exchange` carries out. Fails if the idempotency key
    /// of an earlier attempt does not hold for that token.
    pub(super) async fn authorize(&mut self, send_exchange: ExchangeCall) -> Result<()> {
        let Some(credential) = self.call.credential() else { return Ok(()) };
        let token =
            match (credential.cached_token(), credential.exchange()) {
                (Some(token), _) => Some(token),
                (None, None) => None,
                (None, Some(exchange)) => {
                    // Boxed, both of them: most calls have a token, and would carry the room for these futures along.
                    let token = Box::pin(refresh(credential, exchange, &self.call.client, send_exchange));
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

    /// Whether the call may be sent, after it has waited in line, with the token that is cached by now; takes that one.
    /// If not, [`Self::authorize`] follows: it fetches a token where there is none, and fails where there is one for
    /// which the idempotency key does not hold.
    pub(super) fn is_still_authorized(&mut self) -> bool {
        let with_token = self.call.credential().filter(|credential| credential.uses_token());
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
