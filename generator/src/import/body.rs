//! Bodies of requests.

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::operation::{BodyKind, EndpointParams, FoundOperation};
use super::response::is_json;
use super::types::{JsonKind, TypeUse};
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Adds the members of the body. `false`, with a note, if the dialect cannot express the body, so that the endpoint
    /// has to be left out.
    pub(super) fn add_body(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> bool {
        let Some(body) = found.operation.get("requestBody").map(|body| self.resolve(body)) else {
            return true;
        };
        self.mark_kind(body, "a body");
        let content = body.members("content");
        content.iter().for_each(|(_, media)| self.mark_kind(media, "a media type"));
        let json = content.iter().find(|(media_type, _)| is_json(media_type));
        let json = json.map(|(media_type, media)| (BodyKind::Json, &**media_type, media));
        let form = content.iter().find(|(media_type, _)| media_type.starts_with("multipart/form-data"));
        let form = form.map(|(media_type, media)| (BodyKind::Multipart, &**media_type, media));
        let Some((body_kind, chosen, media)) = json.or(form) else {
            if let [(media_type, media)] = content
                && self.is_bytes(media_type, media)
            {
                self.add_bytes(found, media_type, body, params);
                return true;
            }
            if !content.is_empty() {
                self.leave_out(found, "a body that is neither JSON nor a multipart form; left out");
            }
            return content.is_empty();
        };
        if found.method == "GET" {
            self.notes.left_out("a body of a `GET`; left out", found.route(), body);
            body.count_as_read();
            return true;
        }
        for (media_type, media) in content.iter().filter(|(media_type, _)| **media_type != *chosen) {
            let place = format!("{} `{}`", found.route(), &**media_type);
            self.notes.left_out(
                "a body in another media type beside the one imported; left out",
                place,
                media,
            );
            media.count_as_read();
        }
        let name = chosen.split(';').next().unwrap_or_default().trim();
        if body_kind == BodyKind::Json && !["application/json", "*/*"].contains(&name) {
            let place = format!("{} `{name}`", found.route());
            self.notes.changed("a body in a media type of its own; sent as `application/json`", place, media);
        }
        let Some(schema) = media.get("schema") else { return true };
        let mut flat = FlatSchema::clone(&self.flatten(schema));
        self.flatten_variants(found, &mut flat);
        let is_required = body.is("required");
        if flat.properties.is_empty() {
            let is_empty_object = flat.types == ["object"] && flat.additional.is_none();
            let optional = !is_required && is_empty_object;
            if !optional {
                self.leave_out(found, "a body that is not an object with known members; left out");
            }
            return optional;
        }
        if flat.allows_other_members {
            let note = "members without a declared name; left out";
            self.notes.left_out(note, format!("{} body", found.route()), schema);
        }
        if !is_required && !flat.required.is_empty() {
            let note = "a body that need not be sent; it is always sent, with its required members";
            self.notes.changed(note, found.route(), body);
        }
        params.body_kind = body_kind;
        for (wire, schema) in flat.properties {
            self.add_body_member(found, name_hint, wire, schema, flat.required.contains(wire), params);
        }
        if params.body.is_empty() {
            params.body_kind = BodyKind::None;
        }
        true
    }

    /// Takes the members of all variants together, as optional ones, if the body has no others.
    fn flatten_variants(&mut self, found: &FoundOperation<'d>, flat: &mut FlatSchema<'d>) {
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
        wire: &'d str,
        schema: &'d Untyped,
        required: bool,
        params: &mut EndpointParams,
    ) {
        if self.resolve(schema).is("readOnly") {
            return;
        }
        let Some(mut field) = self.field(wire, schema, required, name_hint, &mut params.names) else {
            return;
        };
        if field.ty.nullable {
            let note = if required {
                "a member that must be sent but may be `null`; made optional"
            } else {
                "a member that may be sent as `null`, which is not absence; it is sent with a value or left out"
            };
            self.notes.changed(note, format!("{} `{wire}`", found.route()), schema);
        }
        field.attributes = self.constraints_and_default(schema, &field);
        self.fix_constant(schema, &mut field);
        if params.body_kind == BodyKind::Multipart {
            let flat = self.flatten(schema);
            let is_file = |flat: &FlatSchema<'_>| {
                let has_media_type =
                    flat.peek("contentMediaType").is_some() && flat.peek("contentSchema").is_none();
                flat.use_key("contentMediaType");
                flat.says("format", "binary") || has_media_type
            };
            let is_list_of_files = flat.items.is_some_and(|items| is_file(&self.flatten(items)));
            if is_file(&flat) || is_list_of_files {
                if is_list_of_files {
                    let note = "several files in one part of a form; imported as one";
                    self.notes.changed(note, found.route(), schema);
                }
                (field.ty, field.attributes) = (TypeUse::scalar("file", JsonKind::Text), Vec::new());
            } else if !field.ty.is_scalar && !field.ty.items_are_scalar {
                (field.ty, field.attributes) = (field.ty.json(), Vec::new());
            }
        }
        params.body.push(field);
    }
}
