//! Where rotated refresh tokens are saved.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use crate::secret::Secret;

/// The future of [`TokenStore::save`].
pub type StoreFuture =
    Pin<Box<dyn Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send>>;

/// Saves refresh tokens beyond the end of the process.
///
/// When the server gives out a new refresh token, the old one is spent. The new one is passed to the store, and the new
/// access token is used only after the store has saved it. If the store fails, calls fail; the new refresh token stays in
/// memory and is passed to the store again with the next call. So neither a crash after a success nor a store that is
/// down for a while loses it.
///
/// A refresh token belongs to one process: two that refresh with the same one take it away from each other.
///
/// An async closure that takes a [`RotatedToken`] and gives a `Result` is a store.
pub trait TokenStore: Send + Sync + 'static {
    /// Saves the new refresh token in place of the old one.
    fn save(&self, rotated: RotatedToken) -> StoreFuture;
}

impl<F, Fut, E> TokenStore for F
where
    F: Fn(RotatedToken) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<(), E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn save(&self, rotated: RotatedToken) -> StoreFuture {
        let saved = self(rotated);
        Box::pin(async move { saved.await.map_err(Into::into) })
    }
}

/// A refresh token that replaces another one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RotatedToken {
    /// The credential's name, as its method of the client's builder is called.
    pub credential: &'static str,
    /// The refresh token that is spent.
    pub old: Secret,
    /// The refresh token to use from now on.
    pub new: Secret,
}

impl fmt::Debug for dyn TokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenStore")
    }
}
