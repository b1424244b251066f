//! From a call to an HTTP request.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::api::{BodyKind, CredentialRule, Header, HeaderUse, Piece};
use crate::call::{Acting, Call, plain};
use crate::error::{ErrorKind, Result};
use crate::file::safe_name;
use crate::secret::Secret;
use crate::token::Credential;

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What stays the same over all attempts of a call.
pub(super) struct Prepared {
    url: Url,
    body: Option<Bytes>,
    pub(super) idempotency_key: Option<String>,
    /// The headers but for those that hold the token: a new attempt may come with a new one.
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Prepared {
    pub(super) fn new(call: &Call) -> Result<Self> {
        super::check::check(call)?;
        let mut prepared = Self {
            url: url(call)?,
            body: call.json_body().map(Bytes::from),
            idempotency_key: idempotency_key(call),
            headers: Vec::new(),
        };
        // What is wrong with the headers is found before a token is fetched for them.
        let credential = credential(call);
        let token = credential.map(|_| "token");
        let mut headers = Vec::with_capacity(call.client.shared.headers.len());
        for (rule, ready) in call.client.shared.headers() {
            let header = prepared.header(call, rule, ready, credential, token)?;
            headers.extend(header.filter(|_| !holds_token(rule)));
        }
        prepared.headers = headers;
        Ok(prepared)
    }

    /// The request of one attempt.
    pub(super) fn build(&self, call: &Call, token: Option<&Secret>) -> Result<reqwest::Request> {
        let shared = &call.client.shared;
        let mut request = reqwest::Request::new(call.endpoint.method.into(), self.url.clone());
        *request.headers_mut() = self.headers(call, token.map(Secret::expose))?;
        match call.body_kind() {
            BodyKind::Json => *request.body_mut() = Some(self.body.clone().unwrap_or_default().into()),
            BodyKind::Multipart => {
                let request = reqwest::RequestBuilder::from_parts(shared.http.clone(), request);
                return request.multipart(form(call)?).build().map_err(|error| {
                    call.error(ErrorKind::Invalid, "the request cannot be built")
                        .with_source(error.without_url())
                });
            }
            BodyKind::None => {}
        }
        Ok(request)
    }

    fn headers(&self, call: &Call, token: Option<&str>) -> Result<HeaderMap> {
        // Room for the agent and what is accepted, too. For any more, the map would be too large for an allocator's fast way.
        let mut headers = HeaderMap::with_capacity(6);
        headers.extend(self.headers.iter().cloned());
        let credential = credential(call);
        for (rule, ready) in call.client.shared.headers().filter(|(rule, _)| holds_token(rule)) {
            headers.extend(self.header(call, rule, ready, credential, token)?);
        }
        Ok(headers)
    }

    /// A header, or `None` when it is not sent.
    fn header(
        &self,
        call: &Call,
        rule: &Header,
        ready: &ReadyHeader,
        credential: Option<&Credential>,
        token: Option<&str>,
    ) -> Result<Option<(HeaderName, HeaderValue)>> {
        let Some(value) = self.value(call, rule, credential, token)? else { return Ok(None) };
        let name = (ready.name.clone())
            .ok_or_else(|| call.error(ErrorKind::Config, format!("`{}` cannot be a header", rule.name)))?;
        // The form brings a content type of its own, with its boundary.
        if name == CONTENT_TYPE && call.body_kind() == BodyKind::Multipart {
            return Ok(None);
        }
        if let Some(value) = &ready.value {
            return Ok(Some((name, value.clone())));
        }
        let mut value = header_value(&value).ok_or_else(|| call.error(ErrorKind::Invalid, unfit(rule)))?;
        // Logs of the HTTP layer leave out what is marked so.
        value.set_sensitive(
            rule.value.iter().any(|piece| !matches!(piece, Piece::Text(_) | Piece::IdempotencyKey)),
        );
        Ok(Some((name, value)))
    }

    /// The value of a header, or `None` when it is not sent.
    fn value<'a>(
        &'a self,
        call: &'a Call,
        rule: &Header,
        credential: Option<&Credential>,
        token: Option<&'a str>,
    ) -> Result<Option<Cow<'a, str>>> {
        let exception =
            call.endpoint.headers.iter().find(|(name, _)| *name == rule.name).map(|(_, how)| *how);
        let with = credential.map(|credential| credential.kind.name);
        let applies = rule.credentials.is_none_or(|names| with.is_some_and(|with| names.contains(&with)))
            && rule.effect.is_none_or(|effect| effect == call.endpoint.effect);
        if !applies || exception == Some(HeaderUse::Never) {
            return Ok(None);
        }
        let tokenless = matches!(call.endpoint.credentials, CredentialRule::None);
        if tokenless && holds_token(rule) {
            return Ok(None);
        }
        let mut value = Cow::Borrowed("");
        for piece in rule.value {
            match self.piece(call, *piece, token) {
                // Adding to nothing borrows.
                Some(text) => value += text,
                None if rule.required && exception.is_none() => {
                    return Err(call.error(ErrorKind::Invalid, missing(call, rule, *piece)));
                }
                None => return Ok(None),
            }
        }
        Ok(Some(value))
    }

    fn piece<'a>(&'a self, call: &'a Call, piece: Piece, token: Option<&'a str>) -> Option<&'a str> {
        match piece {
            Piece::Text(text) => Some(text),
            Piece::Token => token,
            Piece::IdempotencyKey => self.idempotency_key.as_deref(),
            Piece::Variable(name) => call.client.variable(name).filter(|value| !value.is_empty()),
            Piece::Input(_) => None,
        }
    }
}

fn holds_token(rule: &Header) -> bool {
    rule.value.iter().any(|piece| matches!(piece, Piece::Token))
}

/// What of a header is the same for every call, made once.
#[derive(Clone)]
pub(crate) struct ReadyHeader {
    /// `None` if it cannot be a name.
    name: Option<HeaderName>,
    /// The value, if it is the same for every call.
    value: Option<HeaderValue>,
}

impl ReadyHeader {
    pub(crate) fn new(rule: &Header) -> Self {
        let value = match *rule.value {
            [Piece::Text(text)] => header_value(text),
            _ => None,
        };
        Self { name: HeaderName::from_bytes(rule.name.as_bytes()).ok(), value }
    }
}

fn header_value(text: &str) -> Option<HeaderValue> {
    // Most are plain, which is quickly seen.
    let fits = text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(char::is_control);
    HeaderValue::from_str(text).ok().filter(|_| fits)
}

/// Why a header cannot be sent for want of a piece of it.
fn missing(call: &Call, rule: &Header, piece: Piece) -> String {
    let what = match piece {
        Piece::Variable(name) => format!("`{name}` is not set: set it on the client"),
        Piece::Token => match call.endpoint.credentials {
            CredentialRule::Only(names) => {
                format!(
                    "the client has none of the credentials that this endpoint takes: {}",
                    names.join(", ")
                )
            }
            _ => "the client has no credential".to_owned(),
        },
        Piece::IdempotencyKey => "there is no idempotency key".to_owned(),
        Piece::Text(_) | Piece::Input(_) => "there is no value for it".to_owned(),
    };
    format!("header `{}` is needed, and {what}", rule.name)
}

/// Why a header cannot be sent for what it holds.
fn unfit(rule: &Header) -> String {
    let source = rule.value.iter().find_map(|piece| match piece {
        Piece::Variable(name) => Some(format!("`{name}`")),
        Piece::IdempotencyKey => Some("the idempotency key".to_owned()),
        Piece::Token | Piece::Input(_) => Some("the token".to_owned()),
        Piece::Text(_) => None,
    });
    let source = source.unwrap_or_else(|| "its value".to_owned());
    format!("{source}, sent as header `{}`, holds characters that no header may hold", rule.name)
}

/// The credential that a call is made with, if the endpoint takes one.
pub(super) fn credential(call: &Call) -> Option<&Credential> {
    match (call.acting, call.endpoint.credentials) {
        (Acting::Nobody, _) | (_, CredentialRule::None) => None,
        (Acting::Named(name), _) => call.client.credential(name),
        (Acting::Usual, CredentialRule::Any) => call.client.acting(),
        (Acting::Usual, CredentialRule::Only(names)) => {
            let acting = call.client.acting().filter(|credential| names.contains(&credential.kind.name));
            acting.or_else(|| names.iter().find_map(|name| call.client.credential(name)))
        }
    }
}

/// A key of its own for each write, if the API has a header for it and the endpoint takes it.
fn idempotency_key(call: &Call) -> Option<String> {
    let takes_one = call.client.shared.api.headers.iter().any(|header| {
        header.effect.is_none_or(|effect| effect == call.endpoint.effect)
            && !call.endpoint.headers.contains(&(header.name, HeaderUse::Never))
            && header.value.iter().any(|piece| matches!(piece, Piece::IdempotencyKey))
    });
    let fresh = || uuid::Uuid::new_v4().to_string();
    takes_one.then(|| call.idempotency_key.clone().unwrap_or_else(fresh))
}

fn url(call: &Call) -> Result<Url> {
    let template = call.endpoint.template();
    let mut url = call.client.shared.url.clone();
    let base = url.path().trim_end_matches('/');
    let values = call.path.iter().map(|(_, value)| value.len());
    let mut path = String::with_capacity(base.len() + template.len() + values.sum::<usize>());
    path.push_str(base);
    if call.endpoint.is_raw() {
        check_raw(call, template)?;
    }
    let mut rest = template;
    while let Some((before, after)) = next_parameter(rest) {
        path.push_str(before);
        let end = after.find('/').unwrap_or(after.len());
        let name = &after[..end];
        rest = &after[end..];
        let value = call.path.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let value = value
            .ok_or_else(|| call.error(ErrorKind::Invalid, format!("path parameter `{name}` is not set")))?;
        // A URL cannot hold these two as a value: even written as `%2E` they are resolved away.
        if matches!(value, "." | "..") {
            let message = format!("path parameter `{name}` is `{value}`, which would lead to another path");
            return Err(call.error(ErrorKind::Invalid, message));
        }
        path.extend(utf8_percent_encode(value, ENCODED));
    }
    path.push_str(rest);
    url.set_path(&path);
    let mut query = String::new();
    for (name, value) in &call.query {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend(utf8_percent_encode(name, ENCODED));
        query.push('=');
        query.extend(utf8_percent_encode(value, ENCODED));
    }
    url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    Ok(url)
}

/// What stands before the next parameter of a path, its `/` included, and what comes after its `:`.
fn next_parameter(path: &str) -> Option<(&str, &str)> {
    let at = path.as_bytes().windows(2).position(|two| two == b"/:")?;
    Some((&path[..=at], &path[at + 2..]))
}

/// A path that the caller wrote must be no more than a path, and mean what it says.
fn check_raw(call: &Call, path: &str) -> Result<()> {
    let bad = |why: &str| Err(call.error(ErrorKind::Invalid, format!("the path {why}")));
    if !path.starts_with('/') {
        return bad("does not begin with `/`");
    }
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return bad("holds `.` or `..`");
    }
    let fits = |byte: u8| byte.is_ascii_graphic() && !br#"?#"<>\^`{|}"#.contains(&byte);
    if !path.bytes().all(fits) {
        return bad(
            "holds characters that no path may hold; set values with `path`, and the query with `query`",
        );
    }
    Ok(())
}

fn form(call: &Call) -> Result<reqwest::multipart::Form> {
    // Names are written as they are: browsers do so, and servers expect it of text beyond ASCII.
    let mut form = reqwest::multipart::Form::new().percent_encode_noop();
    for (name, json) in &call.body {
        form = form.text(*name, plain(json));
    }
    for (name, file) in &call.files {
        let bad = |why: &str| call.error(ErrorKind::Invalid, format!("file `{name}` {why}"));
        let body = file.body().ok_or_else(|| bad("is a stream that was sent already"))?;
        let mut part = reqwest::multipart::Part::stream_with_length(body, file.length())
            .file_name(safe_name(&file.name));
        if let Some(kind) = &file.content_type {
            let kind = Some(kind).filter(|kind| !kind.contains(char::is_control));
            let kind = kind.ok_or_else(|| bad("has a content type with control characters"))?;
            part = part.mime_str(kind).map_err(|_| bad("has a content type that is no media type"))?;
        }
        form = form.part(*name, part);
    }
    Ok(form)
}
