//! Responses: the data in its envelope, with what pagination puts beside it.

use indexmap::IndexMap;

use super::document::{self, MediaType, Referable, Response, one, there};
use super::envelope;
use super::paging;
use super::schema::Schema;
use super::types;
use crate::ir::{
    self, Api, Endpoint, EnvelopeId, JsonPath, PaginationKind, Shape, StatusResponse, Statuses, TypeRef,
};

/// The responses of an endpoint by their statuses.
pub(super) fn responses(api: &Api, endpoint: &Endpoint) -> IndexMap<String, Referable<Response>> {
    let mut responses = IndexMap::new();
    for (status, response) in successes(api, endpoint) {
        responses.insert(status.to_string(), Referable::Here(response));
    }
    responses.sort_keys();
    for refusal in &endpoint.refusals {
        let description = "A refusal.".to_owned();
        let content = one("application/json".to_owned(), MediaType::of(types::of(api, &refusal.ty)));
        let response = Response { description, headers: envelope::log_id_headers(api), content };
        responses.insert(status_key(refusal.statuses), Referable::Here(response));
    }
    // What is said of all refusals holds for these, too.
    if endpoint.refusals.iter().all(|refusal| refusal.statuses != Statuses::Any) {
        let failure = envelope::failure_name(api, endpoint.envelope());
        for status in ["4XX", "5XX"] {
            responses.entry(status.into()).or_insert_with(|| there("responses", &failure));
        }
    }
    responses
}

/// The key of OpenAPI for some statuses.
fn status_key(statuses: Statuses) -> String {
    match statuses {
        Statuses::One(status) => status.to_string(),
        Statuses::Class(digit) => format!("{digit}XX"),
        Statuses::Any => "default".to_owned(),
    }
}

/// The responses that are successes, each with its status.
fn successes(api: &Api, endpoint: &Endpoint) -> Vec<(u16, Response)> {
    let asked = endpoint.accept.as_deref();
    let json = asked.unwrap_or("application/json");
    let response = |description: &str, content: IndexMap<String, MediaType>| Response {
        description: description.into(),
        headers: paging::link_header(api, endpoint)
            .into_iter()
            .chain(envelope::log_id_headers(api))
            .collect(),
        content,
    };
    let data = |data: Option<&TypeRef>, optional: bool| {
        let description = match (data, optional) {
            (None, _) => "It was done.",
            (Some(_), false) => "The data.",
            (Some(_), true) => "The data, if there is any.",
        };
        response(description, one(json.to_owned(), MediaType::of(wrapped(api, endpoint, data, optional))))
    };
    let nothing = || response("It was done; the body is empty.", IndexMap::new());
    let with_data = match &endpoint.response {
        ir::Response::ByStatus(cases) => {
            let one = |case: &StatusResponse| {
                let content = case.data.as_ref().map_or_else(nothing, |ty| data(Some(ty), case.optional));
                (case.status, content)
            };
            return cases.iter().map(one).collect();
        }
        ir::Response::Nothing if !endpoint.empty_statuses.is_empty() => None,
        ir::Response::Nothing => Some(data(None, false)),
        ir::Response::Data(ty) => Some(data(Some(ty), false)),
        ir::Response::Optional(ty) => Some(data(Some(ty), true)),
        ir::Response::Stream(stream) => {
            let media_type = asked.unwrap_or(stream.kind.usual_media()).to_owned();
            let mark = document::Stream {
                kind: stream.kind.word(),
                end: stream.end.clone(),
                optional_end: (stream.end.is_some() && !stream.needs_end).then_some(true),
            };
            let items = MediaType { stream: Some(mark), ..MediaType::of(types::of(api, &stream.item)) };
            Some(response("A stream of items, each of which the schema describes.", one(media_type, items)))
        }
        ir::Response::Bytes => {
            let content =
                Schema { content_media_type: Some("application/octet-stream"), ..Schema::default() };
            let media_type = asked.unwrap_or("*/*").to_owned();
            Some(response("The raw bytes.", one(media_type, MediaType::of(content))))
        }
    };
    let statuses: &[u16] = if endpoint.data_statuses.is_empty() { &[200] } else { &endpoint.data_statuses };
    let with_data =
        with_data.iter().flat_map(|data| statuses.iter().map(move |&status| (status, data.clone())));
    with_data.chain(endpoint.empty_statuses.iter().map(|&status| (status, nothing()))).collect()
}

/// The schema of a response's body: the data in one of the endpoint's envelopes.
fn wrapped(api: &Api, endpoint: &Endpoint, data: Option<&TypeRef>, optional: bool) -> Schema {
    let each = endpoint.envelopes.iter().map(|&id| wrapped_in(api, endpoint, data, optional, id));
    envelope::any_of(each.collect())
}

/// The schema of a response's body in one envelope.
fn wrapped_in(
    api: &Api,
    endpoint: &Endpoint,
    data: Option<&TypeRef>,
    optional: bool,
    id: EnvelopeId,
) -> Schema {
    let wrapper = &api[id];
    let mut parts = Vec::new();
    parts.extend(envelope::beside_data(api, id));
    let mut own = Schema::default();
    match (&wrapper.data, data) {
        (Some(path), Some(ty)) => {
            envelope::put(&mut own, path, types::of(api, ty));
            if !optional {
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
    if let Some(path) = &style.is_last {
        members.push((path.clone(), Schema::of("boolean").described("Whether this page is the last one.")));
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
    if let PaginationKind::NextUrl { next } = &style.kind {
        let schema = Schema::of("string").described("The address of the next page; absent on the last one.");
        members.push((next.clone(), schema));
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
    let Shape::Struct { fields, .. } = &api[*id].shape else { return None };
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
