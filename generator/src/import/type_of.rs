//! Schema → use of a type. What needs a name gets one, and is defined once.

use super::importer::Importer;
use super::name::{Case, Names, name_of};
use super::schema::Flat;
use super::types::{Field, Form, Kind, TypeDefinition, TypeUse, Value, doc_of, literal};
use super::write::paragraph;
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The type of a schema. `hint` names it if it needs a name and has none.
    pub(super) fn type_of(&mut self, schema: &'d Untyped, hint: &str) -> TypeUse {
        let Some(reference) = self.alias(schema) else {
            let flat = self.flatten(schema);
            return self.type_of_flat(&flat, hint, None);
        };
        let nullable = schema.is("nullable");
        let mut known = match self.references.get(reference).cloned() {
            Some(Some(known)) => known,
            Some(None) => {
                self.notes.add("a type that is a list of itself; taken for `any`", reference);
                TypeUse::any()
            }
            None => self.type_of_reference(reference),
        };
        known.nullable |= nullable;
        known
    }

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

    fn type_of_flat(&mut self, flat: &Flat<'d>, hint: &str, reference: Option<&str>) -> TypeUse {
        let mut made = if !flat.properties.is_empty() {
            self.object(flat, hint, reference)
        } else if !flat.variants.is_empty() {
            self.one_of(flat, hint)
        } else if !flat.values.is_empty() {
            self.enumeration(flat, hint, reference)
        } else {
            match flat.types[..] {
                [] if flat.items.is_some() => self.word("array", flat, hint),
                [] if flat.open => self.word("object", flat, hint),
                [] => TypeUse::any(),
                [word] => self.word(word, flat, hint),
                _ => {
                    let members =
                        flat.types.clone().into_iter().map(|word| self.word(word, flat, hint)).collect();
                    self.union(members, flat, hint)
                }
            }
        };
        made.nullable |= flat.nullable;
        made
    }

    fn word(&mut self, word: &str, flat: &Flat<'d>, hint: &str) -> TypeUse {
        match word {
            "string" => TypeUse::scalar("string", Kind::Text),
            "integer" => TypeUse::scalar("i64", Kind::Number),
            "number" => TypeUse::scalar("f64", Kind::Number),
            "boolean" => TypeUse::scalar("bool", Kind::Bool),
            "array" => match flat.items {
                Some(items) => self.type_of(items, &format!("{hint}_item")).list(),
                None => TypeUse::any().list(),
            },
            "object" => match flat.additional {
                Some(members) => self.type_of(members, &format!("{hint}_value")).map(),
                None => TypeUse::any().map(),
            },
            _ => TypeUse::any(),
        }
    }

    fn object(&mut self, flat: &Flat<'d>, hint: &str, reference: Option<&str>) -> TypeUse {
        if flat.open {
            self.notes.add("members besides those that are named; they are not seen", hint);
        }
        if flat.variants.iter().any(|variant| !self.flatten(variant).properties.is_empty()) {
            self.notes.add("an object with further members of one kind or another; these are not seen", hint);
        }
        // Known by its name before it is looked into, as it may hold itself.
        let early = reference.map(|reference| {
            let name = self.type_name(hint);
            let known = TypeUse::named(&name, Kind::Object, false);
            self.references.insert(reference.to_owned(), Some(known));
            name
        });
        let def = TypeDefinition { form: Form::Fields(self.fields(flat, hint)), doc: doc_of(flat.doc, hint) };
        self.define(early, hint, def, Kind::Object, false)
    }

    /// The members of an object.
    fn fields(&mut self, flat: &Flat<'d>, hint: &str) -> Vec<Field> {
        let mut names = Names::new(Case::Snake, reserved::MEMBERS);
        let mut fields = Vec::new();
        for (wire, schema) in &flat.properties {
            if let Some(field) = self.field(wire, schema, flat.required.contains(wire), hint, &mut names) {
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
        hint: &str,
        names: &mut Names,
    ) -> Option<Field> {
        if wire.is_empty() || wire.contains(char::is_control) || wire.ends_with('?') {
            self.notes.add("a member with a name that cannot be written", format!("{hint}.{wire:?}"));
            return None;
        }
        let ty = self.type_of(schema, &format!("{hint}_{wire}"));
        let flat = self.flatten(schema);
        if flat.doc.is_none() {
            self.undocumented += 1;
        }
        let name = names.claim(wire, "value");
        let own = crate::ir::Name::new(wire).is_ok_and(|own| own == name);
        Some(Field {
            wire: wire.to_owned(),
            optional: !required || ty.nullable,
            rename: (!own).then(|| name.snake().to_owned()),
            ty,
            extras: Vec::new(),
            doc: flat.doc.map(paragraph).filter(|doc| !doc.is_empty()),
        })
    }

    fn one_of(&mut self, flat: &Flat<'d>, hint: &str) -> TypeUse {
        if let [only] = flat.variants[..] {
            return self.type_of(only, hint);
        }
        let numbered = (1..).zip(&flat.variants);
        let members = numbered.map(|(n, schema)| self.type_of(schema, &format!("{hint}_{n}"))).collect();
        self.union(members, flat, hint)
    }

    /// One of several types: a union where JSON tells them apart, the common kind where there is one, else anything.
    fn union(&mut self, mut members: Vec<TypeUse>, flat: &Flat<'d>, hint: &str) -> TypeUse {
        let nullable = members.iter().any(|member| member.nullable);
        members.iter_mut().for_each(|member| member.nullable = false);
        members.dedup();
        let kinds: Vec<Kind> = members.iter().map(|member| member.kind).collect();
        let same = |kind| kinds.iter().all(|other| *other == kind);
        let apart =
            (1..kinds.len()).all(|at| !kinds[..at].contains(&kinds[at])) && !kinds.contains(&Kind::Any);
        let made = if members.len() == 1 {
            members.remove(0)
        } else if same(Kind::Text) {
            TypeUse::scalar("string", Kind::Text)
        } else if same(Kind::Number) {
            let whole = members.iter().all(|member| member.written != "f64");
            TypeUse::scalar(if whole { "i64" } else { "f64" }, Kind::Number)
        } else if apart {
            let doc = doc_of(flat.doc, hint);
            let def = TypeDefinition { form: Form::Union(members), doc };
            // Its members differ in kind, so it is of no kind itself.
            self.define(None, hint, def, Kind::Any, false)
        } else {
            self.notes.add("one of several types that JSON does not tell apart; taken for `any`", hint);
            TypeUse::any()
        };
        TypeUse { nullable, ..made }
    }

    fn enumeration(&mut self, flat: &Flat<'d>, hint: &str, reference: Option<&str>) -> TypeUse {
        let texts = flat.values.iter().all(|value| matches!(value, Untyped::Str(_)));
        let whole = flat.values.iter().all(|value| matches!(value, Untyped::Int(_)));
        if flat.values.iter().all(|value| matches!(value, Untyped::Bool(_))) {
            return TypeUse::scalar("bool", Kind::Bool);
        }
        let written: Option<Vec<String>> = flat.values.iter().map(|value| literal(value)).collect();
        let Some(written) = written.filter(|_| texts || whole) else {
            self.notes.add("an enum with values of several kinds; taken for `any`", hint);
            return TypeUse::any();
        };
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let values = flat.values.iter().zip(written).map(|(value, written)| {
            let plain = value.as_str().unwrap_or(&written);
            let name = names.claim(if plain.is_empty() { "empty" } else { plain }, "value");
            let own = crate::ir::Name::new(plain).is_ok_and(|own| own.pascal() == name.pascal());
            let doc = if plain.is_empty() { "The empty text.".to_owned() } else { format!("`{plain}`.") };
            Value { name: (!own).then(|| name.snake().to_owned()), doc, written }
        });
        let form = Form::Enum(texts, values.collect());
        let def = TypeDefinition { form, doc: doc_of(flat.doc, hint) };
        let name = reference.map(|_| self.type_name(hint));
        self.define(name, hint, def, if texts { Kind::Text } else { Kind::Number }, true)
    }

    /// Keeps a definition under its name, or under one made of the hint. The same thing under the same hint is the
    /// same type.
    fn define(
        &mut self,
        name: Option<String>,
        hint: &str,
        def: TypeDefinition,
        kind: Kind,
        plain: bool,
    ) -> TypeUse {
        let base = name_of(hint).pascal().to_owned();
        let same = self.made.get(&base).into_iter().flatten().find(|name| self.types[*name].form == def.form);
        let name = match (name, same) {
            (Some(name), _) => name,
            (None, Some(same)) => same.clone(),
            (None, None) => {
                let name = self.type_name(hint);
                self.made.entry(base).or_default().push(name.clone());
                name
            }
        };
        self.types.entry(name.clone()).or_insert(def);
        TypeUse::named(&name, kind, plain)
    }

    fn type_name(&mut self, hint: &str) -> String {
        self.type_names.claim(hint, "data").pascal().to_owned()
    }
}
