//! Paths of the runtime. They are written nowhere else.

use proc_macro2::TokenStream;
use quote::quote;

/// Package of the runtime.
pub(super) const PACKAGE: &str = "paceline-runtime";

/// What emitted code is built from.
pub(super) const CODEGEN: &str = "paceline_runtime::codegen";

/// What users of the client see.
pub(super) const PUBLIC: &str = "paceline_runtime";

/// What an emitted crate hands on to its users.
pub(super) fn exports() -> [TokenStream; 1] {
    [quote! {
        pub use paceline_runtime::{
            Attempt, AttemptEnd, Call, Category, Continuation, DecodeError, Download, Error, ErrorKind, Event, EventData, EventError, File, Grant, JsonText, Map, Method, Nullable,
            Observer, Page, Pages, Receiver, ReceiverBuilder, Response, ResponseFuture, ResponseFutureWithMeta, ResponseMeta, Result, RetryPolicy,
            RotatedToken, Secret, StoreFuture, TextId, Timestamp, TokenCache, TokenStore, UnreadableItem, UploadFuture, UploadProgress, UploadState, Value, api, limiter, reqwest,
        };
    }]
}
