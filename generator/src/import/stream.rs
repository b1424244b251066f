//! Responses that are streams: server-sent events, and lines of JSON.
//!
//! An operation that responds with a stream or with something else becomes two endpoints: the same route, told apart by a word
//! behind `#`, and a boolean `stream` of the request that each sends as it needs it.

use super::importer::Importer;
use super::operation::{EndpointParams, FoundOperation};
use super::response::{Returns, name_of_media};
use super::types::{Field, JsonKind, TypeUse};
use super::write::quote;
use crate::ir::StreamKind;
use crate::lower::is_media_type;
use crate::untyped::Untyped;

/// The member or parameter by which requests ask for a stream, as services name it.
const ASK: &str = "stream";
/// Texts that end streams, as far as documents tell of them in words.
const ENDS: [&str; 1] = ["[DONE]"];
/// The fields of a server-sent event, of which version 3.2 of OpenAPI makes an object.
const EVENT_FIELDS: [&str; 4] = ["data", "event", "id", "retry"];

impl<'d> Importer<'d> {
    /// What an operation that is imported as a stream returns.
    pub(super) fn returned_stream(&mut self, found: &FoundOperation<'d>, name_hint: &str) -> Option<Returns> {
        let all = found.operation.get("responses").unwrap_or(&Untyped::Null);
        let mut chosen: Option<(StreamKind, &'d Untyped, TypeUse, Option<String>)> = None;
        for (status, response) in all.peek_entries().iter().filter(|(status, _)| status.starts_with('2')) {
            all.count_key_as_read(status);
            let response = self.resolve(response);
            self.remember_kind(response, "a response");
            for (media_type, media) in response.members("content") {
                let Some(kind) = StreamKind::of_media(media_type) else { continue };
                self.remember_kind(media, "a media type");
                if chosen.is_some() {
                    let place = format!("{} {status} `{}`", found.route(), &**media_type);
                    self.notes.left_out("a stream beside the first one; left out", place, media);
                    media.count_as_read();
                    continue;
                }
                let item = self.item_of(found, kind, media, name_hint);
                let is_usual = name_of_media(media_type) == kind.usual_media();
                let accept = (!is_usual && is_media_type(media_type)).then(|| media_type.to_string());
                chosen = Some((kind, media, item, accept));
            }
        }
        let (kind, media, item, accept) = chosen?;
        let stream = match self.end_of(found, media) {
            Some((key, end)) => format!("{{kind: {}, {key}: {}}}", kind.word(), quote(end)),
            None => kind.word().to_owned(),
        };
        let item = item.with_null();
        Some(Returns { type_names: item.type_names, text: item.spec_text, accept, stream: Some(stream) })
    }

    /// The type of the items. Version 3.2 has a key for their schema; documents of other versions write it as if it were that of the
    /// whole.
    fn item_of(
        &mut self,
        found: &FoundOperation<'d>,
        kind: StreamKind,
        media: &'d Untyped,
        name_hint: &str,
    ) -> TypeUse {
        let of_items = media.get("itemSchema");
        if let (Some(_), Some(whole)) = (of_items, media.get("schema")) {
            whole.count_as_read();
        }
        let Some(schema) = of_items.or_else(|| media.get("schema")) else { return TypeUse::any() };
        let hint = format!("{name_hint}_item");
        if of_items.is_some() && kind == StreamKind::Events {
            let flat = self.flatten(schema);
            let is_event = flat.has_property("data")
                && flat.properties.iter().all(|(name, _)| EVENT_FIELDS.contains(name));
            if let (true, Some((_, data))) =
                (is_event, flat.properties.iter().find(|(name, _)| *name == "data").copied())
            {
                schema.count_as_read();
                return self.data_of(found, data, &hint);
            }
        }
        self.type_of(schema, &hint)
    }

    /// The type of the data of an event that is described as an object: JSON in a text.
    fn data_of(&mut self, found: &FoundOperation<'d>, data: &'d Untyped, name_hint: &str) -> TypeUse {
        let flat = self.flatten(data);
        if let Some(schema) = flat.peek("contentSchema") {
            flat.count_key_as_read("contentSchema");
            flat.count_key_as_read("contentMediaType");
            return self.type_of(schema, name_hint);
        }
        if flat.types == ["string"] {
            let note = "events whose data is text of no known form; imported as JSON of any kind";
            self.notes.changed(note, found.route(), data);
            return TypeUse::any();
        }
        self.type_of(data, name_hint)
    }

    /// The text that ends a stream, and the key of the dialect for it: what the project's own export says, or one that the document
    /// tells of in words. Told elsewhere than of this operation, it may be meant for others.
    fn end_of(&self, found: &FoundOperation<'d>, media: &'d Untyped) -> Option<(&'static str, &'d str)> {
        if let Some(mark) = media.get("x-stream") {
            mark.count_key_as_read("kind");
            let key = if mark.is("optional_end") { "end?" } else { "end" };
            return Some((key, mark.text("end")?));
        }
        let texts = self.texts_about(found);
        let end =
            ENDS.into_iter().find(|end| texts.iter().any(|text| text.contains(end))).map(|end| ("end", end));
        let anywhere = || ENDS.into_iter().find(|end| mentions(self.document, end)).map(|end| ("end?", end));
        let end = end.or_else(anywhere);
        match end {
            Some(_) => {
                let note = "the text that ends a stream, inferred from what is said of it";
                self.notes.changed(note, found.route(), media);
            }
            None => self
                .notes
                .open("a text that ends a stream, if there is one; write `end` by hand", found.route()),
        }
        end
    }

    /// What an operation says of itself, of its responses, and of the member that asks for a stream.
    fn texts_about(&self, found: &FoundOperation<'d>) -> Vec<&'d str> {
        let mut texts: Vec<&'d str> = Vec::new();
        let mut add = |value: &'d Untyped| {
            texts.extend(value.peek("description").and_then(Untyped::as_str));
        };
        add(found.operation);
        let responses = found.operation.peek("responses").map_or(&[][..], Untyped::peek_entries);
        responses.iter().for_each(|(_, response)| add(self.resolve(response)));
        let body = found.operation.peek("requestBody").map(|body| self.resolve(body));
        let content = body.and_then(|body| body.peek("content")).map_or(&[][..], Untyped::peek_entries);
        for schema in content.iter().filter_map(|(_, media)| media.peek("schema")) {
            let flat = self.flatten(schema);
            if let Some((_, ask)) = flat.properties.iter().find(|(name, _)| *name == ASK) {
                texts.extend(self.flatten(ask).doc);
            }
        }
        texts
    }

    /// What a member or parameter must say so that the response is what the endpoint returns; `None` if it is not about that.
    pub(super) fn asks_for_stream(
        &self,
        found: &FoundOperation<'d>,
        wire: &str,
        schema: &'d Untyped,
    ) -> Option<bool> {
        let is_about = wire == ASK && (found.is_stream || found.has_twin);
        (is_about && self.flatten(schema).types == ["boolean"]).then_some(found.is_stream)
    }

    /// Notes that nothing of a request asks for the stream that its response can be.
    pub(super) fn note_if_not_asked(&self, found: &FoundOperation<'d>, params: &EndpointParams) {
        let constant = |field: &Field| field.wire == ASK && field.is_constant();
        let asks = params.query.iter().chain(&params.body).any(constant);
        if found.is_stream && found.has_twin && !asks {
            let note = "a stream beside another response, and nothing of the request is known to ask for it";
            self.notes.open(note, found.route());
        }
    }
}

/// Whether a value holds a text, at any depth.
fn mentions(value: &Untyped, text: &str) -> bool {
    match value {
        Untyped::Str(own) => own.contains(text),
        Untyped::List(items) => items.iter().any(|item| mentions(item, text)),
        _ => value.peek_entries().iter().any(|(_, member)| mentions(member, text)),
    }
}

/// The field that says whether the response is to be a stream.
pub(super) fn constant_ask(streams: bool) -> (TypeUse, Vec<String>) {
    (TypeUse::scalar("bool", JsonKind::Bool), vec![format!("constant: {streams}")])
}
