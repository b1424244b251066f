//! Fields: the parameters of endpoints and the members of types.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::{render_type, spell_literal};
use crate::ir::{Api, Constraints, Field, Presence, SourceLocation};

/// What fields belong to.
pub(super) struct Owner<'a> {
    /// Such as ``endpoint `item.create` ``.
    pub(super) subject: String,
    /// What a field is called there: `parameter` or `member`.
    pub(super) what: &'static str,
    /// Whether callers make such values, so that new requirements reach them.
    pub(super) sent: bool,
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
}

impl Owner<'_> {
    pub(super) fn change(&self, kind: ChangeKind, origin: &SourceLocation, message: String) -> Change {
        Change { kind, subject: self.subject.clone(), message, origin: Some(origin.clone()) }
    }

    /// Compares two lists of fields by their names on the wire.
    pub(super) fn diff_fields(&self, old: &[&Field], new: &[&Field], out: &mut Vec<Change>) {
        for (old, new) in pair(old, new, |field| field.wire.clone()) {
            match (old, new) {
                (Some(old), Some(new)) => self.diff_field(old, new, out),
                (Some(old), None) if is_visible(old) => {
                    let message = format!("{} `{}` is gone", self.what, old.wire);
                    out.push(self.change(ChangeKind::FieldRemoved, &old.origin, message));
                }
                (None, Some(new)) if is_visible(new) => {
                    let required = self.sent && new.presence == Presence::Required;
                    let (kind, must) = match required {
                        true => (ChangeKind::FieldAddedRequired, ", and callers must give it"),
                        false => (ChangeKind::FieldAdded, ""),
                    };
                    let message = format!("{} `{}` is new{must}", self.what, new.wire);
                    out.push(self.change(kind, &new.origin, message));
                }
                _ => {}
            }
        }
    }

    fn diff_field(&self, old: &Field, new: &Field, out: &mut Vec<Change>) {
        let what = format!("{} `{}`", self.what, new.wire);
        let mut push = |kind, message: String| out.push(self.change(kind, &new.origin, message));
        match (is_visible(old), is_visible(new)) {
            (true, false) => {
                return push(ChangeKind::FieldRemoved, format!("{what} is sent by the client itself now"));
            }
            (false, true) if self.sent && new.presence == Presence::Required => {
                return push(ChangeKind::FieldAddedRequired, format!("{what} must be given by callers now"));
            }
            (false, true) => {
                return push(ChangeKind::FieldAdded, format!("{what} can be given by callers now"));
            }
            (false, false) => return,
            (true, true) => {}
        }
        if old.name != new.name {
            push(
                ChangeKind::FieldRenamed,
                format!("{what} was `{}` in Rust and is `{}`", old.name, new.name),
            );
        }
        let (before, after) = (render_type(&old.ty, self.old), render_type(&new.ty, self.new));
        if before != after {
            push(ChangeKind::FieldType, format!("{what} was `{before}` and is `{after}`"));
        }
        match (&old.presence, &new.presence) {
            (Presence::Optional, Presence::Required) => {
                push(ChangeKind::FieldRequired, format!("{what} could be absent and must be there now"));
            }
            (Presence::Required, Presence::Optional) => {
                push(ChangeKind::FieldOptional, format!("{what} was always there and can be absent now"));
            }
            _ => {}
        }
        if old.default != new.default {
            let spell = |field: &Field| field.default.as_ref().map_or("nothing".to_owned(), spell_literal);
            let message = format!("{what}: the default was {} and is {}", spell(old), spell(new));
            push(ChangeKind::FieldDefault, message);
        }
        if self.sent {
            for (kind, message) in diff_bounds(&old.constraints, &new.constraints) {
                push(kind, format!("{what}: {message}"));
            }
        }
    }
}

/// Whether callers see the field.
pub(super) fn is_visible(field: &Field) -> bool {
    !matches!(field.presence, Presence::Constant(_))
}

fn diff_bounds(old: &Constraints, new: &Constraints) -> Vec<(ChangeKind, String)> {
    let counts = |bound: Option<u32>| bound.map(f64::from);
    let mut found = Vec::new();
    // Of a lower bound, more is narrower; of an upper bound, less.
    let mut compare = |key: &str, sign: f64, old: Option<f64>, new: Option<f64>| {
        let open = |bound: Option<f64>| bound.map_or(f64::NEG_INFINITY, |bound| bound * sign);
        let spell = |bound: Option<f64>| bound.map_or("none".to_owned(), |bound| bound.to_string());
        let kind = match open(new).partial_cmp(&open(old)) {
            Some(std::cmp::Ordering::Greater) => ChangeKind::BoundNarrowed,
            Some(std::cmp::Ordering::Less) => ChangeKind::BoundWidened,
            _ => return,
        };
        found.push((kind, format!("`{key}` was {} and is {}", spell(old), spell(new))));
    };
    compare("min", 1.0, old.min, new.min);
    compare("max", -1.0, old.max, new.max);
    compare("min_items", 1.0, counts(old.min_items), counts(new.min_items));
    compare("max_items", -1.0, counts(old.max_items), counts(new.max_items));
    compare("min_length", 1.0, counts(old.min_length), counts(new.min_length));
    compare("max_length", -1.0, counts(old.max_length), counts(new.max_length));
    for (from, to, kind, verb) in [
        (old, new, ChangeKind::BoundNarrowed, "barred now"),
        (new, old, ChangeKind::BoundWidened, "barred no more"),
    ] {
        for name in to.without.iter().filter(|name| !from.without.contains(name)) {
            found.push((kind, format!("`{name}` within it is {verb}")));
        }
    }
    let lost = |from: &Constraints, to: &Constraints| {
        !to.one_of.is_empty()
            && (from.one_of.is_empty() || from.one_of.iter().any(|value| !to.one_of.contains(value)))
    };
    let all = |bounds: &Constraints| {
        let values: Vec<_> = bounds.one_of.iter().map(spell_literal).collect();
        if values.is_empty() { "anything".to_owned() } else { values.join(", ") }
    };
    let message = || format!("`one_of` was {} and is {}", all(old), all(new));
    if lost(old, new) {
        found.push((ChangeKind::BoundNarrowed, message()));
    } else if lost(new, old) {
        found.push((ChangeKind::BoundWidened, message()));
    }
    found
}
