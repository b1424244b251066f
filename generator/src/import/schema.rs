//! Schemas, flattened: references followed, `allOf` merged, `null` turned into a flag.

use super::importer::Importer;
use crate::untyped::Untyped;

/// References and `allOf` are followed this deep; a document that needs more refers to itself.
const MAX_DEPTH: usize = 24;

/// A schema with its references followed and its `allOf` merged.
#[derive(Debug, Default)]
pub(super) struct FlatSchema<'d> {
    /// `string`, `integer`, …, without `null`.
    pub(super) types: Vec<&'d str>,
    pub(super) nullable: bool,
    pub(super) format: Option<&'d str>,
    pub(super) doc: Option<&'d str>,
    /// The values of an `enum` or `const`, without `null`.
    pub(super) values: Vec<&'d Untyped>,
    pub(super) properties: Vec<(&'d str, &'d Untyped)>,
    pub(super) required: Vec<&'d str>,
    pub(super) items: Option<&'d Untyped>,
    /// The schema of members without a declared name (`additionalProperties`), if it has one.
    pub(super) additional: Option<&'d Untyped>,
    /// Whether `additionalProperties` allows members without a declared name. `false` also if it is absent.
    pub(super) allows_other_members: bool,
    /// `oneOf` and `anyOf`.
    pub(super) variants: Vec<&'d Untyped>,
    /// The schema itself, before anything was merged.
    pub(super) source: Option<&'d Untyped>,
}

impl<'d> Importer<'d> {
    /// The value that a reference leads to.
    pub(super) fn follow(&self, reference: &str) -> Option<&'d Untyped> {
        let pointer = reference.strip_prefix("#/")?;
        pointer.split('/').try_fold(self.document, |value, key| {
            let key = key.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}");
            match value {
                Untyped::List(items) => items.get(key.parse::<usize>().ok()?),
                _ => value.get(&key),
            }
        })
    }

    /// A value itself, or what it refers to.
    pub(super) fn resolve(&self, mut value: &'d Untyped) -> &'d Untyped {
        for _ in 0..MAX_DEPTH {
            match value.text("$ref").and_then(|reference| self.follow(reference)) {
                Some(next) => value = next,
                None => break,
            }
        }
        value
    }

    /// The reference, if a schema is nothing but one, directly or as the only entry of its `allOf`.
    pub(super) fn alias(&self, schema: &'d Untyped) -> Option<&'d str> {
        if let Some(reference) = schema.text("$ref") {
            return self.follow(reference).map(|_| reference);
        }
        let has_nothing_else = schema.get("properties").is_none() && schema.get("oneOf").is_none();
        match schema.list("allOf") {
            [only] if has_nothing_else => self.alias(only),
            _ => None,
        }
    }

    /// A schema with its references followed and its `allOf` merged.
    pub(super) fn flatten(&self, schema: &'d Untyped) -> FlatSchema<'d> {
        let mut flat = FlatSchema { source: Some(schema), ..FlatSchema::default() };
        self.merge(schema, &mut flat, 0);
        flat
    }

    /// Adds what a schema says, and all that it is made of, to `flat`. What was said before counts for the description and
    /// the format; of members with the same name the last one counts.
    fn merge(&self, schema: &'d Untyped, flat: &mut FlatSchema<'d>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        if let Some(target) = schema.text("$ref").and_then(|reference| self.follow(reference)) {
            self.merge(target, flat, depth + 1);
        }
        flat.nullable |= schema.is("nullable");
        flat.doc = flat.doc.or_else(|| schema.text("description")).or_else(|| schema.text("title"));
        flat.format = flat.format.or_else(|| schema.text("format"));
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
                value if flat.values.contains(&value) => {}
                value => flat.values.push(value),
            }
        }
        for (name, property) in schema.members("properties") {
            match flat.properties.iter_mut().find(|(known, _)| known == name) {
                Some(known) => known.1 = property,
                None => flat.properties.push((name, property)),
            }
        }
        flat.required.extend(schema.list("required").iter().filter_map(Untyped::as_str));
        flat.items = schema.get("items").or(flat.items);
        match schema.get("additionalProperties") {
            Some(Untyped::Bool(allowed)) => flat.allows_other_members |= *allowed,
            Some(members) => (flat.additional, flat.allows_other_members) = (Some(members), true),
            None => {}
        }
        for part in schema.list("allOf") {
            self.merge(part, flat, depth + 1);
        }
        for variant in schema.list("oneOf").iter().chain(schema.list("anyOf")) {
            if self.is_null(variant) {
                flat.nullable = true;
            } else {
                flat.variants.push(variant);
            }
        }
    }

    /// Whether a schema allows `null` and nothing else.
    fn is_null(&self, schema: &'d Untyped) -> bool {
        let target = self.resolve(schema);
        target.text("type") == Some("null") || (target.list("enum") == [Untyped::Null])
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
