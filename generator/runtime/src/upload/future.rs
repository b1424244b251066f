//! The future of an upload.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tracing::Instrument;

use crate::error::{Error, Result};
use crate::json::Empty;
use crate::send::{ResponseKind, UntypedResponse, no_runtime, runtime_is_gone};

use super::engine::run;
use super::settings::Upload;

type UntypedFuture = Pin<Box<dyn Future<Output = Result<UntypedResponse>> + Send>>;

/// An upload on its way; it gives the data of its last response.
///
/// From the first poll on, it runs in a task of its own on the tokio runtime of that poll, whether or not this is polled
/// again. Dropping this stops it; what the server has of it stays there until the server forgets it.
#[must_use = "an upload is sent when it is awaited"]
pub struct UploadFuture<T> {
    task: UntypedFuture,
    data: PhantomData<fn() -> T>,
}

impl Upload {
    /// Uploads the file and gives the data of the last response.
    pub fn send<T: Empty + Send + 'static>(self) -> UploadFuture<T> {
        UploadFuture { task: start(self, ResponseKind::data::<T>()), data: PhantomData }
    }
}

/// By itself, so that the steps are compiled here and not once more with each client.
fn start(upload: Upload, kind: ResponseKind) -> UntypedFuture {
    Box::pin(in_own_task(upload, kind))
}

/// Runs the upload in a task that ends with this future.
async fn in_own_task(upload: Upload, kind: ResponseKind) -> Result<UntypedResponse> {
    let runtime = Handle::try_current().map_err(|_| no_runtime())?;
    let mut task = JoinSet::new();
    task.spawn_on(run(upload, kind).in_current_span(), &runtime);
    match task.join_next().await {
        Some(Ok(result)) => result,
        Some(Err(ended)) => match ended.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(stopped()),
        },
        None => Err(stopped()),
    }
}

/// It cannot be known how far it came.
fn stopped() -> Error {
    runtime_is_gone().maybe_applied(true)
}

impl<T: 'static> Future for UploadFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.task.as_mut().poll(cx).map(|result| result.and_then(UntypedResponse::into_data))
    }
}

impl<T> fmt::Debug for UploadFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadFuture").finish_non_exhaustive()
    }
}
