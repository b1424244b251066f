//! What a schema says of values: their kinds, and the members of objects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::DocumentValue;

/// A schema and all that its `allOf` is made of.
fn merged<'d>(document: &'d Value, schema: &DocumentValue<'d>) -> Vec<DocumentValue<'d>> {
    let (mut found, mut open, mut seen) = (Vec::new(), vec![schema.clone()], BTreeSet::new());
    while let Some(part) = open.pop() {
        let part = part.resolved(document);
        // An envelope is what the exported document puts around data, and no part of it.
        if part.pointer().ends_with("Envelope") && part.pointer().starts_with("#/components/schemas/") {
            continue;
        }
        if seen.insert(part.pointer().to_owned()) {
            open.extend(
                part.get(document, "allOf")
                    .map(|all| all.each(document))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(_, part)| part),
            );
            if let Some(target) = part.text("$ref").filter(|_| part.value.get("properties").is_some()) {
                let target = document.pointer(target.trim_start_matches('#'));
                open.extend(target.map(|value| DocumentValue {
                    value,
                    pointers: [&part.pointers[..], &["?".to_owned()]].concat(),
                    nullable: false,
                }));
            }
            found.push(part);
        }
    }
    found
}

/// The same, and with what is the only choice beside `null`, which is that schema.
pub(crate) fn parts<'d>(document: &'d Value, schema: &DocumentValue<'d>) -> Vec<DocumentValue<'d>> {
    let mut found = merged(document, schema);
    // So is what a text holds as JSON.
    let held = found.iter().find_map(|part| part.get(document, "contentSchema"));
    found.extend(held.iter().flat_map(|held| merged(document, held)));
    let mut next = 0;
    while let Some(part) = found.get(next).cloned().filter(|_| found.len() < 1_000) {
        next += 1;
        for list in ["oneOf", "anyOf"].iter().filter_map(|key| part.get(document, key)) {
            let others = not_null(document, &list);
            if let [only] = &others[..] {
                found.extend(merged(document, only));
            }
        }
    }
    found
}

/// The kinds of JSON values that a schema allows; `any` alone where it says nothing of them.
pub(crate) fn kinds(document: &Value, schema: &DocumentValue<'_>) -> BTreeSet<String> {
    kinds_within(document, schema, &mut BTreeSet::new())
}

fn kinds_within<'d>(
    document: &'d Value,
    schema: &DocumentValue<'d>,
    above: &mut BTreeSet<String>,
) -> BTreeSet<String> {
    let any = BTreeSet::from(["any".to_owned()]);
    if !above.insert(schema.pointer().to_owned()) {
        return any;
    }
    let mut allowed = any.clone();
    let mut nullable = false;
    for part in merged(document, schema) {
        // A text that holds JSON stands for what it holds: so are objects written in forms.
        if let Some(inner) = part.get(document, "contentSchema") {
            allowed = both(&allowed, kinds_within(document, &inner, above));
            continue;
        }
        let own = own_kinds(part.value);
        nullable |= part.nullable || part.says("nullable");
        for list in ["oneOf", "anyOf"].iter().filter_map(|key| part.get(document, key)) {
            let of_all = list.each(document).into_iter().map(|(_, one)| kinds_within(document, &one, above));
            let united: BTreeSet<String> = of_all.flatten().collect();
            allowed = both(&allowed, if united.contains("any") { any.clone() } else { united });
        }
        allowed = both(&allowed, own);
    }
    above.remove(schema.pointer());
    if nullable {
        allowed.insert("null".to_owned());
    }
    if allowed.contains("any") { any } else { allowed }
}

fn both(a: &BTreeSet<String>, b: BTreeSet<String>) -> BTreeSet<String> {
    if a.contains("any") {
        return b;
    }
    if b.contains("any") {
        return a.clone();
    }
    let common: BTreeSet<String> = a.intersection(&b).cloned().collect();
    // Contradictions, and whole numbers beside numbers: the last word counts.
    if common.is_empty() { b } else { common }
}

/// What a schema itself says, without its parts.
fn own_kinds(schema: &Value) -> BTreeSet<String> {
    let kind = |value: &Value| match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if let Some(values) = schema.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty()) {
        return values.iter().map(|value| kind(value).to_owned()).collect();
    }
    if let Some(value) = schema.get("const") {
        return BTreeSet::from([kind(value).to_owned()]);
    }
    match schema.get("type") {
        Some(Value::String(word)) => return BTreeSet::from([word.clone()]),
        Some(Value::Array(words)) => {
            return words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        }
        _ => {}
    }
    let word = if schema.get("properties").or(schema.get("additionalProperties")).is_some() {
        "object"
    } else if schema.get("items").is_some() {
        "array"
    } else if schema.get("contentMediaType").is_some() {
        "string"
    } else {
        "any"
    };
    BTreeSet::from([word.to_owned()])
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member<'d> {
    pub(crate) required: bool,
    pub(crate) schema: DocumentValue<'d>,
    /// Whether only responses have it.
    pub(crate) read_only: bool,
    /// Whether only requests have it.
    pub(crate) write_only: bool,
}

/// The members of an object by their names. Where it is one of several, those of all of them, none of which is required.
pub(crate) fn members<'d>(document: &'d Value, schema: &DocumentValue<'d>) -> BTreeMap<String, Member<'d>> {
    let mut found = BTreeMap::new();
    let mut required = BTreeSet::new();
    for part in parts(document, schema) {
        for (name, schema) in
            part.get(document, "properties").map(|all| all.each(document)).unwrap_or_default()
        {
            let is = |word| parts(document, &schema).iter().any(|part| part.says(word));
            let (read_only, write_only) = (is("readOnly"), is("writeOnly"));
            // Of two descriptions, the one of the schema itself counts, which comes first.
            found.entry(name).or_insert(Member { required: false, schema, read_only, write_only });
        }
        let words = part.value.get("required").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        required.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    for (name, member) in &mut found {
        member.required = required.contains(name);
    }
    found
}

/// The schemas inside of a list or map: of its items, or of its free members.
pub(crate) fn inner<'d>(
    document: &'d Value,
    schema: &DocumentValue<'d>,
    key: &str,
) -> Option<DocumentValue<'d>> {
    parts(document, schema)
        .iter()
        .find_map(|part| part.get(document, key).filter(|inner| inner.value.is_object()))
}

/// The values that it names, if it names some.
pub(crate) fn values(document: &Value, schema: &DocumentValue<'_>) -> BTreeSet<String> {
    let all = parts(document, schema);
    // An enum that may get further values is exported in words of its own.
    let list = |key: &str| all.iter().find_map(|part| part.value.get(key).and_then(Value::as_array));
    let listed = list("enum").or_else(|| list("x-extensible-enum")).cloned();
    let constant = all.iter().find_map(|part| part.value.get("const")).cloned();
    let values = listed.unwrap_or_default().into_iter().chain(constant);
    values.filter(|value| !value.is_null()).map(|value| value.to_string()).collect()
}

/// Whether it is one of several, `null` aside.
pub(crate) fn has_variants(document: &Value, schema: &DocumentValue<'_>) -> bool {
    parts(document, schema).iter().any(|part| {
        let lists = ["oneOf", "anyOf"].iter().filter_map(|key| part.get(document, key));
        lists.map(|list| not_null(document, &list).len()).any(|count| count > 1)
    })
}

/// The alternatives that are not `null` alone.
fn not_null<'d>(document: &'d Value, list: &DocumentValue<'d>) -> Vec<DocumentValue<'d>> {
    let null = BTreeSet::from(["null".to_owned()]);
    list.each(document).into_iter().map(|(_, one)| one).filter(|one| own_kinds(one.value) != null).collect()
}
