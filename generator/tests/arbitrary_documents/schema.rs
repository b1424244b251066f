//! Schemas at random.

use serde_json::{Map, Value, json};

use super::document::{Maker, reference};

/// A schema that may hold others, so many levels deep.
pub(crate) fn schema(maker: &mut Maker<'_>, depth: usize) -> Value {
    let kinds = if depth == 0 { 6 } else { 13 };
    let mut made = match maker.rng.usize(0..kinds) {
        0 => scalar(maker),
        1 => scalar(maker),
        2 | 3 => {
            let name = maker.rng.choice(&maker.schemas).cloned();
            return name.map_or_else(|| json!({}), |name| reference("schemas", &name));
        }
        4 => enumeration(maker),
        5 => maker.pick(&[
            json!({}),
            json!({"type": "object"}),
            json!({"type": "array"}),
            json!({"type": "odd"}),
            json!({"const": "x"}),
            json!({"type": "string", "format": "binary"}),
            json!({"not": {"type": "string"}}),
        ]),
        6 | 7 => object(maker, depth),
        8 => json!({"type": "array", "items": schema(maker, depth - 1)}),
        9 => json!({"type": "object", "additionalProperties": schema(maker, depth - 1)}),
        10 => {
            let parts: Vec<Value> = (0..maker.rng.usize(1..=3)).map(|_| schema(maker, depth - 1)).collect();
            json!({"allOf": parts})
        }
        11 => union(maker, depth),
        _ => {
            json!({"type": "string", "contentMediaType": "application/json", "contentSchema": schema(maker, depth - 1)})
        }
    };
    decorate(maker, &mut made);
    made
}

fn scalar(maker: &mut Maker<'_>) -> Value {
    let mut made = match maker.rng.usize(0..=5) {
        0 => json!({"type": "boolean", "default": maker.rng.bool()}),
        1 => {
            json!({"type": "integer", "minimum": maker.pick(&[json!(-5), json!(i64::MIN), json!(0), json!(-1e30)]), "default": 3})
        }
        2 => {
            json!({"type": "integer", "format": maker.pick(&["int32", "int64", "uint64", "uint8", "odd"]), "maximum": maker.pick(&[json!(9), json!(u64::MAX), json!(1e300)])})
        }
        3 => {
            json!({"type": "number", "exclusiveMinimum": maker.pick(&[json!(0.5), json!(true), json!(-1e300)]), "default": maker.pick(&[json!(1.5), json!("x"), json!(null)])})
        }
        4 => {
            json!({"type": "string", "minLength": maker.pick(&[json!(0), json!(2), json!(-1), json!(5_000_000_000_u64)]), "maxLength": 7, "default": maker.text()})
        }
        _ => {
            json!({"type": "string", "format": maker.pick(&["date", "date-time", "uuid", "byte", "binary", "uri", "password"]), "pattern": maker.text()})
        }
    };
    if maker.is_3_1 && maker.chance(15) {
        let word = made["type"].clone();
        made["type"] = maker.pick(&[
            json!([word, "null"]),
            json!([word, "object"]),
            json!([word, "integer", "null"]),
            json!(["null"]),
            json!([]),
        ]);
    }
    made
}

fn enumeration(maker: &mut Maker<'_>) -> Value {
    let count = maker.rng.usize(1..=5);
    match maker.rng.usize(0..=5) {
        0 => {
            json!({"type": "integer", "enum": (0..count).map(|_| maker.pick(&[json!(0), json!(-1), json!(1), json!(i64::MAX), json!(1.5), json!(u64::MAX)])).collect::<Vec<_>>()})
        }
        1 => {
            json!({"enum": (0..count).map(|_| maker.pick(&[json!(null), json!("a"), json!(1), json!(true), json!([1]), json!({"a": 1})])).collect::<Vec<_>>()})
        }
        2 => {
            let values: Vec<Value> = (0..count)
                .map(|_| json!({"const": maker.name(), "title": maker.text(), "description": maker.text()}))
                .collect();
            json!({"oneOf": values})
        }
        3 => {
            let values: Vec<String> = (0..count).map(|_| maker.name()).collect();
            let names: Vec<String> = (0..count).map(|_| maker.name()).collect();
            json!({"type": "string", "enum": values, "x-enum-varnames": names, "x-enum-descriptions": names})
        }
        _ => {
            let values: Vec<String> = (0..count).map(|_| maker.text()).collect();
            let default = maker.rng.choice(&values).cloned();
            json!({"type": "string", "enum": values, "default": default})
        }
    }
}

fn object(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut properties = Map::new();
    for _ in 0..maker.rng.usize(0..=5) {
        properties.insert(maker.name(), schema(maker, depth - 1));
    }
    let mut required: Vec<String> = properties.keys().filter(|_| maker.rng.bool()).cloned().collect();
    if maker.chance(10) {
        required.push(maker.name());
    }
    let mut made = json!({"properties": properties, "required": required});
    maker.maybe(&mut made, "type", 80, |_| json!("object"));
    maker.maybe(&mut made, "additionalProperties", 30, |maker| match maker.rng.usize(0..=2) {
        0 => json!(false),
        1 => json!(true),
        _ => schema(maker, 0),
    });
    maker.maybe(&mut made, "minProperties", 5, |_| json!(1));
    made
}

fn union(maker: &mut Maker<'_>, depth: usize) -> Value {
    let word = maker.pick(&["oneOf", "anyOf"]);
    let mut parts: Vec<Value> = (0..maker.rng.usize(1..=3)).map(|_| schema(maker, depth - 1)).collect();
    if maker.chance(30) {
        parts.push(json!({"type": "null"}));
    }
    let mut made = json!({word: parts});
    maker.maybe(&mut made, "discriminator", 40, |maker| {
        let mut said = json!({"propertyName": maker.name()});
        maker.maybe(&mut said, "mapping", 50, |maker| {
            let target = maker.rng.choice(&maker.schemas).cloned().unwrap_or_default();
            let whole = reference("schemas", &target)["$ref"].clone();
            // With these signs a name would be the place of a file.
            let is_name = !target.contains(['#', '/']);
            json!({maker.name(): whole, maker.name(): if is_name { json!(target) } else { whole.clone() }})
        });
        said
    });
    if maker.chance(20) {
        // Objects that a constant member tells apart, as the document ought to say it.
        let tag = maker.name();
        let variant = |maker: &mut Maker<'_>, value: String| json!({"type": "object", "required": [tag], "properties": {tag.as_str(): {"type": "string", "enum": [value]}, maker.name(): {"type": "string"}}});
        let variants: Vec<Value> = (0..3)
            .map(|_| {
                let value = maker.name();
                variant(maker, value)
            })
            .collect();
        made = json!({word: variants, "discriminator": {"propertyName": tag}});
    }
    made
}

/// What may stand beside anything.
fn decorate(maker: &mut Maker<'_>, schema: &mut Value) {
    maker.maybe(schema, "description", 40, |maker| json!(maker.text()));
    maker.maybe(schema, "title", 10, |maker| json!(maker.name()));
    maker.maybe(schema, "nullable", 15, |maker| json!(maker.rng.bool()));
    maker.maybe(schema, "readOnly", 5, |_| json!(true));
    maker.maybe(schema, "writeOnly", 5, |_| json!(true));
    maker.maybe(schema, "deprecated", 5, |_| json!(true));
    maker.maybe(schema, "example", 10, |maker| json!(maker.text()));
    maker.maybe(schema, "minItems", 5, |_| json!(1));
    maker.maybe(schema, "maxItems", 5, |_| json!(0));
}
