//! Step 3: the limiter's permit.

use std::time::Duration;

use paceline::{EndpointLimits, LimitError, Permit};
use tokio::time::sleep;

use crate::api::BodyKind;
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};

use super::execution::CallExecution;

impl CallExecution {
    /// Waits for the limiter's permit. Another attempt keeps the position in the queue that the first one had.
    pub(super) async fn admit(&mut self) -> Result<Permit> {
        let call = &self.call;
        let limiter = call.client.limiter_of(call.credential());
        let limits = limits(call);
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

/// How long a request may be on its way after the client lost sight of it: the connection broke, the time was up, or
/// something between responded in the server's place.
pub(super) const TRANSIT: Duration = Duration::from_secs(5);

/// The limits of the call's endpoint. A slot is never given away before the attempt itself must have ended.
fn limits(call: &Call) -> EndpointLimits {
    let id = if call.endpoint.id.is_empty() { "raw" } else { call.endpoint.id };
    let limits = call.endpoint.limits.named(id);
    let longest = match call.body_kind() {
        // A second for each MiB, however large the files are.
        BodyKind::Multipart => Duration::from_secs(60 * 60),
        BodyKind::Json | BodyKind::None => call.client.attempt_timeout(),
    };
    limits.with_max_transit(limits.max_transit.unwrap_or(TRANSIT).max(longest))
}

fn refused(call: &Call, error: LimitError) -> Error {
    call.error(ErrorKind::LocalLimit, error.to_string()).with_retry_after(error.wait()).with_source(error)
}
