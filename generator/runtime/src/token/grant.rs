//! Grants: what lets a client act for a user.

use std::sync::Arc;
use std::time::Duration;

use crate::secret::Secret;

use super::store::TokenStore;

/// A refresh token, with the access token that came with it and a store for its successors.
///
/// ```
/// # use std::time::Duration;
/// # use paceline_runtime::{Grant, RotatedToken};
/// let grant = Grant::new("refresh token")
///     .token("token", Duration::from_secs(7200))
///     .store(|rotated: RotatedToken| async move {
///         // Replace `rotated.old` by `rotated.new`.
///         std::io::Result::Ok(())
///     });
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Grant {
    pub(crate) refresh_token: Secret,
    pub(crate) token: Option<(Secret, Duration)>,
    pub(crate) store: Option<Arc<dyn TokenStore>>,
}

impl Grant {
    /// A refresh token alone: an access token is fetched with it at the first call.
    pub fn new(refresh_token: impl Into<Secret>) -> Self {
        Self { refresh_token: refresh_token.into(), token: None, store: None }
    }

    /// The access token that came with it, and how long it is valid from now on. It is used until it has to be renewed.
    pub fn token(mut self, token: impl Into<Secret>, lifetime: Duration) -> Self {
        self.token = Some((token.into(), lifetime)).filter(|(token, _)| !token.is_empty());
        self
    }

    /// Where each successor of the refresh token is saved.
    pub fn store(mut self, store: impl TokenStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }
}
