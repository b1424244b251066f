//! `service.rs`: what belongs to the whole API.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::descriptor::{credential_name, optional_way, template, way};
use super::feature::{Features, when_any};
use super::import::Imports;
use super::literal::json;
use super::{Module, docs};
use crate::ir::{
    Api, Credential, Effect, Envelope, Exchange, Group, Header, Name, Refusal, SendValue, TokenSource,
};

pub(super) fn emit_service(api: &Api) -> Module {
    let imports = Imports::new(api);
    let mut own = vec![emit_api(api, &imports)];
    own.extend(api.credentials.iter().map(|credential| emit_credential(api, &imports, credential)));
    let features = Features::of(api);
    own.extend(api.envelopes.iter().filter_map(|envelope| emit_envelope(api, &imports, &features, envelope)));
    own.push(emit_base_endpoint(api, &imports));
    let mut items = imports.items();
    items.extend(own);
    let about = "What belongs to the whole API: headers, credentials, envelopes.";
    Module { path: "src/service.rs".into(), docs: docs::inner(&[about.into()]), items }
}

fn emit_api(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let docs = docs::outer(&[format!("{}, as the runtime sees it.", docs::text(&api.name))]);
    let (ty, host) = (imports.codegen("Api"), imports.codegen("Host"));
    let errors = imports.from("crate::errors", "ERRORS");
    let name = &api.name;
    let hosts = api.hosts.iter().map(|known| {
        let (name, constant) = (known.name.snake(), known.name.shouty_ident());
        let hosts = imports.from("crate", "hosts");
        quote!(#host { name: #name, url: #hosts::#constant })
    });
    let headers = api.headers.iter().map(|header| emit_header(api, imports, header));
    let credentials = api.credentials.iter().map(|credential| credential_ident(api, credential));
    let credentials: Vec<_> = credentials.map(|name| quote!(#name)).collect();
    let (renew, never) = (numbers(&api.auth.renew_on), numbers(&api.auth.never_renew_on));
    let seconds = proc_macro2::Literal::u64_unsuffixed(api.auth.renew_before_expiry.as_secs());
    let duration = imports.from("std::time", "Duration");
    let throttled = refusal(imports, api.throttled);
    let duplicate = refusal(imports, api.duplicate);
    let log_ids = &api.log_id_headers;
    let endpoints = imports.from("crate::endpoints", "ENDPOINTS");
    let unknown = emit_unknown(api, imports);
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
            log_id_headers: &[#(#log_ids),*],
            errors: #errors,
            endpoints: #endpoints,
            unknown: #unknown,
        };
    }
}

/// What is assumed of endpoints that the spec does not know: the limits that hold for most, and the numbers after all
/// others.
fn emit_unknown(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let [ty, limits] = ["Endpoint", "EndpointLimits"].map(|name| imports.codegen(name));
    let module = imports.from("crate", "limits");
    let index = proc_macro2::Literal::usize_unsuffixed(api.operations.len());
    let set = api[api.default_limits].name.shouty_ident();
    quote!(#ty { limits: #limits::new(#index, #module::#set), ..ENDPOINT })
}

fn numbers(codes: &[i64]) -> TokenStream {
    let codes = codes.iter().map(|&code| proc_macro2::Literal::i64_unsuffixed(code));
    quote!(&[#(#codes),*])
}

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

pub(super) fn effect_path(imports: &Imports<'_>, effect: Effect) -> TokenStream {
    let ty = imports.codegen("Effect");
    match effect {
        Effect::Read => quote!(#ty::Read),
        Effect::Write => quote!(#ty::Write),
    }
}

fn emit_credential(api: &Api, imports: &Imports<'_>, credential: &Credential) -> TokenStream {
    let (ty, source) = (imports.codegen("CredentialKind"), imports.codegen("TokenSource"));
    let docs = docs::outer(&[docs::text(&credential.docs)]);
    let (constant, name) = (credential_ident(api, credential), credential_name(credential));
    let token = match &credential.token {
        TokenSource::Fixed(pieces) => {
            let pieces = template(api, imports, pieces);
            quote!(#source::Fixed(#pieces))
        }
        TokenSource::Exchange(exchange) => {
            let exchange = emit_exchange(api, imports, exchange);
            quote!(#source::Exchange(#exchange))
        }
    };
    quote! {
        #docs
        const #constant: #ty = #ty { name: #name, token: #token };
    }
}

fn emit_exchange(api: &Api, imports: &Imports<'_>, exchange: &Exchange) -> TokenStream {
    let (ty, value) = (imports.codegen("Exchange"), imports.codegen("SendValue"));
    let with = match exchange.with {
        Some(id) => {
            let name = credential_name(&api[id]);
            quote!(Some(#name))
        }
        None => quote!(None),
    };
    let operation = &api[exchange.operation];
    let (module, endpoint) = (api[operation.group].name.snake_ident(), operation.name.shouty_ident());
    let send = exchange.send.iter().map(|(name, what)| match what {
        SendValue::Constant(literal) => {
            let json = json(literal);
            quote!((#name, #value::Json(#json)))
        }
        SendValue::Text(pieces) => {
            let pieces = template(api, imports, pieces);
            quote!((#name, #value::Text(#pieces)))
        }
    });
    let (token, expires) = (way(&exchange.token), optional_way(exchange.expires_in.as_ref()));
    let rotates = exchange.rotates.iter().map(|(input, location)| {
        let (input, way) = (proc_macro2::Literal::usize_unsuffixed(*input), way(location));
        quote!((#input, #way))
    });
    quote! {
        #ty {
            with: #with,
            endpoint: &crate::#module::endpoints::#endpoint,
            send: &[#(#send),*],
            token: #token,
            expires_in: #expires,
            rotates: &[#(#rotates),*],
        }
    }
}

fn emit_envelope(
    api: &Api,
    imports: &Imports<'_>,
    features: &Features<'_>,
    envelope: &Envelope,
) -> Option<TokenStream> {
    let ty = imports.codegen("Envelope");
    let name = envelope_ident(&envelope.name);
    let about = format!("Where the parts of an answer stand: `{}`.", envelope.name);
    let docs = docs::outer(&[about]);
    let [code, message, detail, log_id, data] =
        [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id, &envelope.data]
            .map(|location| optional_way(location.as_ref()));
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
    let users: Vec<&Group> = (api.groups.iter())
        .filter(|group| group.operations.iter().any(|&id| api[api[id].envelope] == *envelope))
        .collect();
    if api.envelopes.first() == Some(envelope) || users.iter().any(|group| !features.has(group)) {
        return Some(TokenStream::new());
    }
    when_any(&users.iter().map(|group| group.name.snake()).collect::<Vec<_>>())
}

/// The name of a credential's constant, which nothing else in the module has.
fn credential_ident(api: &Api, credential: &Credential) -> Ident {
    let mut name = credential.name.shouty();
    let taken = |name: &str| {
        ["API", "ENDPOINT", "ENDPOINTS", "ERRORS"].contains(&name)
            || api.envelopes.iter().any(|envelope| envelope_ident(&envelope.name) == name)
    };
    while taken(&name) {
        name.push_str("_CREDENTIAL");
    }
    Ident::new(&name, Span::call_site())
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
