//! What a store does.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::lease::{Known, Response, Statement, Terms};

/// A future of a store's.
pub(crate) type StoreFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A store that processes share their limits on.
pub(crate) trait LimitStore: Send + Sync + 'static {
    /// The times of the protocol at this store: how long a lease is, how early it is renewed, and the like.
    fn terms(&self) -> Terms {
        Terms::DEFAULT
    }

    /// Says these statements of the meters of these names, and hears the responses; `None` for each that does not come in time.
    /// The store itself fills in `Statement::run`, which start of its server they go to, by which a restart is noticed; callers leave it
    /// at 0.
    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>>;

    /// What is known of each process that shares the meter of this name; `None` if no response comes in time.
    fn observe(self: Arc<Self>, name: Arc<str>) -> StoreFuture<Option<Vec<Known>>>;

    /// Waits until the store calls on this process to speak of a meter again, and gives the meter's name. May be given up at any time.
    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>>;

    /// Ends what [`called`](Self::called) began: the store need not call on this process any more. What it holds is not touched. To
    /// be called in a runtime.
    fn stop_calling(self: Arc<Self>, process: u64);
}
