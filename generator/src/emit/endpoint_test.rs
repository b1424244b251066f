//! `tests/endpoints/`: every endpoint called against the sandbox, once with nothing optional and once with all of it.
//!
//! The emitted tests know the spec and nothing else. `tests/endpoints/fixture.rs`, which is written by hand, knows what
//! exists in the sandbox: `Fixture::start(endpoint id, case)`, `text(name)`, `whole(name)` for whole numbers, and
//! `check(call)`, which holds the call against the sandbox, changed responses and published examples.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::feature::Features;
use super::module::Module;
use super::sample::{ExampleDetail, Samples};
use super::sample_source::SampleSource;
use super::{docs, root};
use crate::ir::{Api, Endpoint, Resource};

/// The folder of the tests.
const DIR: &str = "tests/endpoints";

/// The resources with endpoints to test.
pub(super) fn tested(api: &Api) -> impl Iterator<Item = &Resource> {
    api.resources.iter().filter(|resource| !resource.endpoints.is_empty())
}

/// The program of the tests: it names the other files.
pub(super) fn emit_main(api: &Api) -> Module {
    let about =
        "Every endpoint, called against the sandbox: once with nothing optional, once with all of it.";
    let fixture = "`fixture.rs` and `mutation.rs` are written by hand: the one starts the sandbox and says what exists there, the other \
         changes responses.";
    let mut attributes = docs::inner(&[about.into(), fixture.into()]);
    // A call may need things that only other resources can make.
    let features = Features::of(api);
    if tested(api).any(|resource| features.has(resource)) {
        attributes.push(quote!(#![cfg(feature = "all")]));
    }
    let mut items = vec![
        quote!(
            mod fixture;
        ),
        quote!(
            mod mutation;
        ),
    ];
    items.extend(tested(api).map(|resource| {
        let name = resource.name.snake_ident();
        // Emitted code keeps the layout that it was printed in.
        quote!(#[rustfmt::skip] mod #name;)
    }));
    Module { path: format!("{DIR}/main.rs"), docs: attributes, items }
}

/// The tests of a resource's endpoints: one or two for each.
pub(super) fn emit_resource(api: &Api, resource: &Resource) -> Module {
    let fixture = quote!(fixture::Fixture);
    let mut items = vec![quote!(
        use super::#fixture;
    )];
    for &id in &resource.endpoints {
        let [minimal, full] = [ExampleDetail::Minimal, ExampleDetail::Full]
            .map(|detail| emit_call(api, resource, &api[id], detail));
        // Without anything optional the two are the same call, and one of them is enough.
        let differs = minimal.to_string() != full.to_string();
        items.push(emit_test(&api[id], "with_nothing_optional", &minimal));
        items.extend(differs.then(|| emit_test(&api[id], "with_everything", &full)));
    }
    let about = format!("Every endpoint of `{}`.", resource.name);
    let check = "`fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as is \
                 known of it; against responses with something wrong in them; and against the published examples of its \
                 response.";
    let text = "`fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the name is \
                that of an id, and any text or number elsewhere.";
    let docs = docs::inner(&[about, check.into(), text.into()]);
    Module { path: format!("{DIR}/{}.rs", resource.name), docs, items }
}

/// The call of an endpoint, with sample values for what it takes.
fn emit_call(api: &Api, resource: &Resource, endpoint: &Endpoint, detail: ExampleDetail) -> TokenStream {
    let samples = Samples { api, krate: root::crate_ident(api), detail, source: SampleSource::Fixture };
    let (accessor, method) = (resource.accessor.snake_ident(), endpoint.name.snake_ident());
    let (arguments, setters) = (samples.arguments(endpoint), samples.setters(endpoint));
    quote!(client.#accessor().#method(#(#arguments),*) #(#setters)*.send())
}

/// The test of one call; `case` says which.
fn emit_test(endpoint: &Endpoint, case: &str, call: &TokenStream) -> TokenStream {
    let (id, name) = (&endpoint.id, format_ident!("{}_{case}", endpoint.name.snake()));
    let deprecated = endpoint
        .deprecated
        .is_some()
        .then(|| quote!(#[expect(deprecated, reason = "a deprecated endpoint still has to work")]));
    quote! {
        #[tokio::test]
        #deprecated
        async fn #name() {
            let fixture = Fixture::start(#id, #case).await;
            fixture.check(&|client| #call).await;
        }
    }
}
