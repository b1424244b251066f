//! What `oneOf` and `anyOf` list, those of unions in the list in place of these.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::note::address;
use super::types::JsonKind;
use crate::untyped::Untyped;

/// No real union comes near; without a bound, unions of unions would multiply.
const MOST: usize = 1000;
/// How deep schemas are compared.
const DEEPEST: usize = 4;

/// One of several schemas.
#[derive(Clone, Debug)]
pub(super) struct Alternative<'d> {
    /// Its number in the list, by which it is named if nothing else names it.
    pub(super) number: usize,
    pub(super) schema: &'d Untyped,
    pub(super) flat: Rc<FlatSchema<'d>>,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Alternatives<'d> {
    /// Objects with known members.
    pub(super) objects: Vec<Alternative<'d>>,
    /// Lists.
    pub(super) lists: Vec<Alternative<'d>>,
    /// Objects that may have no members at all.
    pub(super) empty: Vec<Alternative<'d>>,
    pub(super) others: Vec<Alternative<'d>>,
    /// Whether one of them may be `null`.
    pub(super) nullable: bool,
    pub(super) discriminator: Option<Discriminator<'d>>,
}

/// What a document says of the member that tells objects apart.
#[derive(Debug)]
pub(super) struct Discriminator<'d> {
    /// The name of the member.
    pub(super) by: &'d str,
    /// The values of it that mean a schema, by the reference to it or its name.
    pub(super) mapping: BTreeMap<&'d str, Vec<&'d str>>,
    /// Where it is said.
    said: Vec<(Rc<FlatSchema<'d>>, &'d Untyped)>,
}

impl<'d> Discriminator<'d> {
    pub(super) fn count_as_read(&self) {
        for (flat, said) in &self.said {
            flat.count_key_as_read("discriminator");
            said.count_as_read();
        }
    }
}

impl<'d> Importer<'d> {
    /// What a schema lists, sorted by what can be done with it.
    pub(super) fn alternatives(&self, flat: &FlatSchema<'d>) -> Alternatives<'d> {
        let mut made = Alternatives::default();
        let (mut entered, mut said) = (BTreeSet::from([address(flat.source())]), Vec::new());
        said.extend(flat.peek("discriminator").map(|one| (Rc::new(flat.clone()), one)));
        let mut open: Vec<&'d Untyped> = flat.variants.iter().rev().copied().collect();
        let (mut number, mut seen) = (0, BTreeSet::new());
        while let Some(schema) = open.pop() {
            let flat = self.flatten(schema);
            if !seen.insert(address(self.resolve(schema))) {
                continue;
            }
            let is_union = flat.properties.is_empty() && !flat.variants.is_empty() && number < MOST;
            if is_union && self.known_values(&flat).is_none() {
                made.nullable |= flat.nullable || self.allows_null(schema);
                // A union that leads back to itself adds nothing.
                if entered.insert(address(flat.source())) {
                    said.extend(flat.peek("discriminator").map(|one| (Rc::clone(&flat), one)));
                    open.extend(flat.variants.iter().rev().copied());
                }
                continue;
            }
            number += 1;
            let is_closed = flat.additional.is_none() && !flat.allows_other_members;
            let is_empty = is_closed && flat.values.is_empty() && flat.variants.is_empty();
            let place = if !flat.properties.is_empty() && flat.variants.is_empty() {
                &mut made.objects
            } else if flat.types == ["array"] && flat.items.is_some() {
                &mut made.lists
            } else if is_empty && flat.types == ["object"] && flat.peek("properties").is_some() {
                &mut made.empty
            } else {
                &mut made.others
            };
            place.push(Alternative { number, schema, flat });
        }
        made.discriminator = discriminator(said);
        made
    }

    /// Whether two objects look the same but for what is said of them: nothing would tell their values apart.
    pub(super) fn are_alike(&self, one: &'d Untyped, other: &'d Untyped, depth: usize) -> bool {
        let (one, other) = (self.resolve(one), self.resolve(other));
        if address(one) == address(other) {
            return true;
        }
        let (one, other) = (self.flatten(one), self.flatten(other));
        let same = one.types == other.types
            && one.nullable == other.nullable
            && one.values == other.values
            && one.required == other.required
            && one.allows_other_members == other.allows_other_members
            && one.properties.len() == other.properties.len()
            && one.variants.len() == other.variants.len();
        let part = |one: Option<&'d Untyped>, other: Option<&'d Untyped>| match (one, other) {
            (Some(one), Some(other)) => self.are_alike(one, other, depth + 1),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && depth < DEEPEST
            && part(one.items, other.items)
            && part(one.additional, other.additional)
            && one.variants.iter().zip(&other.variants).all(|(one, other)| part(Some(*one), Some(*other)))
            && one.properties.iter().all(|(name, schema)| {
                let found = other.properties.iter().find(|(wire, _)| wire == name);
                found.is_some_and(|(_, found)| part(Some(*schema), Some(*found)))
            })
    }

    /// Whether no value of one schema can be read as the other, as far as their JSON kinds show it.
    pub(super) fn exclude_each_other(&self, one: &'d Untyped, other: &'d Untyped, depth: usize) -> bool {
        // Lists of themselves have no end.
        if depth > DEEPEST {
            return false;
        }
        let (one, other) = (self.flatten(one), self.flatten(other));
        match (self.sure_kind(&one), self.sure_kind(&other)) {
            (Some(JsonKind::List), Some(JsonKind::List)) => match (one.items, other.items) {
                (Some(one), Some(other)) => self.exclude_each_other(one, other, depth + 1),
                _ => false,
            },
            (Some(JsonKind::List), Some(JsonKind::Text)) => self.has_large_items(&one),
            (Some(JsonKind::Text), Some(JsonKind::List)) => self.has_large_items(&other),
            (Some(one), Some(other)) => {
                let is_large = |kind| matches!(kind, JsonKind::List | JsonKind::Object);
                one != other && (is_large(one) || is_large(other))
            }
            _ => false,
        }
    }

    /// Whether the items of a list are lists or objects, so that no text stands for a list of one.
    fn has_large_items(&self, flat: &FlatSchema<'d>) -> bool {
        let kind = flat.items.and_then(|items| self.sure_kind(&self.flatten(items)));
        matches!(kind, Some(JsonKind::List | JsonKind::Object))
    }

    /// The one JSON kind of the type that is made of a schema; `None` if it may have none.
    fn sure_kind(&self, flat: &FlatSchema<'d>) -> Option<JsonKind> {
        if !flat.properties.is_empty() {
            return Some(JsonKind::Object);
        }
        if !flat.variants.is_empty() {
            return None;
        }
        match flat.types[..] {
            ["string"] => Some(JsonKind::Text),
            ["integer" | "number"] => Some(JsonKind::Number),
            ["boolean"] => Some(JsonKind::Bool),
            ["array"] => Some(JsonKind::List),
            ["object"] => Some(JsonKind::Object),
            _ => None,
        }
    }
}

/// The discriminators of a union and of those in it as one; `None` unless they agree.
fn discriminator<'d>(said: Vec<(Rc<FlatSchema<'d>>, &'d Untyped)>) -> Option<Discriminator<'d>> {
    let mut by = None;
    let mut mapping: BTreeMap<&'d str, Vec<&'d str>> = BTreeMap::new();
    for (_, one) in &said {
        let name = one.peek("propertyName").and_then(Untyped::as_str)?;
        if *by.get_or_insert(name) != name {
            return None;
        }
        for (tag, target) in one.peek("mapping").map_or(&[][..], Untyped::peek_entries) {
            mapping.entry(target.as_str().unwrap_or_default()).or_default().push(tag);
        }
    }
    Some(Discriminator { by: by?, mapping, said })
}
