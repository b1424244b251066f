//! Schemas, flattened: references followed, `allOf` merged, `null` turned into a flag.

use super::importer::Importer;
use crate::untyped::Untyped;

/// Deeper than this, a document refers to itself.
const DEPTH: usize = 24;

/// What a schema says, from itself and all that it is merged of.
#[derive(Debug, Default)]
pub(super) struct Flat<'d> {
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
    /// The schema of free members, where there is one.
    pub(super) additional: Option<&'d Untyped>,
    /// Whether free members are spoken of at all, and allowed.
    pub(super) open: bool,
    /// `oneOf` and `anyOf`.
    pub(super) variants: Vec<&'d Untyped>,
    /// Where bounds and the default stand.
    pub(super) own: Option<&'d Untyped>,
}

impl<'d> Importer<'d> {
    /// The value that a reference leads to.
    pub(super) fn follow(&self, reference: &str) -> Option<&'d Untyped> {
        let way = reference.strip_prefix("#/")?;
        way.split('/').try_fold(self.document, |at, step| {
            let step = step.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}");
            match at {
                Untyped::List(items) => items.get(step.parse::<usize>().ok()?),
                _ => at.get(&step),
            }
        })
    }

    /// A value itself, or what it refers to.
    pub(super) fn resolve(&self, mut value: &'d Untyped) -> &'d Untyped {
        for _ in 0..DEPTH {
            match value.text("$ref").and_then(|reference| self.follow(reference)) {
                Some(next) => value = next,
                None => break,
            }
        }
        value
    }

    /// The reference that a schema is nothing but, be it by an `allOf` of one.
    pub(super) fn alias(&self, schema: &'d Untyped) -> Option<&'d str> {
        if let Some(reference) = schema.text("$ref") {
            return self.follow(reference).map(|_| reference);
        }
        let bare = schema.get("properties").is_none() && schema.get("oneOf").is_none();
        match schema.list("allOf") {
            [only] if bare => self.alias(only),
            _ => None,
        }
    }

    /// What a schema says.
    pub(super) fn flatten(&self, schema: &'d Untyped) -> Flat<'d> {
        let mut flat = Flat { own: Some(schema), ..Flat::default() };
        self.merge(schema, &mut flat, 0);
        flat
    }

    fn merge(&self, schema: &'d Untyped, flat: &mut Flat<'d>, depth: usize) {
        if depth > DEPTH {
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
            Some(Untyped::Bool(open)) => flat.open |= *open,
            Some(members) => (flat.additional, flat.open) = (Some(members), true),
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

    fn is_null(&self, schema: &'d Untyped) -> bool {
        let target = self.resolve(schema);
        target.text("type") == Some("null") || (target.list("enum") == [Untyped::Null])
    }
}

fn add_type<'d>(word: &'d str, flat: &mut Flat<'d>) {
    if word == "null" {
        flat.nullable = true;
    } else if !flat.types.contains(&word) {
        flat.types.push(word);
    }
}
