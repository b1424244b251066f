//! Where else the state can live.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use tokio::time::Instant;

use super::error::LimitError;
use super::limit::EndpointLimits;
use super::observe::KeyState;
use super::permit::Outcome;
use super::queue::{Place, Priority};

/// A future that a store gives out.
pub type Leasing = Pin<Box<dyn Future<Output = Result<Box<dyn Lease>, LimitError>> + Send>>;

/// One call's wish for a slot.
#[derive(Clone, Debug)]
pub struct LeaseRequest {
    /// The id of the credential. A client's own are alike in every process: base URL, kind, and a digest.
    pub credential: Arc<str>,
    /// What the endpoint allows.
    pub endpoint: EndpointLimits,
    /// How soon.
    pub priority: Priority,
    /// When the caller first came.
    pub place: Place,
    /// After this instant a slot is of no use.
    pub deadline: Option<Instant>,
}

impl LeaseRequest {
    /// The name of the slots that are asked for, the same in every process that acts with this credential and
    /// calls this endpoint, whatever the version of its client. It holds no secret.
    pub fn key(&self) -> String {
        let Self { credential, endpoint, .. } = self;
        match endpoint.name {
            "" => format!("{credential} #{}", endpoint.index),
            name => format!("{credential} {name}"),
        }
    }
}

/// A place outside this process where several processes share the slots of their credentials.
///
/// The promise to keep is that of the module: a slot of every limit from the grant until its window after its
/// anchor. A [`Limiter`](super::Limiter) is itself such a store, so that one can stand behind another, for
/// instance as a static share when the outside cannot be reached.
pub trait LimitStore: Send + Sync + 'static {
    /// Waits for a slot of every limit of the endpoint. Dropping the future gives back what was taken.
    ///
    /// # Errors
    /// Inside the future: any [`LimitError`]; nothing is held then.
    fn acquire(&self, request: LeaseRequest) -> Leasing;

    /// The state of the keys as far as this process knows it.
    fn observe(&self) -> Vec<KeyState>;

    /// Sends away all who wait, and all who come later, with [`LimitError::Closed`].
    fn close(&self);
}

/// A slot in a [`LimitStore`]. Dropped before [`Lease::start`], it goes back; dropped after, its request's
/// end is unknown.
pub trait Lease: Send + 'static {
    /// The request is about to be sent.
    fn start(&mut self);

    /// The request has ended. Must not block: what takes time belongs into a task.
    fn finish(self: Box<Self>, outcome: Outcome);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_known_by_credential_and_endpoint_not_by_the_number_of_today() {
        let key = |endpoint: EndpointLimits| {
            let (credential, place) = ("https://a plugin 1".into(), Place(0));
            LeaseRequest { credential, endpoint, priority: Priority::Normal, place, deadline: None }.key()
        };
        let [old, new] = [7, 8].map(|number| EndpointLimits::new(number, &[]));
        assert_eq!(key(old.named("work_item.create")), "https://a plugin 1 work_item.create");
        assert_eq!(key(old.named("work_item.create")), key(new.named("work_item.create")));
        assert_eq!((key(old), key(new)), ("https://a plugin 1 #7".into(), "https://a plugin 1 #8".into()));
    }
}
