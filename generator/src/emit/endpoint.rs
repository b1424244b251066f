//! `<resource>/endpoints.rs`: one descriptor for each endpoint of a resource.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::check::{bound_checks, rule_check};
use super::defaults::{effect_path, envelope_ident};
use super::descriptor::{credential_name, json_path, optional_json_path};
use super::docs;
use super::import::Imports;
use super::limits::emit_uses;
use super::module::Module;
use super::upload::emit_upload_flow;
use super::value::rust_type;
use crate::ir::{
    Api, BodyKind, Constraints, CredentialRule, Effect, Endpoint, EndpointId, EnvelopeId, Field, HeaderUse,
    JsonPath, Method, Pagination, PaginationKind, Paging, Param, ParamLocation, Presence, Resource, Rule,
    Shape, Statuses, TypeRef,
};

pub(super) fn emit_resource_endpoints(api: &Api, resource: &Resource) -> Module {
    // A descriptor of this module may have the name of something that is imported.
    let endpoints = resource.endpoints.iter().map(|&id| api[id].name.shouty());
    let uploads = api.uploads_of(resource.id).map(|upload| upload.name.shouty());
    let imports = Imports::below_resource(api, resource.id).beside(endpoints.chain(uploads));
    let own: Vec<_> = resource.endpoints.iter().map(|&id| emit_endpoint(api, &imports, id)).collect();
    let uploads: Vec<_> =
        api.uploads_of(resource.id).map(|upload| emit_upload_flow(api, &imports, upload)).collect();
    let mut items = imports.items();
    items.extend(own);
    items.extend(uploads);
    let about = format!("What the runtime must know about the endpoints of `{}`.", resource.name);
    Module { path: format!("src/{}/endpoints.rs", resource.name), docs: docs::inner(&[about]), items }
}

/// The descriptor of an endpoint. What is as in the base descriptor is left out.
fn emit_endpoint(api: &Api, imports: &Imports<'_>, id: EndpointId) -> TokenStream {
    let endpoint = &api[id];
    let (ty, method_ty) = (imports.codegen("Endpoint"), imports.codegen("Method"));
    let base = imports.of_root("defaults", "ENDPOINT");
    let title = format!("`{} {}`", endpoint.method.as_str(), endpoint.path);
    let docs = docs::outer(&[title]);
    let name = endpoint.name.shouty_ident();
    let endpoint_id = &endpoint.id;
    let method = match endpoint.method {
        Method::Get => quote!(Get),
        Method::Post => quote!(Post),
        Method::Put => quote!(Put),
        Method::Patch => quote!(Patch),
        Method::Delete => quote!(Delete),
        Method::Head => quote!(Head),
        Method::Options => quote!(Options),
        Method::Trace => quote!(Trace),
    };
    let path = endpoint.path.to_string();
    let host = endpoint.host.map(|index| {
        let (hosts, name) = (imports.from("crate", "hosts"), api.hosts[index].name.shouty_ident());
        quote!(host: Some(#hosts::#name),)
    });
    let effect = match endpoint.effect {
        Effect::Read => TokenStream::new(),
        effect => {
            let effect = effect_path(imports, effect);
            quote!(effect: #effect,)
        }
    };
    let limits = emit_limits(api, imports, id);
    let envelope_of = |id: EnvelopeId| {
        let name = envelope_ident(&api[id].name).to_string();
        imports.of_root("defaults", &name)
    };
    let envelope = (endpoint.envelope().index() > 0).then(|| {
        let name = envelope_of(endpoint.envelope());
        quote!(envelope: &#name,)
    });
    let other_envelopes = (endpoint.envelopes.len() > 1).then(|| {
        let names = endpoint.envelopes[1..].iter().map(|&id| envelope_of(id));
        quote!(other_envelopes: &[#(&#names),*],)
    });
    let empty_statuses = (!endpoint.empty_statuses.is_empty()).then(|| {
        let statuses = endpoint.empty_statuses.iter().map(|&status| Literal::u16_unsuffixed(status));
        quote!(empty_statuses: &[#(#statuses),*],)
    });
    let refusals = emit_refusals(imports, endpoint);
    let body = emit_body(imports, endpoint);
    let parts = emit_parts(imports, endpoint);
    let credentials = emit_credentials(api, imports, &endpoint.credentials);
    let headers = emit_headers(api, imports, endpoint);
    let checks = emit_checks(api, imports, endpoint);
    let pagination = endpoint.paging.as_ref().map(|paging| {
        let pagination = emit_pagination(api, imports, endpoint, paging);
        quote!(pagination: Some(#pagination),)
    });
    quote! {
        #docs
        pub(crate) static #name: #ty = #ty {
            id: #endpoint_id,
            method: #method_ty::#method,
            path: #path,
            #host
            #effect
            limits: #limits,
            #envelope
            #other_envelopes
            #empty_statuses
            #refusals
            #body
            #parts
            #credentials
            #headers
            #checks
            #pagination
            ..#base
        };
    }
}

/// The endpoint's number and limits.
fn emit_limits(api: &Api, imports: &Imports<'_>, id: EndpointId) -> TokenStream {
    let limits = emit_uses(api, imports, id.index(), &api[id].limits);
    let transit = api[id].max_transit.map(|transit| {
        let duration = imports.from("std::time", "Duration");
        let millis = Literal::u128_unsuffixed(transit.as_millis());
        quote!(.with_max_transit(#duration::from_millis(#millis)))
    });
    quote!(#limits #transit)
}

/// What the bodies of the endpoint's refusals are.
fn emit_refusals(imports: &Imports<'_>, endpoint: &Endpoint) -> TokenStream {
    if endpoint.refusals.is_empty() {
        return TokenStream::new();
    }
    let [body, statuses] = ["RefusalBody", "Statuses"].map(|name| imports.codegen(name));
    let refusals = endpoint.refusals.iter().map(|refusal| {
        let ty = rust_type(imports, &refusal.ty, &|id| imports.def(id));
        let which = match refusal.statuses {
            Statuses::One(status) => {
                let status = Literal::u16_unsuffixed(status);
                quote!(One(#status))
            }
            Statuses::Class(digit) => {
                let digit = Literal::u16_unsuffixed(digit);
                quote!(Class(#digit))
            }
            Statuses::Any => quote!(Any),
        };
        quote!(#body::of::<#ty>(#statuses::#which))
    });
    quote!(refusals: &[#(#refusals),*],)
}

/// How the body is written, and what the response should be.
fn emit_body(imports: &Imports<'_>, endpoint: &Endpoint) -> TokenStream {
    let accept = endpoint.accept.as_ref().map(|media| quote!(accept: Some(#media),));
    let kind = match endpoint.body {
        BodyKind::None => return accept.unwrap_or_default(),
        BodyKind::Json | BodyKind::Value => quote!(Json),
        BodyKind::Form => quote!(Form),
        BodyKind::Multipart => quote!(Multipart),
        BodyKind::Text => quote!(Text),
        BodyKind::Bytes => quote!(Bytes),
    };
    let ty = imports.codegen("BodyKind");
    let optional = endpoint.body_optional.then(|| quote!(body_optional: true,));
    let media = endpoint.media.as_ref().map(|media| quote!(media: Some(#media),));
    quote!(body: #ty::#kind, #optional #media #accept)
}

/// The parts of the form whose headers say more than a name.
fn emit_parts(imports: &Imports<'_>, endpoint: &Endpoint) -> Option<TokenStream> {
    let parts: Vec<&Param> = endpoint.params.iter().filter(|param| !param.part.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let ty = imports.codegen("FormPart");
    let text = |text: &Option<String>| text.as_ref().map_or(quote!(None), |text| quote!(Some(#text)));
    let parts = parts.into_iter().map(|param| {
        let (name, part) = (&param.field.wire, &param.part);
        let (media, file_name) = (text(&part.media), text(&part.file_name));
        let headers = part.headers.iter().map(|(name, value)| quote!((#name, #value)));
        quote!(#ty { name: #name, media: #media, file_name: #file_name, headers: &[#(#headers),*] })
    });
    Some(quote!(parts: &[#(#parts),*],))
}

/// Which credentials the endpoint takes.
fn emit_credentials(api: &Api, imports: &Imports<'_>, rule: &CredentialRule) -> TokenStream {
    let rule = match rule {
        CredentialRule::Any => return TokenStream::new(),
        CredentialRule::None => quote!(None),
        CredentialRule::Only(ids) => {
            let names = ids.iter().map(|&id| credential_name(&api[id]));
            quote!(Only(&[#(#names),*]))
        }
    };
    let ty = imports.codegen("CredentialRule");
    quote!(credentials: #ty::#rule,)
}

/// The endpoint's exceptions from the rules of headers.
fn emit_headers(api: &Api, imports: &Imports<'_>, endpoint: &Endpoint) -> TokenStream {
    if endpoint.header_exceptions.is_empty() {
        return TokenStream::new();
    }
    let ty = imports.codegen("HeaderUse");
    let exceptions = endpoint.header_exceptions.iter().map(|&(header, header_use)| {
        let name = &api[header].name;
        match header_use {
            HeaderUse::Optional => quote!((#name, #ty::Optional)),
            HeaderUse::Never => quote!((#name, #ty::Never)),
        }
    });
    quote!(headers: &[#(#exceptions),*],)
}

/// What is checked before a call is sent.
fn emit_checks(api: &Api, imports: &Imports<'_>, endpoint: &Endpoint) -> TokenStream {
    let visible =
        endpoint.params.iter().filter(|param| !matches!(param.field.presence, Presence::Constant(_)));
    let bounds = |of: fn(&Field) -> &Constraints| {
        visible.clone().flat_map(move |param| bound_checks(&param.field.wire, of(&param.field)))
    };
    let rules = |rules: &[Rule]| -> Vec<TokenStream> {
        rules.iter().map(|rule| rule_check(rule, &|index| &endpoint.params[index].field.wire)).collect()
    };
    // A required list that is filled item by item is no argument, so the compiler cannot see that it was filled.
    let needed = endpoint
        .params
        .iter()
        .filter(|param| param.is_setter() && param.field.presence == Presence::Required);
    let (with_body, always): (Vec<&Param>, Vec<&Param>) = needed.partition(|param| param.in_optional_body);
    let needed = always.into_iter().map(|param| {
        let name = &param.field.wire;
        quote!(Required(#name))
    });
    let with_body = (!with_body.is_empty()).then(|| {
        let names = with_body.iter().map(|param| &param.field.wire);
        quote!(BodyNeeds(&[#(#names),*]))
    });
    let needed = needed.chain(with_body);
    let beside = endpoint.params.iter().filter_map(|param| beside_check(api, endpoint, param));
    let weak: Vec<_> = bounds(|field| &field.weak_constraints).chain(rules(&endpoint.weak_rules)).collect();
    let mut checks: Vec<_> = needed
        .chain(beside)
        .chain(bounds(|field| &field.constraints))
        .chain(rules(&endpoint.rules))
        .collect();
    if checks.is_empty() && weak.is_empty() {
        return TokenStream::new();
    }
    let ty = imports.codegen("Rule");
    checks.extend(weak.iter().map(|check| quote!(Weak(&#ty::#check))));
    quote!(rules: &[#(#ty::#checks),*],)
}

/// The check that members of an object which stand for themselves are not called like what stands beside them; `None` where
/// none can be.
fn beside_check(api: &Api, endpoint: &Endpoint, param: &Param) -> Option<TokenStream> {
    let is_open = match &param.field.ty {
        TypeRef::Map { .. } => true,
        TypeRef::Def(id) => api[*id].free().is_some(),
        _ => false,
    };
    if !param.is_spread() || !is_open {
        return None;
    }
    let others = endpoint.params.iter().filter(|other| other.location == param.location);
    let others = others.filter(|other| other.field.wire != param.field.wire);
    let names = others.flat_map(|other| match &other.field.ty {
        TypeRef::Def(id) if other.is_spread() => match &api[*id].shape {
            Shape::Struct { fields, .. } => fields.iter().map(|field| field.wire.as_str()).collect(),
            _ => Vec::new(),
        },
        _ => vec![other.field.wire.as_str()],
    });
    // Nobody but a credential sends what is its own.
    let secrets = api.credentials.iter().flat_map(|credential| &credential.query);
    let secrets = secrets.filter(|_| param.location == ParamLocation::Query).map(|(name, _)| name.as_str());
    let mut names: Vec<&str> = names.chain(secrets).collect();
    names.dedup();
    let name = &param.field.wire;
    (!names.is_empty()).then(|| quote!(Beside(#name, &[#(#names),*])))
}

/// How an endpoint is paged.
fn emit_pagination(api: &Api, imports: &Imports<'_>, endpoint: &Endpoint, paging: &Paging) -> TokenStream {
    let style: &Pagination = &api[paging.style];
    let (ty, next_ty) = (imports.codegen("Pagination"), imports.codegen("NextPage"));
    let param_path = |path: &JsonPath| emit_param_path(imports, endpoint, path);
    let next = match &style.kind {
        PaginationKind::Number { page, first } => {
            let (param, first) = (param_path(page), Literal::i64_unsuffixed(*first));
            quote!(Number(#param, #first))
        }
        PaginationKind::Offset { offset } => {
            let param = param_path(offset);
            quote!(Offset(#param))
        }
        PaginationKind::Cursor { next } => {
            let pairs = next.iter().map(|(request, response)| {
                let (param, path) = (param_path(request), json_path(response));
                quote!((#param, #path))
            });
            quote!(Cursor(&[#(#pairs),*]))
        }
        PaginationKind::NextUrl { next } => {
            let path = json_path(next);
            quote!(NextUrl(#path))
        }
        PaginationKind::Link => quote!(Link),
        PaginationKind::LastItem { after, id } => {
            let (param, path) = (param_path(after), json_path(id));
            quote!(LastItem(#param, #path))
        }
    };
    let size = match &style.size {
        Some(size) if endpoint.params.iter().any(|param| size.first() == Some(&param.field.wire)) => {
            let param = param_path(size);
            quote!(Some(#param))
        }
        _ => quote!(None),
    };
    let [total, has_more, is_last] =
        [&style.total, &style.has_more, &style.is_last].map(|path| optional_json_path(path.as_ref()));
    let items = json_path(paging.list.as_ref().map_or(&JsonPath::new(), |list| &list.path));
    quote! {
        #ty {
            next: #next_ty::#next,
            size: #size,
            total: #total,
            has_more: #has_more,
            is_last: #is_last,
            items: #items,
        }
    }
}

/// A value of a request by its path; the parameter's location decides between query and body.
fn emit_param_path(imports: &Imports<'_>, endpoint: &Endpoint, path: &JsonPath) -> TokenStream {
    let param = endpoint.params.iter().find(|param| Some(&param.field.wire) == path.first());
    let (ty, location_ty) = (imports.codegen("ParamPath"), imports.codegen("ParamLocation"));
    let location = match param.map(|param| param.location) {
        Some(ParamLocation::Body) | None => quote!(Body),
        Some(_) => quote!(Query),
    };
    let path = json_path(path);
    quote!(#ty { location: #location_ty::#location, path: #path })
}
