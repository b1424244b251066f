//! What stays the same over all attempts of a call.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use url::Url;

use crate::api::{BodyKind, HeaderUse, Method, TemplatePart};
use crate::call::{Call, Repetition};
use crate::error::{ErrorKind, Result};
use crate::secret::Secret;

use super::headers::HeaderInputs;
use super::{body, form, headers, request_url, validate};

/// The media type of a JSON body of which nothing else is said.
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A request without its token.
pub(super) struct PreparedRequest {
    url: Url,
    body: Option<Bytes>,
    idempotency_key: Option<String>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl PreparedRequest {
    /// Checks a call and encodes it.
    pub(super) fn new(call: &Call) -> Result<Self> {
        validate::check(call)?;
        let url = request_url::url(call)?;
        let body = body::in_memory(call).map(Bytes::from);
        let idempotency_key = idempotency_key(call);
        let inputs = HeaderInputs {
            credential: call.credential(),
            token: None,
            token_header: None,
            idempotency_key: idempotency_key.as_deref(),
        };
        let mut headers = headers::prepare_tokenless(call, inputs)?;
        headers.extend(headers::own(call)?);
        headers.extend(body::media_type(call).map(|media| (CONTENT_TYPE, media)));
        headers.extend(call.endpoint.accept.map(|media| (ACCEPT, HeaderValue::from_static(media))));
        Ok(Self { url, body, idempotency_key, headers })
    }

    /// Whether the server can tell a repetition from another write.
    pub(super) fn has_idempotency_key(&self) -> bool {
        self.idempotency_key.is_some()
    }

    /// The request of one attempt.
    pub(super) fn build(&self, call: &Call, token: Option<&Secret>) -> Result<reqwest::Request> {
        let inputs = HeaderInputs {
            credential: call.credential(),
            token: token.map(Secret::expose),
            token_header: token.and_then(Secret::header_value),
            idempotency_key: self.idempotency_key.as_deref(),
        };
        let mut url = self.url.clone();
        if let Some(credential) = inputs.credential {
            let token = inputs.token.unwrap_or_default();
            request_url::add_secrets(&mut url, credential.sent(credential.kind.query, token));
        }
        let mut request = reqwest::Request::new(call.endpoint.method.into(), url);
        *request.headers_mut() = headers::complete(call, &self.headers, inputs)?;
        match call.body_kind() {
            BodyKind::Json | BodyKind::Form | BodyKind::Text => {
                // What the API's headers or the endpoint say comes first.
                request.headers_mut().entry(CONTENT_TYPE).or_insert(JSON);
                let body = self.body.clone().unwrap_or_default();
                if body.is_empty() {
                    request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(0));
                }
                *request.body_mut() = Some(body.into());
            }
            BodyKind::Multipart => {
                let request = reqwest::RequestBuilder::from_parts(call.client.http().clone(), request);
                return request.multipart(form::form(call)?).build().map_err(|error| {
                    call.error(ErrorKind::Invalid, "the request cannot be built")
                        .with_source(error.without_url())
                });
            }
            BodyKind::Bytes => {
                let (media_type, content) = body::file(call)?;
                request.headers_mut().insert(CONTENT_TYPE, media_type);
                request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(call.upload_size()));
                *request.body_mut() = Some(content);
            }
            // RFC 9110, section 8.6: where a method usually has a body, its absence is said. Some servers insist on it.
            BodyKind::None if matches!(call.endpoint.method, Method::Post | Method::Put | Method::Patch) => {
                request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(0));
            }
            BodyKind::None => {}
        }
        Ok(request)
    }
}

/// A key of its own for each write, if the API has a header for it and the endpoint takes it. A write that may be repeated
/// freely has none: the server would refuse the repetition of one whose response was lost.
fn idempotency_key(call: &Call) -> Option<String> {
    if call.repetition != Repetition::ByEffect {
        return None;
    }
    let takes_one = call.api().headers.iter().any(|header| {
        header.effect.is_none_or(|effect| effect.includes(call.endpoint.effect))
            && !call.endpoint.headers.contains(&(header.name, HeaderUse::Never))
            && header.value.iter().any(|part| matches!(part, TemplatePart::IdempotencyKey))
    });
    let fresh = || uuid::Uuid::new_v4().to_string();
    takes_one.then(|| call.idempotency_key.clone().unwrap_or_else(fresh))
}
