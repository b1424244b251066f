//! What a generated API client runs on: tokens, the life of a call, JSON, pages, errors.
//!
//! This crate knows no API by name: the static descriptors that the generator emits say everything about an API. People
//! who use an emitted client meet the types below; what only emitted code uses is hidden from the documentation.
//!
//! The modules are declared in the order of their floors: each knows only those above its own line.

#[doc(hidden)]
pub mod json;
mod header_value;
mod lock;
mod secret;
#[doc(hidden)]
pub mod api;
mod error;
mod timestamp;
mod formatted;
mod callback;
mod link;
mod rule;
mod envelope;
mod header;
mod told_limits;
mod file;
mod download;
mod observe;
mod retry;
mod token;
mod client;
mod call;
mod stream;
mod send;
mod page;
mod upload;
mod filter;
mod call_builder;
#[doc(hidden)]
pub mod codegen;

pub use api::{Category, Effect, Method};
pub use call::Call;
pub use callback::{Event, EventData, EventError, Receiver, ReceiverBuilder};
pub use client::{Client, ClientBuilder};
pub use download::Download;
pub use error::{Error, ErrorKind, Result};
pub use file::File;
pub use formatted::{Base64, Date, DateTime, Decimal, Uri, Uuid};
pub use json::{DecodeError, JsonText, Map, Nullable, TextId};
pub use link::LinkError;
pub use observe::{Attempt, AttemptEnd, Observer};
pub use paceline as limiter;
pub use page::{Continuation, Page, Pages};
pub use reqwest;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use send::{Response, ResponseFuture, ResponseFutureWithMeta, ResponseMeta, UnreadableItem};
pub use serde_json::Value;
pub use stream::ItemStream;
pub use timestamp::{Timestamp, UnixSeconds};
pub use token::{Grant, RotatedToken, StoreFuture, TokenCache, TokenStore};
pub use upload::{UploadFuture, UploadProgress, UploadState};

#[doc(hidden)]
pub use serde;
