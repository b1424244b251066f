//! What a generated API client runs on: limiter, tokens, the life of a call, JSON, pages, errors.
//!
//! This crate knows no API by name: everything it does is told by the static descriptors in [`api`] that the
//! generator emits. Emitted code comes in through [`codegen`]; people who use an emitted client meet the types below.

#[cfg(not(loom))]
pub mod api;
#[cfg(not(loom))]
mod builder;
#[cfg(not(loom))]
mod call;
#[cfg(not(loom))]
mod check;
#[cfg(not(loom))]
mod client;
#[cfg(not(loom))]
pub mod codegen;
#[cfg(not(loom))]
mod download;
#[cfg(not(loom))]
mod envelope;
#[cfg(not(loom))]
mod error;
#[cfg(not(loom))]
mod file;
#[cfg(not(loom))]
mod filter;
#[cfg(not(loom))]
pub mod json;
pub mod limiter;
#[cfg(not(loom))]
mod macros;
#[cfg(not(loom))]
mod observe;
#[cfg(not(loom))]
mod page;
#[cfg(not(loom))]
mod retry;
#[cfg(not(loom))]
mod secret;
#[cfg(not(loom))]
mod send;
#[cfg(not(loom))]
mod target;
#[cfg(not(loom))]
mod timestamp;
#[cfg(not(loom))]
mod token;

#[cfg(not(loom))]
pub use builder::ClientBuilder;
#[cfg(not(loom))]
pub use call::Call;
#[cfg(not(loom))]
pub use client::Client;
#[cfg(not(loom))]
pub use download::Download;
#[cfg(not(loom))]
pub use error::{Error, ErrorKind, Result};
#[cfg(not(loom))]
pub use file::File;
#[cfg(not(loom))]
pub use json::{DecodeError, JsonText, Map};
#[cfg(not(loom))]
pub use observe::{Attempt, AttemptEnd, Observer};
#[cfg(not(loom))]
pub use page::{Page, Pages};
#[cfg(not(loom))]
pub use retry::RetryPolicy;
#[cfg(not(loom))]
pub use secret::Secret;
#[cfg(not(loom))]
pub use send::{Meta, Response, Sending, SendingWithMeta};
#[cfg(not(loom))]
pub use serde_json::Value;
#[cfg(not(loom))]
pub use timestamp::Timestamp;
#[cfg(not(loom))]
pub use token::{Grant, Rotated, StoreFuture, TokenCache, TokenStore};

#[doc(hidden)]
#[cfg(not(loom))]
pub use serde;
