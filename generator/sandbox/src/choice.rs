//! Which endpoint is meant, where several have the same route.

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::HeaderName;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use paceline_generator::ir::{
    Api, BodyKind, Endpoint, EndpointId, Param, ParamLocation, Presence, StreamKind,
};
use serde_json::{Map, Value};

use crate::check::{self, BODY_LIMIT};
use crate::sample::json;

/// An endpoint, and the values of its path.
type Found = (EndpointId, BTreeMap<String, String>);

/// How well a request fits: its constants, its media types, and whether its query can be read.
type Fit = (Option<usize>, (u8, u8), bool);

/// The one that the request fits best: with all of the query that it needs, and with most that is always the same, in the query, in a
/// body of JSON, or in the media type that is asked for; then by the media types of the body and of the response. Of those that
/// it fits alike, the first.
pub(crate) async fn one_of(api: &Api, mut found: Vec<Found>, request: &mut Request) -> Found {
    let body = if found.len() > 1 { members(api, &found, request).await } else { None };
    let best =
        (0..found.len()).rev().max_by_key(|&index| fits(api, &api[found[index].0], request, body.as_ref()));
    found.swap_remove(best.unwrap_or(0))
}

fn fits(api: &Api, endpoint: &Endpoint, request: &Request, body: Option<&Map<String, Value>>) -> Fit {
    let query = check::read_query(api, endpoint, request.uri().query().unwrap_or_default()).ok();
    let asked_for = usize::from(is_asked_for(endpoint, request));
    let constants = constants(endpoint, query.as_ref(), body).map(|constants| constants + asked_for);
    // What cannot be read is refused by the endpoint that is meant, and does not make it another one.
    (constants, (body_fits(endpoint, request), accept_fits(endpoint, request)), query.is_some())
}

/// How many of its constants a request has; `None` if it lacks one, or something of the query that is needed. Of a query that
/// cannot be read no more is known than whether it should have constants.
fn constants(
    endpoint: &Endpoint,
    query: Option<&Map<String, Value>>,
    body: Option<&Map<String, Value>>,
) -> Option<usize> {
    let mut constants = 0;
    for param in &endpoint.params {
        let values = match (param.location, query, body) {
            (ParamLocation::Query, Some(query), _) => query,
            (ParamLocation::Query, None, _) if is_constant(param) => return None,
            (ParamLocation::Body, _, Some(body)) if is_constant(param) => body,
            _ => continue,
        };
        let value = values.get(&param.field.wire);
        match &param.field.presence {
            Presence::Constant(constant) if value == Some(&json(constant)) => constants += 1,
            Presence::Constant(_) => return None,
            Presence::Required if param.is_spread() => {}
            Presence::Required => drop(value?),
            Presence::Optional => {}
        }
    }
    Some(constants)
}

fn is_constant(param: &Param) -> bool {
    matches!(param.field.presence, Presence::Constant(_))
}

/// Whether a request asks for a stream and for nothing else, and the endpoint has one.
fn is_asked_for(endpoint: &Endpoint, request: &Request) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = StreamKind::of_media(accept);
    endpoint.response.stream().is_some_and(|stream| kind == Some(stream.kind))
}

/// How well the media type of a body fits: of bytes, a file says it itself.
fn body_fits(endpoint: &Endpoint, request: &Request) -> u8 {
    let sent = media_type(request, &CONTENT_TYPE);
    let wanted = endpoint.media.as_deref().or(endpoint.body.usual_media()).map(name_of);
    match (sent, wanted) {
        (Some(sent), Some(wanted)) if sent == wanted => 2,
        (Some(_), Some(_)) => u8::from(endpoint.body == BodyKind::Bytes),
        (None, None) => 2,
        (None, Some(_)) | (Some(_), None) => 0,
    }
}

/// How well what is asked for fits what an endpoint responds with.
fn accept_fits(endpoint: &Endpoint, request: &Request) -> u8 {
    let asked = media_type(request, &ACCEPT).filter(|asked| asked != "*/*");
    let stream = endpoint.response.stream().map(|stream| stream.kind.usual_media());
    match (asked, endpoint.accept.as_deref().or(stream).map(name_of)) {
        (Some(asked), Some(own)) if asked == own => 2,
        (None, None) => 2,
        // Who asks for nothing gets what is usual.
        (None, Some(own)) => u8::from(own == "application/json"),
        (Some(_), None) => 1,
        (Some(_), Some(_)) => 0,
    }
}

/// The media type that a header names first.
fn media_type(request: &Request, header: &HeaderName) -> Option<String> {
    let value = request.headers().get(header)?.to_str().ok()?;
    Some(name_of(value.split(',').next().unwrap_or_default()))
}

/// A media type without its parameters, in small letters.
fn name_of(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The members of a body, if they decide and are readable. The request keeps its body.
async fn members(api: &Api, found: &[Found], request: &mut Request) -> Option<Map<String, Value>> {
    let decides = |param: &Param| param.location == ParamLocation::Body && is_constant(param);
    if !found.iter().any(|(id, _)| api[*id].params.iter().any(decides)) {
        return None;
    }
    // A body that is too large is none here, and is refused when it is read for the endpoint.
    let bytes = to_bytes(std::mem::take(request.body_mut()), BODY_LIMIT).await.ok()?;
    let members = serde_json::from_slice(&bytes).ok();
    *request.body_mut() = Body::from(bytes);
    members
}
