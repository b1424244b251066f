//! Converting a value to a declared type, so that the sandbox can return what it stores as the type that the spec gives
//! an endpoint: members that the type does not have, and does not keep as free ones, are dropped, and required ones that are missing are made up.

use paceline_generator::ir::{Api, EnumRepr, Field, FreeMembers, IdRepr, Presence, Scalar, Shape, TypeRef};
use serde_json::{Map, Value};

use super::{Sampler, beside, json, tagged};
use crate::check::is_of_form;

impl Sampler<'_> {
    /// `value` converted to the type `ty`. `name` is its wire name, from which missing parts are made up.
    pub fn conform(&mut self, ty: &TypeRef, value: Value, name: &str) -> Value {
        match (ty, value) {
            (TypeRef::Scalar(scalar), value) => self.conform_scalar(*scalar, value, name),
            (TypeRef::List(item), Value::Array(items)) => {
                Value::Array(items.into_iter().map(|value| self.conform(item, value, name)).collect())
            }
            (TypeRef::List(_), _) => Value::Array(Vec::new()),
            (TypeRef::Map { value: ty, .. }, Value::Object(members)) => Value::Object(
                members.into_iter().map(|(key, value)| (key, self.conform(ty, value, name))).collect(),
            ),
            (TypeRef::Map { .. }, _) => Value::Object(Map::new()),
            (TypeRef::JsonText(_), Value::String(text)) => Value::String(text),
            (TypeRef::JsonText(inner), value) => Value::String(self.conform(inner, value, name).to_string()),
            (TypeRef::Nullable(_), Value::Null) => Value::Null,
            (TypeRef::Nullable(inner), value) => self.conform(inner, value, name),
            (TypeRef::TextId(_), value) if value.is_string() => value,
            (TypeRef::TextId(_), Value::Number(number)) => Value::String(number.to_string()),
            (TypeRef::TextId(_), _) => self.value(ty, name),
            (TypeRef::Def(id), value) => {
                let api: &Api = self.api;
                self.conform_shape(&api[*id].shape, value, name)
            }
        }
    }

    /// Converts to a defined type.
    fn conform_shape(&mut self, shape: &Shape, value: Value, name: &str) -> Value {
        match shape {
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => {
                self.conform_scalar(Scalar::Str, value, name)
            }
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => {
                self.conform_scalar(Scalar::Int, value, name)
            }
            Shape::Struct { fields, free, variant } => {
                let members = if let Value::Object(members) = value { members } else { Map::new() };
                let variant = variant.as_ref().map(|variant| {
                    let mut others = members.clone();
                    fields.iter().for_each(|field| drop(others.remove(&field.wire)));
                    self.conform(&variant.ty, Value::Object(others), name)
                });
                beside(self.conform_object(fields, free.as_ref(), members), variant)
            }
            Shape::Tagged(union) => {
                let variant = match &union.by {
                    Some(by) => {
                        let tag = value.get(by).and_then(Value::as_str);
                        union.variants.iter().find(|variant| Some(variant.tag.as_str()) == tag)
                    }
                    None => {
                        let known = union.variants_with(self.api, |name| value.get(name).is_some());
                        let fitting = known.iter().find(|variant| members_fit(self.api, &variant.ty, &value));
                        fitting.or(known.first()).copied()
                    }
                };
                match variant {
                    Some(variant) => tagged(union, variant, self.conform(&variant.ty, value, name)),
                    None => value,
                }
            }
            Shape::Any(_) => value,
            Shape::Union(variants) => {
                let fitting = variants.iter().find(|ty| fits(self.api, ty, &value)).or(variants.first());
                fitting.map_or(Value::Null, |ty| self.conform(ty, value, name))
            }
        }
    }

    /// Converts the members of an object.
    fn conform_object(
        &mut self,
        fields: &[Field],
        free: Option<&FreeMembers>,
        mut members: Map<String, Value>,
    ) -> Value {
        let mut conformed = Map::new();
        for field in fields {
            let known = members.remove(&field.wire).filter(|value| !value.is_null());
            let value = match (&field.presence, known) {
                (Presence::Constant(literal), _) => json(literal),
                (_, Some(value)) => self.conform(&field.ty, value, &field.wire),
                (Presence::Required, None) => self.value(&field.ty, &field.wire),
                (Presence::Optional, None) => continue,
            };
            conformed.insert(field.wire.clone(), value);
        }
        if let Some(free) = free {
            for (name, value) in members {
                let value = self.conform(&free.ty, value, &name);
                conformed.insert(name, value);
            }
        }
        Value::Object(conformed)
    }

    /// Converts to a built-in type; makes a value up where the given one does not fit.
    fn conform_scalar(&mut self, scalar: Scalar, value: Value, name: &str) -> Value {
        let whole = |value: &Value| value.as_i64().or_else(|| value.as_str()?.parse().ok());
        let fitting = match (scalar, &value) {
            (Scalar::Any, _) => Some(value),
            (Scalar::Str | Scalar::Secret | Scalar::File, Value::Number(number)) => {
                Some(Value::from(number.to_string()))
            }
            (Scalar::Str | Scalar::Secret | Scalar::File, _) => Some(value).filter(Value::is_string),
            (Scalar::Formatted(format), _) => {
                let is_one = |value: &Value| value.as_str().is_some_and(|text| is_of_form(format, text));
                Some(value).filter(is_one)
            }
            (Scalar::UInt, Value::String(text)) => text.parse::<u64>().ok().map(Value::from),
            (Scalar::UInt, _) => Some(value).filter(Value::is_u64),
            (Scalar::Int | Scalar::Timestamp | Scalar::UnixSeconds, _) => whole(&value).map(Value::from),
            (Scalar::Float, Value::String(text)) => text.parse::<f64>().ok().map(Value::from),
            (Scalar::Float, _) => Some(value).filter(Value::is_number),
            (Scalar::Bool, Value::Number(number)) => Some(Value::from(number.as_i64() != Some(0))),
            (Scalar::Bool, _) => Some(value).filter(Value::is_boolean),
        };
        fitting.unwrap_or_else(|| self.value(&TypeRef::Scalar(scalar), name))
    }
}

/// Whether the members of an object have the JSON kinds of those of a type.
fn members_fit(api: &Api, ty: &TypeRef, object: &Value) -> bool {
    let TypeRef::Def(id) = ty else { return false };
    let Shape::Struct { fields, .. } = &api[*id].shape else { return false };
    fields.iter().all(|field| {
        let value = object.get(&field.wire).filter(|value| !value.is_null());
        value.is_none_or(|value| fits(api, &field.ty, value))
    })
}

/// Whether a value has the JSON kind of a type.
fn fits(api: &Api, ty: &TypeRef, value: &Value) -> bool {
    match ty {
        TypeRef::Scalar(Scalar::Any) => true,
        TypeRef::Scalar(Scalar::Bool) => value.is_boolean(),
        TypeRef::Scalar(Scalar::UInt) => value.is_u64(),
        TypeRef::Scalar(Scalar::Float) => value.is_number(),
        TypeRef::Scalar(scalar) if scalar.is_integer() => value.is_i64(),
        TypeRef::Scalar(_) | TypeRef::JsonText(_) | TypeRef::TextId(_) => value.is_string(),
        TypeRef::Nullable(inner) => value.is_null() || fits(api, inner, value),
        TypeRef::List(_) => value.is_array(),
        TypeRef::Map { .. } => value.is_object(),
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Id(IdRepr::Str) | Shape::Enum { repr: EnumRepr::Str, .. } => value.is_string(),
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => value.is_i64(),
            Shape::Struct { .. } | Shape::Tagged(_) => value.is_object(),
            Shape::Any(_) => true,
            Shape::Union(variants) => variants.iter().any(|ty| fits(api, ty, value)),
        },
    }
}
