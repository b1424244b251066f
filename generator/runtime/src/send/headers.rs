//! The headers of a request.

use std::borrow::Cow;

use http::header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::api::{BodyKind, CredentialRule, Header, HeaderUse, TemplatePart};
use crate::call::Call;
use crate::error::{ErrorKind, Result};
use crate::header::PreparedHeader;
use crate::header_value::header_value;
use crate::token::Credential;

/// The values that header templates can hold.
#[derive(Clone, Copy)]
pub(super) struct HeaderInputs<'a> {
    pub(super) credential: Option<&'a Credential>,
    pub(super) token: Option<&'a str>,
    /// The token as a header value.
    pub(super) token_header: Option<&'a HeaderValue>,
    pub(super) idempotency_key: Option<&'a str>,
}

/// Checks the API's headers and those of the credential, and gives those of the API that hold no token: the token may differ from
/// attempt to attempt, and the inputs of a credential are replaced when they rotate.
pub(super) fn prepare_tokenless(
    call: &Call,
    inputs: HeaderInputs<'_>,
) -> Result<Vec<(HeaderName, HeaderValue)>> {
    // A text stands in for the token, so that what is wrong with the headers is found before a token is fetched.
    let with_token = inputs.credential.filter(|credential| credential.uses_token());
    let inputs = HeaderInputs { token: with_token.map(|_| "token"), ..inputs };
    let mut headers = Vec::with_capacity(call.client.headers().len());
    for (rule, prepared) in call.client.headers() {
        if holds_token(rule) {
            value(call, rule, inputs)?;
        } else {
            headers.extend(header(call, rule, prepared, inputs)?);
        }
    }
    of_credential(call, inputs).try_for_each(|header| header.map(drop))?;
    Ok(headers)
}

/// The headers of one attempt: those that were prepared, those of the API that hold the token, and those of the credential.
pub(super) fn complete(
    call: &Call,
    prepared: &[(HeaderName, HeaderValue)],
    inputs: HeaderInputs<'_>,
) -> Result<HeaderMap> {
    // Room for the headers `User-Agent` and `Accept`, which are added later, too. A map for seven takes more than a
    // kilobyte, which most allocators take their time with.
    let mut headers = HeaderMap::with_capacity(6);
    let mut add = |(name, value)| add_header(&mut headers, name, value);
    prepared.iter().cloned().for_each(&mut add);
    for (rule, prepared) in call.client.headers().filter(|(rule, _)| holds_token(rule)) {
        header(call, rule, prepared, inputs)?.into_iter().for_each(&mut add);
    }
    of_credential(call, inputs).try_for_each(|header| header.map(&mut add))?;
    Ok(headers)
}

/// Adds a header, in place of one that is there. Cookies from several sides stand beside each other in one.
fn add_header(headers: &mut HeaderMap, name: HeaderName, mut value: HeaderValue) {
    if name == COOKIE
        && let Some(others) = headers.get(COOKIE)
        && let Ok(joined) = HeaderValue::from_bytes(&[others.as_bytes(), value.as_bytes()].join(&b"; "[..]))
    {
        value = joined;
        value.set_sensitive(true);
    }
    headers.insert(name, value);
}

/// The headers that the credential sends itself.
fn of_credential<'a>(
    call: &'a Call,
    inputs: HeaderInputs<'a>,
) -> impl Iterator<Item = Result<(HeaderName, HeaderValue)>> + 'a {
    let sent = inputs.credential.into_iter().flat_map(move |credential| {
        credential.sent(credential.kind.headers, inputs.token.unwrap_or_default())
    });
    sent.map(|(name, value)| {
        let bad = || {
            let why =
                format!("the credential, sent as header `{name}`, holds characters that no header may hold");
            call.error(ErrorKind::Invalid, why)
        };
        let value = value.header_value().cloned().ok_or_else(bad)?;
        Ok((HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?, value))
    })
}

/// A header, or `None` when it is not sent.
fn header(
    call: &Call,
    rule: &Header,
    prepared: &PreparedHeader,
    inputs: HeaderInputs<'_>,
) -> Result<Option<(HeaderName, HeaderValue)>> {
    let Some(value) = value(call, rule, inputs)? else { return Ok(None) };
    let name = (prepared.name.clone())
        .ok_or_else(|| call.error(ErrorKind::Config, format!("`{}` cannot be a header", rule.name)))?;
    if name == CONTENT_TYPE && has_other_media(call) {
        return Ok(None);
    }
    // The value was put together above for its checks alone, if the same one serves all calls.
    if let Some(value) = &prepared.value {
        return Ok(Some((name, value.clone())));
    }
    if let ([TemplatePart::Token], Some(token)) = (rule.value, inputs.token_header) {
        return Ok(Some((name, token.clone())));
    }
    let mut value = header_value(&value).ok_or_else(|| call.error(ErrorKind::Invalid, unfit(rule)))?;
    // Logs of the HTTP layer leave out what is marked so.
    let is_public =
        |part: &TemplatePart| matches!(part, TemplatePart::Text(_) | TemplatePart::IdempotencyKey);
    value.set_sensitive(!rule.value.iter().all(is_public));
    Ok(Some((name, value)))
}

/// Whether the media type that the API's headers say is not that of this call's body.
fn has_other_media(call: &Call) -> bool {
    match call.body_kind() {
        BodyKind::Json => call.endpoint.media.is_some(),
        BodyKind::Form | BodyKind::Multipart | BodyKind::Text | BodyKind::Bytes => true,
        // Nothing is said of a body that may be there and is not.
        BodyKind::None => call.endpoint.body_optional,
    }
}

/// The headers that are parameters of this call.
pub(super) fn own(call: &Call) -> Result<Vec<(HeaderName, HeaderValue)>> {
    let header = |(name, text): &(&'static str, String)| {
        let bad =
            || call.error(ErrorKind::Invalid, format!("`{name}` holds characters that no header may hold"));
        let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?;
        let mut value = header_value(text).ok_or_else(bad)?;
        // What callers put in may be personal or secret.
        value.set_sensitive(true);
        Ok((header, value))
    };
    let cookies = (!call.cookies.is_empty()).then(|| ("Cookie", cookie_text(&call.cookies)));
    call.headers.iter().chain(&cookies).map(header).collect()
}

/// Cookies in one text, with what RFC 6265 does not let stand in their values in percent encoding.
fn cookie_text(cookies: &[(&'static str, String)]) -> String {
    const NOT_IN_COOKIES: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b',').add(b';').add(b'\\');
    let pairs =
        cookies.iter().map(|(name, text)| format!("{name}={}", utf8_percent_encode(text, NOT_IN_COOKIES)));
    pairs.collect::<Vec<_>>().join("; ")
}

/// The value of a header, or `None` when it is not sent.
fn value<'a>(call: &'a Call, rule: &Header, inputs: HeaderInputs<'a>) -> Result<Option<Cow<'a, str>>> {
    let header_use = call.endpoint.headers.iter().find(|(name, _)| *name == rule.name).map(|(_, used)| *used);
    let kind = inputs.credential.map(|credential| credential.kind.name);
    let applies = rule.credentials.is_none_or(|names| kind.is_some_and(|kind| names.contains(&kind)))
        && rule.effect.is_none_or(|effect| effect.includes(call.endpoint.effect));
    if !applies || header_use == Some(HeaderUse::Never) {
        return Ok(None);
    }
    let takes_no_token = matches!(call.endpoint.credentials, CredentialRule::None);
    if takes_no_token && holds_token(rule) {
        return Ok(None);
    }
    let mut value = Cow::Borrowed("");
    for part in rule.value {
        match fill(call, *part, inputs) {
            // What is added to an empty text is borrowed: most values have one part.
            Some(text) => value += text,
            None if rule.required && header_use.is_none() => {
                return Err(call.error(ErrorKind::Invalid, missing(call, rule, *part)));
            }
            None => return Ok(None),
        }
    }
    Ok(Some(value))
}

fn fill<'a>(call: &'a Call, part: TemplatePart, inputs: HeaderInputs<'a>) -> Option<&'a str> {
    match part {
        TemplatePart::Text(text) => Some(text),
        TemplatePart::Token => inputs.token,
        TemplatePart::IdempotencyKey => inputs.idempotency_key,
        TemplatePart::Variable(name) => call.client.variable(name).filter(|value| !value.is_empty()),
        // Inputs stand in a credential's own headers alone, which `of_credential` makes.
        TemplatePart::Input(_) | TemplatePart::Basic(..) => None,
    }
}

fn holds_token(rule: &Header) -> bool {
    rule.value.iter().any(|part| matches!(part, TemplatePart::Token))
}

/// Why a header cannot be sent because a part of it has no value.
fn missing(call: &Call, rule: &Header, part: TemplatePart) -> String {
    let what = match part {
        TemplatePart::Variable(name) => format!("`{name}` is not set: set it on the client"),
        TemplatePart::Token => match call.endpoint.credentials {
            CredentialRule::Only(names) => {
                format!(
                    "the client has none of the credentials that this endpoint takes: {}",
                    names.join(", ")
                )
            }
            _ => "the client has no credential".to_owned(),
        },
        TemplatePart::IdempotencyKey => "there is no idempotency key".to_owned(),
        TemplatePart::Text(_) | TemplatePart::Input(_) | TemplatePart::Basic(..) => {
            "there is no value for it".to_owned()
        }
    };
    format!("header `{}` is needed, and {what}", rule.name)
}

/// Why a header cannot be sent because of its characters.
fn unfit(rule: &Header) -> String {
    let source = rule.value.iter().find_map(|part| match part {
        TemplatePart::Variable(name) => Some(format!("`{name}`")),
        TemplatePart::IdempotencyKey => Some("the idempotency key".to_owned()),
        // No header of the API is made of inputs; only those of a credential are. So the token is meant.
        TemplatePart::Token | TemplatePart::Input(_) | TemplatePart::Basic(..) => {
            Some("the token".to_owned())
        }
        TemplatePart::Text(_) => None,
    });
    let source = source.unwrap_or_else(|| "its value".to_owned());
    format!("{source}, sent as header `{}`, holds characters that no header may hold", rule.name)
}
