//! What a schema says with all that it is made of.

use std::collections::{BTreeSet, HashMap};

use crate::untyped::Untyped;

/// A schema with its references followed and its `allOf` merged.
#[derive(Clone, Debug, Default)]
pub(super) struct FlatSchema<'d> {
    /// `string`, `integer`, …, without `null`.
    pub(super) types: Vec<&'d str>,
    pub(super) nullable: bool,
    pub(super) doc: Option<&'d str>,
    /// The values of an `enum` or `const`, without `null`.
    pub(super) values: Vec<&'d Untyped>,
    pub(super) properties: Vec<(&'d str, &'d Untyped)>,
    /// Where each of them stands.
    places: HashMap<&'d str, usize>,
    /// The values that are texts, of which there may be many.
    texts: BTreeSet<&'d str>,
    pub(super) required: BTreeSet<&'d str>,
    pub(super) items: Option<&'d Untyped>,
    /// The schema of members without a declared name (`additionalProperties`), if it has one.
    pub(super) additional: Option<&'d Untyped>,
    /// Whether `additionalProperties` allows members without a declared name. `false` also if it is absent.
    pub(super) allows_other_members: bool,
    /// `oneOf` and `anyOf`.
    pub(super) variants: Vec<&'d Untyped>,
    /// All that was merged, the schema itself first.
    pub(super) parts: Vec<&'d Untyped>,
}

impl<'d> FlatSchema<'d> {
    /// Nothing of a schema but itself.
    pub(super) fn of(schema: &'d Untyped) -> Self {
        Self { parts: vec![schema], ..Self::default() }
    }

    /// Takes a property, in the place of one of the same name, which is returned.
    pub(super) fn put_property(&mut self, name: &'d str, schema: &'d Untyped) -> Option<&'d Untyped> {
        let place = *self.places.entry(name).or_insert(self.properties.len());
        match self.properties.get_mut(place) {
            Some((_, known)) => Some(std::mem::replace(known, schema)),
            None => {
                self.properties.push((name, schema));
                None
            }
        }
    }

    /// Whether there is a property of this name.
    pub(super) fn has_property(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// Takes a value, unless it is there already.
    pub(super) fn add_value(&mut self, value: &'d Untyped) {
        let is_new = match value {
            Untyped::Str(text) => self.texts.insert(text),
            value => !self.values.contains(&value),
        };
        if is_new {
            self.values.push(value);
        }
    }

    /// What a key says, where it is said first. It does not count as read until [`Self::count_key_as_read`].
    pub(super) fn peek(&self, key: &str) -> Option<&'d Untyped> {
        self.parts.iter().find_map(|part| part.peek(key))
    }

    /// Counts a key as read wherever it is said.
    pub(super) fn count_key_as_read(&self, key: &str) {
        self.parts.iter().for_each(|part| part.count_key_as_read(key));
    }

    /// Whether a key says this word; it counts as read if so.
    pub(super) fn says(&self, key: &str, word: &str) -> bool {
        let says = self.peek(key).and_then(Untyped::as_str) == Some(word);
        if says {
            self.count_key_as_read(key);
        }
        says
    }

    /// The schema itself.
    pub(super) fn source(&self) -> &'d Untyped {
        const NOTHING: &Untyped = &Untyped::Null;
        self.parts.first().copied().unwrap_or(NOTHING)
    }
}
