//! Which endpoint is meant, where several have the same route.

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::ACCEPT;
use paceline_generator::ir::{Api, Endpoint, EndpointId, Param, ParamLocation, Presence, StreamKind};
use serde_json::{Map, Value};

use crate::check::{self, BODY_LIMIT};
use crate::sample::json;

/// An endpoint, and the values of its path.
type Found = (EndpointId, BTreeMap<String, String>);

/// The one that the request fits best: with all of the query that it needs, and with most that is always the same, in the query, in a
/// body of JSON, or in the media type that is asked for. Of those that it fits alike, the first.
pub(crate) async fn one_of(api: &Api, mut found: Vec<Found>, request: &mut Request) -> Found {
    let body = if found.len() > 1 { members(api, &found, request).await } else { None };
    let best =
        (0..found.len()).rev().max_by_key(|&index| fits(api, &api[found[index].0], request, body.as_ref()));
    found.swap_remove(best.unwrap_or(0))
}

/// How many of its constants a request has; `None` if it lacks one, or something of the query that is needed.
fn fits(
    api: &Api,
    endpoint: &Endpoint,
    request: &Request,
    body: Option<&Map<String, Value>>,
) -> Option<usize> {
    let query = check::read_query(api, endpoint, request.uri().query().unwrap_or_default()).ok()?;
    let mut constants = 0;
    for param in &endpoint.params {
        let values = match param.location {
            ParamLocation::Query => &query,
            ParamLocation::Body if is_constant(param) && body.is_some() => body?,
            _ => continue,
        };
        let value = values.get(&param.field.wire);
        match &param.field.presence {
            Presence::Constant(constant) if value == Some(&json(constant)) => constants += 1,
            Presence::Constant(_) => return None,
            Presence::Required => drop(value?),
            Presence::Optional => {}
        }
    }
    Some(constants + usize::from(is_asked_for(endpoint, request)))
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
