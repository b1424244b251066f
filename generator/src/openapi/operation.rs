//! Operations: parameters, body, responses, and what the API says about them beyond OpenAPI's words.

use std::time::Duration;

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::document::{
    self, Encoding, MediaType, Parameter, RateLimit, Referable, RequestBody, ResponseHeader, Server, one,
};
use super::path::Paths;
use super::schema::{Schema, number};
use super::translation::translations;
use super::{header, paging, response, rule, security, types};
use crate::ir::{
    Api, Effect, Endpoint, Field, Host, LimitScope, LimitSet, LimitTold, ListStyle, Param, ParamLocation,
    Presence, Rule, Shape, TypeRef,
};

/// Describes an endpoint.
pub(super) fn operation(api: &Api, paths: &Paths, endpoint: &Endpoint) -> document::Operation {
    document::Operation {
        operation_id: endpoint.id.clone(),
        servers: endpoint.host.iter().map(|&index| server(api, &api.hosts[index])).collect(),
        tags: vec![api[endpoint.resource].name.snake().to_owned()],
        summary: endpoint.summary.trim().to_owned(),
        title: endpoint.title.as_deref().filter(|title| !title.is_empty()).map(str::to_owned),
        translations: translations(
            api,
            &[
                ("summary", Some(&endpoint.summary)),
                ("x-title", endpoint.title.as_ref()),
                ("description", endpoint.docs.as_ref()),
            ],
        ),
        description: description(api, endpoint),
        deprecated: endpoint.deprecated.is_some().then_some(true),
        effect: endpoint.effect.word(),
        rate_limits: rate_limits(api, endpoint),
        max_transit: endpoint.max_transit.map(seconds),
        error_codes: endpoint.errors.iter().map(|&id| api[id].code).collect(),
        security: security::of(api, endpoint),
        parameters: parameters(api, paths, endpoint),
        request_body: request_body(api, endpoint),
        responses: response::responses(api, endpoint),
    }
}

/// A host.
pub(super) fn server(api: &Api, host: &Host) -> Server {
    let translations = translations(api, &[("description", Some(&host.docs))]);
    Server { url: host.url.clone(), description: host.docs.to_string(), translations }
}

/// What there is to read about an endpoint, one paragraph for each thing that it says; `None` if nothing.
fn description(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let mut paragraphs: Vec<String> = endpoint.docs.iter().map(|docs| docs.trim().to_owned()).collect();
    if endpoint.effect == Effect::Destroy {
        paragraphs.push("What it removes cannot be had back.".to_owned());
    }
    paragraphs.extend(endpoint.deprecated.iter().map(|note| format!("Deprecated: {note}")));
    paragraphs.extend(endpoint.rules.iter().map(|one| rule::sentence(endpoint, one)));
    let weak = endpoint.weak_rules.iter();
    paragraphs.extend(weak.map(|one| format!("By one weak source alone: {}", rule::sentence(endpoint, one))));
    paragraphs.extend(endpoint.permission.iter().map(|needed| format!("Needs the permission {needed}.")));
    let sources: Vec<&str> = endpoint.sources.iter().map(|&id| &*api[id].title).collect();
    if !sources.is_empty() {
        paragraphs.push(format!("Source: {}.", sources.join(", ")));
    }
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// The limits that hold at once for an endpoint: each window, and each number of requests at the same time.
fn rate_limits(api: &Api, endpoint: &Endpoint) -> Vec<RateLimit> {
    endpoint.limits.iter().flat_map(|one| set_limits(&api[one.set], one.weight)).collect()
}

fn set_limits(set: &LimitSet, weight: u32) -> Vec<RateLimit> {
    let base = || RateLimit {
        set: (!set.is_plain() || weight > 1).then(|| set.name.snake().to_owned()),
        per: (set.scope != LimitScope::CredentialAndEndpoint).then(|| set.scope.words()),
        requests: None,
        seconds: None,
        concurrent: None,
        weight: (weight > 1).then_some(weight),
        told: None,
    };
    let windows = set.limits.iter().copied().chain(set.gap_limit()).map(|limit| RateLimit {
        requests: Some(limit.requests),
        seconds: Some(seconds(limit.window)),
        ..base()
    });
    let concurrent = set.concurrent.map(|number| RateLimit { concurrent: Some(number), ..base() });
    let told = set.told.as_ref().map(|told| {
        let told = match told {
            LimitTold::Headers { remaining, reset } => json!({"remaining": remaining, "reset": reset}),
            LimitTold::Policy(policy) => json!({"policy": policy}),
        };
        RateLimit { told: Some(told), ..base() }
    });
    windows.chain(concurrent).chain(told).collect()
}

/// A duration in seconds.
fn seconds(duration: Duration) -> Value {
    number(duration.as_secs_f64())
}

/// All parameters but those in the body, and the headers.
fn parameters(api: &Api, paths: &Paths, endpoint: &Endpoint) -> Vec<Referable<Parameter>> {
    let own = endpoint.params.iter().filter(|param| param.location != ParamLocation::Body);
    let own = own.map(|param| Referable::Here(parameter(api, paths, endpoint, param)));
    own.chain(header::references(api, endpoint)).collect()
}

/// A parameter in the path, in the query, in a header or in a cookie.
fn parameter(api: &Api, paths: &Paths, endpoint: &Endpoint, param: &Param) -> Parameter {
    let field = &param.field;
    let (name, location) = match param.location {
        ParamLocation::Path => (paths.name(endpoint, &field.wire), "path"),
        ParamLocation::Header => (field.wire.as_str(), "header"),
        ParamLocation::Cookie => (field.wire.as_str(), "cookie"),
        ParamLocation::Query | ParamLocation::Body => (field.wire.as_str(), "query"),
    };
    let mut schema = Schema { description: None, translations: IndexMap::new(), ..types::member(api, field) };
    paging::set_minimum(api, endpoint, &field.wire, &mut schema);
    if param.location == ParamLocation::Path {
        // An empty segment would make another path of it.
        schema.min_length = is_text(api, &field.ty).then_some(1);
    }
    // A parameter that holds JSON text is one whose content is JSON.
    let (schema, content) = match &field.ty {
        TypeRef::JsonText(inner) => {
            (None, one("application/json".to_owned(), MediaType::of(types::of(api, inner))))
        }
        _ => (Some(schema), IndexMap::new()),
    };
    let required = param.location == ParamLocation::Path || field.presence != Presence::Optional;
    let (style, explode) = style(param.style);
    let description = field.docs.to_string();
    let translations = translations(api, &[("description", Some(&field.docs))]);
    let name = name.to_owned();
    Parameter { name, location, description, translations, required, style, explode, schema, content }
}

/// Whether the values of a type travel as text that may be empty.
fn is_text(api: &Api, ty: &TypeRef) -> bool {
    use crate::ir::{EnumRepr, IdRepr, Scalar};
    match ty {
        TypeRef::Scalar(scalar) => matches!(scalar, Scalar::Str | Scalar::Secret),
        TypeRef::Def(id) => {
            matches!(api[*id].shape, Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. })
        }
        TypeRef::TextId(_) => true,
        _ => false,
    }
}

/// A body that is one value: JSON, text, or the bytes of a file.
fn one_value_body(api: &Api, endpoint: &Endpoint, media_type: &str) -> Option<RequestBody> {
    let value = endpoint.params.iter().find(|param| param.location == ParamLocation::Body)?;
    let required = value.field.presence != Presence::Optional;
    let schema = types::member(api, &value.field);
    Some(RequestBody { required, content: one(media_type.to_owned(), MediaType::of(schema)) })
}

/// How parts of a form are written, where OpenAPI would assume another way.
fn encoding(endpoint: &Endpoint) -> IndexMap<String, Encoding> {
    let styled = |param: &&Param| {
        let has_style = !matches!(param.style, ListStyle::Repeat | ListStyle::Spread);
        param.location == ParamLocation::Body && (has_style || !param.part.is_empty())
    };
    let encoding = |param: &Param| {
        let (style, explode) = style(param.style);
        let header = |(name, value): &(String, String)| {
            let schema = Schema { constant: Some(value.as_str().into()), ..Schema::of("string") };
            (name.clone(), ResponseHeader { description: String::new(), schema })
        };
        let headers = param.part.headers.iter().map(header).collect();
        let content_type = param.part.media.clone();
        (param.field.wire.clone(), Encoding { content_type, headers, style, explode })
    };
    endpoint.params.iter().filter(styled).map(encoding).collect()
}

/// Adds what is known of members that have no names of their own in the spec.
fn add_spread(api: &Api, endpoint: &Endpoint, schema: &mut Schema) {
    let spread = endpoint.params.iter().filter(|param| param.location == ParamLocation::Body);
    for param in spread.filter(|param| param.is_spread()) {
        let own = match &param.field.ty {
            TypeRef::Def(id) => types::definition(api, &api[*id]),
            ty => types::of(api, ty),
        };
        let is_needed = param.field.presence == Presence::Required;
        schema.required.extend(own.required.into_iter().filter(|_| is_needed));
        schema.properties.extend(own.properties);
        schema.additional_properties = schema.additional_properties.take().or(own.additional_properties);
    }
}

/// OpenAPI's words for a style; none for the one that it assumes.
fn style(style: ListStyle) -> (Option<&'static str>, Option<bool>) {
    match style {
        ListStyle::Repeat | ListStyle::Spread => (None, None),
        ListStyle::Comma => (Some("form"), Some(false)),
        ListStyle::Space => (Some("spaceDelimited"), Some(false)),
        ListStyle::Pipe => (Some("pipeDelimited"), Some(false)),
        ListStyle::DeepObject => (Some("deepObject"), Some(true)),
    }
}

/// The body. Some operations have one on GET or DELETE; OpenAPI 3.1 discourages that and allows it, and it is what the
/// API expects.
fn request_body(api: &Api, endpoint: &Endpoint) -> Option<RequestBody> {
    let media_type = endpoint.media.as_deref().or(endpoint.body.usual_media())?;
    if endpoint.body.is_one_value() {
        return one_value_body(api, endpoint, media_type);
    }
    let fields: Vec<&Field> = endpoint
        .params
        .iter()
        .filter(|param| param.location == ParamLocation::Body && !param.is_spread())
        .map(|param| &param.field)
        .collect();
    let mut schema = types::object(api, fields.iter().copied());
    add_spread(api, endpoint, &mut schema);
    for (wire, member) in &mut schema.properties {
        paging::set_minimum(api, endpoint, wire, member);
    }
    schema.all_of = endpoint.rules.iter().flat_map(|one| rule::schemas(endpoint, one)).collect();
    let needs_some = |rule: &Rule| match rule {
        Rule::ExactlyOne(params) | Rule::AtLeastOne(params) => {
            params.iter().all(|&index| endpoint.params[index].location == ParamLocation::Body)
        }
        Rule::AtMostOne(_)
        | Rule::AllOrNone(_)
        | Rule::Together { .. }
        | Rule::ForbiddenWhen { .. }
        | Rule::RequiredWhen { .. } => false,
    };
    let needs_body = !schema.required.is_empty() || endpoint.rules.iter().any(needs_some);
    let required = needs_body && !endpoint.body_optional;
    let media = MediaType { encoding: encoding(endpoint), ..MediaType::of(schema) };
    Some(RequestBody { required, content: one(media_type.to_owned(), media) })
}
