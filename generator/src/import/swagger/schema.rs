//! Schemas: the same in both versions but for a few words.

use super::converter::{Converter, PartKind};
use super::media::Media;
use crate::untyped::Untyped;

impl<'d> Converter<'d> {
    /// A schema in the words of OpenAPI 3. What is one already stays the same.
    pub(super) fn schema(&mut self, schema: &'d Untyped) -> Untyped {
        if !matches!(schema, Untyped::Map(_)) {
            return schema.clone();
        }
        self.refer(schema, PartKind::Schema, &Media::unsaid());
        let members = schema.peek_entries().iter();
        Untyped::from_members(
            members.flat_map(|(key, value)| self.schema_member(schema, key, value)).collect(),
        )
    }

    /// A member of a schema.
    pub(super) fn schema_member(
        &mut self,
        schema: &'d Untyped,
        key: &str,
        value: &'d Untyped,
    ) -> Vec<(String, Untyped)> {
        let value = match (key, value) {
            ("properties" | "patternProperties" | "definitions", Untyped::Map(_)) => {
                let members = value.peek_entries().iter();
                Untyped::from_members(
                    members.map(|(name, schema)| (name.to_string(), self.schema(schema))).collect(),
                )
            }
            ("items" | "additionalProperties" | "not", Untyped::Map(_)) => self.schema(value),
            ("items" | "allOf" | "anyOf" | "oneOf", Untyped::List(items)) => {
                Untyped::List(items.iter().map(|item| self.schema(item)).collect())
            }
            ("discriminator", Untyped::Str(name)) => {
                Untyped::object([("propertyName", Untyped::from(name.as_str()))])
            }
            ("x-nullable", Untyped::Bool(_)) if schema.peek("nullable").is_none() => {
                return vec![("nullable".to_owned(), value.clone())];
            }
            ("type", Untyped::Str(word)) if word == "file" => {
                return [("type", "string"), ("format", "binary")]
                    .map(|(key, word)| (key.to_owned(), word.into()))
                    .into();
            }
            _ => value.clone(),
        };
        vec![(key.to_owned(), value)]
    }
}
