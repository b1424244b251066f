//! The mappings that the dialect declares, as schemas.

use super::shape::{
    any_keys, described, entries, exactly_one, having, integer, list, not, object, one_of, pattern,
    reference, text, typed, with,
};
use crate::dialect::{Companions, Entries, Item, Key, Mapping, Need, Value};
use crate::untyped::Untyped;

/// The definitions of a mapping, by their names, and of its kinds.
pub(super) fn definitions(mapping: &Mapping) -> Vec<(&'static str, Untyped)> {
    if mapping.kinds.is_empty() {
        return vec![(mapping.name, schema(mapping))];
    }
    let kinds = exactly_one(mapping.kinds.iter().map(|kind| reference(kind.name)).collect());
    let mut all = vec![(mapping.name, described(mapping.doc, kinds))];
    all.extend(mapping.kinds.iter().map(|kind| (kind.name, schema(kind))));
    all
}

fn schema(mapping: &Mapping) -> Untyped {
    let keys: Vec<_> = mapping.keys.iter().map(|key| (key.name, value(&explain(key), key.value))).collect();
    let needed = mapping.keys.iter().filter(|key| key.need == Need::Always).map(|key| key.name);
    let schema = object(mapping.doc, &keys, &needed.collect::<Vec<_>>());
    companions(mapping.companions).into_iter().fold(schema, |schema, (word, rule)| with(schema, word, rule))
}

/// What editors say of a key.
fn explain(key: &Key) -> String {
    match key.need {
        Need::Always | Need::LeftOut("") => key.doc.to_owned(),
        Need::LeftOut(then) => format!("{} When left out: {then}.", key.doc),
    }
}

/// A value and what it means; without words of its own, those of its definition hold.
fn value(doc: &str, value: Value) -> Untyped {
    match value {
        Value::Text => text(doc),
        Value::Pattern(regex) => pattern(doc, regex),
        Value::Words(words) => one_of(doc, words),
        Value::Bool => described(doc, typed("boolean")),
        Value::Int => described(doc, typed("integer")),
        Value::IntWithin(least, most) => integer(doc, least, most),
        Value::Number => described(doc, typed("number")),
        Value::Notation(name) => described(doc, reference(name)),
        Value::Mapping(mapping) => described(doc, reference(mapping.name)),
        Value::List(inner, least) => {
            let schema = list(doc, item(inner));
            if least == 0 { schema } else { with(schema, "minItems", count(least)) }
        }
        Value::Entries(inner) => free_names(doc, inner),
        Value::Either(several) => described(doc, exactly_one(several.iter().map(item).collect())),
    }
}

fn item(item: &Item) -> Untyped {
    value(item.doc, item.value)
}

fn free_names(doc: &str, inner: &Entries) -> Untyped {
    let mut schema = match inner.names {
        Some(names) => entries(doc, names, item(&inner.entry)),
        None => any_keys(doc, item(&inner.entry)),
    };
    if inner.least > 0 {
        schema = with(schema, "minProperties", count(inner.least));
    }
    if let Some(most) = inner.most {
        schema = with(schema, "maxProperties", count(most));
    }
    schema
}

fn count(number: usize) -> Untyped {
    Untyped::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The keywords that say which keys go together.
fn companions(companions: &[Companions]) -> Vec<(&'static str, Untyped)> {
    let mut keywords = Vec::new();
    let mut conditions = Vec::new();
    let mut needs = Vec::new();
    let mut excluded = Vec::new();
    let each = |keys: &[&str]| Untyped::List(keys.iter().map(|key| having(&[key])).collect());
    for rule in companions {
        match *rule {
            Companions::ExactlyOne(keys) => keywords.push(("oneOf", each(keys))),
            Companions::AtLeastOne(keys) => keywords.push(("anyOf", each(keys))),
            Companions::NotBoth(one, other) => excluded.push(having(&[one, other])),
            Companions::Needs(key, other) => needs.push((key, Untyped::list_of([other]))),
            Companions::WordNeeds(key, word, others) => {
                let any = Untyped::object([("anyOf", each(others))]);
                conditions.push(if_word(key, word, any));
            }
            Companions::WordForbids(key, word, other) => {
                conditions.push(if_word(key, word, not(having(&[other]))));
            }
        }
    }
    match excluded.len() {
        0 => {}
        1 => keywords.extend(excluded.pop().map(|pair| ("not", pair))),
        _ => keywords.push(("not", Untyped::object([("anyOf", Untyped::List(excluded))]))),
    }
    if !conditions.is_empty() {
        keywords.push(("allOf", Untyped::List(conditions)));
    }
    if !needs.is_empty() {
        keywords.push(("dependentRequired", Untyped::object(needs)));
    }
    keywords
}

/// A condition on what has a word at a key.
fn if_word(key: &str, word: &str, then: Untyped) -> Untyped {
    let properties = Untyped::object([(key, Untyped::object([("const", Untyped::from(word))]))]);
    let given = with(having(&[key]), "properties", properties);
    Untyped::object([("if", given), ("then", then)])
}
