//! Responses: the data in its envelope, with what pagination puts beside it.

use indexmap::IndexMap;

use super::document::{MediaType, Referable, Response, one, there};
use super::envelope;
use super::schema::Schema;
use super::types;
use crate::ir::{self, Api, Endpoint, EnvelopeId, JsonPath, PaginationKind, Shape, TypeRef};

/// The responses of an endpoint by their statuses.
pub(super) fn responses(api: &Api, endpoint: &Endpoint) -> IndexMap<String, Referable<Response>> {
    let asked = endpoint.accept.as_deref();
    let json = asked.unwrap_or("application/json");
    let (description, media_type, schema) = match &endpoint.response {
        ir::Response::Bytes => {
            let content =
                Schema { content_media_type: Some("application/octet-stream"), ..Schema::default() };
            ("The raw bytes.", asked.unwrap_or("*/*"), content)
        }
        ir::Response::Nothing => ("It was done.", json, wrapped(api, endpoint)),
        ir::Response::Data(_) => ("The data.", json, wrapped(api, endpoint)),
        ir::Response::Optional(_) => ("The data, if there is any.", json, wrapped(api, endpoint)),
    };
    let success = Response {
        description: description.into(),
        headers: envelope::log_id_headers(api),
        content: one(media_type.to_owned(), MediaType::of(schema)),
    };
    let failure = envelope::failure_name(api, endpoint.envelope());
    let mut responses = one("200".to_owned(), Referable::Here(success));
    if matches!(endpoint.response, ir::Response::Nothing) && !endpoint.empty_statuses.is_empty() {
        responses.clear();
    }
    for status in &endpoint.empty_statuses {
        let headers = envelope::log_id_headers(api);
        let nothing = Response {
            description: "It was done; the body is empty.".into(),
            headers,
            content: IndexMap::new(),
        };
        responses.insert(status.to_string(), Referable::Here(nothing));
    }
    for status in ["4XX", "5XX"] {
        responses.insert(status.into(), there("responses", &failure));
    }
    responses
}

/// The schema of a response's body: the data in one of the endpoint's envelopes.
fn wrapped(api: &Api, endpoint: &Endpoint) -> Schema {
    envelope::any_of(endpoint.envelopes.iter().map(|&id| wrapped_in(api, endpoint, id)).collect())
}

/// The schema of a response's body in one envelope.
fn wrapped_in(api: &Api, endpoint: &Endpoint, id: EnvelopeId) -> Schema {
    let (wrapper, data) = (&api[id], endpoint.response.data());
    let mut parts = Vec::new();
    parts.extend(envelope::beside_data(api, id));
    let mut own = Schema::default();
    match (&wrapper.data, data) {
        (Some(path), Some(ty)) => {
            envelope::put(&mut own, path, types::of(api, ty));
            if !matches!(endpoint.response, ir::Response::Optional(_)) {
                own.required.extend(path.first().cloned());
            }
        }
        (None, Some(ty)) => own = types::of(api, ty),
        (_, None) => {}
    }
    for (path, schema) in beside(api, endpoint) {
        if !is_declared(api, id, data, &path) {
            envelope::put(&mut own, &path, schema);
        }
    }
    if own != Schema::default() {
        parts.push(own);
    }
    match parts.len() {
        0 => Schema::of("object"),
        1 => parts.remove(0),
        _ => Schema { all_of: parts, ..Schema::default() },
    }
}

/// What the pagination style says about the rest of the list, and where.
fn beside(api: &Api, endpoint: &Endpoint) -> Vec<(JsonPath, Schema)> {
    let Some(paging) = &endpoint.paging else { return Vec::new() };
    let style = &api[paging.style];
    let mut members = Vec::new();
    if let Some(path) = &style.total {
        let schema = Schema::formatted("integer", "int64").described("The number of all items.");
        members.push((path.clone(), schema));
    }
    if let Some(path) = &style.has_more {
        members.push((path.clone(), Schema::of("boolean").described("Whether another page follows.")));
    }
    if let PaginationKind::Cursor { next } = &style.kind {
        members.extend(next.iter().map(|(request_path, response_path)| {
            let text =
                format!("Where the next page starts: the next request's `{}`.", request_path.join("."));
            let schema = cursor_type(api, endpoint, request_path)
                .map_or_else(Schema::default, |ty| types::of(api, ty));
            (response_path.clone(), schema.described(&text))
        }));
    }
    members
}

/// The type of the parameter, or of the path inside it, that asks for the next page.
fn cursor_type<'a>(api: &'a Api, endpoint: &'a Endpoint, path: &[String]) -> Option<&'a TypeRef> {
    let (first, rest) = path.split_first()?;
    let param = endpoint.params.iter().find(|param| param.field.wire == *first)?;
    type_at(api, &param.field.ty, rest)
}

/// The type at a path inside a value of type `ty`; `None` if no struct declares a member there.
fn type_at<'a>(api: &'a Api, ty: &'a TypeRef, path: &[String]) -> Option<&'a TypeRef> {
    let Some((first, rest)) = path.split_first() else { return Some(ty) };
    let TypeRef::Def(id) = ty else { return None };
    let Shape::Struct(fields) = &api[*id].shape else { return None };
    let field = fields.iter().find(|field| field.wire == *first)?;
    type_at(api, &field.ty, rest)
}

/// Whether the data's own type already has a member at this path of the response.
fn is_declared(api: &Api, id: EnvelopeId, data: Option<&TypeRef>, path: &[String]) -> bool {
    let within = match &api[id].data {
        Some(data) => path.strip_prefix(data.as_slice()),
        None => Some(path),
    };
    match (data, within) {
        (Some(ty), Some(within)) => type_at(api, ty, within).is_some(),
        _ => false,
    }
}
