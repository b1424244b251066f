//! Where runtime paths are spelled, and nowhere else.

use proc_macro2::TokenStream;
use quote::quote;

/// Package of the runtime.
pub(super) const PACKAGE: &str = "client-runtime";

/// What emitted code is built from.
pub(super) const CODEGEN: &str = "client_runtime::codegen";

/// What people who use the client meet.
pub(super) const PUBLIC: &str = "client_runtime";

/// What an emitted crate hands on to its users.
pub(super) fn exports() -> [TokenStream; 1] {
    [quote! {
        pub use client_runtime::{
            Call, DecodeError, Download, Error, ErrorKind, File, JsonText, Meta, Page, Pages, Response, Result, RetryPolicy, Secret,
            Sending, SendingWithMeta, Timestamp, Value, api, limiter,
        };
    }]
}
