//! Credentials and their tokens. How a token is fetched is not known here: `send::exchange` does that.

mod store;
mod response;
mod session;
mod cache;
mod grant;
mod credential;

pub use cache::TokenCache;
pub use grant::Grant;
pub use store::{RotatedToken, StoreFuture, TokenStore};

pub(crate) use cache::SessionKey;
pub(crate) use credential::Credential;
pub(crate) use response::TokenResponse;
pub(crate) use session::{CachedToken, RefreshEnd, RefreshOutcome, Session, Token, TokenLife};
