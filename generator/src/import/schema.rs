//! Schemas, flattened: references followed, `allOf` merged, `null` turned into a flag.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::note::address;
use crate::untyped::{Key, Untyped};

/// An object is made of at most so many schemas. No real document comes near; without a bound, a chain of schemas each of
/// which extends the one before it would take square time.
const MAX_PARTS: usize = 200;

impl<'d> Importer<'d> {
    /// The value that a reference leads to.
    pub(super) fn follow(&self, reference: &str) -> Option<&'d Untyped> {
        self.documents.follow(reference)
    }

    /// A value itself, or what it refers to.
    pub(super) fn resolve(&self, mut value: &'d Untyped) -> &'d Untyped {
        // That no reference leads back to itself was checked when the files were loaded.
        while let Some(next) = value.text("$ref").and_then(|reference| self.follow(reference)) {
            value = next;
        }
        value
    }

    /// The reference, if a schema is nothing but one: directly, as the only entry of its `allOf`, or beside `null` alone.
    pub(super) fn alias(&self, mut schema: &'d Untyped) -> Option<&'d str> {
        loop {
            let has_members = schema.peek("properties").is_some();
            if let Some(reference) = schema.text("$ref") {
                return self.follow(reference).filter(|_| !has_members).map(|_| reference);
            }
            let has = |key| schema.peek(key).is_some_and(|value| !value.items().is_empty());
            let (one, any, all) = (has("oneOf"), has("anyOf"), has("allOf"));
            let only = match (one, any, all) {
                (false, false, true) => schema.list("allOf"),
                (true, false, false) => schema.list("oneOf"),
                (false, true, false) => schema.list("anyOf"),
                _ => return None,
            };
            let mut only = only.iter().filter(|part| all || !self.is_null(part));
            match (only.next(), only.next()) {
                (Some(part), None) if !has_members => schema = part,
                _ => return None,
            }
        }
    }

    /// Whether a schema itself, not what it refers to, allows `null`.
    pub(super) fn allows_null(&self, schema: &'d Untyped) -> bool {
        let variants = || schema.list("oneOf").iter().chain(schema.list("anyOf"));
        schema.is("nullable")
            || schema
                .peek("type")
                .is_some_and(|words| words.items().iter().any(|word| word.as_str() == Some("null")))
            || variants().any(|variant| self.is_null(variant))
    }

    /// A schema with its references followed and its `allOf` merged.
    pub(super) fn flatten(&self, schema: &'d Untyped) -> Rc<FlatSchema<'d>> {
        if let Some(known) = self.flat_schemas.borrow().get(&address(schema)) {
            return Rc::clone(known);
        }
        if let ([_], Some(target)) =
            (schema.peek_entries(), schema.text("$ref").and_then(|to| self.follow(to)))
        {
            self.remember_kind(schema, "a schema");
            let target = self.resolve(target);
            let flat = self.flatten(target);
            self.flat_schemas.borrow_mut().insert(address(schema), Rc::clone(&flat));
            return flat;
        }
        let mut flat = FlatSchema::of(schema);
        for part in self.parts(schema) {
            self.merge(part, &mut flat);
            if address(part) != address(schema) {
                flat.parts.push(part);
            }
        }
        let said = |key: &str| flat.parts.iter().find_map(|part| part.text(key));
        flat.doc = said("description").or_else(|| said("title"));
        let flat = Rc::new(flat);
        self.flat_schemas.borrow_mut().insert(address(schema), Rc::clone(&flat));
        flat
    }

    /// The schema and all that it is made of, each once: what it refers to, itself, its `allOf`.
    fn parts(&self, schema: &'d Untyped) -> Vec<&'d Untyped> {
        enum Step<'d> {
            Enter(&'d Untyped),
            Take(&'d Untyped),
        }
        let (mut parts, mut entered) = (Vec::new(), BTreeSet::new());
        let mut steps = vec![Step::Enter(schema)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Take(schema) => parts.push(schema),
                Step::Enter(schema) if !entered.insert(address(schema)) => {}
                Step::Enter(schema) if entered.len() > MAX_PARTS => {
                    self.notes.changed(
                        "a schema made of too many others; the further ones are left out",
                        "",
                        schema,
                    );
                }
                Step::Enter(schema) => {
                    self.remember_kind(schema, "a schema");
                    let alternatives = [schema.list("oneOf"), schema.list("anyOf")];
                    for list in alternatives {
                        // Something or `null` is that something, and may be `null`.
                        let mut others = list.iter().filter(|variant| !self.is_null(variant));
                        if let (Some(only), None) = (others.next(), others.next()) {
                            steps.push(Step::Enter(only));
                        }
                    }
                    steps.extend(schema.list("allOf").iter().rev().map(Step::Enter));
                    steps.push(Step::Take(schema));
                    let target = schema.text("$ref").and_then(|reference| self.follow(reference));
                    steps.extend(target.map(Step::Enter));
                }
            }
        }
        parts
    }

    /// Adds what a schema itself says to `flat`; of members with the same name the last one counts.
    fn merge(&self, schema: &'d Untyped, flat: &mut FlatSchema<'d>) {
        flat.nullable |= schema.is("nullable");
        match schema.get("type") {
            Some(Untyped::Str(word)) => add_type(word, flat),
            Some(Untyped::List(words)) => {
                words.iter().filter_map(Untyped::as_str).for_each(|w| add_type(w, flat))
            }
            _ => {}
        }
        for value in schema.list("enum").iter().chain(schema.get("const")) {
            match value {
                Untyped::Null => flat.nullable = true,
                value => flat.add_value(value),
            }
        }
        let properties: &'d [(Key, Untyped)] = schema.members("properties");
        for (name, property) in properties {
            if let Some(known) = flat.put_property(name, property).filter(|known| *known != property) {
                let note = "a member that is described twice; the last description counts";
                self.notes.changed(note, &**name, known);
            }
        }
        flat.required.extend(schema.list("required").iter().filter_map(Untyped::as_str));
        flat.items = schema.get("items").or(flat.items);
        match schema.get("additionalProperties") {
            Some(Untyped::Bool(allowed)) => flat.allows_other_members |= *allowed,
            Some(members) => (flat.additional, flat.allows_other_members) = (Some(members), true),
            None => {}
        }
        for list in [schema.list("oneOf"), schema.list("anyOf")] {
            let others: Vec<&Untyped> = list.iter().filter(|variant| !self.is_null(variant)).collect();
            flat.nullable |= others.len() < list.len();
            if others.len() > 1 {
                flat.variants.extend(others);
            }
        }
    }

    /// Whether a schema allows `null` and nothing else.
    fn is_null(&self, schema: &'d Untyped) -> bool {
        let target = self.resolve(schema);
        let is_null = target.peek("type").and_then(Untyped::as_str) == Some("null")
            || target.peek("enum").is_some_and(|values| values.items() == [Untyped::Null]);
        if is_null {
            target.count_as_read();
        }
        is_null
    }
}

/// Adds a word of `type`; `null` becomes a flag.
fn add_type<'d>(word: &'d str, flat: &mut FlatSchema<'d>) {
    if word == "null" {
        flat.nullable = true;
    } else if !flat.types.contains(&word) {
        flat.types.push(word);
    }
}
