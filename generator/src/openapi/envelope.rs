//! Envelopes: what stands around the data of each response, and what a failure looks like.

use indexmap::IndexMap;

use super::document::{MediaType, Response, ResponseHeader, one, there};
use super::schema::Schema;
use crate::ir::{Api, Envelope, EnvelopeId};

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

/// The envelopes that have something of their own to say, beside the data.
pub(super) fn schemas(api: &Api) -> IndexMap<String, Schema> {
    let ids = (0..api.envelopes.len()).map(EnvelopeId);
    ids.filter(|&id| has_members(&api[id])).map(|id| (name(api, id), schema(&api[id]))).collect()
}

/// Whether anything but the data stands in the envelope.
pub(super) fn has_members(envelope: &Envelope) -> bool {
    let Envelope { code, message, detail, log_id, .. } = envelope;
    [code, message, detail, log_id].iter().any(|path| path.is_some())
}

fn schema(envelope: &Envelope) -> Schema {
    let mut schema = Schema::of("object").described("What stands beside the data of a response.");
    let parts = [
        (&envelope.code, Schema::formatted("integer", "int64"), "The error code; 0 or absent on success."),
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

/// Puts a schema at its path; objects on the way and at the path keep what they have.
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

/// How each envelope says that a call failed. One without a path for a code leaves that to the default one.
pub(super) fn failures(api: &Api) -> IndexMap<String, Response> {
    let ids = (0..api.envelopes.len()).map(EnvelopeId);
    ids.map(|id| {
        let shown = if api[id].code.is_some() { id } else { EnvelopeId(0) };
        let schema =
            if has_members(&api[shown]) { Schema::named(&name(api, shown)) } else { Schema::default() };
        let response = Response {
            description: "A refusal or a failure; `x-error-codes` lists the documented codes.".into(),
            headers: log_id_headers(api),
            content: one("application/json", MediaType { schema }),
        };
        (failure_name(api, id), response)
    })
    .collect()
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
