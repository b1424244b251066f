//! The few forms that schemas are made of here. `doc` is a description that editors show.

use crate::json::Json;

/// A reference to a definition.
pub(super) fn reference(name: &str) -> Json {
    Json::object([("$ref", Json::from(format!("#/$defs/{name}")))])
}

/// A schema with a description before it, if there is one.
pub(super) fn described(doc: &str, schema: Json) -> Json {
    if doc.is_empty() {
        return schema;
    }
    with_first("description", Json::from(doc), schema)
}

/// A schema with one more keyword before it.
fn with_first(key: &str, value: Json, schema: Json) -> Json {
    let mut members = vec![(key.to_owned(), value)];
    if let Json::Object(rest) = schema {
        members.extend(rest);
    }
    Json::Object(members)
}

/// A schema with one more keyword behind it.
pub(super) fn with(schema: Json, key: &str, value: Json) -> Json {
    let Json::Object(mut members) = schema else { return schema };
    members.push((key.to_owned(), value));
    Json::Object(members)
}

/// A schema of a type.
pub(super) fn typed(name: &str) -> Json {
    Json::object([("type", Json::from(name))])
}

/// A string that is not blank.
pub(super) fn text(doc: &str) -> Json {
    pattern(doc, "\\S")
}

/// A string that matches a regular expression.
pub(super) fn pattern(doc: &str, regex: &str) -> Json {
    described(doc, with(typed("string"), "pattern", Json::from(regex)))
}

/// One of these strings.
pub(super) fn one_of(doc: &str, words: &[&str]) -> Json {
    described(doc, Json::object([("enum", Json::list(words.iter().copied()))]))
}

/// A whole number within bounds.
pub(super) fn integer(doc: &str, min: i64, max: i64) -> Json {
    let bounded = with(with(typed("integer"), "minimum", Json::Int(min)), "maximum", Json::Int(max));
    described(doc, bounded)
}

/// A list.
pub(super) fn list(doc: &str, items: Json) -> Json {
    described(doc, with(typed("array"), "items", items))
}

/// A mapping with known keys, of which some are required.
pub(super) fn object(doc: &str, keys: &[(&str, Json)], required: &[&str]) -> Json {
    let properties = Json::object(keys.iter().map(|(key, schema)| (*key, schema.clone())));
    let mut schema = described(doc, with(typed("object"), "properties", properties));
    if !required.is_empty() {
        schema = with(schema, "required", Json::list(required.iter().copied()));
    }
    with(schema, "additionalProperties", Json::Bool(false))
}

/// A mapping whose keys are free names that match a regular expression.
pub(super) fn entries(doc: &str, key_regex: &str, value: Json) -> Json {
    let known = Json::object([(key_regex, value)]);
    let schema = with(typed("object"), "patternProperties", known);
    described(doc, with(schema, "additionalProperties", Json::Bool(false)))
}

/// A mapping with any keys.
pub(super) fn any_keys(doc: &str, value: Json) -> Json {
    described(doc, with(typed("object"), "additionalProperties", value))
}

/// A schema for what has all of these keys.
pub(super) fn having(keys: &[&str]) -> Json {
    Json::object([("required", Json::list(keys.iter().copied()))])
}

/// A schema for what does not fit another.
pub(super) fn not(schema: Json) -> Json {
    Json::object([("not", schema)])
}

/// A schema for what fits exactly one.
pub(super) fn exactly_one(schemas: Vec<Json>) -> Json {
    Json::object([("oneOf", Json::List(schemas))])
}

/// A schema that refuses names with a question mark.
pub(super) fn never_optional(schema: Json) -> Json {
    with(schema, "propertyNames", not(Json::object([("pattern", Json::from("\\?$"))])))
}
