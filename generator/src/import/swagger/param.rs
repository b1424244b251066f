//! Parameters and headers: what they say of their type goes into a schema.

use super::super::note::NoteKind;
use super::super::reference::reference_of;
use super::converter::Converter;
use super::media::Media;
use crate::untyped::Untyped;

/// What a parameter that is no body says of its type.
const OF_SCHEMA: [&str; 21] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
    "enum",
    "x-nullable",
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-descriptions",
    "x-enumDescriptions",
];

/// A part of a form.
#[derive(Debug)]
pub(super) struct FormPart {
    pub(super) schema: Untyped,
    /// How it is written, if that is not the usual way.
    pub(super) encoding: Option<Untyped>,
}

impl<'d> Converter<'d> {
    /// A parameter or header that is no part of a body. `place` is where it was, `to` where it is now.
    pub(super) fn parameter(&mut self, param: &'d Untyped, place: &str, to: &str) -> Untyped {
        if reference_of(param).is_some() || param.peek("schema").is_some() {
            return param.clone();
        }
        let style = match (is_list(param), collection_format(param), text(param, "in")) {
            (false, ..) => None,
            (true, "csv", Some("query")) => Some(Some(("explode", Untyped::Bool(false)))),
            (true, "csv", _) => Some(Some(("style", "simple".into()))),
            (true, "multi", Some("query")) => Some(None),
            (true, format, Some("query")) => delimited(format).map(|style| Some(("style", style.into()))),
            _ => None,
        };
        let mut members: Vec<(String, Untyped)> = Vec::new();
        let mut schema: Vec<(String, Untyped)> = Vec::new();
        for (key, value) in param.peek_entries() {
            if OF_SCHEMA.contains(&&**key) {
                schema.extend(self.schema_member(param, key, value));
            } else if &**key != "collectionFormat" || style.is_none() {
                members.push((key.to_string(), value.clone()));
            }
        }
        members.extend(style.flatten().map(|(key, value)| (key.to_owned(), value)));
        members.push(("schema".to_owned(), Untyped::from_members(schema)));
        self.moves.made_of(place, &format!("{to}/schema"));
        Untyped::from_members(members)
    }

    /// A header of a response.
    pub(super) fn header(&mut self, header: &'d Untyped, place: &str) -> Untyped {
        if !matches!(header, Untyped::Map(_)) {
            return header.clone();
        }
        self.parameter(header, place, place)
    }

    /// A part of a form, by what its parameter says. `name` is what notes call it.
    pub(super) fn form_part(
        &mut self,
        param: &'d Untyped,
        name: impl FnOnce() -> String,
        place: &str,
        is_multipart: bool,
    ) -> FormPart {
        let format = collection_format(param);
        let style = match (is_list(param), format, is_multipart) {
            (false, ..) | (_, "multi", _) => Some(None),
            (true, "csv", false) => Some(Some(("explode", Untyped::Bool(false)))),
            (true, format, false) => delimited(format).map(|style| Some(("style", style.into()))),
            (true, _, true) => None,
        };
        if style.is_none() {
            let note = "a list in a form that is joined in another way; each item is a part of its own";
            self.note(NoteKind::Changed, note, name(), place);
        }
        let encoding = style.flatten().map(|member| Untyped::object([member]));
        FormPart { schema: self.form_schema(param), encoding }
    }

    /// The schema of a part of a form.
    pub(super) fn form_schema(&mut self, param: &'d Untyped) -> Untyped {
        if param.peek("type").is_none()
            && let Some(schema) = param.peek("schema")
        {
            return self.schema(schema);
        }
        let elsewhere = ["name", "in", "required", "collectionFormat"];
        let members = param.peek_entries().iter().filter(|(key, _)| !elsewhere.contains(&&**key));
        Untyped::from_members(
            members.flat_map(|(key, value)| self.schema_member(param, key, value)).collect(),
        )
    }

    /// What a parameter of a body says of its type: `schema`, or, against the rules and yet often, the words of others.
    pub(super) fn body_schema(&mut self, param: &'d Untyped) -> (Untyped, Vec<(String, Untyped)>) {
        let (mut schema, mut others) = (Vec::new(), Vec::new());
        let said = param.peek("schema");
        for (key, value) in param.peek_entries() {
            match &**key {
                "name" | "in" | "schema" => {}
                key if said.is_none() && OF_SCHEMA.contains(&key) => {
                    schema.extend(self.schema_member(param, key, value));
                }
                key => others.push((key.to_owned(), value.clone())),
            }
        }
        let schema = match said {
            Some(said) => self.schema(said),
            None => Untyped::from_members(schema),
        };
        (schema, others)
    }

    /// A parameter as it stands where no operation holds it: a body, a part of a form, or any other.
    pub(super) fn shared_parameter(
        &mut self,
        param: &'d Untyped,
        place: &str,
        to: &str,
        media: &Media<'d>,
    ) -> Untyped {
        match text(self.resolve(param), "in") {
            _ if reference_of(param).is_some() => param.clone(),
            Some("body") => self.request_body(param, place, to, media),
            Some("formData") => self.form_schema(param),
            _ => self.parameter(param, place, to),
        }
    }
}

/// A member that is a text.
pub(super) fn text<'d>(value: &'d Untyped, key: &str) -> Option<&'d str> {
    value.peek(key).and_then(Untyped::as_str)
}

/// Whether a parameter is a list.
fn is_list(param: &Untyped) -> bool {
    text(param, "type") == Some("array")
}

/// How a list is written.
fn collection_format(param: &Untyped) -> &str {
    text(param, "collectionFormat").unwrap_or("csv")
}

/// The style of lists whose items stand in one text, but for those with commas; `None` for what OpenAPI 3 does not have.
fn delimited(format: &str) -> Option<&'static str> {
    match format {
        "ssv" => Some("spaceDelimited"),
        "pipes" => Some("pipeDelimited"),
        _ => None,
    }
}
