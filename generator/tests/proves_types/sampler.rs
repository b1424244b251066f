//! Random values of a schema, made from the schema alone. Not all are valid, such as those of which two of `oneOf` hold: who
//! asks checks them.

use serde_json::{Map, Value, json};

use crate::merge::merge;
use crate::random::Random;
use crate::text::text;

/// So deep inside, only what is needed is made, and deeper nothing.
const SPARSE: usize = 3;
const DEEPEST: usize = 14;

pub(crate) struct Sampler<'d> {
    /// What references are followed in.
    pub(crate) root: &'d Value,
    pub(crate) random: Random,
    /// So many values may still be made: schemas may hold each other many times.
    pub(crate) fuel: usize,
}

impl Sampler<'_> {
    /// A value of a schema; `None` if none was found.
    pub(crate) fn value(&mut self, schema: &Value, depth: usize) -> Option<Value> {
        self.fuel = self.fuel.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let (mut whole, mut choices) = (Map::new(), Vec::new());
        merge(self.root, schema, &mut whole, &mut choices, 0)?;
        let choices: Vec<Map<String, Value>> = choices.into_iter().cloned().collect();
        self.chosen(whole, &choices, depth)
    }

    /// Takes one of each list of alternatives; what is chosen may have further ones.
    fn chosen(
        &mut self,
        whole: Map<String, Value>,
        choices: &[Map<String, Value>],
        depth: usize,
    ) -> Option<Value> {
        let Some((choice, rest)) = choices.split_first() else { return self.plain(&whole, depth) };
        let (key, variants) = ["oneOf", "anyOf"]
            .iter()
            .find_map(|key| Some((*key, choice.get(*key)?.as_array().filter(|list| !list.is_empty())?)))?;
        let mut order = self.random.order(variants.len());
        if depth > SPARSE {
            // What ends soonest is tried first.
            order.sort_by_key(|n| variants[*n].to_string().contains("$ref"));
        }
        for n in order {
            let (mut whole, mut further) = (whole.clone(), Vec::new());
            if merge(self.root, &variants[n], &mut whole, &mut further, 0).is_none() {
                continue;
            }
            let mut further: Vec<Map<String, Value>> = further.into_iter().cloned().collect();
            further.extend(rest.iter().cloned());
            if key == "oneOf"
                && let Some(other) = choice.get("anyOf").filter(|list| *list != &json!([]))
            {
                further.push(Map::from_iter([("anyOf".to_owned(), other.clone())]));
            }
            if let Some(tag) = tag(choice, &variants[n], &whole) {
                merge_tag(&mut whole, tag);
            }
            if let Some(made) = self.chosen(whole, &further, depth) {
                return Some(made);
            }
        }
        None
    }

    /// A value of a schema without references and alternatives.
    fn plain(&mut self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        if let Some(value) = schema.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty())
        {
            return Some(self.random.pick(values).clone());
        }
        let words: Vec<&str> = match schema.get("type") {
            Some(Value::String(word)) => vec![word],
            Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
            _ if ["properties", "additionalProperties", "required"]
                .iter()
                .any(|key| schema.contains_key(*key)) =>
            {
                vec!["object"]
            }
            _ if schema.contains_key("items") => vec!["array"],
            _ if schema.contains_key("pattern") || schema.contains_key("format") => vec!["string"],
            _ => return Some(self.anything(2)),
        };
        for n in self.random.order(words.len()) {
            let made = match words[n] {
                "null" => Some(Value::Null),
                "boolean" => Some(json!(self.random.percent(50))),
                "string" => text(schema, &mut self.random).map(Value::String),
                "integer" => self.integer(schema),
                "number" => self.number(schema),
                "array" => self.list(schema, depth),
                "object" => self.object(schema, depth),
                _ => None,
            };
            if made.is_some() {
                return made;
            }
        }
        None
    }

    /// Any value at all.
    fn anything(&mut self, depth: usize) -> Value {
        match self.random.below(if depth == 0 { 5 } else { 7 }) {
            0 => json!(self.random.percent(50)),
            1 => json!(self.random.below(1000)),
            2 => json!("any text"),
            3 => json!(0.5),
            4 => Value::Null,
            5 => json!([self.anything(depth - 1), null]),
            _ => json!({"any": self.anything(depth - 1), "none": null}),
        }
    }

    fn integer(&mut self, schema: &Map<String, Value>) -> Option<Value> {
        let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
        let is_large = schema.get("format").and_then(Value::as_str) == Some("uint64");
        let bounded = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
            .iter()
            .any(|key| bound(key).is_some());
        if is_large && self.random.percent(30) && bound("maximum").is_none() {
            return Some(json!(u64::MAX - self.random.next() % 100));
        }
        if !bounded
            && !is_large
            && schema.get("format").and_then(Value::as_str) == Some("int64")
            && self.random.percent(20)
        {
            return Some(json!(*self.random.pick(&[i64::MIN, i64::MAX, -1, 1 << 53])));
        }
        let least = bound("minimum").or(bound("exclusiveMinimum").map(|n| n + 1.0));
        let most = bound("maximum").or(bound("exclusiveMaximum").map(|n| n - 1.0));
        let usual = if is_large { 0.0 } else { -50.0 };
        let least = least.unwrap_or_else(|| most.map_or(usual, |most| usual.min(most))).ceil();
        let most = most.unwrap_or(least + 1000.0).min(least + 1e6).floor();
        #[expect(clippy::cast_possible_truncation, reason = "bounds of documents are far below")]
        let (least, most) = (least as i64, most as i64);
        let made = least + i64::try_from(self.random.below(usize::try_from(most - least).ok()? + 1)).ok()?;
        let step = schema.get("multipleOf").and_then(Value::as_i64).unwrap_or(1);
        let made = made / step * step;
        // A whole number with a fraction of nothing is valid, too.
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let with_fraction = made as f64;
        Some(if self.random.percent(10) { json!(with_fraction) } else { json!(made) })
    }

    fn number(&mut self, schema: &Map<String, Value>) -> Option<Value> {
        let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
        let least = bound("minimum").or(bound("exclusiveMinimum"));
        let most = bound("maximum").or(bound("exclusiveMaximum"));
        let least = least.unwrap_or_else(|| most.map_or(-10.0, |most| most.min(0.0) - 10.0));
        let most = most.unwrap_or(least + 1000.0);
        let part = *self.random.pick(&[0.0, 0.1, 0.25, 0.5, 0.75, 1.0]);
        let made = least + (most - least) * part;
        let made = bound("multipleOf").map_or(made, |step| (made / step).round() * step);
        Some(if made.fract() == 0.0 && made.abs() < 1e15 && self.random.percent(50) {
            #[expect(clippy::cast_possible_truncation, reason = "whole and not large")]
            let whole = made as i64;
            json!(whole)
        } else {
            json!(made)
        })
    }

    fn list(&mut self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        let size = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let least = size("minItems").unwrap_or(0);
        let wanted = if depth > SPARSE { 0 } else { self.random.below(4) };
        let wanted = wanted.max(least).min(size("maxItems").unwrap_or(usize::MAX));
        let unique = schema.get("uniqueItems") == Some(&json!(true));
        let mut made: Vec<Value> = Vec::new();
        for _ in 0..wanted * 4 {
            if made.len() == wanted {
                break;
            }
            let item = match schema.get("items") {
                Some(items) => self.value(items, depth + 1),
                None => Some(self.anything(1)),
            };
            match item {
                Some(item) if unique && made.contains(&item) => {}
                Some(item) => made.push(item),
                None => break,
            }
        }
        (made.len() >= least).then_some(Value::Array(made))
    }

    fn object(&mut self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        let needed: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut made = Map::new();
        let chances = *self.random.pick(if depth > SPARSE { &[0, 0, 0] } else { &[20, 60, 100] });
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let is_needed = needed.contains(&name.as_str());
            if is_needed || self.random.percent(chances) {
                match self.value(property, depth + 1) {
                    Some(value) => drop(made.insert(name.clone(), value)),
                    None if is_needed => return None,
                    None => {}
                }
            }
        }
        let free = schema.get("additionalProperties");
        let may_have_others = match free {
            Some(free) => free != &json!(false),
            // Any members are allowed here, but nobody describes them: only an object of nothing else has some.
            None => properties.is_none_or(Map::is_empty),
        };
        let least = schema.get("minProperties").and_then(Value::as_u64).unwrap_or(0);
        let wanted = if depth > SPARSE { 0 } else { self.random.below(3) as u64 };
        for n in 0.. {
            let name = needed.iter().find(|name| !made.contains_key(**name));
            let enough = n >= wanted && made.len() as u64 >= least;
            if !may_have_others || n > 20 || (enough && name.is_none()) {
                break;
            }
            let name = name.map_or_else(
                || format!("{}_{n}", self.random.pick(&["other", "Free Name", "ü"])),
                |name| (*name).to_owned(),
            );
            let value = match free {
                Some(Value::Object(_)) => self.value(free?, depth + 1),
                _ => Some(self.anything(1)),
            };
            value.map(|value| made.insert(name, value));
        }
        needed.iter().all(|name| made.contains_key(*name)).then_some(Value::Object(made))
    }
}

/// The member that tells a variant from others, and what it says, where the document names it and the variant leaves it open.
fn tag(union: &Map<String, Value>, variant: &Value, whole: &Map<String, Value>) -> Option<(String, Value)> {
    let said = union.get("discriminator")?;
    let by = said.get("propertyName")?.as_str()?;
    let known = whole.get("properties").and_then(|properties| properties.get(by));
    if known.is_some_and(|known| known.get("enum").is_some() || known.get("const").is_some()) {
        return Some((by.to_owned(), Value::Null));
    }
    let reference = variant.get("$ref")?.as_str()?;
    let name = reference.rsplit('/').next()?;
    let mut mapping = said.get("mapping").and_then(Value::as_object).into_iter().flatten();
    let mapped = mapping.find(|(_, target)| [Some(reference), Some(name)].contains(&target.as_str()));
    Some((by.to_owned(), json!(mapped.map_or(name, |(tag, _)| tag.as_str()))))
}

/// Asks for a tag; `null` leaves its value open.
fn merge_tag(whole: &mut Map<String, Value>, (by, value): (String, Value)) {
    let required = whole.entry("required").or_insert_with(|| json!([]));
    required.as_array_mut().into_iter().for_each(|all| all.push(json!(by)));
    if !value.is_null() {
        let properties = whole.entry("properties").or_insert_with(|| json!({}));
        properties
            .as_object_mut()
            .into_iter()
            .for_each(|all| drop(all.insert(by.clone(), json!({"const": value}))));
    }
}
