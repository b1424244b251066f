//! JSON Schema, as much of it as the export writes.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use super::translation::Translations;
use crate::ir::{Constraints, Example, Literal};

/// A schema; members that are not set are not written, so the default schema allows everything.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) constant: Option<Value>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) values: Vec<Value>,
    /// The known values where others may come.
    #[serde(rename = "x-extensible-enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) known_values: Vec<Value>,
    #[serde(rename = "x-enum-varnames", skip_serializing_if = "Vec::is_empty")]
    pub(super) value_names: Vec<String>,
    #[serde(rename = "x-enum-descriptions", skip_serializing_if = "Vec::is_empty")]
    pub(super) value_docs: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) default: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) examples: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_items: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_media_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_schema: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) properties: IndexMap<String, Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) property_names: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) one_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<Box<Schema>>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) then: Option<Box<Schema>>,
    /// Bounds that one weak source alone tells of, in the same words.
    #[serde(rename = "x-weak-evidence", skip_serializing_if = "Option::is_none")]
    pub(super) weak: Option<Box<Schema>>,
}

impl Schema {
    /// Values of one JSON kind.
    pub(super) fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// Values of one JSON kind in a closer format.
    pub(super) fn formatted(kind: &'static str, format: &'static str) -> Self {
        Self { format: Some(format), ..Self::of(kind) }
    }

    /// What stands among the components under this name.
    pub(super) fn named(name: &str) -> Self {
        Self { reference: Some(format!("#/components/schemas/{name}")), ..Self::default() }
    }

    /// An object that has at least the members of these names.
    pub(super) fn having(names: impl IntoIterator<Item = String>) -> Self {
        Self { required: names.into_iter().collect(), ..Self::default() }
    }

    /// The same with a description.
    pub(super) fn described(self, text: &str) -> Self {
        Self { description: Some(text.to_owned()), ..self }
    }

    /// The same with a field's bounds.
    pub(super) fn bounded(mut self, bounds: &Constraints) -> Self {
        // `without` cannot be said here: a schema has no words for members at any depth.
        let Constraints { min, max, min_items, max_items, min_length, max_length, one_of, without: _ } =
            bounds;
        self.minimum = min.map(number);
        self.maximum = max.map(number);
        self.min_items = *min_items;
        self.max_items = *max_items;
        self.min_length = min_length.or(self.min_length);
        self.max_length = max_length.or(self.max_length);
        if !one_of.is_empty() {
            // On a list, the choice is that of each item.
            let choice = match &mut self.items {
                Some(item) => item,
                None => &mut self,
            };
            choice.values = one_of.iter().map(literal).collect();
        }
        self
    }
}

/// A number, without a fraction where it has none.
pub(super) fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and checked to be small enough to be exact")]
    if value.fract() == 0.0 && value.abs() < 9e15 { Value::from(value as i64) } else { Value::from(value) }
}

/// An example of the spec.
pub(super) fn example(value: &Example) -> Value {
    match value {
        Example::Null => Value::Null,
        Example::Literal(value) => literal(value),
        Example::List(items) => items.iter().map(example).collect(),
        Example::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), example(value))).collect())
        }
    }
}

/// A constant of the spec.
pub(super) fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Bool(value) => Value::from(*value),
        Literal::Int(value) => Value::from(*value),
        Literal::Float(value) => number(*value),
        Literal::Str(value) => Value::from(value.as_str()),
    }
}
