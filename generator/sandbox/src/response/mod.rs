//! Responses: data or a refusal, put into the envelope and the pagination style that the spec gives the endpoint.

mod page;
mod stream;

use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, LINK};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use paceline_generator::ir::{self, Api, Endpoint, Envelope, JsonPath, Statuses, Success};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

pub(crate) use page::{SAMPLE_ITEMS, number_items, requested_items};

use crate::check::{Args, Upload};
use crate::fault;
use crate::refusal::{self, Refusal};
use crate::sample::{Sampler, json};

/// The member in which a refusal says why, where the envelope names none.
const MESSAGE: &str = "message";

/// What an endpoint replies, before that is wrapped into a response.
#[derive(Debug)]
pub(crate) enum Reply {
    /// It was done.
    Done,
    /// This is the data, with whatever members the sandbox has; those that the declared type lacks are dropped.
    Data(Value),
    /// These are the items of a stream.
    Stream(Vec<Value>),
    /// These are all items, the ones outside of [`requested_items`] possibly `null`; the pagination style decides which are
    /// shown.
    List(Vec<Value>),
    /// This is the file.
    File(Upload),
}

/// A response, ready to be sent.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) status: StatusCode,
    /// The API's code, 0 on success.
    pub(crate) code: i64,
    pub(crate) content: Content,
    /// The header `Link`, if there is one.
    pub(crate) link: Option<String>,
}

/// The body of a response.
#[derive(Debug)]
pub(crate) enum Content {
    /// A JSON document, in a media type of its own or the usual one.
    Json(Value, Option<String>),
    /// A stream: its text in parts that are sent one after the other, and its media type.
    Stream(Vec<Bytes>, String),
    /// A file.
    File(Upload),
    /// A page of HTML.
    Html(&'static str),
    /// Nothing.
    Empty,
}

/// Wraps what an endpoint replies.
pub(crate) fn success(
    api: &Api,
    endpoint: &Endpoint,
    args: &Args,
    reply: Reply,
    seed: u64,
    log_id: &str,
) -> Result<Ready, Refusal> {
    let mut sampler = Sampler::new(api, seed);
    let envelope = &api[endpoint.envelope()];
    let status = usual_status(endpoint);
    let mut link = None;
    let (data, outside) = match (&endpoint.response, reply) {
        (ir::Response::Bytes, Reply::File(file)) => {
            return Ok(Ready { status, code: 0, content: Content::File(file), link: None });
        }
        (ir::Response::Bytes, _) => {
            let bytes = sampler.value(
                &paceline_generator::ir::TypeRef::Scalar(paceline_generator::ir::Scalar::Str),
                "content",
            );
            let bytes = bytes.as_str().unwrap_or_default().to_owned().into();
            let media_type = endpoint.accept.clone().unwrap_or_else(|| "text/plain".to_owned());
            let file = Upload { name: "file.txt".into(), media_type, bytes };
            return Ok(Ready { status, code: 0, content: Content::File(file), link: None });
        }
        (ir::Response::Stream(stream), reply) => {
            let items = if let Reply::Stream(items) = reply { items } else { Vec::new() };
            let items = items.into_iter().map(|item| sampler.conform(&stream.item, item, ""));
            let parts = stream::parts(stream, items);
            let media = endpoint.accept.clone().unwrap_or_else(|| stream.kind.usual_media().to_owned());
            return Ok(Ready { status, code: 0, content: Content::Stream(parts, media), link: None });
        }
        (ir::Response::Nothing, _) if !endpoint.empty_statuses.is_empty() => {
            return Ok(Ready { status, code: 0, content: Content::Empty, link: None });
        }
        (ir::Response::Nothing, _) => (None, Vec::new()),
        (ir::Response::ByStatus(_), reply) => {
            let (Some(ty), Reply::Data(data)) = (endpoint.response.types().next(), reply) else {
                return Ok(Ready { status, code: 0, content: Content::Empty, link: None });
            };
            (Some(sampler.conform(ty, data, "")), Vec::new())
        }
        (ir::Response::Optional(_), Reply::Done) => (None, Vec::new()),
        (ir::Response::Data(ty) | ir::Response::Optional(ty), reply) => {
            let page = page::requested_page(api, endpoint, args, reply)?;
            link = page.link;
            (Some(sampler.conform(ty, page.data, "")), page.outside)
        }
    };
    let none = match &endpoint.response {
        ir::Response::Optional(_) => Value::Null,
        _ => Value::Object(Map::new()),
    };
    let mut body = match (&envelope.data, data) {
        (Some(path), data) => {
            let mut body = Value::Object(Map::new());
            insert(&mut body, path, data.unwrap_or(none));
            body
        }
        (None, data) => data.unwrap_or(Value::Object(Map::new())),
    };
    for (path, value) in outside {
        insert(&mut body, &path, value);
    }
    match &envelope.success {
        // The status alone says so.
        Success::Status => {}
        Success::Code => write_status(envelope, &mut body, 0, "", log_id),
        Success::Member(path, value) => insert(&mut body, path, json(value)),
    }
    Ok(Ready { status, code: 0, content: Content::Json(body, endpoint.accept.clone()), link })
}

/// The status that a success has unless something else decides: the first that brings data.
fn usual_status(endpoint: &Endpoint) -> StatusCode {
    let status = match &endpoint.response {
        ir::Response::ByStatus(cases) => {
            cases.iter().find(|case| case.data.is_some()).or(cases.first()).map(|case| case.status)
        }
        ir::Response::Nothing => endpoint.empty_statuses.first().copied(),
        _ => endpoint.data_statuses.first().copied(),
    };
    status.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK)
}

/// Wraps a refusal.
pub(crate) fn refuse(api: &Api, endpoint: Option<&Endpoint>, refusal: &Refusal, log_id: &str) -> Ready {
    let envelope = refusal::envelope(api, endpoint.map(|endpoint| &api[endpoint.envelope()]));
    let refusal = &refusal.with_code_of(api);
    let message = refusal.message(api);
    let status = StatusCode::from_u16(refusal.status(api)).unwrap_or(StatusCode::BAD_REQUEST);
    let mut described = endpoint.iter().flat_map(|endpoint| &endpoint.refusals);
    let described = described.find(|one| one.statuses.includes(Statuses::One(status.as_u16())));
    // What the spec says of such a refusal comes first, and into it code and message.
    let mut body = match described {
        Some(described) => Sampler::new(api, status.as_u16().into()).value(&described.ty, MESSAGE),
        None => Value::Object(Map::new()),
    };
    let ready =
        |body: Value| Ready { status, code: refusal.code, content: Content::Json(body, None), link: None };
    if !body.is_object() {
        // A text can say why; what is neither has no place for it.
        return ready(if body.is_string() { Value::from(message) } else { body });
    }
    write_denial(envelope, &mut body);
    write_status(envelope, &mut body, refusal.code, &message, log_id);
    // Whoever is refused must learn why, even by an API that has no place for it.
    if envelope.message.is_none() && body.get(MESSAGE).is_none_or(Value::is_string) {
        insert(&mut body, &[MESSAGE.to_owned()], Value::from(message));
    }
    ready(body)
}

/// Writes that the call did not succeed, where the envelope has a member for that and it is plain what it then is.
fn write_denial(envelope: &Envelope, body: &mut Value) {
    if let Success::Member(path, ir::Literal::Bool(proof)) = &envelope.success {
        insert(body, path, Value::from(!proof));
    }
}

/// Writes the code and what goes with it, where the envelope has it: details, message, log id.
fn write_status(envelope: &Envelope, body: &mut Value, code: i64, message: &str, log_id: &str) {
    if let Some(path) = &envelope.detail
        && path.iter().try_fold(&*body, |at, name| at.get(name)).is_none()
    {
        insert(body, path, Value::Object(Map::new()));
    }
    if let Some(path) = &envelope.code {
        insert(body, path, Value::from(code));
    }
    if let Some(path) = &envelope.message {
        insert(body, path, Value::from(message));
    }
    if let Some(path) = &envelope.log_id {
        insert(body, path, Value::from(log_id));
    }
}

/// Puts a value at its path; what is not an object there is replaced.
fn insert(body: &mut Value, path: &[String], value: Value) {
    let Some((last, parents)) = path.split_last() else {
        *body = value;
        return;
    };
    let mut at = body;
    for name in parents {
        at = member(at, name);
    }
    *member(at, last) = value;
}

/// A member of an object. What is no object is replaced by an empty one.
fn member<'a>(value: &'a mut Value, name: &str) -> &'a mut Value {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    &mut value[name]
}

/// The part of a path that lies inside the data; `None` if the path does not lead into it.
fn inside_data<'a>(envelope: &Envelope, path: &'a JsonPath) -> Option<&'a [String]> {
    match &envelope.data {
        Some(data) => path.strip_prefix(data.as_slice()),
        None => Some(path),
    }
}

impl Ready {
    /// The response, with the log id in the header that the spec names first; on request only half of its body.
    pub(crate) fn into_response(self, api: &Api, log_id: &str, cut: bool) -> Response {
        let has_body = !matches!(self.content, Content::Empty);
        let mut parts = None;
        let (bytes, media_type, name) = match self.content {
            Content::Empty => (Bytes::new(), String::new(), None),
            Content::Stream(stream, media) => {
                let whole = Bytes::from(stream.concat());
                parts = Some(stream).filter(|_| !cut);
                (whole, media, None)
            }
            Content::Json(body, media) => {
                let media = media.unwrap_or_else(|| "application/json; charset=utf-8".to_owned());
                (body.to_string().into(), media, None)
            }
            Content::Html(page) => (Bytes::from(page), "text/html; charset=utf-8".to_owned(), None),
            Content::File(file) => (file.bytes, file.media_type, Some(file.name)),
        };
        let is_stream = parts.is_some();
        let mut response = Response::new(match parts {
            Some(parts) => stream::body(parts),
            None if cut => fault::cut(&bytes),
            None => Body::from(bytes.clone()),
        });
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        let value = HeaderValue::from_str(&media_type);
        let value = value.unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
        if has_body {
            headers.insert(CONTENT_TYPE, value);
        }
        if has_body && !is_stream {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        }
        if let Some(Ok(link)) = self.link.map(HeaderValue::try_from) {
            headers.insert(LINK, link);
        }
        let disposition = name.map(|name| HeaderValue::from_str(&attachment(&name)));
        if let Some(Ok(disposition)) = disposition {
            headers.insert(CONTENT_DISPOSITION, disposition);
        }
        if let Some(name) = api.log_id_headers.first()
            && let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(log_id))
        {
            headers.insert(name, value);
        }
        response
    }
}

/// The header that names a file, by RFC 6266: in ASCII that can end neither the quotes nor the line, and as it is for those
/// who read the second form.
fn attachment(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_graphic() && c != '"' && c != '\\' { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let mut header = format!("attachment; filename=\"{ascii}\"");
    if ascii != name {
        header.push_str("; filename*=UTF-8''");
        header.extend(utf8_percent_encode(name, NON_ALPHANUMERIC));
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_finds_its_place_whatever_stands_there() {
        let mut body = serde_json::json!({"err": 1});
        insert(&mut body, &["err".into(), "log_id".into()], Value::from("x"));
        insert(&mut body, &["data".into()], Value::from(1));
        assert_eq!(body, serde_json::json!({"err": {"log_id": "x"}, "data": 1}));
    }
}
