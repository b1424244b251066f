//! Envelopes: what stands around the data of each response, and what a failure looks like.

use indexmap::IndexMap;
use serde_json::Value;

use super::document::{MediaType, Response, ResponseHeader, one, there};
use super::schema::{Schema, literal};
use crate::ir::{Api, Envelope, EnvelopeId, Success};

/// The name of an envelope among the schemas: one that nothing else of the API has.
pub(super) fn name(api: &Api, id: EnvelopeId) -> String {
    let mut name = format!("{}Envelope", api[id].name.pascal());
    while api.used_names.types.contains(&name) {
        name.push('_');
    }
    name
}

/// The name of an envelope's failures among the responses.
pub(super) fn failure_name(api: &Api, id: EnvelopeId) -> String {
    format!("{}Failure", api[id].name.pascal())
}

/// The name of what stands beside the data of a success.
pub(super) fn success_name(api: &Api, id: EnvelopeId) -> String {
    let mut name = format!("{}Success", api[id].name.pascal());
    while api.used_names.types.contains(&name) {
        name.push('_');
    }
    name
}

/// The envelopes that have something of their own to say, beside the data; and what proves a success in each.
pub(super) fn schemas(api: &Api) -> IndexMap<String, Schema> {
    let ids = || (0..api.envelopes.len()).map(EnvelopeId);
    let whole = ids().filter(|&id| has_members(&api[id])).map(|id| (name(api, id), schema(&api[id])));
    let is_used = |id: &EnvelopeId| api.endpoints.iter().any(|endpoint| endpoint.envelopes.contains(id));
    let proofs = ids().filter(is_used).filter_map(|id| Some((success_name(api, id), proof(api, id)?)));
    whole.chain(proofs).collect()
}

/// An envelope with the member that proves a success; `None` where the status proves it.
fn proof(api: &Api, id: EnvelopeId) -> Option<Schema> {
    let envelope = &api[id];
    let (path, value) = match &envelope.success {
        Success::Status => return None,
        Success::Code => (envelope.code.as_ref()?, Value::from(0)),
        Success::Member(path, value) => (path, literal(value)),
    };
    let mut own = Schema::default();
    put(
        &mut own,
        path,
        Schema { constant: Some(value), ..Schema::default() }.described("Proves that the call succeeded."),
    );
    require(&mut own, path);
    Some(if has_members(envelope) {
        Schema { all_of: vec![Schema::named(&name(api, id)), own], ..Schema::default() }
    } else {
        own
    })
}

/// Requires the members on a path.
fn require(root: &mut Schema, path: &[String]) {
    if let Some((first, rest)) = path.split_first() {
        root.required.push(first.clone());
        if let Some(member) = root.properties.get_mut(first) {
            require(member, rest);
        }
    }
}

/// What stands beside the data of a success in this envelope, if anything does.
pub(super) fn beside_data(api: &Api, id: EnvelopeId) -> Option<Schema> {
    match &api[id].success {
        Success::Status => has_members(&api[id]).then(|| Schema::named(&name(api, id))),
        Success::Code | Success::Member(..) => Some(Schema::named(&success_name(api, id))),
    }
}

/// Whether anything but the data stands in the envelope.
pub(super) fn has_members(envelope: &Envelope) -> bool {
    let Envelope { code, message, detail, log_id, .. } = envelope;
    [code, message, detail, log_id].iter().any(|path| path.is_some())
}

/// What stands beside the data, as a schema.
fn schema(envelope: &Envelope) -> Schema {
    let mut schema = Schema::of("object").described("What stands beside the data of a response.");
    let parts = [
        (&envelope.code, Schema::formatted("integer", "int64"), "The error code; any but 0 is a refusal."),
        (&envelope.message, Schema::of("string"), "The message that goes with the code."),
        (&envelope.detail, Schema::of("object"), "Further details of an error."),
        (&envelope.log_id, Schema::of("string"), "The id under which the server logged the request."),
    ];
    for (path, part, docs) in parts {
        if let Some(path) = path {
            put(&mut schema, path, part.described(docs));
        }
    }
    schema
}

/// Puts a schema at its path below `root`. Objects on the way keep their members; so does one that is there already, which
/// only gets the description.
pub(super) fn put(root: &mut Schema, path: &[String], schema: Schema) {
    let Some((first, rest)) = path.split_first() else { return };
    if root.kind.is_none() && root.reference.is_none() {
        root.kind = Some("object");
    }
    let member = root.properties.entry(first.clone()).or_default();
    if !rest.is_empty() {
        put(member, rest, schema);
    } else if member.properties.is_empty() {
        *member = schema;
    } else {
        member.description = schema.description;
    }
}

/// How each envelope says that a call failed. One without a path for a code leaves that to the default envelope; and the
/// envelopes in which any endpoint may refuse (`fallback`) are named beside it.
pub(super) fn failures(api: &Api) -> IndexMap<String, Response> {
    let is_used = |id: &EnvelopeId| api.endpoints.iter().any(|endpoint| endpoint.envelope() == *id);
    let ids = (0..api.envelopes.len()).map(EnvelopeId).filter(is_used);
    ids.map(|id| {
        let shown = if api[id].code.is_some() { id } else { EnvelopeId(0) };
        let others =
            (0..api.envelopes.len()).map(EnvelopeId).filter(|&other| api[other].fallback && other != shown);
        let shown: Vec<Schema> = std::iter::once(shown)
            .chain(others)
            .filter(|&id| has_members(&api[id]))
            .map(|id| Schema::named(&name(api, id)))
            .collect();
        let schema = any_of(shown);
        let response = Response {
            description: "A refusal or a failure; `x-error-codes` lists the documented codes.".into(),
            headers: log_id_headers(api),
            content: one("application/json".to_owned(), MediaType::of(schema)),
        };
        (failure_name(api, id), response)
    })
    .collect()
}

/// One of some schemas; anything where there is none.
pub(super) fn any_of(mut schemas: Vec<Schema>) -> Schema {
    match schemas.len() {
        0 => Schema::default(),
        1 => schemas.remove(0),
        _ => Schema { any_of: schemas, ..Schema::default() },
    }
}

/// The headers of responses that may hold the log id.
pub(super) fn log_id_headers(api: &Api) -> IndexMap<String, super::document::Referable<ResponseHeader>> {
    api.log_id_headers.iter().map(|name| (name.clone(), there("headers", name))).collect()
}

/// The same headers as components.
pub(super) fn header_components(api: &Api) -> IndexMap<String, ResponseHeader> {
    let header = || ResponseHeader {
        description: "The id under which the server logged the request.".into(),
        schema: Schema::of("string"),
    };
    api.log_id_headers.iter().map(|name| (name.clone(), header())).collect()
}
