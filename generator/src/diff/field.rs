//! Fields: the parameters of endpoints and the members of types.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::{render_type, spell_literal};
use crate::ir::{Api, Constraints, Field, Presence, SourceLocation};

/// What the compared fields belong to: an endpoint or a type, in its old and its new API.
pub(super) struct Owner<'a> {
    /// Such as ``endpoint `item.create` ``.
    pub(super) subject: String,
    /// What a field is called there: `parameter` or `member`.
    pub(super) field_noun: &'static str,
    /// Whether callers make such values, so that new requirements reach them.
    pub(super) made_by_callers: bool,
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
}

impl Owner<'_> {
    /// A change of the owner, shown at `origin`.
    pub(super) fn change(&self, kind: ChangeKind, origin: &SourceLocation, message: String) -> Change {
        Change { kind, subject: self.subject.clone(), message, origin: Some(origin.clone()) }
    }

    /// Compares two lists of fields by their names on the wire.
    pub(super) fn diff_fields(&self, old: &[&Field], new: &[&Field], changes: &mut Vec<Change>) {
        for (old, new) in pair(old, new, |field| field.wire.clone()) {
            match (old, new) {
                (Some(old), Some(new)) => self.diff_field(old, new, changes),
                (Some(old), None) if is_visible(old) => {
                    let message = format!("{} `{}` is gone", self.field_noun, old.wire);
                    changes.push(self.change(ChangeKind::FieldRemoved, &old.origin, message));
                }
                (None, Some(new)) if is_visible(new) => {
                    let required = self.made_by_callers && new.presence == Presence::Required;
                    let (kind, must) = match required {
                        true => (ChangeKind::FieldAddedRequired, ", and callers must give it"),
                        false => (ChangeKind::FieldAdded, ""),
                    };
                    let message = format!("{} `{}` is new{must}", self.field_noun, new.wire);
                    changes.push(self.change(kind, &new.origin, message));
                }
                _ => {}
            }
        }
    }

    /// Compares two fields with the same name on the wire.
    fn diff_field(&self, old: &Field, new: &Field, changes: &mut Vec<Change>) {
        let field = format!("{} `{}`", self.field_noun, new.wire);
        let mut push = |kind, message: String| changes.push(self.change(kind, &new.origin, message));
        match (is_visible(old), is_visible(new)) {
            (true, false) => {
                return push(ChangeKind::FieldRemoved, format!("{field} is sent by the client itself now"));
            }
            (false, true) if self.made_by_callers && new.presence == Presence::Required => {
                return push(ChangeKind::FieldAddedRequired, format!("{field} must be given by callers now"));
            }
            (false, true) => {
                return push(ChangeKind::FieldAdded, format!("{field} can be given by callers now"));
            }
            (false, false) => return,
            (true, true) => {}
        }
        if old.name != new.name {
            push(
                ChangeKind::FieldRenamed,
                format!("{field} was `{}` in Rust and is `{}`", old.name, new.name),
            );
        }
        let (before, after) = (render_type(&old.ty, self.old), render_type(&new.ty, self.new));
        if before != after {
            push(ChangeKind::FieldType, format!("{field} was `{before}` and is `{after}`"));
        }
        match (&old.presence, &new.presence) {
            (Presence::Optional, Presence::Required) => {
                push(ChangeKind::FieldRequired, format!("{field} could be absent and must be there now"));
            }
            (Presence::Required, Presence::Optional) => {
                push(ChangeKind::FieldOptional, format!("{field} was always there and can be absent now"));
            }
            _ => {}
        }
        if old.default != new.default {
            let spell = |field: &Field| field.default.as_ref().map_or("nothing".to_owned(), spell_literal);
            let message = format!("{field}: the default was {} and is {}", spell(old), spell(new));
            push(ChangeKind::FieldDefault, message);
        }
        if self.made_by_callers {
            for (kind, message) in diff_bounds(&old.constraints, &new.constraints) {
                push(kind, format!("{field}: {message}"));
            }
        }
    }
}

/// Whether callers see the field: the client sends constants by itself.
pub(super) fn is_visible(field: &Field) -> bool {
    !matches!(field.presence, Presence::Constant(_))
}

/// What became narrower or wider in the bounds of a field, each with its message.
fn diff_bounds(old: &Constraints, new: &Constraints) -> Vec<(ChangeKind, String)> {
    let as_float = |bound: Option<u32>| bound.map(f64::from);
    let mut found = Vec::new();
    // A lower bound gets narrower as it grows, an upper one as it shrinks; `sign` is 1 for lower and -1 for upper ones.
    let mut compare = |key: &str, sign: f64, old: Option<f64>, new: Option<f64>| {
        let signed = |bound: Option<f64>| bound.map_or(f64::NEG_INFINITY, |bound| bound * sign);
        let spell = |bound: Option<f64>| bound.map_or("none".to_owned(), |bound| bound.to_string());
        let kind = match signed(new).partial_cmp(&signed(old)) {
            Some(std::cmp::Ordering::Greater) => ChangeKind::BoundNarrowed,
            Some(std::cmp::Ordering::Less) => ChangeKind::BoundWidened,
            _ => return,
        };
        found.push((kind, format!("`{key}` was {} and is {}", spell(old), spell(new))));
    };
    compare("min", 1.0, old.min, new.min);
    compare("max", -1.0, old.max, new.max);
    compare("min_items", 1.0, as_float(old.min_items), as_float(new.min_items));
    compare("max_items", -1.0, as_float(old.max_items), as_float(new.max_items));
    compare("min_length", 1.0, as_float(old.min_length), as_float(new.min_length));
    compare("max_length", -1.0, as_float(old.max_length), as_float(new.max_length));
    for (having, lacking, kind, verb) in [
        (new, old, ChangeKind::BoundNarrowed, "barred now"),
        (old, new, ChangeKind::BoundWidened, "barred no more"),
    ] {
        for name in having.without.iter().filter(|name| !lacking.without.contains(name)) {
            found.push((kind, format!("`{name}` within it is {verb}")));
        }
    }
    let loses_values = |from: &Constraints, to: &Constraints| {
        !to.one_of.is_empty()
            && (from.one_of.is_empty() || from.one_of.iter().any(|value| !to.one_of.contains(value)))
    };
    let allowed = |bounds: &Constraints| {
        let values: Vec<_> = bounds.one_of.iter().map(spell_literal).collect();
        if values.is_empty() { "anything".to_owned() } else { values.join(", ") }
    };
    let message = || format!("`one_of` was {} and is {}", allowed(old), allowed(new));
    if loses_values(old, new) {
        found.push((ChangeKind::BoundNarrowed, message()));
    } else if loses_values(new, old) {
        found.push((ChangeKind::BoundWidened, message()));
    }
    found
}
