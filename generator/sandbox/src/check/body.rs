//! Bodies: JSON objects and forms.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use paceline_generator::ir::{Api, BodyKind, Endpoint, ParamLocation, Scalar, TypeRef};
use serde_json::{Map, Value};

use super::{Args, find, from_text};
use crate::refusal::{Refusal, code};

/// The largest body that is read: the API's 100 MB for a file, and room for the form around it.
pub(crate) const BODY_LIMIT: usize = 101 * 1024 * 1024;

/// A file that came with a form.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// Its name, as the form gave it.
    pub(crate) name: String,
    /// Its media type.
    pub(crate) media_type: String,
    /// What it holds.
    pub(crate) bytes: Bytes,
}

/// Reads the body that `endpoint` asks for into `args`.
pub(crate) async fn read(
    api: &Api,
    endpoint: &Endpoint,
    request: Request,
    args: &mut Args,
) -> Result<(), Refusal> {
    match endpoint.body {
        BodyKind::None => Ok(()),
        BodyKind::Json => {
            args.body = read_json(request).await?;
            Ok(())
        }
        BodyKind::Multipart => read_form(api, endpoint, request, args).await,
        BodyKind::Bytes => read_bytes(endpoint, request, args).await,
    }
}

/// Reads a JSON object; an empty body is an empty object.
async fn read_json(request: Request) -> Result<Map<String, Value>, Refusal> {
    let media_type = media_type(&request);
    let Ok(bytes) = axum::body::to_bytes(request.into_body(), BODY_LIMIT).await else {
        return Err(Refusal::new(code::INVALID_JSON, "body: cut short or too large").with_status(413));
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    if media_type != "application/json" {
        let message = format!("Content-Type: expected application/json, got `{media_type}`");
        return Err(Refusal::new(code::INVALID_JSON, message));
    }
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(Refusal::new(code::INVALID_JSON, "body: expected a JSON object")),
        Err(error) => Err(Refusal::new(code::INVALID_JSON, format!("body: no JSON, {error}"))),
    }
}

/// The media type of the body, without its parameters and in lower case.
fn media_type(request: &Request) -> String {
    let value = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Reads a body that is the bytes of a file.
async fn read_bytes(endpoint: &Endpoint, request: Request, args: &mut Args) -> Result<(), Refusal> {
    let media_type = media_type(&request);
    if request.headers().get(CONTENT_LENGTH).is_none() {
        return Err(Refusal::new(code::INVALID, "Content-Length: must be set").with_status(411));
    }
    let Ok(bytes) = axum::body::to_bytes(request.into_body(), BODY_LIMIT).await else {
        return Err(Refusal::new(code::FILE_SIZE, "body: cut short, or larger than 100 MB"));
    };
    let file = endpoint.params.iter().find(|param| param.location == ParamLocation::Body);
    if let Some(file) = file {
        args.files.push((file.field.wire.clone(), Upload { name: String::new(), media_type, bytes }));
    }
    Ok(())
}

/// Reads the parts of a form, those that the spec knows.
async fn read_form(api: &Api, endpoint: &Endpoint, request: Request, args: &mut Args) -> Result<(), Refusal> {
    let form_refusal = |why: &str| Refusal::new(code::FORM_MISSING, format!("body: {why}"));
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| form_refusal("expected multipart/form-data"))?;
    loop {
        let part = form.next_field().await.map_err(|_| form_refusal("the form is cut short or malformed"))?;
        let Some(part) = part else { break };
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let media_type = part.content_type().unwrap_or("application/octet-stream").to_owned();
        let bytes = part.bytes().await.map_err(|_| {
            Refusal::new(code::FILE_SIZE, format!("{name}: cut short, or larger than 100 MB"))
        })?;
        let Some(param) = find(endpoint, ParamLocation::Body, &name) else { continue };
        if param.field.ty == TypeRef::Scalar(Scalar::File) {
            let upload = Upload { name: file_name.unwrap_or_default(), media_type, bytes };
            args.files.push((name, upload));
        } else {
            let text = String::from_utf8_lossy(&bytes);
            // A list is one part for each item.
            if let TypeRef::List(item) = &param.field.ty {
                let value = from_text(api, item, &text, &name)?;
                let list = args.body.entry(name).or_insert_with(|| Value::Array(Vec::new()));
                list.as_array_mut().into_iter().for_each(|items| items.push(value.clone()));
            } else {
                let value = from_text(api, &param.field.ty, &text, &name)?;
                args.body.insert(name, value);
            }
        }
    }
    if args.body.is_empty() && args.files.is_empty() {
        return Err(form_refusal("the form is empty"));
    }
    Ok(())
}
