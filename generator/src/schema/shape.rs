//! The few forms that schemas are made of here. `doc` is a description that editors show.

use crate::untyped::Untyped;

/// A reference to a definition.
pub(super) fn reference(name: &str) -> Untyped {
    Untyped::object([("$ref", Untyped::from(format!("#/$defs/{name}")))])
}

/// A schema with a description before it, if there is one.
pub(super) fn described(doc: &str, schema: Untyped) -> Untyped {
    if doc.is_empty() {
        return schema;
    }
    with_first("description", Untyped::from(doc), schema)
}

/// A schema with one more keyword before it.
fn with_first(key: &str, value: Untyped, schema: Untyped) -> Untyped {
    let Untyped::Map(mut members) = schema else { return schema };
    members.entries_mut().insert(0, (key.into(), value));
    Untyped::Map(members)
}

/// A schema with one more keyword.
pub(super) fn with(schema: Untyped, key: &str, value: Untyped) -> Untyped {
    let Untyped::Map(mut members) = schema else { return schema };
    members.entries_mut().push((key.into(), value));
    Untyped::Map(members)
}

/// A schema of a type.
pub(super) fn typed(name: &str) -> Untyped {
    Untyped::object([("type", Untyped::from(name))])
}

/// A string that is not blank.
pub(super) fn text(doc: &str) -> Untyped {
    pattern(doc, "\\S")
}

/// A string that matches a regular expression.
pub(super) fn pattern(doc: &str, regex: &str) -> Untyped {
    described(doc, with(typed("string"), "pattern", Untyped::from(regex)))
}

/// One of these strings.
pub(super) fn one_of(doc: &str, words: &[&str]) -> Untyped {
    described(doc, Untyped::object([("enum", Untyped::list_of(words.iter().copied()))]))
}

/// A whole number within bounds.
pub(super) fn integer(doc: &str, min: i64, max: i64) -> Untyped {
    let bounded = with(with(typed("integer"), "minimum", Untyped::Int(min)), "maximum", Untyped::Int(max));
    described(doc, bounded)
}

/// A list.
pub(super) fn list(doc: &str, items: Untyped) -> Untyped {
    described(doc, with(typed("array"), "items", items))
}

/// A mapping with known keys, of which some are required.
pub(super) fn object(doc: &str, keys: &[(&str, Untyped)], required: &[&str]) -> Untyped {
    let properties = Untyped::object(keys.iter().map(|(key, schema)| (*key, schema.clone())));
    let mut schema = described(doc, with(typed("object"), "properties", properties));
    if !required.is_empty() {
        schema = with(schema, "required", Untyped::list_of(required.iter().copied()));
    }
    with(schema, "additionalProperties", Untyped::Bool(false))
}

/// A mapping whose keys are free names that match a regular expression.
pub(super) fn entries(doc: &str, key_regex: &str, value: Untyped) -> Untyped {
    let known = Untyped::object([(key_regex, value)]);
    let schema = with(typed("object"), "patternProperties", known);
    described(doc, with(schema, "additionalProperties", Untyped::Bool(false)))
}

/// A mapping with any keys.
pub(super) fn any_keys(doc: &str, value: Untyped) -> Untyped {
    described(doc, with(typed("object"), "additionalProperties", value))
}

/// A schema for what has all of these keys.
pub(super) fn having(keys: &[&str]) -> Untyped {
    Untyped::object([("required", Untyped::list_of(keys.iter().copied()))])
}

/// A schema for what does not fit another.
pub(super) fn not(schema: Untyped) -> Untyped {
    Untyped::object([("not", schema)])
}

/// A schema for what fits exactly one.
pub(super) fn exactly_one(schemas: Vec<Untyped>) -> Untyped {
    Untyped::object([("oneOf", Untyped::List(schemas))])
}

/// A schema that refuses keys with a question mark at their end, by which the dialect marks what is optional.
pub(super) fn never_optional(schema: Untyped) -> Untyped {
    with(schema, "propertyNames", not(Untyped::object([("pattern", Untyped::from("\\?$"))])))
}
