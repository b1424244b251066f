//! `<resource>/endpoints.rs`: one descriptor for each endpoint of a resource.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::descriptor::{credential_name, optional_way, way};
use super::import::Imports;
use super::literal::json;
use super::service::{effect_path, envelope_ident};
use super::{Module, docs};
use crate::ir::{
    Api, BodyKind, Constraints, CredentialRule, Effect, Group, HeaderUse, LimitSetId, Location, Method,
    Operation, OperationId, Pagination, PaginationKind, Paging, Place, Presence, Rule,
};

pub(super) fn emit_group_endpoints(api: &Api, group: &Group) -> Module {
    let imports = Imports::new(api);
    let own: Vec<_> = group.operations.iter().map(|&id| emit_endpoint(api, &imports, id)).collect();
    let mut items = imports.items();
    items.extend(own);
    let about = format!("What the runtime must know about the endpoints of `{}`.", group.name);
    Module { path: format!("src/{}/endpoints.rs", group.name), docs: docs::inner(&[about]), items }
}

fn emit_endpoint(api: &Api, imports: &Imports<'_>, id: OperationId) -> TokenStream {
    let operation = &api[id];
    let (ty, method_ty) = (imports.codegen("Endpoint"), imports.codegen("Method"));
    let siblings = &api[operation.group].operations;
    let taken = |name: &str| siblings.iter().any(|&id| api[id].name.shouty() == name);
    let base = imports.unless_taken("crate::service", "ENDPOINT", taken);
    let title = format!("`{} {}`", operation.method.as_str(), operation.path);
    let docs = docs::outer(&[title]);
    let name = operation.name.shouty_ident();
    let operation_id = &operation.id;
    let method = match operation.method {
        Method::Get => quote!(Get),
        Method::Post => quote!(Post),
        Method::Put => quote!(Put),
        Method::Patch => quote!(Patch),
        Method::Delete => quote!(Delete),
    };
    let path = operation.path.to_string();
    let effect = match operation.effect {
        Effect::Read => TokenStream::new(),
        Effect::Write => {
            let effect = effect_path(imports, Effect::Write);
            quote!(effect: #effect,)
        }
    };
    let limits = emit_limits(api, imports, id, operation.limits);
    let envelope = (operation.envelope.index() > 0).then(|| {
        let name = envelope_ident(&api[operation.envelope].name).to_string();
        let name = imports.unless_taken("crate::service", &name, taken);
        quote!(envelope: &#name,)
    });
    let body = emit_body(imports, operation.body);
    let credentials = emit_credentials(api, imports, &operation.credentials);
    let headers = emit_headers(api, imports, operation);
    let checks = emit_checks(imports, operation);
    let pagination = operation.paging.as_ref().map(|paging| {
        let pagination = emit_pagination(api, imports, operation, paging);
        quote!(pagination: Some(#pagination),)
    });
    quote! {
        #docs
        pub(crate) static #name: #ty = #ty {
            id: #operation_id,
            method: #method_ty::#method,
            path: #path,
            #effect
            limits: #limits,
            #envelope
            #body
            #credentials
            #headers
            #checks
            #pagination
            ..#base
        };
    }
}

fn emit_limits(api: &Api, imports: &Imports<'_>, id: OperationId, set: LimitSetId) -> TokenStream {
    let (ty, module) = (imports.codegen("EndpointLimits"), imports.from("crate", "limits"));
    let index = Literal::usize_unsuffixed(id.index());
    let set = api[set].name.shouty_ident();
    let transit = api[id].max_transit.map(|transit| {
        let duration = imports.from("std::time", "Duration");
        let millis = Literal::u128_unsuffixed(transit.as_millis());
        quote!(.with_max_transit(#duration::from_millis(#millis)))
    });
    quote!(#ty::new(#index, #module::#set) #transit)
}

fn emit_body(imports: &Imports<'_>, body: BodyKind) -> TokenStream {
    let kind = match body {
        BodyKind::None => return TokenStream::new(),
        BodyKind::Json => quote!(Json),
        BodyKind::Multipart => quote!(Multipart),
    };
    let ty = imports.codegen("BodyKind");
    quote!(body: #ty::#kind,)
}

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

fn emit_headers(api: &Api, imports: &Imports<'_>, operation: &Operation) -> TokenStream {
    if operation.header_exceptions.is_empty() {
        return TokenStream::new();
    }
    let ty = imports.codegen("HeaderUse");
    let exceptions = operation.header_exceptions.iter().map(|&(header, how)| {
        let name = &api[header].name;
        match how {
            HeaderUse::Optional => quote!((#name, #ty::Optional)),
            HeaderUse::Never => quote!((#name, #ty::Never)),
        }
    });
    quote!(headers: &[#(#exceptions),*],)
}

fn emit_checks(imports: &Imports<'_>, operation: &Operation) -> TokenStream {
    let visible =
        operation.params.iter().filter(|param| !matches!(param.field.presence, Presence::Constant(_)));
    let bounds = visible.flat_map(|param| bound_checks(&param.field.wire, &param.field.constraints));
    let needed = operation
        .params
        .iter()
        .filter(|param| param.is_setter() && param.field.presence == Presence::Required);
    let needed = needed.map(|param| {
        let name = &param.field.wire;
        quote!(Required(#name))
    });
    let checks: Vec<_> = needed
        .chain(bounds)
        .chain(
            operation.rules.iter().map(|rule| rule_check(rule, &|index| &operation.params[index].field.wire)),
        )
        .collect();
    if checks.is_empty() {
        return TokenStream::new();
    }
    let ty = imports.codegen("Rule");
    quote!(rules: &[#(#ty::#checks),*],)
}

pub(super) fn bound_checks(name: &str, constraints: &Constraints) -> Vec<TokenStream> {
    let Constraints { min, max, min_items, max_items, min_length, max_length, one_of, without } = constraints;
    let mut checks = Vec::new();
    if min_items.is_some() || max_items.is_some() {
        let (min, max) =
            (bound(*min_items, 0), max_items.map_or(quote!(u32::MAX), |max| bound(Some(max), 0)));
        checks.push(quote!(Items(#name, #min, #max)));
    }
    if min.is_some() || max.is_some() {
        let min = min.map_or(quote!(f64::NEG_INFINITY), float);
        let max = max.map_or(quote!(f64::INFINITY), float);
        checks.push(quote!(Range(#name, #min, #max)));
    }
    if min_length.is_some() || max_length.is_some() {
        let (min, max) =
            (bound(*min_length, 0), max_length.map_or(quote!(u32::MAX), |max| bound(Some(max), 0)));
        checks.push(quote!(Length(#name, #min, #max)));
    }
    if !one_of.is_empty() {
        let values = one_of.iter().map(json);
        checks.push(quote!(OneOf(#name, &[#(#values),*])));
    }
    if !without.is_empty() {
        checks.push(quote!(Without(#name, &[#(#without),*])));
    }
    checks
}

fn bound(value: Option<u32>, absent: u32) -> TokenStream {
    let value = Literal::u32_unsuffixed(value.unwrap_or(absent));
    quote!(#value)
}

fn float(value: f64) -> TokenStream {
    let value = Literal::f64_unsuffixed(value);
    quote!(#value)
}

pub(super) fn rule_check<'a>(rule: &Rule, wire: &dyn Fn(usize) -> &'a String) -> TokenStream {
    let names = |indices: &[usize]| {
        let names = indices.iter().map(|&index| wire(index));
        quote!(&[#(#names),*])
    };
    match rule {
        Rule::ExactlyOne(params) => {
            let names = names(params);
            quote!(ExactlyOne(#names))
        }
        Rule::AtLeastOne(params) => {
            let names = names(params);
            quote!(AtLeastOne(#names))
        }
        Rule::AtMostOne(params) => {
            let names = names(params);
            quote!(AtMostOne(#names))
        }
        Rule::AllOrNone(params) => {
            let names = names(params);
            quote!(AllOrNone(#names))
        }
        Rule::Together { params, max_items } => {
            let (names, max) = (names(params), bound(Some(*max_items), 0));
            quote!(Together(#names, #max))
        }
        Rule::ForbiddenWhen { params, field, values } => {
            let (names, field) = (names(params), wire(*field));
            let values = values.iter().map(json);
            quote!(ForbiddenWhen(#field, &[#(#values),*], #names))
        }
        Rule::RequiredWhen { params, field, values } => {
            let (names, field) = (names(params), wire(*field));
            let values = values.iter().map(json);
            quote!(RequiredWhen(#field, &[#(#values),*], #names))
        }
    }
}

fn emit_pagination(api: &Api, imports: &Imports<'_>, operation: &Operation, paging: &Paging) -> TokenStream {
    let style: &Pagination = &api[paging.style];
    let (ty, next_ty) = (imports.codegen("Pagination"), imports.codegen("NextPage"));
    let slot = |location: &Location| emit_slot(imports, operation, location);
    let next = match &style.kind {
        PaginationKind::Number { page, first } => {
            let (slot, first) = (slot(page), Literal::i64_unsuffixed(*first));
            quote!(Number(#slot, #first))
        }
        PaginationKind::Offset { offset } => {
            let slot = slot(offset);
            quote!(Offset(#slot))
        }
        PaginationKind::Cursor { next } => {
            let pairs = next.iter().map(|(request, answer)| {
                let (slot, way) = (slot(request), way(answer));
                quote!((#slot, #way))
            });
            quote!(Cursor(&[#(#pairs),*]))
        }
    };
    let size = match &style.size {
        Some(size) if operation.params.iter().any(|param| size.first() == Some(&param.field.wire)) => {
            let slot = slot(size);
            quote!(Some(#slot))
        }
        _ => quote!(None),
    };
    let (total, has_more) = (optional_way(style.total.as_ref()), optional_way(style.has_more.as_ref()));
    let items = way(paging.list.as_ref().map_or(&Location::new(), |list| &list.place));
    quote! {
        #ty {
            next: #next_ty::#next,
            size: #size,
            total: #total,
            has_more: #has_more,
            items: #items,
        }
    }
}

/// A place in a request; the parameter's own place decides between query and body.
fn emit_slot(imports: &Imports<'_>, operation: &Operation, location: &Location) -> TokenStream {
    let param = operation.params.iter().find(|param| Some(&param.field.wire) == location.first());
    let (ty, place_ty) = (imports.codegen("ParamPath"), imports.codegen("ParamLocation"));
    let place = match param.map(|param| param.place) {
        Some(Place::Query | Place::Path) => quote!(Query),
        Some(Place::Body) | None => quote!(Body),
    };
    let way = way(location);
    quote!(#ty { location: #place_ty::#place, path: #way })
}
