//! `defaults.rs`: what endpoints have in common: envelopes, and the values that a descriptor leaves out.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::descriptor::{json_path, optional_json_path};
use super::import::Imports;
use super::literal::json;
use super::module::Module;
use super::{docs, root};
use crate::ir::{Api, Effect, Envelope, Name, Success};

pub(super) fn emit_defaults(api: &Api) -> Module {
    let imports = Imports::new(api);
    let mut own: Vec<_> = api.envelopes.iter().map(|envelope| emit_envelope(&imports, envelope)).collect();
    own.push(emit_base_endpoint(api, &imports));
    let mut items = imports.items();
    items.extend(own);
    let about = "What endpoints have in common: envelopes, and what a descriptor leaves out.";
    Module { path: root::file(api, "defaults"), docs: docs::inner(&[about.into()]), items }
}

fn emit_envelope(imports: &Imports<'_>, envelope: &Envelope) -> TokenStream {
    let ty = imports.codegen("Envelope");
    let name = envelope_ident(&envelope.name);
    let about = format!("Where the parts of a response stand: `{}`.", envelope.name);
    let docs = docs::outer(&[about]);
    let [code, message, detail, log_id, data] =
        [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id, &envelope.data]
            .map(|path| optional_json_path(path.as_ref()));
    let success = emit_success(imports, &envelope.success);
    quote! {
        #docs
        pub(crate) static #name: #ty = #ty {
            success: #success,
            code: #code,
            message: #message,
            detail: #detail,
            log_id: #log_id,
            data: #data,
        };
    }
}

/// What proves that a call succeeded.
fn emit_success(imports: &Imports<'_>, success: &Success) -> TokenStream {
    let ty = imports.codegen("Success");
    match success {
        Success::Status => quote!(#ty::Status),
        Success::Code => quote!(#ty::Code),
        Success::Member(path, value) => {
            let (path, value) = (json_path(path), json(value));
            quote!(#ty::Member(#path, #value))
        }
    }
}

/// The name of an envelope's static.
pub(super) fn envelope_ident(name: &Name) -> Ident {
    Ident::new(&format!("{}_ENVELOPE", name.shouty()), Span::call_site())
}

/// The descriptor that all others are based on.
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
            host: None,
            effect: #effect::Read,
            limits: #limits::new(0, &[]),
            envelope: &#envelope,
            other_envelopes: &[],
            empty_statuses: &[],
            refusals: &[],
            body: #body::None,
            body_optional: false,
            media: None,
            parts: &[],
            accept: None,
            credentials: #rule::Any,
            headers: &[],
            rules: &[],
            pagination: None,
        };
    }
}

/// The variant of the runtime's `Effect`.
pub(super) fn effect_path(imports: &Imports<'_>, effect: Effect) -> TokenStream {
    let ty = imports.codegen("Effect");
    match effect {
        Effect::Read => quote!(#ty::Read),
        Effect::Write => quote!(#ty::Write),
        Effect::Destroy => quote!(#ty::Destroy),
    }
}
