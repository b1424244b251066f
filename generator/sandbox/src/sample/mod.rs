//! Values made from the spec: what the sandbox returns where it keeps no state, and what tests send.

mod conform;
mod hint;
mod rule;

use paceline_generator::ir::{
    Api, Constraints, EnumRepr, Example, Field, FreeMembers, IdRepr, Literal, Presence, Rule, Scalar, Shape,
    TaggedUnion, TextFormat, TypeId, TypeRef, Variant,
};
use serde_json::{Map, Value};

/// Makes values of the spec's types, the same ones for the same seed.
#[derive(Debug)]
pub struct Sampler<'a> {
    api: &'a Api,
    rng: fastrand::Rng,
}

/// Below this depth optional members are left out and lists stay empty, so that recursive types come to an end.
const MAX_OPTIONAL_DEPTH: usize = 4;
/// Below this depth objects stay empty, without their required members: only a type that requires itself gets here.
const MAX_DEPTH: usize = 12;

impl<'a> Sampler<'a> {
    /// A sampler whose values depend on `seed` alone.
    #[must_use]
    pub fn new(api: &'a Api, seed: u64) -> Self {
        Self { api, rng: fastrand::Rng::with_seed(seed) }
    }

    /// A value of type `ty`. `name` is the wire name of the field that it is for and makes it plausible.
    pub fn value(&mut self, ty: &TypeRef, name: &str) -> Value {
        self.value_within(ty, name, &Constraints::default(), 0)
    }

    /// The value of a member; `None` for an optional one that is left out.
    fn member(&mut self, field: &Field, depth: usize) -> Option<Value> {
        if let (Some(example), true) = (&field.example, depth < MAX_OPTIONAL_DEPTH) {
            return Some(shown(example));
        }
        match &field.presence {
            Presence::Constant(literal) => Some(json(literal)),
            Presence::Required => {
                Some(self.value_within(&field.ty, &field.wire, field.known_constraints(), depth))
            }
            // The deeper, the rarer: the top of a response is rich, its depths are bounded.
            Presence::Optional if self.rng.usize(..=MAX_OPTIONAL_DEPTH) < depth => None,
            Presence::Optional if depth >= MAX_OPTIONAL_DEPTH => None,
            Presence::Optional => {
                Some(self.value_within(&field.ty, &field.wire, field.known_constraints(), depth))
            }
        }
    }

    /// A value of a type that keeps the bounds. `depth` is how deep it stands inside the value that is made.
    fn value_within(&mut self, ty: &TypeRef, name: &str, bounds: &Constraints, depth: usize) -> Value {
        let mut value = self.value_with_all_members(ty, name, bounds, depth);
        strip_members(&mut value, &bounds.without);
        value
    }

    /// The same, still with the members that `bounds.without` forbids.
    fn value_with_all_members(
        &mut self,
        ty: &TypeRef,
        name: &str,
        bounds: &Constraints,
        depth: usize,
    ) -> Value {
        if let TypeRef::List(item) = ty {
            return self.list(item, name, bounds, depth);
        }
        if !bounds.one_of.is_empty() {
            return json(&bounds.one_of[self.rng.usize(..bounds.one_of.len())]);
        }
        match ty {
            TypeRef::Scalar(scalar) => self.scalar(*scalar, name, bounds),
            // Handled above.
            TypeRef::List(_) => Value::Null,
            TypeRef::Map { key, value } => {
                let key = match self.value_within(key, name, &Constraints::default(), depth + 1) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                let value = self.value_within(value, name, &Constraints::default(), depth + 1);
                let members = if depth < MAX_OPTIONAL_DEPTH { vec![(key, value)] } else { Vec::new() };
                Value::Object(members.into_iter().collect())
            }
            TypeRef::JsonText(inner) => {
                Value::String(self.value_within(inner, name, bounds, depth + 1).to_string())
            }
            TypeRef::Nullable(inner) => self.value_within(inner, name, bounds, depth),
            TypeRef::TextId(_) => Value::String(self.whole_number(name, &Constraints::default()).to_string()),
            TypeRef::Def(id) => self.named(*id, name, bounds, depth),
        }
    }

    /// A list of one or two items, as far as the bounds allow.
    fn list(&mut self, item: &TypeRef, name: &str, bounds: &Constraints, depth: usize) -> Value {
        let least = bounds.min_items.unwrap_or(0) as usize;
        let most = bounds.max_items.map_or(2, |max| max as usize).min(2).max(least);
        let count =
            if depth < MAX_OPTIONAL_DEPTH { self.rng.usize(least.max(1).min(most)..=most) } else { least };
        let bounds = Constraints { min_items: None, max_items: None, ..bounds.clone() };
        Value::Array((0..count).map(|_| self.value_within(item, name, &bounds, depth + 1)).collect())
    }

    /// A value of a defined type.
    fn named(&mut self, id: TypeId, name: &str, bounds: &Constraints, depth: usize) -> Value {
        let api = self.api;
        if let (Some(example), true) = (&api[id].example, bounds.is_empty()) {
            return shown(example);
        }
        match &api[id].shape {
            Shape::Id(IdRepr::Str) => self.scalar(Scalar::Str, name, bounds),
            Shape::Id(IdRepr::Int) => self.scalar(Scalar::Int, name, bounds),
            Shape::Enum { repr, values } => match values.get(self.rng.usize(..values.len().max(1))) {
                Some(value) => json(&value.value),
                None if *repr == EnumRepr::Str => Value::from(name),
                None => Value::from(0),
            },
            Shape::Struct { fields, free, variant } => {
                let object = self.object(fields, &api[id].known_rules(), depth);
                let object = self.with_free(object, fields, free.as_ref(), depth);
                let variant =
                    variant.as_ref().map(|variant| self.value_within(&variant.ty, name, bounds, depth));
                beside(object, variant)
            }
            Shape::Tagged(union) => match union.variants.get(self.rng.usize(..union.variants.len().max(1))) {
                Some(variant) => {
                    let object = self.value_within(&variant.ty, name, bounds, depth + 1);
                    tagged(union, variant, object)
                }
                None => Value::Null,
            },
            Shape::Any(_) => self.scalar(Scalar::Any, name, bounds),
            // A spec puts first what the better source shows; other clients may know that one alone.
            Shape::Union(variants) => match variants.first() {
                Some(ty) => self.value_within(ty, name, bounds, depth + 1),
                None => Value::Null,
            },
        }
    }

    /// An object.
    fn object(&mut self, fields: &[Field], rules: &[Rule], depth: usize) -> Value {
        if depth > MAX_DEPTH {
            return Value::Object(Map::new());
        }
        let fields: Vec<_> = fields.iter().collect();
        let values = self.members(&fields, rules, depth + 1);
        let named = fields.iter().zip(values);
        Value::Object(named.filter_map(|(field, value)| Some((field.wire.clone(), value?))).collect())
    }

    /// The same object with one member beside its fields, where such may be.
    fn with_free(
        &mut self,
        mut object: Value,
        fields: &[Field],
        free: Option<&FreeMembers>,
        depth: usize,
    ) -> Value {
        let (Value::Object(members), Some(free)) = (&mut object, free) else { return object };
        if depth < MAX_OPTIONAL_DEPTH {
            let name = free.sample_wire(fields, &self.api.types);
            let value = self.value_within(&free.ty, &name, &Constraints::default(), depth + 1);
            members.insert(name, value);
        }
        object
    }

    /// A value of a built-in type.
    fn scalar(&mut self, scalar: Scalar, name: &str, bounds: &Constraints) -> Value {
        match scalar {
            Scalar::Str | Scalar::Secret | Scalar::File => {
                let text = hint::text(name, &mut self.rng);
                let most = bounds.max_length.map_or(usize::MAX, |max| max as usize);
                Value::from(text.chars().take(most).collect::<String>())
            }
            Scalar::Bool => Value::from(self.rng.bool()),
            Scalar::Int => Value::from(self.whole_number(name, bounds)),
            Scalar::UInt => Value::from(self.whole_number(name, bounds).unsigned_abs()),
            Scalar::Float => {
                let (least, most) = range(bounds, 100.0);
                Value::from(least + (most - least) * f64::from(self.rng.u8(..)) / 256.0)
            }
            // The start of a day of January 2025.
            Scalar::Timestamp => Value::from(1_735_689_600_000 + self.rng.i64(0..31) * 86_400_000),
            Scalar::UnixSeconds => Value::from(1_735_689_600 + self.rng.i64(0..31) * 86_400),
            Scalar::Formatted(format) => Value::from(self.formatted(format)),
            Scalar::Any => Value::from(hint::text(name, &mut self.rng)),
        }
    }

    /// A text of a form; days and instants lie in January 2025.
    fn formatted(&mut self, format: TextFormat) -> String {
        let day = self.rng.u8(1..=31);
        match format {
            TextFormat::Date => format!("2025-01-{day:02}"),
            TextFormat::DateTime => format!("2025-01-{day:02}T00:00:00Z"),
            TextFormat::Uuid => {
                let random = self.rng.u128(..).to_be_bytes();
                uuid::Builder::from_random_bytes(random).into_uuid().to_string()
            }
            TextFormat::Decimal => format!("{day}.50"),
            TextFormat::Uri | TextFormat::Base64 => format.sample().to_owned(),
        }
    }

    /// A whole number.
    #[expect(clippy::cast_possible_truncation, reason = "bounds of whole numbers are whole and small")]
    fn whole_number(&mut self, name: &str, bounds: &Constraints) -> i64 {
        if bounds.min.is_none() && bounds.max.is_none() {
            return hint::whole_number(name, &mut self.rng);
        }
        let (least, most) = range(bounds, 20.0);
        let (least, most) = (least.ceil() as i64, most.floor() as i64);
        self.rng.i64(least..=most.max(least))
    }
}

/// The range of numbers within the bounds. Where a bound is missing, the range is about `span` wide.
fn range(bounds: &Constraints, span: f64) -> (f64, f64) {
    match (bounds.min, bounds.max) {
        (Some(least), Some(most)) => (least, most),
        (Some(least), None) => (least, least + span),
        (None, Some(most)) => (most.min(1.0), most),
        (None, None) => (1.0, span),
    }
}

/// Removes the members named in `without` from every object inside a value.
fn strip_members(value: &mut Value, without: &[String]) {
    match value {
        _ if without.is_empty() => {}
        Value::Array(items) => items.iter_mut().for_each(|item| strip_members(item, without)),
        Value::Object(members) => {
            without.iter().for_each(|name| drop(members.remove(name)));
            members.values_mut().for_each(|member| strip_members(member, without));
        }
        _ => {}
    }
}

/// An object with the members of another one, none of which it has.
fn beside(mut object: Value, other: Option<Value>) -> Value {
    if let (Value::Object(members), Some(Value::Object(others))) = (&mut object, other) {
        members.extend(others);
    }
    object
}

/// An object with the tag that tells its type.
fn tagged(union: &TaggedUnion, variant: &Variant, mut object: Value) -> Value {
    if let (Value::Object(members), Some(by)) = (&mut object, &union.by) {
        members.insert(by.clone(), Value::from(variant.tag.as_str()));
    }
    object
}

/// An example of the spec as JSON.
fn shown(example: &Example) -> Value {
    match example {
        Example::Null => Value::Null,
        Example::Literal(literal) => json(literal),
        Example::List(items) => items.iter().map(shown).collect(),
        Example::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), shown(value))).collect())
        }
    }
}

/// A constant of the spec as JSON.
pub(crate) fn json(literal: &Literal) -> Value {
    match literal {
        Literal::Bool(value) => Value::from(*value),
        Literal::Int(value) => Value::from(*value),
        Literal::Float(value) => Value::from(*value),
        Literal::Str(value) => Value::from(value.as_str()),
    }
}
