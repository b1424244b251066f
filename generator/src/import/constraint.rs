//! Bounds and defaults. A key that cannot be said is not read, so that it becomes a note.

use super::importer::Importer;
use super::types::{Field, JsonKind, TypeUse, literal};
use crate::untyped::Untyped;

/// Whole numbers below this are exact as floating point numbers.
const EXACT: f64 = 1e15;
/// A bound of a length is below this: the dialect has 32 bits for it.
const LENGTHS: f64 = 4e9;

impl<'d> Importer<'d> {
    /// Makes a required member of a request that can have one value alone a constant, which callers do not see.
    pub(super) fn make_constant(&self, schema: &'d Untyped, field: &mut Field) {
        let Some(value) = self.flatten(schema).peek("const").filter(|_| !field.optional) else { return };
        let (ty, kind) = match value {
            Untyped::Str(_) => ("string", JsonKind::Text),
            Untyped::Int(_) => ("i64", JsonKind::Number),
            Untyped::Bool(_) => ("bool", JsonKind::Bool),
            _ => return,
        };
        if let Some(value) = literal(value) {
            field.ty = TypeUse::scalar(ty, kind);
            field.attributes = vec![format!("constant: {value}")];
        }
    }

    /// Bounds and default of a member or parameter as the spec writes them, as far as they fit its type.
    pub(super) fn constraints_and_default(&self, schema: &'d Untyped, field: &Field) -> Vec<String> {
        let flat = self.flatten(schema);
        let number = |key: &str| flat.peek(key).and_then(Untyped::as_number).filter(|n| n.abs() < EXACT);
        let spec_text = field.ty.spec_text.as_str();
        let (keys, words) = match spec_text {
            "i64" | "u64" | "f64" => (["minimum", "maximum"], ["min", "max"]),
            "string" => (["minLength", "maxLength"], ["min_length", "max_length"]),
            _ if field.ty.kind == JsonKind::List => (["minItems", "maxItems"], ["min_items", "max_items"]),
            _ => (["", ""], ["", ""]),
        };
        let fits = |n: &f64| match spec_text {
            "f64" => true,
            "i64" => n.fract() == 0.0,
            "u64" => n.fract() == 0.0 && *n >= 0.0,
            _ => n.fract() == 0.0 && *n >= 0.0 && *n < LENGTHS,
        };
        // A list or text that may be empty has no lower bound.
        let is_bound = |n: &f64| fits(n) && !(keys[0] != "minimum" && *n == 0.0);
        let [mut low, mut high] = keys.map(|key| number(key).filter(&fits));
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            (low, high) = (None, None);
        }
        let mut attributes = Vec::new();
        for ((bound, key), word) in [low, high].into_iter().zip(keys).zip(words) {
            let Some(bound) = bound else { continue };
            flat.count_key_as_read(key);
            if word.starts_with("max") || is_bound(&bound) {
                attributes.push(format!("{word}: {bound}"));
            }
        }
        let within = |n: f64| low.is_none_or(|low| n >= low) && high.is_none_or(|high| n <= high);
        let default_fits = |value: &&Untyped| match (value, spec_text) {
            (Untyped::Str(text), "string") => within(text.chars().count() as u64 as f64),
            (Untyped::Bool(_), "bool") => true,
            (Untyped::Int(_), "i64" | "u64") | (Untyped::Int(_) | Untyped::Float(_), "f64") => {
                value.as_number().is_some_and(|n| within(n) && n.abs() < EXACT)
            }
            (value, _) => field.ty.is_named_type && field.ty.is_scalar && self.names_value(&flat, value),
        };
        if field.optional
            && let Some(default) = flat.peek("default").filter(default_fits).and_then(literal)
        {
            flat.count_key_as_read("default");
            attributes.push(format!("default: {default}"));
        }
        attributes.extend(self.example_of(schema, field));
        attributes
    }
}
