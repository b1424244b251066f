//! Where rotated secrets are kept.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use crate::secret::Secret;

/// The future of [`TokenStore::keep`].
pub type StoreFuture =
    Pin<Box<dyn Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send>>;

/// Keeps refresh tokens beyond the end of the process.
///
/// When the server answers a new refresh token, the old one is spent. The new one is handed to the store, and only when
/// the store has it the new access token is used. If the store fails, calls fail; the new token stays in memory and is
/// handed over again with the next call, so neither a crash after a success nor a store that is down for a while loses it.
///
/// A refresh token belongs to one process: two that refresh with the same one take it away from each other.
///
/// An async closure that takes a [`Rotated`] and gives a `Result` is a store.
pub trait TokenStore: Send + Sync + 'static {
    /// Keeps the new refresh token in place of the old one.
    fn keep(&self, rotated: Rotated) -> StoreFuture;
}

impl<F, Fut, E> TokenStore for F
where
    F: Fn(Rotated) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<(), E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn keep(&self, rotated: Rotated) -> StoreFuture {
        let kept = self(rotated);
        Box::pin(async move { kept.await.map_err(Into::into) })
    }
}

/// One secret in place of another.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rotated {
    /// The credential's name, as its method of the client's builder is called.
    pub credential: &'static str,
    /// What is spent.
    pub old: Secret,
    /// What takes its place.
    pub new: Secret,
}

impl fmt::Debug for dyn TokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenStore")
    }
}
