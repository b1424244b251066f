//! Step 3: the limiter's permit.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use futures_util::future::{Either, select};
use paceline::{EndpointLimits, LimitError, Permit};
use tokio::time::sleep;

use crate::api::BodyKind;
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};
use crate::retry::Passage;

use super::decide::DOWN;
use super::execution::CallExecution;

impl CallExecution {
    /// Waits for the limiter's permit. Another attempt keeps the position in the queue that the first one had.
    pub(super) async fn admit(&mut self) -> Result<Permit> {
        let passage = self.passage()?;
        let call = &self.call;
        let limiter = call.client.limiter_of(call.credential());
        let limits = limits(call);
        let permit = match self.position {
            Some(position) => limiter.acquire_again(position, limits, call.priority, self.deadline),
            None => limiter.acquire(limits, call.priority, self.deadline),
        };
        let mut permit = pin!(permit);
        // Most permits are there at the first poll; only a call that has to wait looks out for an outage.
        let admitted = match poll_fn(|cx| Poll::Ready(permit.as_mut().poll(cx))).await {
            Poll::Ready(admitted) => admitted,
            Poll::Pending => Box::pin(self.wait_in_line(permit, passage)).await?,
        };
        let mut permit = admitted.map_err(|error| refused(call, error))?;
        if let Some(delay) = self.fallback_delay.take()
            && permit.waited().is_zero()
        {
            // None of our limits holds this key back, but the server has one.
            drop(permit);
            Box::pin(sleep(delay)).await;
            let again = limiter.acquire(limits, call.priority, self.deadline);
            permit = Box::pin(again).await.map_err(|error| refused(call, error))?;
        }
        self.position.get_or_insert(permit.queue_position());
        self.waited += permit.waited();
        Ok(permit)
    }
}

impl CallExecution {
    /// Whether the call may go on to the limiter: not if its endpoint is down.
    fn passage(&self) -> Result<Passage> {
        let outages = self.call.client.outages();
        if !outages.any() {
            return Ok(Passage::Open);
        }
        outages.enter(&self.outage_key()).map_err(|down| self.refuse(down))
    }

    /// The error of a call whose endpoint is down: that of its own last attempt, if it made one.
    fn refuse(&self, down: Error) -> Error {
        self.last_error.clone().map_or(down, |error| error.with_remark(DOWN))
    }

    /// Waits for the limiter, but not for an endpoint that is down.
    async fn wait_in_line<A: Future>(&self, permit: Pin<&mut A>, passage: Passage) -> Result<A::Output> {
        let (outages, key) = (self.call.client.outages(), self.outage_key());
        let down = async {
            if passage == Passage::Probe {
                sleep(self.attempt_timeout()).await;
            }
            outages.until_down(&key).await
        };
        match select(permit, pin!(down)).await {
            Either::Left((admitted, _)) => Ok(admitted),
            Either::Right((down, _)) => Err(self.refuse(down)),
        }
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
        // Their attempts have a second more for each MiB. One figure for files of all sizes: an hour covers 3.5 GiB.
        BodyKind::Multipart | BodyKind::Bytes => Duration::from_secs(60 * 60),
        BodyKind::Json | BodyKind::Form | BodyKind::Text | BodyKind::None => call.client.attempt_timeout(),
    };
    limits.with_max_transit(limits.max_transit.unwrap_or(TRANSIT).max(longest))
}

fn refused(call: &Call, error: LimitError) -> Error {
    call.error(ErrorKind::LocalLimit, error.to_string()).with_retry_after(error.wait()).with_source(error)
}
