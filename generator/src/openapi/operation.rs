//! Operations: parameters, body, answers, and what the API says about them beyond OpenAPI's words.

use std::time::Duration;

use indexmap::IndexMap;
use serde_json::Value;

use super::document::{self, MediaType, Parameter, RateLimit, Referable, RequestBody, one};
use super::path::Paths;
use super::schema::{Schema, number};
use super::{answer, header, paging, rule, security, types};
use crate::ir::{Api, BodyKind, Effect, Field, Operation, Param, Place, Presence, Rule, Shape, TypeRef};

/// Describes an operation.
pub(super) fn operation(api: &Api, paths: &Paths, operation: &Operation) -> document::Operation {
    document::Operation {
        operation_id: operation.id.clone(),
        tags: vec![api[operation.group].name.snake().to_owned()],
        summary: operation.summary.trim().to_owned(),
        title_zh: operation.title_zh.clone(),
        description: description(api, operation),
        deprecated: operation.deprecated.is_some().then_some(true),
        effect: match operation.effect {
            Effect::Read => "read",
            Effect::Write => "write",
        },
        rate_limits: rate_limits(api, operation),
        max_transit: operation.max_transit.map(seconds),
        error_codes: operation.errors.iter().map(|&id| api[id].code).collect(),
        security: security::of(api, operation),
        parameters: parameters(api, paths, operation),
        request_body: request_body(api, operation),
        responses: answer::responses(api, operation),
    }
}

fn description(api: &Api, operation: &Operation) -> Option<String> {
    let mut paragraphs: Vec<String> = operation.docs.iter().map(|docs| docs.trim().to_owned()).collect();
    paragraphs.extend(operation.deprecated.iter().map(|note| format!("Deprecated: {note}")));
    paragraphs.extend(operation.rules.iter().map(|one| rule::sentence(operation, one)));
    paragraphs.extend(operation.permission.iter().map(|needed| format!("Needs the permission {needed}.")));
    let sources: Vec<&str> = operation.sources.iter().map(|&id| api[id].title.as_str()).collect();
    if !sources.is_empty() {
        paragraphs.push(format!("Source: {}.", sources.join(", ")));
    }
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

fn rate_limits(api: &Api, operation: &Operation) -> Vec<RateLimit> {
    let limits = api[operation.limits].limits.iter();
    limits.map(|limit| RateLimit { requests: limit.requests, seconds: limit.window.as_secs() }).collect()
}

fn seconds(duration: Duration) -> Value {
    number(duration.as_secs_f64())
}

fn parameters(api: &Api, paths: &Paths, operation: &Operation) -> Vec<Referable<Parameter>> {
    let own = operation.params.iter().filter(|param| param.place != Place::Body);
    let own = own.map(|param| Referable::Here(parameter(api, paths, operation, param)));
    own.chain(header::references(api, operation)).collect()
}

fn parameter(api: &Api, paths: &Paths, operation: &Operation, param: &Param) -> Parameter {
    let field = &param.field;
    let (name, place) = match param.place {
        Place::Path => (paths.name(operation, &field.wire), "path"),
        Place::Query | Place::Body => (field.wire.as_str(), "query"),
    };
    let mut schema = Schema { description: None, ..types::member(api, field) };
    paging::bound(api, operation, &field.wire, &mut schema);
    if param.place == Place::Path {
        // An empty segment would make another path of it.
        schema.min_length = is_text(api, &field.ty).then_some(1);
    }
    // A parameter that holds JSON text is one whose content is JSON. Lists need no word: to repeat the parameter for
    // each item is what OpenAPI assumes.
    let (schema, content) = match &field.ty {
        TypeRef::JsonText(inner) => {
            (None, one("application/json", MediaType { schema: types::of(api, inner) }))
        }
        _ => (Some(schema), IndexMap::new()),
    };
    let required = param.place == Place::Path || field.presence != Presence::Optional;
    Parameter { name: name.to_owned(), place, description: field.docs.clone(), required, schema, content }
}

fn is_text(api: &Api, ty: &TypeRef) -> bool {
    use crate::ir::{EnumRepr, IdRepr, Scalar};
    match ty {
        TypeRef::Scalar(scalar) => matches!(scalar, Scalar::Str | Scalar::Secret),
        TypeRef::Def(id) => {
            matches!(api[*id].shape, Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. })
        }
        _ => false,
    }
}

/// The body. Some operations have one on GET or DELETE; OpenAPI 3.1 discourages that and allows it, and it is what the
/// API expects.
fn request_body(api: &Api, operation: &Operation) -> Option<RequestBody> {
    let media_type = match operation.body {
        BodyKind::None => return None,
        BodyKind::Json => "application/json",
        BodyKind::Multipart => "multipart/form-data",
    };
    let fields: Vec<&Field> = operation
        .params
        .iter()
        .filter(|param| param.place == Place::Body)
        .map(|param| &param.field)
        .collect();
    let mut schema = types::object(api, fields.iter().copied());
    for (wire, member) in &mut schema.properties {
        paging::bound(api, operation, wire, member);
    }
    schema.all_of = operation.rules.iter().flat_map(|one| rule::schemas(operation, one)).collect();
    let needs_some = |rule: &Rule| match rule {
        Rule::ExactlyOne(params) | Rule::AtLeastOne(params) => {
            params.iter().all(|&index| operation.params[index].place == Place::Body)
        }
        Rule::AtMostOne(_)
        | Rule::AllOrNone(_)
        | Rule::Together { .. }
        | Rule::ForbiddenWhen { .. }
        | Rule::RequiredWhen { .. } => false,
    };
    let required = !schema.required.is_empty() || operation.rules.iter().any(needs_some);
    Some(RequestBody { required, content: one(media_type, MediaType { schema }) })
}
