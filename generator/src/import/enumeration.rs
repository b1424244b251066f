//! Enums: lists of values, and constants with titles.

use std::collections::BTreeSet;

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::name::{Case, Names};
use super::types::{Form, JsonKind, TypeDefinition, TypeUse, Value, doc_of, literal};
use super::write::{doc_text, quote};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// A value with what the document says of it.
#[derive(Debug)]
pub(super) struct KnownValue<'d> {
    value: &'d Untyped,
    name: Option<&'d str>,
    /// As the spec writes it.
    doc: Option<String>,
}

impl<'d> Importer<'d> {
    /// The values that a schema names, if it does: as `enum` or `const`, or as alternatives each of which is a constant.
    pub(super) fn known_values(&self, flat: &FlatSchema<'d>) -> Option<Vec<KnownValue<'d>>> {
        if !flat.variants.is_empty() {
            let constant = |variant: &&'d Untyped| {
                let variant = self.resolve(variant);
                let value = variant.peek("const").or_else(|| match variant.peek("enum")?.items() {
                    [only] => Some(only),
                    _ => None,
                })?;
                Some((variant, value))
            };
            let constants: Vec<(&Untyped, &Untyped)> =
                flat.variants.iter().map(constant).collect::<Option<_>>()?;
            let known = constants.into_iter().map(|(variant, value)| {
                self.remember_kind(variant, "a constant");
                ["const", "enum", "type"].iter().for_each(|key| variant.count_key_as_read(key));
                let title = || variant.text("title").and_then(doc_text).map(|title| quote(&title));
                let doc = self.description(variant).or_else(title);
                KnownValue { value, name: variant.text("title"), doc }
            });
            return Some(known.collect());
        }
        let mut values = flat.values.clone();
        if values.is_empty() {
            // The de facto words for an enum that may get further values.
            let open = flat.peek("x-extensible-enum").map_or(&[][..], Untyped::items);
            values.extend(open);
            flat.count_key_as_read("x-extensible-enum");
        }
        let texts = |keys: &[&str]| -> Option<&'d [Untyped]> {
            let key = keys.iter().find(|key| flat.peek(key).is_some())?;
            let texts = flat.peek(key)?.items();
            (texts.len() == values.len()).then(|| flat.count_key_as_read(key)).map(|()| texts)
        };
        let names = texts(&["x-enum-varnames", "x-enumNames"]);
        let docs = texts(&["x-enum-descriptions", "x-enumDescriptions"]);
        let doc = |index: usize| {
            let main = docs.and_then(|docs| docs.get(index)?.as_str()).and_then(doc_text)?;
            self.in_languages(flat.source(), Some(&main), |said| {
                said.list("x-enum-descriptions").get(index)?.as_str().and_then(doc_text)
            })
        };
        let known = values.iter().enumerate().map(|(index, value)| KnownValue {
            value,
            name: names.and_then(|names| names.get(index)?.as_str()),
            doc: doc(index),
        });
        (!values.is_empty()).then(|| known.collect())
    }

    /// Whether a value is one of those that a schema names.
    pub(super) fn names_value(&self, flat: &FlatSchema<'d>, value: &Untyped) -> bool {
        self.known_values(flat).is_some_and(|all| all.iter().any(|known| known.value == value))
    }

    /// The type of a schema with these values.
    pub(super) fn enumeration(
        &mut self,
        flat: &FlatSchema<'d>,
        values: Vec<KnownValue<'d>>,
        name_hint: &str,
        reference: Option<&str>,
    ) -> TypeUse {
        let is_text = values.iter().all(|known| matches!(known.value, Untyped::Str(_)));
        let is_whole = values.iter().all(|known| matches!(known.value, Untyped::Int(_)));
        if values.iter().all(|known| matches!(known.value, Untyped::Bool(_))) {
            return TypeUse::scalar("bool", JsonKind::Bool);
        }
        if !is_whole && values.iter().all(|known| known.value.as_number().is_some()) {
            let note = "an enum of numbers that are not whole; imported as `f64`";
            self.notes.changed(note, name_hint, flat.source());
            return TypeUse::scalar("f64", JsonKind::Number);
        }
        let spec_text: Option<Vec<String>> = values.iter().map(|known| literal(known.value)).collect();
        let Some(spec_text) = spec_text.filter(|_| is_text || is_whole) else {
            let note = "an enum with values of several types; imported as `any`";
            self.notes.changed(note, name_hint, flat.source());
            return TypeUse::any();
        };
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let mut known_texts = BTreeSet::new();
        let mut made = Vec::new();
        for (KnownValue { value, name, doc }, spec_text) in values.into_iter().zip(spec_text) {
            if !known_texts.insert(spec_text.clone()) {
                continue;
            }
            let value_text = value.as_str().unwrap_or(&spec_text);
            let shown = if value_text.is_empty() { "empty" } else { value_text };
            let claimed = match name.filter(|name| name.contains(|c: char| c.is_ascii_alphabetic())) {
                Some(name) => Some(names.claim(name, "value").name.snake().to_owned()),
                None => names.claim_wire(value_text, shown, "value").rename,
            };
            // A name that follows from the value need not be written.
            let follows = |name: &String| {
                crate::ir::Name::new(value_text).is_ok_and(|default| {
                    default.snake() == name
                        && crate::ir::Name::new(name).is_ok_and(|name| name.pascal() == default.pascal())
                })
            };
            let silent = || {
                if value_text.is_empty() { "The empty text.".to_owned() } else { format!("`{value_text}`.") }
            };
            let doc = doc.unwrap_or_else(|| quote(&silent()));
            made.push(Value { name: claimed.filter(|name| !follows(name)), doc, spec_text });
        }
        let form = Form::Enum { is_text, values: made };
        let example = reference.and_then(|_| self.own_example(flat.source()));
        let def = TypeDefinition { form, doc: doc_of(self.schema_doc(flat), name_hint), example };
        let name = reference.map(|_| self.claim_type_name(name_hint, Some(flat.source())));
        self.define(name, name_hint, def, if is_text { JsonKind::Text } else { JsonKind::Number }, true)
    }
}
