//! What a store does.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::lease::{Known, Response, Statement, Terms};

/// A future of a store's.
pub(crate) type StoreFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A store that processes share their limits on.
pub(crate) trait LimitStore: Send + Sync + 'static {
    /// For how long things hold at this store.
    fn terms(&self) -> Terms {
        Terms::DEFAULT
    }

    /// Says these statements of the meters of these names, and hears the responses; `None` for each that does not come in time.
    /// The store says itself which run of its server it is that they were sent to.
    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>>;

    /// What is known of each process that shares the meter of this name; `None` if no response comes in time.
    fn observe(self: Arc<Self>, name: Arc<str>) -> StoreFuture<Option<Vec<Known>>>;

    /// Waits until there is something at the store for this process: the name of the meter. May be given up at any time.
    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>>;

    /// Nobody waits for this process any more. To be called in a runtime.
    fn forget(self: Arc<Self>, process: u64);
}
