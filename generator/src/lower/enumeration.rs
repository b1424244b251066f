//! Values of enums.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::literal::{lower_literal, spell};
use super::name::{Case, Namespace, lower_name};
use super::reserved;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{EnumRepr, EnumValue, Literal, SourceLocation};
use crate::parse::{Spanned, Text, ValueSpec};

/// Lowers the values of an enum.
pub(super) fn lower_values(
    repr: EnumRepr,
    specs: &Spanned<Vec<ValueSpec>>,
    diagnostics: &mut Diagnostics,
) -> Vec<EnumValue> {
    if specs.value.is_empty() {
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &specs.origin, "the enum has no values"));
    }
    let mut names = Namespace::new("value", Case::Pascal, reserved::VARIANTS);
    let mut values = Vec::new();
    let mut first_places = FirstPlaces::new();
    for spec in &specs.value {
        let value = lower_literal(&spec.value.value);
        check_kind(repr, &value, spec, diagnostics);
        if is_repeated(&value, &spec.value.origin, &mut first_places, diagnostics) {
            continue;
        }
        check_also(repr, spec, &mut first_places, diagnostics);
        values.push(lower_value(value, spec, &mut names, diagnostics));
    }
    values
}

fn lower_value(
    value: Literal,
    spec: &ValueSpec,
    names: &mut Namespace,
    diagnostics: &mut Diagnostics,
) -> EnumValue {
    let rendered = Text { value: spell(&value), origin: spec.value.origin.clone() };
    let text = spec.name.as_ref().unwrap_or(&rendered);
    let help = match spec.name {
        Some(_) => "choose another `name`; the value on the wire stays",
        None => "add `name: another_name` to the value",
    };
    let name = lower_name(text, "an enum value", help, diagnostics);
    names.claim(&name, text, help, diagnostics);
    if spec.doc.is_none() {
        let message = format!("the value `{}` has no `doc`", rendered.value);
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.value.origin, message));
    }
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", rendered.value).into(), |doc| doc.value.clone());
    let also: Vec<_> = spec.also.iter().map(|other| lower_literal(&other.value)).collect();
    EnumValue { name, value, also, docs }
}

/// Checks that a value is of the kind that the enum's values are.
fn check_kind(repr: EnumRepr, value: &Literal, spec: &ValueSpec, diagnostics: &mut Diagnostics) {
    let (fits, kind) = match repr {
        EnumRepr::Str => (matches!(value, Literal::Str(_)), "string"),
        EnumRepr::Int => (matches!(value, Literal::Int(_)), "i64"),
    };
    if !fits {
        let message = format!("{} is no value of an enum over `{kind}`", spec.value.value);
        let help = match repr {
            EnumRepr::Str => format!("write `\"{}\"`, or `enum: i64`", spell(value)),
            EnumRepr::Int => "write a whole number, or `enum: string`".to_owned(),
        };
        diagnostics.push(Diagnostic::new(Code::ValueMisfit, &spec.value.origin, message).help(help));
    }
}

/// Where the values so far stand, and their other spellings: whether it is a text, and how it is spelled.
type FirstPlaces<'s> = HashMap<(bool, String), &'s SourceLocation>;

/// Whether a value stood somewhere before, which is a mistake.
fn is_repeated<'s>(
    value: &Literal,
    origin: &'s SourceLocation,
    first_places: &mut FirstPlaces<'s>,
    diagnostics: &mut Diagnostics,
) -> bool {
    match first_places.entry((matches!(value, Literal::Str(_)), spell(value))) {
        Entry::Occupied(first) => {
            let message = format!("the enum has the value `{}` twice", spell(value));
            let finding = Diagnostic::new(Code::NameTaken, origin, message);
            diagnostics.push(finding.note_at(first.get(), "it stands here first"));
            true
        }
        Entry::Vacant(free) => {
            free.insert(origin);
            false
        }
    }
}

/// Checks the other spellings of a value: each of them means one value only.
fn check_also<'s>(
    repr: EnumRepr,
    spec: &'s ValueSpec,
    first_places: &mut FirstPlaces<'s>,
    diagnostics: &mut Diagnostics,
) {
    for other in &spec.also {
        let literal = lower_literal(&other.value);
        let fits = match repr {
            EnumRepr::Str => matches!(literal, Literal::Str(_)),
            EnumRepr::Int => matches!(literal, Literal::Int(_)),
        };
        if !fits {
            let message = format!("{} is of another kind than the enum's values", other.value);
            diagnostics.push(Diagnostic::new(Code::ValueMisfit, &other.origin, message));
        }
        is_repeated(&literal, &other.origin, first_places, diagnostics);
    }
}
