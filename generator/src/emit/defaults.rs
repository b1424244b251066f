//! `defaults.rs`: what endpoints have in common, below all of them: envelopes, and what a descriptor leaves out.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::descriptor::optional_json_path;
use super::docs;
use super::feature::{Features, when_any};
use super::import::Imports;
use super::module::Module;
use crate::ir::{Api, Effect, Envelope, Name, Resource};

pub(super) fn emit_defaults(api: &Api) -> Module {
    let imports = Imports::new(api);
    let features = Features::of(api);
    let envelopes = api.envelopes.iter();
    let mut own: Vec<_> =
        envelopes.filter_map(|envelope| emit_envelope(api, &imports, &features, envelope)).collect();
    own.push(emit_base_endpoint(api, &imports));
    let mut items = imports.items();
    items.extend(own);
    let about = "What endpoints have in common: envelopes, and what a descriptor leaves out.";
    Module { path: "src/defaults.rs".into(), docs: docs::inner(&[about.into()]), items }
}

fn emit_envelope(
    api: &Api,
    imports: &Imports<'_>,
    features: &Features<'_>,
    envelope: &Envelope,
) -> Option<TokenStream> {
    let ty = imports.codegen("Envelope");
    let name = envelope_ident(&envelope.name);
    let about = format!("Where the parts of a response stand: `{}`.", envelope.name);
    let docs = docs::outer(&[about]);
    let [code, message, detail, log_id, data] =
        [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id, &envelope.data]
            .map(|location| optional_json_path(location.as_ref()));
    let gate = envelope_gate(api, features, envelope)?;
    Some(quote! {
        #docs
        #gate
        pub(crate) static #name: #ty = #ty {
            code: #code,
            message: #message,
            detail: #detail,
            log_id: #log_id,
            data: #data,
        };
    })
}

/// An envelope is only there when a feature that uses it is, and not at all without any; the default one always is.
fn envelope_gate(api: &Api, features: &Features<'_>, envelope: &Envelope) -> Option<TokenStream> {
    let users: Vec<&Resource> = (api.resources.iter())
        .filter(|resource| resource.endpoints.iter().any(|&id| api[api[id].envelope] == *envelope))
        .collect();
    if api.envelopes.first() == Some(envelope) || users.iter().any(|resource| !features.has(resource)) {
        return Some(TokenStream::new());
    }
    when_any(&users.iter().map(|resource| resource.name.snake()).collect::<Vec<_>>())
}

/// The name of an envelope's static.
pub(super) fn envelope_ident(name: &Name) -> Ident {
    Ident::new(&format!("{}_ENVELOPE", name.shouty()), Span::call_site())
}

fn emit_base_endpoint(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let [ty, method, effect, limits, body, rule] =
        ["Endpoint", "Method", "Effect", "EndpointLimits", "BodyKind", "CredentialRule"]
            .map(|name| imports.codegen(name));
    let envelope = envelope_ident(&api.envelopes[0].name);
    let docs = docs::outer(&["What an endpoint is unless its own descriptor says otherwise.".into()]);
    quote! {
        #docs
        pub(crate) const ENDPOINT: #ty = #ty {
            id: "",
            method: #method::Get,
            path: "",
            effect: #effect::Read,
            limits: #limits::new(0, &[]),
            envelope: &#envelope,
            body: #body::None,
            credentials: #rule::Any,
            headers: &[],
            rules: &[],
            pagination: None,
        };
    }
}

pub(super) fn effect_path(imports: &Imports<'_>, effect: Effect) -> TokenStream {
    let ty = imports.codegen("Effect");
    match effect {
        Effect::Read => quote!(#ty::Read),
        Effect::Write => quote!(#ty::Write),
    }
}
