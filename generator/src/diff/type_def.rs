//! Types.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::pair::pair;
use super::rule::spell_rules;
use super::type_text::{render_type, spell_literal};
use crate::ir::{Api, EnumRepr, EnumValue, Field, IdRepr, Shape, TaggedUnion, TypeDef};

/// Compares all types by their names. If one is gone and a new one has the same outline, it was renamed.
pub(super) fn diff_types(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.types, &new.types, |def| def.name.pascal().to_owned());
    let added = || pairs.iter().filter_map(|(old, new)| if old.is_none() { *new } else { None });
    let gone = || pairs.iter().filter_map(|(old, new)| if new.is_none() { *old } else { None });
    let is_alike = |before: &TypeDef, after: &TypeDef| {
        before.resource_name(old) == after.resource_name(new) && outline(before, old) == outline(after, new)
    };
    // What says nothing of the type by itself is no sign of a renaming, however equal it is.
    let is_renamed = |before: &TypeDef, after: &&TypeDef| tells(&before.shape) && is_alike(before, after);
    for (before, after) in &pairs {
        match (before, after) {
            (Some(before), Some(after)) => diff_type(before, after, old, new, changes),
            (Some(before), None) => changes.push(match added().find(|after| is_renamed(before, after)) {
                Some(after) => change(
                    ChangeKind::TypeRenamed,
                    before,
                    after,
                    format!("it is `{}` now", after.name.pascal()),
                ),
                None => change(ChangeKind::TypeRemoved, before, before, "it is gone".to_owned()),
            }),
            (None, Some(after)) if !gone().any(|before| is_renamed(before, after)) => {
                changes.push(change(ChangeKind::TypeAdded, after, after, "it is new".to_owned()));
            }
            _ => {}
        }
    }
}

/// Whether the outline of a type tells it from others of its kind: all ids look alike, and all values of any kind; of a
/// union by a member, the outline is that member's name.
fn tells(shape: &Shape) -> bool {
    !matches!(shape, Shape::Id(_) | Shape::Any(_) | Shape::Tagged(_))
}

impl TypeDef {
    /// The name of the resource that the type belongs to.
    fn resource_name<'a>(&self, api: &'a Api) -> &'a str {
        api[self.resource].name.snake()
    }
}

/// A change of the type `def`, shown where `stands_at` stands in the spec.
fn change(kind: ChangeKind, def: &TypeDef, stands_at: &TypeDef, message: String) -> Change {
    let subject = format!("type `{}`", def.name.pascal());
    Change { kind, subject, message, origin: Some(stands_at.origin.clone()) }
}

/// By what a type is known again under another name, in words: the members of an object, the values of an enum, the
/// types of a union. Of a tagged union it is only the member that tells its variants apart, and of an id or of a type
/// that may be any value only that it is one.
fn outline(def: &TypeDef, api: &Api) -> String {
    let member =
        |field: &Field| format!("{}: {} {:?}", field.wire, render_type(&field.ty, api), field.presence);
    match &def.shape {
        Shape::Struct { fields, free, variant } => {
            let free = free.iter().map(|free| format!("and {}", render_type(&free.ty, api)));
            let variant =
                variant.iter().map(|variant| format!("and those of {}", render_type(&variant.ty, api)));
            fields.iter().map(|field| member(field) + "\n").chain(free).chain(variant).collect()
        }
        Shape::Enum { values, .. } => {
            values.iter().map(|value| spell_literal(&value.value) + value.name.snake()).collect()
        }
        other => shape_in_words(other, api),
    }
}

/// The kind of a shape, with what must not change within it.
fn shape_in_words(shape: &Shape, api: &Api) -> String {
    match shape {
        Shape::Id(IdRepr::Str) => "an id over `string`".to_owned(),
        Shape::Id(IdRepr::Int) => "an id over `i64`".to_owned(),
        Shape::Struct { .. } => "an object".to_owned(),
        Shape::Enum { repr: EnumRepr::Str, .. } => "an enum over `string`".to_owned(),
        Shape::Enum { repr: EnumRepr::Int, .. } => "an enum over `i64`".to_owned(),
        Shape::Union(members) => {
            let members: Vec<_> = members.iter().map(|member| render_type(member, api)).collect();
            format!("a union of {}", members.join(", "))
        }
        Shape::Tagged(TaggedUnion { by: Some(by), .. }) => format!("a union by `{by}`"),
        Shape::Tagged(_) => "a union by the members that objects have".to_owned(),
        Shape::Any(_) => "any value".to_owned(),
    }
}

/// Compares two types with the same name.
fn diff_type(before: &TypeDef, after: &TypeDef, old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let (was, is) = (before.resource_name(old), after.resource_name(new));
    if was != is {
        let message = format!("it lived in the module `{was}` and lives in `{is}`");
        changes.push(change(ChangeKind::TypeMoved, after, after, message));
    }
    let (was, is) = (shape_in_words(&before.shape, old), shape_in_words(&after.shape, new));
    if was != is {
        changes.push(change(ChangeKind::TypeShape, after, after, format!("it was {was} and is {is}")));
        return;
    }
    let owner = Owner {
        subject: format!("type `{}`", after.name.pascal()),
        field_noun: "member",
        made_by_callers: before.usage.requests || after.usage.requests,
        old,
        new,
    };
    match (&before.shape, &after.shape) {
        (Shape::Struct { fields: left, .. }, Shape::Struct { fields: right, .. }) => {
            let names =
                |fields: &'_ [Field]| fields.iter().map(|field| field.wire.clone()).collect::<Vec<_>>();
            // Rules give members by their indices, which differ as soon as one is added; names do not.
            let rules = |def: &TypeDef, names: Vec<String>| {
                spell_rules(&def.rules, &names.iter().map(String::as_str).collect::<Vec<_>>())
            };
            let (was, is) = (rules(before, names(left)), rules(after, names(right)));
            owner.diff_rules(&was, &is, &after.origin, changes);
            // Look-ups are methods that find an item in a list of the object.
            owner.diff_lookups(before, after, changes);
            owner.diff_free(before, after, changes);
            owner.diff_variant(before, after, changes);
            let [left, right] = [left, right].map(|fields| fields.iter().collect::<Vec<_>>());
            owner.diff_fields(&left, &right, changes);
        }
        (Shape::Enum { values: left, .. }, Shape::Enum { values: right, .. }) => {
            diff_values(left, right, after, changes);
        }
        (Shape::Tagged(left), Shape::Tagged(right)) => {
            diff_variants((left, old), (right, new), after, changes);
        }
        // What may be any value has forms that it is known to take, each with a name.
        (Shape::Any(was), Shape::Any(is)) => owner.diff_forms(was, is, after, changes),
        _ => {}
    }
}

/// Compares the values of an enum.
fn diff_values(left: &[EnumValue], right: &[EnumValue], def: &TypeDef, changes: &mut Vec<Change>) {
    for (old, new) in pair(left, right, |value| spell_literal(&value.value)) {
        match (old, new) {
            (Some(old), Some(new)) if old.name != new.name => {
                let value = spell_literal(&new.value);
                let message =
                    format!("the value {value} was `{}` and is `{}`", old.name.pascal(), new.name.pascal());
                changes.push(change(ChangeKind::EnumValueRenamed, def, def, message));
            }
            (Some(old), Some(new)) => diff_spellings(old, new, def, changes),
            (Some(old), None) => {
                let message = format!("the value {} is gone", spell_literal(&old.value));
                changes.push(change(ChangeKind::EnumValueRemoved, def, def, message));
            }
            (None, Some(new)) => {
                let message = format!("the value {} is new", spell_literal(&new.value));
                changes.push(change(ChangeKind::EnumValueAdded, def, def, message));
            }
            _ => {}
        }
    }
}

/// Compares the variants of a tagged union.
fn diff_variants(
    (left, old): (&TaggedUnion, &Api),
    (right, new): (&TaggedUnion, &Api),
    def: &TypeDef,
    changes: &mut Vec<Change>,
) {
    for (was, is) in pair(&left.variants, &right.variants, |variant| variant.tag.clone()) {
        let (kind, message) = match (was, is) {
            (Some(was), Some(is)) if was.name != is.name => {
                let (tag, was, is) = (&is.tag, was.name.pascal(), is.name.pascal());
                (ChangeKind::VariantRenamed, format!("the variant for `{tag}` was `{was}` and is `{is}`"))
            }
            (Some(was), Some(is)) => {
                let (tag, was, is) = (&is.tag, render_type(&was.ty, old), render_type(&is.ty, new));
                if was == is {
                    continue;
                }
                (ChangeKind::VariantType, format!("the variant for `{tag}` was a `{was}` and is a `{is}`"))
            }
            (Some(was), None) => {
                (ChangeKind::VariantRemoved, format!("the variant for `{}` is gone", was.tag))
            }
            (None, Some(is)) => (ChangeKind::VariantAdded, format!("the variant for `{}` is new", is.tag)),
            (None, None) => continue,
        };
        changes.push(change(kind, def, def, message));
    }
}

/// Compares the other spellings in which a value of an enum is read.
fn diff_spellings(old: &EnumValue, new: &EnumValue, def: &TypeDef, changes: &mut Vec<Change>) {
    for (having, lacking, kind, verb) in [
        (old, new, ChangeKind::SpellingRemoved, "is read no more"),
        (new, old, ChangeKind::SpellingAdded, "is read now"),
    ] {
        for also in having.also.iter().filter(|also| !lacking.also.contains(also)) {
            let message = format!("{} {verb} as {}", spell_literal(also), spell_literal(&new.value));
            changes.push(change(kind, def, def, message));
        }
    }
}
