//! Schema → use of a type. Objects, enums and unions become named types, each defined once.

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::name::name_of;
use super::reference::name_in;
use super::types::{JsonKind, TypeDefinition, TypeUse};
use crate::ir::TextFormat;
use crate::untyped::Untyped;

/// Lists, unions and unnamed objects stand at most so deep inside one another, since each level is a recursion.
const DEEPEST: usize = 24;
/// How many lists and maps may stand inside one another in the text of a type: YAML of a spec is not deeper than 32 levels.
const MOST_WITHIN: usize = 20;

impl<'d> Importer<'d> {
    /// The type of a schema. If it needs a name and no reference gives it one, the name is made from `name_hint`.
    pub(super) fn type_of(&mut self, schema: &'d Untyped, name_hint: &str) -> TypeUse {
        if self.depth == DEEPEST {
            self.notes.changed("a type too deep inside others; imported as `any`", name_hint, schema);
            return TypeUse::any();
        }
        self.depth += 1;
        let made = match self.alias(schema) {
            Some(reference) => {
                let mut known = self.type_of_reference(reference);
                known.nullable |= self.allows_null(schema);
                known
            }
            None => {
                let flat = self.flatten(schema);
                self.type_of_flat(&flat, name_hint, None)
            }
        };
        self.depth -= 1;
        if made.spec_text.matches(['{', '[']).count() > MOST_WITHIN {
            self.notes.changed("a type too deep inside others; imported as `any`", name_hint, schema);
            return TypeUse::any();
        }
        made
    }

    /// The type that a reference leads to. The entry `None` in `references` marks it as being read, which finds cycles.
    fn type_of_reference(&mut self, reference: &'d str) -> TypeUse {
        // References to references, however many, until one leads to more than another one.
        let (mut last, mut passed, mut nullable) = (reference, Vec::new(), false);
        let target = loop {
            match self.references.get(last) {
                Some(Some(known)) => {
                    let known = TypeUse { nullable: known.nullable || nullable, ..known.clone() };
                    for passed in passed {
                        self.references.insert(passed, Some(known.clone()));
                    }
                    return known;
                }
                Some(None) => {
                    if let Some(target) = self.follow(last) {
                        self.notes.changed(
                            "a type that is a list of itself; imported as `any`",
                            last,
                            target,
                        );
                    }
                    return TypeUse::any();
                }
                None => {}
            }
            self.references.insert(last.to_owned(), None);
            passed.push(last.to_owned());
            let Some(target) = self.follow(last) else { return TypeUse::any() };
            self.remember_kind(target, "a schema");
            let Some(next) = self.alias(target) else { break target };
            nullable |= self.allows_null(target);
            last = next;
        };
        let name = name_in(last);
        let flat = self.flatten(target);
        let mut made = self.type_of_flat(&flat, name, Some(last));
        made.nullable |= nullable;
        for passed in passed {
            self.references.insert(passed, Some(made.clone()));
        }
        made
    }

    /// The type of a flattened schema. `reference` is what led to it; such a type is named even if it equals another.
    fn type_of_flat(&mut self, flat: &FlatSchema<'d>, name_hint: &str, reference: Option<&str>) -> TypeUse {
        let mut made = if !flat.properties.is_empty() {
            self.object(flat, name_hint, reference)
        } else if let Some(values) = self.known_values(flat) {
            self.enumeration(flat, values, name_hint, reference)
        } else if !flat.variants.is_empty() {
            self.one_of(flat, name_hint, reference)
        } else {
            match flat.types[..] {
                [] if flat.items.is_some() => self.type_of_keyword("array", flat, name_hint),
                [] if flat.allows_other_members => self.type_of_keyword("object", flat, name_hint),
                [] => TypeUse::any(),
                [word] => self.type_of_keyword(word, flat, name_hint),
                _ => {
                    let words = flat.types.clone();
                    let members =
                        words.into_iter().map(|word| self.type_of_keyword(word, flat, name_hint)).collect();
                    self.union(members, flat, name_hint)
                }
            }
        };
        made.nullable |= flat.nullable;
        made
    }

    /// The type that the `type` of a schema stands for, such as `integer`.
    fn type_of_keyword(&mut self, word: &str, flat: &FlatSchema<'d>, name_hint: &str) -> TypeUse {
        match word {
            "string" => match flat.peek("contentSchema") {
                Some(inner) if flat.says("contentMediaType", "application/json") => {
                    flat.count_key_as_read("contentSchema");
                    self.type_of(inner, name_hint).json()
                }
                _ => TypeUse::scalar(text_form(flat), JsonKind::Text),
            },
            "integer" if flat.says("format", "uint64") => TypeUse::scalar("u64", JsonKind::Number),
            "integer" if flat.says("format", "unixtime") || flat.says("format", "unix-time") => {
                TypeUse::scalar("unix_seconds", JsonKind::Number)
            }
            "integer" => {
                // The type holds all that these formats allow, so nothing is lost.
                let _ = flat.says("format", "int64") || flat.says("format", "int32");
                TypeUse::scalar("i64", JsonKind::Number)
            }
            "number" => {
                let _ = flat.says("format", "double") || flat.says("format", "float");
                TypeUse::scalar("f64", JsonKind::Number)
            }
            "boolean" => TypeUse::scalar("bool", JsonKind::Bool),
            "array" => match flat.items {
                Some(items) => self.type_of(items, &format!("{name_hint}_item")).list(),
                None => TypeUse::any().list(),
            },
            "object" => match flat.additional {
                Some(members) => self.type_of(members, &format!("{name_hint}_value")).map(),
                None => TypeUse::any().map(),
            },
            _ => {
                self.notes.changed("a type that JSON does not have; imported as `any`", word, flat.source());
                TypeUse::any()
            }
        }
    }

    /// Adds a definition under `name`, or under a name made from the hint. A definition that was added before with the
    /// same hint and form is used again.
    pub(super) fn define(
        &mut self,
        name: Option<String>,
        name_hint: &str,
        def: TypeDefinition,
        kind: JsonKind,
        is_scalar: bool,
    ) -> TypeUse {
        let base = name_of(name_hint).pascal().to_owned();
        let existing = self
            .types_by_hint
            .get(&base)
            .into_iter()
            .flatten()
            .find(|name| self.types[*name].form == def.form);
        let name = match (name, existing) {
            (Some(name), _) => name,
            (None, Some(existing)) => existing.clone(),
            (None, None) => {
                let name = self.claim_type_name(name_hint, None);
                self.types_by_hint.entry(base).or_default().push(name.clone());
                name
            }
        };
        self.types.entry(name.clone()).or_insert(def);
        TypeUse::named(&name, kind, is_scalar)
    }

    /// Claims a name for a type. `schema` is given if the document itself gave the name, so that another one is a note.
    pub(super) fn claim_type_name(&mut self, name_hint: &str, schema: Option<&Untyped>) -> String {
        let claimed = self.type_names.claim_type(name_hint, "data");
        let name = claimed.name.pascal().to_owned();
        if let (true, Some(schema)) = (claimed.collided, schema) {
            let place = format!("`{name_hint}` → `{name}`");
            self.notes.changed("a type with a name that another one has in Rust; renamed", place, schema);
        }
        name
    }
}

/// The type of a text: one of a form, if the document says of which, in the words of the registry of formats or in those
/// that are written for them.
fn text_form(flat: &FlatSchema<'_>) -> &'static str {
    if flat.says("contentEncoding", "base64") {
        return TextFormat::Base64.word();
    }
    const OTHER_WORDS: [(&str, TextFormat); 3] =
        [("url", TextFormat::Uri), ("guid", TextFormat::Uuid), ("base64", TextFormat::Base64)];
    let forms = TextFormat::ALL.iter().map(|form| (form.openapi(), *form)).chain(OTHER_WORDS);
    forms.into_iter().find(|(word, _)| flat.says("format", word)).map_or("string", |(_, form)| form.word())
}
