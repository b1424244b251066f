//! The parts of forms.

use std::collections::BTreeSet;

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::note::address;
use super::response::{is_json, name_of_media};
use super::types::{Field, JsonKind, TypeUse};
use super::write::{key, quote};
use crate::ir::Name;
use crate::lower::is_media_type;
use crate::untyped::Untyped;

/// Parts that are files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// One file.
    File,
    /// Any number of files.
    Files,
    /// A file, or something else.
    FileOrOther,
}

impl<'d> Importer<'d> {
    /// Which files a part may be; `None` if none.
    pub(super) fn part_kind(&self, schema: &'d Untyped) -> Option<PartKind> {
        self.part_kind_within(schema, &mut BTreeSet::new())
    }

    /// The same for one of several schemas; `above` has the addresses of those that list it, which it may lead back to.
    fn part_kind_within(&self, schema: &'d Untyped, above: &mut BTreeSet<usize>) -> Option<PartKind> {
        let flat = self.flatten(schema);
        if is_file(&flat) {
            return Some(PartKind::File);
        }
        if flat.items.is_some_and(|items| is_file(&self.flatten(items))) {
            return Some(PartKind::Files);
        }
        if flat.variants.is_empty() || !above.insert(address(flat.source())) {
            return None;
        }
        let variants = flat.variants.iter().map(|variant| self.part_kind_within(variant, above));
        let variants: Vec<_> = variants.collect();
        if variants.iter().all(Option::is_none) {
            return None;
        }
        let several = variants.contains(&Some(PartKind::Files));
        match variants.iter().all(|kind| kind.is_some_and(|kind| kind != PartKind::FileOrOther)) {
            // One file is a list of one.
            true if several => Some(PartKind::Files),
            true => Some(PartKind::File),
            false => Some(PartKind::FileOrOther),
        }
    }

    /// A field of a form that is sent as text.
    pub(super) fn field_of_form(
        &mut self,
        place: &str,
        mut field: Field,
        schema: &'d Untyped,
        encoding: Option<&'d Untyped>,
    ) -> Field {
        let style = encoding.and_then(style_of);
        if self.part_kind(schema).is_some() {
            let note = "a file in a form that is sent as text; imported as `string`";
            self.notes.changed(note, place, schema);
            (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
            return field;
        }
        self.make_text(place, &mut field, schema);
        if let (true, Some("deep_object")) = (self.object_members(&field.ty).is_some(), style) {
            field.attributes = vec!["style: deep_object".to_owned()];
        } else if is_composite(&field.ty) {
            // An object, or a list of them, is written as JSON. What the document itself describes as JSON in a text has
            // such a type already, whose kind is text.
            (field.ty, field.attributes) = (field.ty.json(), Vec::new());
        } else if let (true, Some("deep_object")) = (field.ty.items_are_scalar, style) {
            // OpenAPI does not say how `deepObject` writes a list. Servers that read `name[key]=value` as an object read
            // `name[]=value` as a list.
            field.rename = field.rename.or_else(|| Some(Name::new(&field.wire).ok()?.snake().to_owned()));
            field.wire.push_str("[]");
        } else if let (true, Some(style)) = (field.ty.items_are_scalar, style) {
            field.attributes.push(format!("style: {style}"));
        }
        field
    }

    /// A part of a multipart form, with what its headers say.
    pub(super) fn part(
        &self,
        place: &str,
        mut field: Field,
        schema: &'d Untyped,
        encoding: Option<&'d Untyped>,
    ) -> Field {
        let said = encoding.and_then(|encoding| encoding.text("contentType"));
        let media = said.filter(|media| is_media_type(media) && !media.contains(['*', ',']));
        let mut keys: Vec<String> = Vec::new();
        let kind = self.part_kind(schema);
        if let Some(kind) = kind {
            if kind == PartKind::FileOrOther {
                let note = "a part that is a file or something else; imported as a file";
                self.notes.changed(note, place, schema);
            }
            if kind == PartKind::Files && self.flatten(schema).items.is_none() {
                let note = "a part that is one file or several; imported as a list of them";
                self.notes.changed(note, place, schema);
            }
            let (ty, list) = if kind == PartKind::Files { ("[file]", true) } else { ("file", false) };
            field.ty = TypeUse::scalar(ty, if list { JsonKind::List } else { JsonKind::Text });
            field
                .attributes
                .retain(|text| list && (text.starts_with("min_items") || text.starts_with("max_items")));
        } else {
            let json = media.filter(|media| is_json(media));
            if json.is_none() {
                self.make_text(place, &mut field, schema);
            }
            let is_composite = is_composite(&field.ty);
            if let (true, None, Some(_)) = (is_composite, json, media) {
                let note = "an object as a part in a media type that is not JSON; sent as JSON";
                self.notes.changed(note, place, schema);
            }
            // What is neither text nor a number is JSON unless the document says something else; of a list, each item.
            let media = if is_composite { json.or(Some("application/json")) } else { media };
            let media = media.filter(|media| name_of_media(media) != "text/plain");
            keys.extend(media.map(|media| format!("media: {}", quote(media))));
        }
        keys.extend(media.filter(|_| kind.is_some()).map(|media| format!("media: {}", quote(media))));
        keys.extend(encoding.and_then(|encoding| self.part_headers(place, kind.is_some(), encoding)));
        if !keys.is_empty() {
            field.attributes.push(format!("part: {{{}}}", keys.join(", ")));
        }
        field
    }

    /// The headers of a part that are always the same. Those of a file may be set by callers.
    fn part_headers(&self, place: &str, is_file: bool, encoding: &'d Untyped) -> Option<String> {
        let mut fixed = Vec::new();
        for (name, header) in encoding.members("headers") {
            let header = self.resolve(header);
            self.remember_kind(header, "a header of a part");
            if matches!(&*name.to_ascii_lowercase(), "content-type" | "content-disposition") {
                // OpenAPI leaves the first to `contentType`; forms write the second.
                header.count_as_read();
                continue;
            }
            let flat = header.get("schema").map(|schema| self.flatten(schema));
            let values = flat.as_ref().map_or(&[][..], |flat| flat.values.as_slice());
            let is_name =
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
            match (values, is_name) {
                ([Untyped::Str(value)], true)
                    if value.bytes().all(|b| (b' '..=b'~').contains(&b)) && !value.is_empty() =>
                {
                    fixed.push(format!("{}: {}", key(name), quote(value)));
                }
                _ => {
                    let note = if is_file {
                        "a header of a file in a form; nothing says so, and callers set it with `File::header`"
                    } else {
                        "a header of a part of a form; left out"
                    };
                    self.notes.left_out(note, format!("{place} `{}`", &**name), header);
                    header.count_as_read();
                }
            }
        }
        (!fixed.is_empty()).then(|| format!("headers: {{{}}}", fixed.join(", ")))
    }

    /// Makes what may have several types a text.
    fn make_text(&self, place: &str, field: &mut Field, schema: &'d Untyped) {
        if field.ty.kind == JsonKind::Any && field.ty.spec_text != "file" {
            let note = "a part of a form that has several types; imported as `string`";
            self.notes.changed(note, place, schema);
            (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
        }
    }
}

/// Whether values are neither texts, numbers nor lists of these.
fn is_composite(ty: &TypeUse) -> bool {
    ty.kind != JsonKind::Text && !ty.is_scalar && !ty.items_are_scalar
}

/// Whether a schema is that of a file.
fn is_file(flat: &FlatSchema<'_>) -> bool {
    let has_media_type = flat.peek("contentMediaType").is_some() && flat.peek("contentSchema").is_none();
    flat.count_key_as_read("contentMediaType");
    flat.says("format", "binary") || has_media_type
}

/// How a list or an object in a form that is sent as text is written, in the words of the dialect; `None` for the usual
/// style.
fn style_of(encoding: &Untyped) -> Option<&'static str> {
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
