//! Bodies: JSON, forms, text and files.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use paceline_generator::ir::{Api, BodyKind, Endpoint, ParamLocation, TypeRef};
use serde_json::{Map, Value};

use super::query::read_pairs;
use super::spread::{find_spread, gather};
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
            let (value, is_there) = read_json(endpoint, request).await?;
            args.body = match value {
                Value::Null if !is_there => Map::new(),
                Value::Object(members) => gather(api, endpoint, members),
                _ => return Err(Refusal::new(code::INVALID_JSON, "body: expected a JSON object")),
            };
            args.lacks_body = !is_there;
            Ok(())
        }
        BodyKind::Value => {
            let (value, is_there) = read_json(endpoint, request).await?;
            args.body.extend(whole_param(endpoint).filter(|_| is_there).map(|name| (name, value)));
            Ok(())
        }
        BodyKind::Text => {
            let (bytes, media_type) = read_bytes_of(request).await?;
            if !bytes.is_empty() {
                expect_media_type(endpoint, &media_type)?;
                let text = String::from_utf8_lossy(&bytes).into_owned();
                args.body.extend(whole_param(endpoint).map(|name| (name, Value::from(text))));
            }
            Ok(())
        }
        BodyKind::Form => {
            let (bytes, media_type) = read_bytes_of(request).await?;
            args.lacks_body = bytes.is_empty();
            if !bytes.is_empty() {
                expect_media_type(endpoint, &media_type)?;
            }
            // In a form a space is a plus sign, and a plus sign is encoded.
            let pairs = String::from_utf8_lossy(&bytes).replace('+', "%20");
            args.body = read_pairs(api, endpoint, ParamLocation::Body, &pairs)?;
            Ok(())
        }
        BodyKind::Multipart => read_form(api, endpoint, request, args).await,
        BodyKind::Bytes => read_bytes(endpoint, request, args).await,
    }
}

/// Reads JSON, and whether there is any.
async fn read_json(endpoint: &Endpoint, request: Request) -> Result<(Value, bool), Refusal> {
    let (bytes, media_type) = read_bytes_of(request).await?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok((Value::Null, false));
    }
    expect_media_type(endpoint, &media_type)?;
    match serde_json::from_slice(&bytes) {
        Ok(value) => Ok((value, true)),
        Err(error) => Err(Refusal::new(code::INVALID_JSON, format!("body: no JSON, {error}"))),
    }
}

/// The bytes of a body and their media type.
async fn read_bytes_of(request: Request) -> Result<(Bytes, String), Refusal> {
    let media_type = media_type(&request);
    match axum::body::to_bytes(request.into_body(), BODY_LIMIT).await {
        Ok(bytes) => Ok((bytes, media_type)),
        Err(_) => Err(Refusal::new(code::INVALID_JSON, "body: cut short or too large").with_status(413)),
    }
}

/// Refuses a body in another media type than the endpoint's.
fn expect_media_type(endpoint: &Endpoint, media_type: &str) -> Result<(), Refusal> {
    let expected = endpoint.media.as_deref().or(endpoint.body.usual_media()).unwrap_or_default();
    let expected = expected.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if media_type == expected {
        return Ok(());
    }
    let message = format!("Content-Type: expected {expected}, got `{media_type}`");
    Err(Refusal::new(code::INVALID_JSON, message))
}

/// The name of the parameter that is all of the body.
fn whole_param(endpoint: &Endpoint) -> Option<String> {
    let param = endpoint.params.iter().find(|param| param.is_whole_body);
    param.map(|param| param.field.wire.clone())
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
        let Some(param) = find(endpoint, ParamLocation::Body, &name) else {
            if let Some((object, ty)) = find_spread(api, endpoint, ParamLocation::Body, &name) {
                let (text, wire) = (String::from_utf8_lossy(&bytes), object.field.wire.clone());
                let object = args.body.entry(wire).or_insert_with(|| Value::Object(Map::new()));
                insert_text(api, ty, &mut object[name.as_str()], &text, &name)?;
            }
            continue;
        };
        let is_list = matches!(param.field.ty, TypeRef::List(_));
        if param.field.ty.is_files() {
            // Bounds are for the number of files, whose names stand for them.
            let shown = Value::from(file_name.as_deref().unwrap_or_default());
            let upload = Upload { name: file_name.unwrap_or_default(), media_type, bytes };
            args.files.push((name.clone(), upload));
            if is_list {
                push(args.body.entry(name).or_insert(Value::Null), shown);
            }
            continue;
        }
        let text = String::from_utf8_lossy(&bytes);
        let value = args.body.entry(name.clone()).or_insert(Value::Null);
        if !param.part.is_json() {
            insert_text(api, &param.field.ty, value, &text, &name)?;
            continue;
        }
        let expected = param.part.media.as_deref().unwrap_or_default();
        if !is_same_media(&media_type, expected) {
            let message = format!("{name}: expected a part of {expected}, got `{media_type}`");
            return Err(Refusal::new(code::INVALID_JSON, message));
        }
        let json = serde_json::from_str(&text)
            .map_err(|error| Refusal::new(code::INVALID_JSON, format!("{name}: no JSON, {error}")))?;
        if is_list { push(value, json) } else { *value = json }
    }
    if args.body.is_empty() && args.files.is_empty() {
        return Err(form_refusal("the form is empty"));
    }
    Ok(())
}

/// Adds an item to a list, which may not be there yet.
fn push(list: &mut Value, item: Value) {
    match list {
        Value::Array(items) => items.push(item),
        list => *list = Value::Array(vec![item]),
    }
}

/// Puts a text where the type wants it; a list takes one item more.
fn insert_text(api: &Api, ty: &TypeRef, at: &mut Value, text: &str, name: &str) -> Result<(), Refusal> {
    match ty {
        TypeRef::List(item) => push(at, from_text(api, item, text, name)?),
        ty => *at = from_text(api, ty, text, name)?,
    }
    Ok(())
}

/// Whether two media types are the same but for their parameters.
fn is_same_media(one: &str, other: &str) -> bool {
    let name = |media: &str| media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    name(one) == name(other)
}
