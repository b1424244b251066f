//! `service.rs`: what belongs to the whole API.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::defaults::{effect_path, envelope_ident};
use super::descriptor::{credential_name, json_path, optional_json_path, template};
use super::import::Imports;
use super::literal::json;
use super::module::Module;
use super::{docs, limits, root};
use crate::ir::{Api, Credential, Envelope, Exchange, Header, Refusal, SendValue, Template, TokenSource};

pub(super) fn emit_service(api: &Api) -> Module {
    let imports = Imports::new(api);
    let mut own = vec![emit_api(api, &imports)];
    own.extend(api.credentials.iter().map(|credential| emit_credential(api, &imports, credential)));
    let mut items = imports.items();
    items.extend(own);
    let about = "What belongs to the whole API: hosts, headers, credentials, endpoints.";
    Module { path: root::file(api, "service"), docs: docs::inner(&[about.into()]), items }
}

/// The descriptor of the API.
fn emit_api(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let docs = docs::outer(&[format!("{}, as the runtime sees it.", docs::text(&api.name))]);
    let (ty, host) = (imports.codegen("Api"), imports.codegen("Host"));
    let errors = imports.of_root("errors", "ERRORS");
    let name = &api.name;
    let hosts = api.hosts.iter().map(|known| {
        let (name, constant) = (known.name.snake(), known.name.shouty_ident());
        let hosts = imports.from("crate", "hosts");
        quote!(#host { name: #name, url: #hosts::#constant })
    });
    let headers = api.headers.iter().map(|header| emit_header(api, imports, header));
    let credentials = api.credentials.iter().map(credential_ident);
    let credentials: Vec<_> = credentials.map(|name| quote!(#name)).collect();
    let (renew, never) = (numbers(&api.auth.renew_on), numbers(&api.auth.never_renew_on));
    let seconds = proc_macro2::Literal::u64_unsuffixed(api.auth.renew_before_expiry.as_secs());
    let duration = imports.from("std::time", "Duration");
    let throttled = refusal(imports, api.throttled);
    let duplicate = refusal(imports, api.duplicate);
    let log_ids = &api.log_id_headers;
    let fallbacks = api.envelopes.iter().filter(|envelope| envelope.fallback);
    let fallbacks = fallbacks.map(|envelope| emit_envelope_use(imports, envelope));
    let endpoints = imports.of_root("endpoints", "ENDPOINTS");
    let unknown = emit_unknown(api, imports);
    let told = limits::emit_told(api, imports);
    quote! {
        #docs
        pub(crate) static API: #ty = #ty {
            name: #name,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            hosts: &[#(#hosts),*],
            headers: &[#(#headers),*],
            credentials: &[#(#credentials),*],
            renew_on: #renew,
            never_renew_on: #never,
            renew_before_expiry: #duration::from_secs(#seconds),
            throttled: #throttled,
            duplicate: #duplicate,
            limit_headers: #told,
            log_id_headers: &[#(#log_ids),*],
            fallback_envelopes: &[#(#fallbacks),*],
            errors: #errors,
            endpoints: #endpoints,
            unknown: #unknown,
        };
    }
}

/// A reference to an envelope.
fn emit_envelope_use(imports: &Imports<'_>, envelope: &Envelope) -> TokenStream {
    let name = imports.of_root("defaults", &envelope_ident(&envelope.name).to_string());
    quote!(&#name)
}

/// What is assumed of endpoints that the spec does not know: the limits that hold for most, and the numbers after all
/// others.
fn emit_unknown(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let ty = imports.codegen("Endpoint");
    let limits = limits::emit_uses(api, imports, api.endpoints.len(), &api.default_limits);
    let base = imports.of_root("defaults", "ENDPOINT");
    // How such an endpoint wraps its responses is not known, so each of the API's envelopes is tried.
    let others = (api.envelopes.len() > 1).then(|| {
        let others = api.envelopes[1..].iter().map(|envelope| emit_envelope_use(imports, envelope));
        quote!(other_envelopes: &[#(#others),*],)
    });
    quote!(#ty { limits: #limits, #others ..#base })
}

/// A list of error codes.
fn numbers(codes: &[i64]) -> TokenStream {
    let codes = codes.iter().map(|&code| proc_macro2::Literal::i64_unsuffixed(code));
    quote!(&[#(#codes),*])
}

/// How a refusal is recognized, or `None`.
fn refusal(imports: &Imports<'_>, refusal: Option<Refusal>) -> TokenStream {
    let Some(Refusal { status, code }) = refusal else { return quote!(None) };
    let ty = imports.codegen("Refusal");
    let status = proc_macro2::Literal::u16_unsuffixed(status);
    let code = match code.map(proc_macro2::Literal::i64_unsuffixed) {
        Some(code) => quote!(Some(#code)),
        None => quote!(None),
    };
    quote!(Some(#ty { status: #status, code: #code }))
}

/// The rule of a header.
fn emit_header(api: &Api, imports: &Imports<'_>, header: &Header) -> TokenStream {
    let ty = imports.codegen("Header");
    let (name, required) = (&header.name, header.required);
    let value = template(api, imports, &header.value);
    let credentials = match &header.credentials {
        Some(ids) => {
            let names = ids.iter().map(|&id| credential_name(&api[id]));
            quote!(Some(&[#(#names),*]))
        }
        None => quote!(None),
    };
    let effect = match header.effect {
        Some(effect) => {
            let effect = effect_path(imports, effect);
            quote!(Some(#effect))
        }
        None => quote!(None),
    };
    quote! {
        #ty { name: #name, value: #value, credentials: #credentials, effect: #effect, required: #required }
    }
}

/// The descriptor of a credential.
fn emit_credential(api: &Api, imports: &Imports<'_>, credential: &Credential) -> TokenStream {
    let (ty, source) = (imports.codegen("CredentialKind"), imports.codegen("TokenSource"));
    let docs = docs::outer(&docs::said(&credential.docs));
    let (constant, name) = (credential_ident(credential), credential_name(credential));
    let token = match &credential.token {
        TokenSource::None => quote!(#source::None),
        TokenSource::Fixed(parts) => {
            let parts = template(api, imports, parts);
            quote!(#source::Fixed(#parts))
        }
        TokenSource::Exchange(exchange) => {
            let exchange = emit_exchange(api, imports, exchange);
            quote!(#source::Exchange(#exchange))
        }
    };
    let sent = |all: &[(String, Template)]| {
        let all = all.iter().map(|(name, value)| {
            let value = template(api, imports, value);
            quote!((#name, #value))
        });
        quote!(&[#(#all),*])
    };
    let (headers, query) = (sent(&credential.headers), sent(&credential.query));
    quote! {
        #docs
        const #constant: #ty = #ty { name: #name, token: #token, headers: #headers, query: #query };
    }
}

/// The descriptor of a token exchange.
fn emit_exchange(api: &Api, imports: &Imports<'_>, exchange: &Exchange) -> TokenStream {
    let (ty, value) = (imports.codegen("Exchange"), imports.codegen("SendValue"));
    let with = match exchange.with {
        Some(id) => {
            let name = credential_name(&api[id]);
            quote!(Some(#name))
        }
        None => quote!(None),
    };
    let endpoint = &api[exchange.endpoint];
    let (module, descriptor) = (api[endpoint.resource].name.snake_ident(), endpoint.name.shouty_ident());
    let send = exchange.send.iter().map(|(name, send_value)| match send_value {
        SendValue::Constant(literal) => {
            let json = json(literal);
            quote!((#name, #value::Json(#json)))
        }
        SendValue::Text(parts) => {
            let parts = template(api, imports, parts);
            quote!((#name, #value::Text(#parts)))
        }
    });
    let (token, expires) = (json_path(&exchange.token), optional_json_path(exchange.expires_in.as_ref()));
    let rotates = exchange.rotates.iter().map(|(input, path)| {
        let (input, path) = (proc_macro2::Literal::usize_unsuffixed(*input), json_path(path));
        quote!((#input, #path))
    });
    quote! {
        #ty {
            with: #with,
            endpoint: &crate::#module::endpoints::#descriptor,
            send: &[#(#send),*],
            token: #token,
            expires_in: #expires,
            rotates: &[#(#rotates),*],
        }
    }
}

/// The name of a credential's constant. Nothing else in the module ends like this.
fn credential_ident(credential: &Credential) -> Ident {
    format_ident!("{}_CREDENTIAL", credential.name.shouty())
}
