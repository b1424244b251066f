//! What a store does.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::lease::{Response, Statement};

/// A future of a store's.
pub(crate) type StoreFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A store that processes share their limits on.
pub(crate) trait LimitStore: Send + Sync + 'static {
    /// The run of the server, as far as it is known.
    fn run(&self) -> u64;

    /// Says these statements of the meters of these names, and hears the responses; `None` for each that does not come in time.
    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>>;

    /// Waits until there is something at the store for this process: the name of the meter. May be given up at any time.
    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>>;
}
