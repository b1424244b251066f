//! Bodies of requests.

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::operation::{BodyKind, EndpointParams, FoundOperation};
use super::param::string_param;
use super::response::{is_json, name_of_media};
use super::stream::constant_ask;
use super::types::{JsonKind, TypeUse};
use super::write::doc_text;
use crate::ir::Name;
use crate::lower::is_media_type;
use crate::untyped::{Key, Untyped};

/// One of the bodies that the document offers beside each other, in different media types.
struct OfferedBody<'d> {
    kind: BodyKind,
    media_type: &'d str,
    media: &'d Untyped,
}

impl<'d> Importer<'d> {
    /// Adds the body. `false`, with a note, if the dialect cannot express it, so that the endpoint has to be left out.
    pub(super) fn add_body(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> bool {
        let Some(body) = found.operation.get("requestBody").map(|body| self.resolve(body)) else {
            return true;
        };
        self.remember_kind(body, "a body");
        let content = body.members("content");
        content.iter().for_each(|(_, media)| self.remember_kind(media, "a media type"));
        let Some(chosen) = self.choose_body(content) else { return true };
        if matches!(found.method, "GET" | "HEAD" | "TRACE") {
            self.notes.left_out("a body of a method that has none; left out", found.route(), body);
            body.count_as_read();
            return true;
        }
        for (media_type, media) in content.iter().filter(|(other, _)| **other != *chosen.media_type) {
            let place = format!("{} `{}`", found.route(), &**media_type);
            self.notes.left_out(
                "a body in another media type beside the one imported; left out",
                place,
                media,
            );
            media.count_as_read();
        }
        self.set_media(found, &chosen, params);
        match chosen.kind {
            BodyKind::Bytes => {
                self.add_bytes(body, chosen.media, params);
                true
            }
            BodyKind::Text => {
                self.add_text(found, name_hint, body, chosen.media, params);
                true
            }
            kind => {
                params.body_kind = kind;
                self.add_members(found, name_hint, body, chosen.media, params)
            }
        }
    }

    /// The body to import: JSON before a form, a form with files before one without, text, and any other as bytes.
    fn choose_body(&self, content: &'d [(Key, Untyped)]) -> Option<OfferedBody<'d>> {
        let offer = |(media_type, media): &'d (Key, Untyped)| {
            let kind = match name_of_media(media_type) {
                _ if self.is_bytes(media_type, media) => BodyKind::Bytes,
                _ if is_json(media_type) => BodyKind::Json,
                "multipart/form-data" => BodyKind::Multipart,
                "application/x-www-form-urlencoded" => BodyKind::Form,
                name if name.starts_with("text/") => BodyKind::Text,
                _ => BodyKind::Bytes,
            };
            OfferedBody { kind, media_type, media }
        };
        let mut offered: Vec<_> = content.iter().map(offer).collect();
        let order = [BodyKind::Json, BodyKind::Multipart, BodyKind::Form, BodyKind::Text, BodyKind::Bytes];
        let first = order.into_iter().find_map(|kind| offered.iter().position(|body| body.kind == kind))?;
        Some(offered.swap_remove(first))
    }

    /// Remembers the media type of a body, if it is not the usual one of its kind.
    fn set_media(
        &mut self,
        found: &FoundOperation<'d>,
        chosen: &OfferedBody<'d>,
        params: &mut EndpointParams,
    ) {
        let usual = match chosen.kind {
            BodyKind::Json => "application/json",
            BodyKind::Text => "text/plain",
            BodyKind::Bytes => "application/octet-stream",
            // A form has no other.
            _ => return,
        };
        let name = name_of_media(chosen.media_type);
        if name == usual || name.contains('*') {
            return;
        }
        if is_media_type(chosen.media_type) {
            params.media = Some(chosen.media_type.trim().to_owned());
        } else {
            let place = format!("{} `{name}`", found.route());
            self.notes.changed(
                "a body under a name that is not a media type; sent with the usual one of its kind",
                place,
                chosen.media,
            );
        }
    }

    /// Adds the members of a JSON object or the parts of a form, or the one value that the body is. `false`, with a note, if
    /// it is a form without known members, so that the endpoint has to be left out.
    fn add_members(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        body: &'d Untyped,
        media: &'d Untyped,
        params: &mut EndpointParams,
    ) -> bool {
        const ANYTHING: &Untyped = &Untyped::Bool(true);
        let schema = media.get("schema").unwrap_or(ANYTHING);
        let mut flat = FlatSchema::clone(&self.flatten(schema));
        self.take_members_of_variants(found, &mut flat);
        let is_required = body.is("required");
        if flat.properties.is_empty() {
            if params.body_kind != BodyKind::Json {
                self.leave_out(found, "a form without known members; left out");
                return false;
            }
            self.add_value(found, name_hint, body, schema, params);
            return true;
        }
        if flat.nullable {
            let note = "a body that may be `null` as a whole; it is an object";
            self.notes.changed(note, format!("{} body", found.route()), schema);
        }
        if flat.allows_other_members {
            let note = "members without a declared name; left out";
            self.notes.left_out(note, format!("{} body", found.route()), schema);
        }
        // What asks for a stream is always sent, and with it the body.
        let asks = flat
            .properties
            .iter()
            .any(|(wire, schema)| self.asks_for_stream(found, wire, schema) == Some(true));
        params.body_optional = !is_required && !flat.required.is_empty() && !asks;
        if params.body_optional {
            params.names.end_arguments();
        }
        let encoding = media.get("encoding");
        for (wire, schema) in flat.properties {
            let style = encoding.and_then(|encoding| style_of(encoding.get(wire)?, params.body_kind));
            let required = flat.required.contains(wire);
            self.add_body_member(found, name_hint, (wire, schema, style), required, params);
        }
        if params.body.is_empty() {
            (params.body_kind, params.media) = (BodyKind::None, None);
        }
        true
    }

    /// Adds a body that is one JSON value: a list, an object with free members, anything.
    fn add_value(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        body: &'d Untyped,
        schema: &'d Untyped,
        params: &mut EndpointParams,
    ) {
        let mut field = string_param("body", params);
        field.ty = self.type_of(schema, &format!("{name_hint}_body"));
        field.optional = !body.is("required");
        field.must_be_sent = !field.optional;
        field.doc = body.text("description").and_then(doc_text);
        let flat = self.flatten(schema);
        field.doc = field.doc.or_else(|| flat.doc.and_then(doc_text));
        if flat.variants.iter().any(|variant| !self.flatten(variant).properties.is_empty()) {
            let note = "a body of one object or another; imported as the type that they have in common";
            self.notes.changed(note, found.route(), schema);
        }
        field.attributes = self.constraints_and_default(schema, &field);
        field = field.sent();
        params.body.push(field);
        params.body_kind = BodyKind::Value;
    }

    /// Adds a body that is text.
    fn add_text(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        body: &'d Untyped,
        media: &'d Untyped,
        params: &mut EndpointParams,
    ) {
        let mut field = string_param("text", params);
        if let Some(schema) = media.get("schema") {
            let ty = self.type_of(schema, &format!("{name_hint}_text"));
            if ty.is_scalar {
                field.ty = TypeUse { nullable: false, ..ty };
                field.attributes = self.constraints_and_default(schema, &field);
            } else {
                let note = "a body of text whose schema is not a scalar; imported as `string`";
                self.notes.changed(note, found.route(), schema);
                schema.count_as_read();
            }
        }
        field.optional = !body.is("required");
        field.doc = body.text("description").and_then(doc_text);
        params.body.push(field);
        params.body_kind = BodyKind::Text;
    }

    /// Takes the members of all variants together, as optional ones, if the body has no others.
    fn take_members_of_variants(&mut self, found: &FoundOperation<'d>, flat: &mut FlatSchema<'d>) {
        if flat.variants.is_empty() {
            return;
        }
        if !flat.properties.is_empty() {
            if flat.variants.iter().any(|variant| !self.flatten(variant).properties.is_empty()) {
                let note = "a body with further members in variants; those are left out";
                self.notes.left_out(note, found.route(), flat.source());
            }
            return;
        }
        let note = "a body with several variants; the members of all are imported as optional";
        self.notes.changed(note, found.route(), flat.source());
        for variant in std::mem::take(&mut flat.variants) {
            for (name, schema) in self.flatten(variant).properties.iter().copied() {
                if !flat.has_property(name) {
                    flat.put_property(name, schema);
                }
            }
        }
        flat.required.clear();
    }

    /// Adds a member of the body, unless only responses have it or its name cannot be written.
    fn add_body_member(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        (wire, schema, style): (&'d str, &'d Untyped, Option<&str>),
        required: bool,
        params: &mut EndpointParams,
    ) {
        if self.resolve(schema).is("readOnly") {
            return;
        }
        let asks = self.asks_for_stream(found, wire, schema);
        if asks == Some(false) && !required {
            // The other endpoint asks for it; without it, the response is none.
            schema.count_as_read();
            return;
        }
        let required = required || asks.is_some();
        let Some(mut field) = self.field(wire, schema, required, name_hint, &mut params.names) else {
            return;
        };
        field.attributes = self.constraints_and_default(schema, &field);
        if let Some(streams) = asks {
            (field.ty, field.attributes) = constant_ask(streams);
            (field.optional, field.must_be_sent) = (false, true);
        }
        // A constant would always be sent, and with it a body that need not be.
        if !params.body_optional {
            self.make_constant(schema, &mut field);
        }
        if params.body_kind == BodyKind::Json {
            field = field.sent();
        } else if let Some(plain) = field.ty.without_null_items() {
            let note = "a list of items that may be `null`, which only JSON can hold; imported as if they never were";
            self.notes.changed(note, format!("{} `{wire}`", found.route()), schema);
            field.ty = plain;
        } else if field.ty.kind == JsonKind::Any && field.ty.spec_text != "file" {
            let note = "a part of a form that has several types; imported as `string`";
            self.notes.changed(note, format!("{} `{wire}`", found.route()), schema);
            (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
        }
        if matches!(params.body_kind, BodyKind::Multipart | BodyKind::Form) {
            // A form holds no `null`, which otherwise makes a member optional.
            field.optional = !required;
            // What is always sent has no default.
            field.attributes.retain(|text| field.optional || !text.starts_with("default: "));
            let flat = self.flatten(schema);
            let is_file = |flat: &FlatSchema<'_>| {
                let has_media_type =
                    flat.peek("contentMediaType").is_some() && flat.peek("contentSchema").is_none();
                flat.count_key_as_read("contentMediaType");
                flat.says("format", "binary") || has_media_type
            };
            let is_list_of_files = flat.items.is_some_and(|items| is_file(&self.flatten(items)));
            if params.body_kind == BodyKind::Form && (is_file(&flat) || is_list_of_files) {
                let note = "a file in a form that is sent as text; imported as `string`";
                self.notes.changed(note, found.route(), schema);
                (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
            } else if is_file(&flat) || is_list_of_files {
                if is_list_of_files {
                    let note = "several files in one part of a form; imported as one";
                    self.notes.changed(note, found.route(), schema);
                }
                (field.ty, field.attributes) = (TypeUse::scalar("file", JsonKind::Text), Vec::new());
            } else if let (true, Some("deep_object")) = (self.is_plain_object(&field.ty), style) {
                field.attributes = vec!["style: deep_object".to_owned()];
            } else if field.ty.kind != JsonKind::Text && !field.ty.is_scalar && !field.ty.items_are_scalar {
                // An object, or a list of them, is written as JSON. What the document itself describes as JSON in a text has
                // such a type already, whose kind is text.
                (field.ty, field.attributes) = (field.ty.json(), Vec::new());
            } else if let (true, Some("deep_object")) = (field.ty.items_are_scalar, style) {
                // OpenAPI does not say how `deepObject` writes a list. Servers that read `name[key]=value` as an object read
                // `name[]=value` as a list.
                field.rename = field.rename.or_else(|| Some(Name::new(wire).ok()?.snake().to_owned()));
                field.wire.push_str("[]");
            } else if let (true, Some(style)) = (field.ty.items_are_scalar, style) {
                field.attributes.push(format!("style: {style}"));
            }
        }
        params.body.push(field);
    }
}

/// How a list or an object in a form that is sent as text is written, in the words of the dialect. `None` for the usual
/// style, and for other kinds of bodies, whose parts have no styles.
fn style_of(encoding: &Untyped, kind: BodyKind) -> Option<&'static str> {
    if kind != BodyKind::Form {
        return None;
    }
    match encoding.text("style").unwrap_or("form") {
        "deepObject" => {
            encoding.count_key_as_read("explode");
            Some("deep_object")
        }
        "spaceDelimited" => Some("space"),
        "pipeDelimited" => Some("pipe"),
        _ if encoding.get("explode") == Some(&Untyped::Bool(false)) => Some("comma"),
        _ => None,
    }
}
