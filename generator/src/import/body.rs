//! Bodies of requests.

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::offered_body::OfferedBody;
use super::operation::{BodyKind, EndpointParams, FoundOperation, Variant};
use super::param::string_param;
use super::response::name_of_media;
use super::stream::constant_ask;
use super::types::{Field, TypeUse};
use super::write::quote;
use crate::lower::is_media_type;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Adds the body.
    pub(super) fn add_body(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        let Some(body) = found.operation.get("requestBody").map(|body| self.resolve(body)) else { return };
        self.remember_kind(body, "a body");
        let content = body.members("content");
        content.iter().for_each(|(_, media)| self.remember_kind(media, "a media type"));
        let Some(bodies) = self.bodies(found) else { return };
        if matches!(found.method, "GET" | "HEAD" | "TRACE") {
            self.notes.left_out("a body of a method that has none; left out", found.route(), body);
            body.count_as_read();
            return;
        }
        let is_open = bodies.others.iter().chain([&bodies.first]).any(|body| body.kind == BodyKind::Bytes);
        let own = |media_type: &str| bodies.others.iter().any(|other| other.media_type == media_type);
        let first = bodies.first.media_type;
        for (media_type, media) in content.iter().filter(|(other, _)| **other != *first && !own(other)) {
            let place = format!("{} `{}`", found.route(), &**media_type);
            if is_open && self.is_bytes(media_type, media) {
                let note = "bytes in one of several media types; the file says of which they are";
                self.notes.changed(note, place, media);
            } else {
                let note = "a body in another media type beside the one imported; left out";
                self.notes.left_out(note, place, media);
            }
            media.count_as_read();
        }
        let chosen = match found.variant {
            Variant::Body(wanted) => bodies.others.iter().find(|other| other.media_type == wanted),
            Variant::First | Variant::Response(_) => None,
        };
        let chosen = chosen.unwrap_or(&bodies.first);
        self.set_media(found, chosen, params);
        match chosen.kind {
            BodyKind::Bytes => self.add_bytes(body, chosen.media, params),
            BodyKind::Text => self.add_text(found, name_hint, body, chosen.media, params),
            kind => {
                params.body_kind = kind;
                self.add_members(found, name_hint, body, chosen.media, params);
            }
        }
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
        // Of a range, the file must be; whatever is none, may be anything.
        let is_range = chosen.kind == BodyKind::Bytes && !name.starts_with('*');
        if name == usual || name.contains('*') && !is_range {
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

    /// Adds the members of a JSON object or the parts of a form, or the one value that the body is.
    fn add_members(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        body: &'d Untyped,
        media: &'d Untyped,
        params: &mut EndpointParams,
    ) {
        const ANYTHING: &Untyped = &Untyped::Bool(true);
        let schema = media.get("schema").unwrap_or(ANYTHING);
        let mut flat = FlatSchema::clone(&self.flatten(schema));
        self.take_members_of_variants(found, &mut flat);
        let is_required = body.is("required");
        if flat.properties.is_empty() && params.body_kind == BodyKind::Json {
            self.add_value(found, name_hint, body, schema, params);
            return;
        }
        if flat.nullable {
            let note = "a body that may be `null` as a whole; it is an object";
            self.notes.changed(note, format!("{} body", found.route()), schema);
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
        for &(wire, schema) in &flat.properties {
            let encoding = encoding.and_then(|encoding| encoding.get(wire));
            let required = flat.required.contains(wire);
            self.add_body_member(found, name_hint, (wire, schema, encoding), required, params);
        }
        // A form of which nothing is known holds whatever callers put there.
        if flat.allows_other_members || flat.properties.is_empty() {
            self.add_free_members(name_hint, &flat, params);
        }
        if params.body.is_empty() {
            (params.body_kind, params.media) = (BodyKind::None, None);
        }
    }

    /// Adds what a body may hold under names that the document does not know.
    fn add_free_members(&mut self, name_hint: &str, flat: &FlatSchema<'d>, params: &mut EndpointParams) {
        let mut wire = "free".to_owned();
        while flat.has_property(&wire) {
            wire.insert_str(0, "other_");
        }
        let mut value = match flat.additional {
            Some(schema) => self.type_of(schema, &format!("{name_hint}_value")).with_null(),
            None => TypeUse::any(),
        };
        if params.body_kind != BodyKind::Json && !value.is_scalar && !value.items_are_scalar {
            value = TypeUse::any();
        }
        let claimed = params.names.claim_wire(&wire, &wire, "value");
        params.body.push(Field {
            wire,
            optional: true,
            must_be_sent: false,
            rename: claimed.rename,
            ty: value.map(),
            attributes: vec!["style: spread".to_owned()],
            doc: Some(quote("What the body holds under other names.")),
        });
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
        field.doc = self.description(body);
        let flat = self.flatten(schema);
        field.doc = field.doc.or_else(|| self.schema_doc(&flat));
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
        field.doc = self.description(body);
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
        (wire, schema, encoding): (&'d str, &'d Untyped, Option<&'d Untyped>),
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
        }
        if matches!(params.body_kind, BodyKind::Multipart | BodyKind::Form) {
            // A form holds no `null`, which otherwise makes a member optional.
            field.optional = !required;
            // What is always sent has no default.
            field.attributes.retain(|text| field.optional || !text.starts_with("default: "));
            let place = format!("{} `{wire}`", found.route());
            field = match params.body_kind {
                BodyKind::Form => self.field_of_form(&place, field, schema, encoding),
                _ => self.part(&place, field, schema, encoding),
            };
        }
        params.body.push(field);
    }
}
