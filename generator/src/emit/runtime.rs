//! Paths of the runtime. They are written nowhere else.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::root;
use crate::ir::Api;

/// Package of the runtime.
pub(super) const PACKAGE: &str = "paceline-runtime";

/// What emitted code is built from.
pub(super) const CODEGEN: &str = "paceline_runtime::codegen";

/// What users of the client see.
pub(super) const PUBLIC: &str = "paceline_runtime";

/// Crates whose paths the modules of a resource write without a `::` before them, so that no filter, whose module
/// stands beside these, may have their names. Only the crate's root writes the `::` where it has to: see [`exports`].
pub(crate) const CRATES: [&str; 2] = [PUBLIC, "std"];

/// Packages that an emitted crate cannot be called like: what it and its example are built from, and what every crate has
/// in scope.
pub(crate) const PACKAGES: [&str; 8] =
    [PACKAGE, "paceline", "tokio", "alloc", "core", "proc-macro", "std", "test"];

/// Types that an emitted crate hands on to its users.
const EXPORTED_TYPES: &str = "Attempt AttemptEnd Base64 Call Category Continuation Date DateTime Decimal \
    DecodeError Download Effect Error ErrorKind Event EventData EventError File Grant ItemStream JsonText Map Method Nullable \
    Observer Page Pages Receiver ReceiverBuilder Response ResponseFuture ResponseFutureWithMeta \
    ResponseMeta Result RetryPolicy RotatedToken Secret StoreFuture TextId Timestamp TokenCache TokenStore \
    UnixSeconds UnreadableItem UploadFuture UploadProgress UploadState Uri Uuid Value";

/// Modules of the runtime that it hands on.
const EXPORTED_MODULES: [&str; 3] = ["api", "limiter", "reqwest"];

/// What an emitted crate hands on of the runtime. Resources keep their names, and so do the API's own types that the
/// root shows, those of resources that hold nothing else: what the runtime calls the same gets a prefix.
pub(super) fn exports(api: &Api) -> TokenStream {
    let shared = api.resources.iter().filter(|resource| resource.only_holds_types(api));
    let shared: BTreeSet<&str> =
        shared.flat_map(|resource| &resource.types).map(|&id| api[id].name.pascal()).collect();
    let types = EXPORTED_TYPES.split_whitespace().map(|name| {
        let mut here = name.to_owned();
        while shared.contains(here.as_str()) {
            here.insert_str(0, "Runtime");
        }
        let (name, here) = (format_ident!("{name}"), format_ident!("{here}"));
        if name == here { quote!(#name) } else { quote!(#name as #here) }
    });
    let modules = EXPORTED_MODULES.map(|name| {
        let (module, here) = (format_ident!("{name}"), format_ident!("{}", root::export(api, name)));
        if module == here { quote!(#module) } else { quote!(#module as #here) }
    });
    let (package, names) = (format_ident!("{PUBLIC}"), types.chain(modules));
    // The root may have the module of a resource that is called as the runtime's crate is: `::` names the crate.
    let outside = root::is_resource(api, PUBLIC).then(|| quote!(::));
    quote!(pub use #outside #package::{#(#names),*};)
}
