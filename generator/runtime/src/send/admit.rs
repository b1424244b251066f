//! Step 3: the limiter's permit.

use paceline::{LimitError, Permit};
use tokio::time::sleep;

use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};

use super::execution::CallExecution;

impl CallExecution {
    /// Waits for the limiter's permit. Another attempt keeps the position in the queue that the first one had.
    pub(super) async fn admit(&mut self) -> Result<Permit> {
        let call = &self.call;
        let limiter = call.client.limiter_of(call.credential());
        let limits = call.endpoint.limits.named(call.endpoint.id);
        let permit = match self.position {
            Some(position) => limiter.acquire_again(position, limits, call.priority, self.deadline),
            None => limiter.acquire(limits, call.priority, self.deadline),
        };
        let mut permit = permit.await.map_err(|error| refused(call, error))?;
        if let Some(floor) = self.backoff_floor.take()
            && permit.waited().is_zero()
        {
            // None of our limits holds this key back, but the server has one.
            drop(permit);
            Box::pin(sleep(floor)).await;
            let again = limiter.acquire(limits, call.priority, self.deadline);
            permit = Box::pin(again).await.map_err(|error| refused(call, error))?;
        }
        self.position.get_or_insert(permit.queue_position());
        self.waited += permit.waited();
        Ok(permit)
    }
}

fn refused(call: &Call, error: LimitError) -> Error {
    call.error(ErrorKind::LocalLimit, error.to_string()).with_retry_after(error.wait()).with_source(error)
}
