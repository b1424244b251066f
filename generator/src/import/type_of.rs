//! Schema → use of a type. Objects, enums and unions become named types, each defined once.

use super::importer::Importer;
use super::name::{Case, Names, name_of};
use super::schema::FlatSchema;
use super::types::{Field, Form, JsonKind, TypeDefinition, TypeUse, Value, doc_of, literal};
use super::write::paragraph;
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The type of a schema. If it needs a name and no reference gives it one, the name is made from `name_hint`.
    pub(super) fn type_of(&mut self, schema: &'d Untyped, name_hint: &str) -> TypeUse {
        let Some(reference) = self.alias(schema) else {
            let flat = self.flatten(schema);
            return self.type_of_flat(&flat, name_hint, None);
        };
        let nullable = schema.is("nullable");
        let mut known = match self.references.get(reference).cloned() {
            Some(Some(known)) => known,
            Some(None) => {
                self.notes.add("a type that is a list of itself; imported as `any`", reference);
                TypeUse::any()
            }
            None => self.type_of_reference(reference),
        };
        known.nullable |= nullable;
        known
    }

    /// The type that a reference leads to. The entry `None` in `references` marks it as being read, which finds cycles.
    fn type_of_reference(&mut self, reference: &'d str) -> TypeUse {
        self.references.insert(reference.to_owned(), None);
        let Some(target) = self.follow(reference) else { return TypeUse::any() };
        let made = if self.alias(target).is_some() {
            self.type_of(target, "")
        } else {
            let name = reference.rsplit('/').next().unwrap_or(reference);
            let flat = self.flatten(target);
            self.type_of_flat(&flat, name, Some(reference))
        };
        self.references.insert(reference.to_owned(), Some(made.clone()));
        made
    }

    /// The type of a flattened schema. `reference` is what led to it; such a type is named even if it equals another.
    fn type_of_flat(&mut self, flat: &FlatSchema<'d>, name_hint: &str, reference: Option<&str>) -> TypeUse {
        let mut made = if !flat.properties.is_empty() {
            self.object(flat, name_hint, reference)
        } else if !flat.variants.is_empty() {
            self.one_of(flat, name_hint)
        } else if !flat.values.is_empty() {
            self.enumeration(flat, name_hint, reference)
        } else {
            match flat.types[..] {
                [] if flat.items.is_some() => self.type_of_keyword("array", flat, name_hint),
                [] if flat.allows_other_members => self.type_of_keyword("object", flat, name_hint),
                [] => TypeUse::any(),
                [word] => self.type_of_keyword(word, flat, name_hint),
                _ => {
                    let members = flat
                        .types
                        .clone()
                        .into_iter()
                        .map(|word| self.type_of_keyword(word, flat, name_hint))
                        .collect();
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
            "string" => TypeUse::scalar("string", JsonKind::Text),
            "integer" => TypeUse::scalar("i64", JsonKind::Number),
            "number" => TypeUse::scalar("f64", JsonKind::Number),
            "boolean" => TypeUse::scalar("bool", JsonKind::Bool),
            "array" => match flat.items {
                Some(items) => self.type_of(items, &format!("{name_hint}_item")).list(),
                None => TypeUse::any().list(),
            },
            "object" => match flat.additional {
                Some(members) => self.type_of(members, &format!("{name_hint}_value")).map(),
                None => TypeUse::any().map(),
            },
            _ => TypeUse::any(),
        }
    }

    /// The type of an object with known members.
    fn object(&mut self, flat: &FlatSchema<'d>, name_hint: &str, reference: Option<&str>) -> TypeUse {
        if flat.allows_other_members {
            self.notes.add("members without a declared name; left out", name_hint);
        }
        if flat.variants.iter().any(|variant| !self.flatten(variant).properties.is_empty()) {
            self.notes.add("an object with further members in variants; those are left out", name_hint);
        }
        // A type that references name is registered before its members are read, as it may contain itself.
        let registered_name = reference.map(|reference| {
            let name = self.claim_type_name(name_hint);
            let known = TypeUse::named(&name, JsonKind::Object, false);
            self.references.insert(reference.to_owned(), Some(known));
            name
        });
        let def = TypeDefinition {
            form: Form::Fields(self.fields(flat, name_hint)),
            doc: doc_of(flat.doc, name_hint),
        };
        self.define(registered_name, name_hint, def, JsonKind::Object, false)
    }

    /// The members of an object.
    fn fields(&mut self, flat: &FlatSchema<'d>, name_hint: &str) -> Vec<Field> {
        let mut names = Names::new(Case::Snake, reserved::MEMBERS);
        let mut fields = Vec::new();
        for (wire, schema) in &flat.properties {
            if let Some(field) = self.field(wire, schema, flat.required.contains(wire), name_hint, &mut names)
            {
                fields.push(field);
            }
        }
        fields
    }

    /// A member or parameter; `None` where its wire name cannot be written.
    pub(super) fn field(
        &mut self,
        wire: &'d str,
        schema: &'d Untyped,
        required: bool,
        name_hint: &str,
        names: &mut Names,
    ) -> Option<Field> {
        if wire.is_empty() || wire.contains(char::is_control) || wire.ends_with('?') {
            self.notes.add(
                "a member with a name that cannot be written; left out",
                format!("{name_hint}.{wire:?}"),
            );
            return None;
        }
        let ty = self.type_of(schema, &format!("{name_hint}_{wire}"));
        let flat = self.flatten(schema);
        if flat.doc.is_none() {
            self.undocumented += 1;
        }
        let name = names.claim(wire, "value");
        let is_default_name = crate::ir::Name::new(wire).is_ok_and(|default| default == name);
        Some(Field {
            wire: wire.to_owned(),
            optional: !required || ty.nullable,
            rename: (!is_default_name).then(|| name.snake().to_owned()),
            ty,
            attributes: Vec::new(),
            doc: flat.doc.map(paragraph).filter(|doc| !doc.is_empty()),
        })
    }

    /// The type of `oneOf` or `anyOf`.
    fn one_of(&mut self, flat: &FlatSchema<'d>, name_hint: &str) -> TypeUse {
        if let [only] = flat.variants[..] {
            return self.type_of(only, name_hint);
        }
        let numbered = (1..).zip(&flat.variants);
        let members = numbered.map(|(n, schema)| self.type_of(schema, &format!("{name_hint}_{n}"))).collect();
        self.union(members, flat, name_hint)
    }

    /// One of several types: a union if their JSON kinds all differ, a scalar if they share its kind, else `any`.
    fn union(&mut self, mut members: Vec<TypeUse>, flat: &FlatSchema<'d>, name_hint: &str) -> TypeUse {
        let nullable = members.iter().any(|member| member.nullable);
        members.iter_mut().for_each(|member| member.nullable = false);
        members.dedup();
        let kinds: Vec<JsonKind> = members.iter().map(|member| member.kind).collect();
        let all_are = |kind| kinds.iter().all(|other| *other == kind);
        let kinds_differ =
            (1..kinds.len()).all(|at| !kinds[..at].contains(&kinds[at])) && !kinds.contains(&JsonKind::Any);
        let made = if members.len() == 1 {
            members.remove(0)
        } else if all_are(JsonKind::Text) {
            TypeUse::scalar("string", JsonKind::Text)
        } else if all_are(JsonKind::Number) {
            let whole = members.iter().all(|member| member.spec_text != "f64");
            TypeUse::scalar(if whole { "i64" } else { "f64" }, JsonKind::Number)
        } else if kinds_differ {
            let doc = doc_of(flat.doc, name_hint);
            let def = TypeDefinition { form: Form::Union(members), doc };
            // Its members differ in kind, so the union has no single one.
            self.define(None, name_hint, def, JsonKind::Any, false)
        } else {
            self.notes.add("one of several types of the same JSON kind; imported as `any`", name_hint);
            TypeUse::any()
        };
        TypeUse { nullable, ..made }
    }

    /// The type of an `enum` or `const`.
    fn enumeration(&mut self, flat: &FlatSchema<'d>, name_hint: &str, reference: Option<&str>) -> TypeUse {
        let is_text = flat.values.iter().all(|value| matches!(value, Untyped::Str(_)));
        let is_whole = flat.values.iter().all(|value| matches!(value, Untyped::Int(_)));
        if flat.values.iter().all(|value| matches!(value, Untyped::Bool(_))) {
            return TypeUse::scalar("bool", JsonKind::Bool);
        }
        let spec_text: Option<Vec<String>> = flat.values.iter().map(|value| literal(value)).collect();
        let Some(spec_text) = spec_text.filter(|_| is_text || is_whole) else {
            self.notes.add("an enum with values of several types; imported as `any`", name_hint);
            return TypeUse::any();
        };
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let values = flat.values.iter().zip(spec_text).map(|(value, spec_text)| {
            let value_text = value.as_str().unwrap_or(&spec_text);
            let name = names.claim(if value_text.is_empty() { "empty" } else { value_text }, "value");
            let is_default_name =
                crate::ir::Name::new(value_text).is_ok_and(|default| default.pascal() == name.pascal());
            let doc =
                if value_text.is_empty() { "The empty text.".to_owned() } else { format!("`{value_text}`.") };
            Value { name: (!is_default_name).then(|| name.snake().to_owned()), doc, spec_text }
        });
        let form = Form::Enum { is_text, values: values.collect() };
        let def = TypeDefinition { form, doc: doc_of(flat.doc, name_hint) };
        let name = reference.map(|_| self.claim_type_name(name_hint));
        self.define(name, name_hint, def, if is_text { JsonKind::Text } else { JsonKind::Number }, true)
    }

    /// Adds a definition under `name`, or under a name made from the hint. A definition that was added before with the
    /// same hint and form is used again.
    fn define(
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
                let name = self.claim_type_name(name_hint);
                self.types_by_hint.entry(base).or_default().push(name.clone());
                name
            }
        };
        self.types.entry(name.clone()).or_insert(def);
        TypeUse::named(&name, kind, is_scalar)
    }

    /// Claims a name for a type.
    fn claim_type_name(&mut self, name_hint: &str) -> String {
        self.type_names.claim(name_hint, "data").pascal().to_owned()
    }
}
