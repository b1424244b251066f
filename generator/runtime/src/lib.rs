//! What a generated API client runs on: limiter, tokens, the life of a call, JSON, pages, errors.
//!
//! This crate knows no API by name: everything it does is told by the static descriptors in [`api`] that the
//! generator emits. Emitted code comes in through [`codegen`]; people who use an emitted client meet the types below.

pub mod api;
mod builder;
mod call;
mod check;
mod client;
pub mod codegen;
mod download;
mod envelope;
mod error;
mod file;
mod filter;
pub mod json;
mod macros;
mod observe;
mod page;
mod retry;
mod secret;
mod send;
mod target;
mod timestamp;
mod token;

pub use builder::ClientBuilder;
pub use call::Call;
pub use client::Client;
pub use download::Download;
pub use error::{Error, ErrorKind, Result};
pub use file::File;
pub use json::{DecodeError, JsonText, Map};
pub use observe::{Attempt, AttemptEnd, Observer};
pub use paceline as limiter;
pub use page::{Page, Pages};
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use send::{Meta, Response, Sending, SendingWithMeta};
pub use serde_json::Value;
pub use timestamp::Timestamp;
pub use token::{Grant, Rotated, StoreFuture, TokenCache, TokenStore};

#[doc(hidden)]
pub use serde;
