//! What operations return, and what their refusals look like.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::operation::FoundOperation;
use super::types::{JsonKind, TypeUse};
use crate::lower::is_media_type;
use crate::untyped::{Key, Untyped};

/// What an endpoint returns.
#[derive(Debug)]
pub(super) struct Returns {
    pub(super) ty: TypeUse,
    /// The value of `returns`, as the spec writes it.
    pub(super) text: String,
    /// The media type to ask for, where the server has a choice or the type is one of its own.
    pub(super) accept: Option<String>,
}

/// A response to a success that has a body.
struct Body<'d> {
    status: &'d str,
    /// Its schema if it is JSON with a schema.
    schema: Option<&'d Untyped>,
    is_json: bool,
    /// Its media type, if that is worth asking for.
    accept: Option<&'d str>,
    response: &'d Untyped,
}

impl<'d> Importer<'d> {
    /// What an operation returns: what its first success with a body has. A body that is not JSON is `bytes`.
    pub(super) fn returns(&mut self, found: &FoundOperation<'d>, name_hint: &str) -> Option<Returns> {
        let all = found.operation.get("responses").unwrap_or(&Untyped::Null);
        let responses = all.peek_entries();
        let is_success = |(status, _): &&(Key, Untyped)| status.starts_with('2');
        let (mut empty, mut bodies): (BTreeSet<u16>, Vec<Body<'d>>) = (BTreeSet::new(), Vec::new());
        for (status, response) in responses.iter().filter(is_success) {
            all.mark(status);
            let response = self.resolve(response);
            self.mark_kind(response, "a response");
            let content = response.members("content");
            let Some((kind, media)) =
                content.iter().find(|(kind, _)| is_json(kind)).or_else(|| content.first())
            else {
                empty.extend(status.parse::<u16>().ok().filter(|status| (200..300).contains(status)));
                continue;
            };
            self.mark_kind(media, "a media type");
            let is_json = is_json(kind);
            for (other, media) in content.iter().filter(|(other, _)| *other != **kind) {
                let place = format!("{} {status} `{}`", found.route(), &**other);
                let note = if is_json {
                    "a response in another media type beside JSON; left out"
                } else {
                    "a response in another media type beside the first one, which is asked for; left out"
                };
                self.notes.left_out(note, place, media);
                media.count_as_read();
            }
            if !is_json {
                content.iter().for_each(|(_, media)| media.count_as_read());
            }
            let schema = media.get("schema").filter(|_| is_json);
            let is_usual = name_of_media(kind) == "application/json" && content.len() == 1;
            let accept = Some(&**kind).filter(|_| !is_usual && (is_json || content.len() > 1));
            let accept = accept.filter(|kind| is_media_type(kind) && !kind.contains('*'));
            bodies.push(Body { status, schema, is_json, accept, response });
        }
        self.read_refusals(found, all);
        if responses.iter().all(|(status, _)| &**status == "default") && !responses.is_empty() {
            let note = "only a `default` response, which is that of a refusal; nothing is returned";
            self.notes.changed(note, found.route(), found.operation);
        }
        let body = bodies.first()?;
        // A document may say a status twice, as `200` and `0200` or in full; the one with a body counts.
        let with_body: Option<u16> = body.status.parse().ok();
        empty.retain(|status| Some(*status) != with_body);
        for other in &bodies[1..] {
            if other.schema != body.schema || other.is_json != body.is_json {
                let note = "responses that differ by status; the first is imported";
                let place = format!("{} {}", found.route(), other.status);
                self.notes.left_out(note, place, other.response);
            }
            other.schema.into_iter().for_each(Untyped::count_as_read);
        }
        let ty = self.returned_type(body, name_hint);
        let text = if ty.spec_text == "bytes" || empty.is_empty() {
            if !empty.is_empty() {
                let note = "a download that may have no body; it is an empty one then";
                self.notes.changed(note, found.route(), body.response);
            }
            // What may be `null` may be missing.
            if ty.nullable && ty.is_named_type {
                format!("{}?", ty.spec_text)
            } else {
                ty.clone().with_null().spec_text
            }
        } else {
            let status = with_body.or_else(|| (200..300).find(|status| !empty.contains(status)));
            let nothing: Vec<String> = empty.iter().map(|status| format!("{status}: nothing")).collect();
            let text = ty.clone().with_null().spec_text;
            format!("{{{}: {text}, {}}}", status.unwrap_or(200_u16), nothing.join(", "))
        };
        Some(Returns { ty, text, accept: body.accept.map(str::to_owned) })
    }

    /// The type of the body of a success.
    fn returned_type(&mut self, body: &Body<'d>, name_hint: &str) -> TypeUse {
        if !body.is_json {
            return TypeUse::scalar("bytes", JsonKind::Any);
        }
        let Some(schema) = body.schema else { return TypeUse::any() };
        let flat = self.flatten(schema);
        let is_other_media =
            flat.peek("contentMediaType").is_some_and(|media| !media.as_str().is_some_and(is_json))
                && flat.peek("contentEncoding").is_none();
        if is_other_media {
            flat.use_key("contentMediaType");
        }
        if is_other_media || flat.types == ["string"] && flat.says("format", "binary") {
            return TypeUse::scalar("bytes", JsonKind::Any);
        }
        let response = self.type_of(schema, &format!("{name_hint}_response"));
        // `envelope` later checks that no member of a success is taken for an error's code or message.
        for (name, schema) in &flat.properties {
            let kind = self.flatten(schema).types.first().copied();
            self.success_members.insert(((*name).to_owned(), kind));
        }
        response
    }

    /// Remembers the bodies of an operation's refusals, in which `envelope` later looks for a code and a message.
    fn read_refusals(&mut self, found: &FoundOperation<'d>, all: &'d Untyped) {
        for (status, response) in all.peek_entries() {
            if status.starts_with(['1', '2', '3']) {
                continue;
            }
            all.mark(status);
            let response = self.resolve(response);
            self.mark_kind(response, "a response");
            let content = response.members("content").iter().filter(|(kind, _)| is_json(kind));
            for (_, media) in content {
                self.mark_kind(media, "a media type");
                if let Some(schema) = media.get("schema") {
                    let note = "the body of a refusal; only its code and message are read";
                    self.notes.changed(note, format!("{} {}", found.route(), &**status), response);
                    self.error_schemas.push(schema);
                }
            }
        }
    }
}

/// A media type without its parameters.
pub(super) fn name_of_media(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let media_type = name_of_media(media_type);
    media_type.ends_with("/json") || media_type.ends_with("+json") || media_type == "*/*"
}
