//! Whether a request's connection is still being made: then not a byte of the request was written.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tower_layer::Layer;
use tower_service::Service;

tokio::task_local! {
    /// The request that is being polled.
    static REQUEST: Connecting;
}

/// Whether a connection is being made for a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Connecting(Arc<AtomicBool>);

impl Connecting {
    /// The request's future, under watch.
    pub(crate) fn watch<F: Future>(&self, request: F) -> impl Future<Output = F::Output> + use<F> {
        REQUEST.scope(self.clone(), request)
    }

    /// Whether nothing was written yet, since there is no connection yet.
    pub(crate) fn is_connecting(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Wraps what makes connections.
#[derive(Clone, Debug)]
pub(super) struct WatchConnecting;

impl<S> Layer<S> for WatchConnecting {
    type Service = Connector<S>;

    fn layer(&self, inner: S) -> Connector<S> {
        Connector { inner }
    }
}

/// Makes connections and reports it to the request that needs one.
#[derive(Clone, Debug)]
pub(super) struct Connector<S> {
    inner: S,
}

impl<S, R> Service<R> for Connector<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, target: R) -> Self::Future {
        let connecting = REQUEST.try_with(Clone::clone).unwrap_or_default();
        let mut connection = Box::pin(self.inner.call(target));
        connecting.0.store(true, Ordering::Release);
        Box::pin(poll_fn(move |cx| {
            let polled = connection.as_mut().poll(cx);
            // The request may have got another connection that became free; this one then goes on without it.
            let awaited =
                REQUEST.try_with(|request| Arc::ptr_eq(&request.0, &connecting.0)).unwrap_or_default();
            if polled.is_ready() || !awaited {
                connecting.0.store(false, Ordering::Release);
            }
            polled
        }))
    }
}
