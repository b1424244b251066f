//! `tests/endpoints/`: every endpoint called against the sandbox, once with nothing optional and once with all of it.
//!
//! The emitted tests know the spec and nothing else. What exists in the sandbox says `tests/endpoints/world.rs`, which
//! is written by hand: `World::start(endpoint id, case)` and `text(name)`, `whole(name)`, `check(result)`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::feature::Features;
use super::sample::{Filling, Samples};
use super::{Module, docs};
use crate::ir::{Api, Group, Operation};

/// Where the tests stand.
const DIR: &str = "tests/endpoints";

/// The groups with endpoints to test.
pub(super) fn tested(api: &Api) -> impl Iterator<Item = &Group> {
    api.groups.iter().filter(|group| !group.operations.is_empty())
}

pub(super) fn emit_main(api: &Api) -> Module {
    let about =
        "Every endpoint, called against the sandbox: once with nothing optional, once with all of it.";
    let world = "`world.rs` is written by hand: it starts the sandbox and says what exists there.";
    let mut docs = docs::inner(&[about.into(), world.into()]);
    // A call may need things that only other resources can make.
    let features = Features::of(api);
    if tested(api).any(|group| features.has(group)) {
        docs.push(quote!(#![cfg(feature = "all")]));
    }
    let mut items = vec![quote!(
        mod world;
    )];
    items.extend(tested(api).map(|group| {
        let name = group.name.snake_ident();
        quote!(#[rustfmt::skip] mod #name;)
    }));
    Module { path: format!("{DIR}/main.rs"), docs, items }
}

pub(super) fn emit_group(api: &Api, group: &Group) -> Module {
    let mut items = vec![quote!(
        use super::world::World;
    )];
    for &id in &group.operations {
        let [bare, full] =
            [Filling::Bare, Filling::Full].map(|filling| emit_call(api, group, &api[id], filling));
        // Without anything optional the two are the same call, and one of them is enough.
        let differs = bare.to_string() != full.to_string();
        items.push(emit_test(&api[id], "with_nothing_optional", &bare));
        items.extend(differs.then(|| emit_test(&api[id], "with_everything", &full)));
    }
    let about = format!("Every endpoint of `{}`.", group.name);
    Module { path: format!("{DIR}/{}.rs", group.name), docs: docs::inner(&[about]), items }
}

fn emit_call(api: &Api, group: &Group, operation: &Operation, filling: Filling) -> TokenStream {
    let samples = Samples { api, krate: crate_ident(api), filling };
    let (accessor, method) = (group.accessor.snake_ident(), operation.name.snake_ident());
    let (arguments, setters) = (samples.arguments(operation), samples.setters(operation));
    quote!(world.client().#accessor().#method(#(#arguments),*) #(#setters)*)
}

fn emit_test(operation: &Operation, case: &str, call: &TokenStream) -> TokenStream {
    let (id, name) = (&operation.id, format_ident!("{}_{case}", operation.name.snake()));
    let deprecated = operation
        .deprecated
        .is_some()
        .then(|| quote!(#[expect(deprecated, reason = "a deprecated endpoint still has to work")]));
    quote! {
        #[tokio::test]
        #deprecated
        async fn #name() {
            let world = World::start(#id, #case).await;
            let call = #call;
            world.check(call.send().await);
        }
    }
}

/// The emitted crate, as Rust code names it.
fn crate_ident(api: &Api) -> Ident {
    Ident::new(&api.crate_name.replace('-', "_"), Span::call_site())
}
