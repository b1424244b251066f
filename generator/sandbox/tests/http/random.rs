//! Random requests, made from the spec: valid ones, and ones with a single mistake.

use generator::ir::{
    Api, BodyKind, Constraints, Field, Literal, Operation, Param, Place, Presence, Rule, Scalar, Segment,
    Shape, TypeRef,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use sandbox::Sampler;
use serde_json::{Value, json};

use crate::caller::Caller;

/// The parameters of a request, by their index in the operation.
pub(crate) struct Random<'a> {
    pub(crate) operation: &'a Operation,
    values: Vec<Option<Value>>,
}

impl<'a> Random<'a> {
    /// A request that says all that the spec asks for.
    pub(crate) fn valid(operation: &'a Operation, sampler: &mut Sampler<'_>) -> Self {
        let values = operation.params.iter().map(|param| sampler.field(&param.field)).collect();
        let mut random = Self { operation, values };
        // One rule can undo what another asked for; the rules of the API settle within a few rounds.
        for _ in 0..3 {
            operation.rules.iter().for_each(|rule| random.obey(rule, sampler));
        }
        random
    }

    fn obey(&mut self, rule: &Rule, sampler: &mut Sampler<'_>) {
        match rule {
            Rule::ExactlyOne(list) => {
                self.keep_one(list);
                self.have_one(list, sampler);
            }
            Rule::AtLeastOne(list) => self.have_one(list, sampler),
            Rule::AtMostOne(list) => self.keep_one(list),
            Rule::AllOrNone(list) => {
                if list.iter().any(|index| self.values[*index].is_some()) {
                    list.iter().for_each(|index| self.have_one(&[*index], sampler));
                }
            }
            Rule::Together { params, max_items } => self.shorten(params, *max_items as usize),
            Rule::ForbiddenWhen { params, field, values } => {
                if self.has_one_of(*field, values) {
                    params.iter().for_each(|index| self.values[*index] = None);
                }
            }
            Rule::RequiredWhen { params, field, values } => {
                if self.has_one_of(*field, values) {
                    params.iter().for_each(|index| self.have_one(&[*index], sampler));
                }
            }
        }
    }

    fn has_one_of(&self, field: usize, values: &[Literal]) -> bool {
        let value = self.values[field].clone().unwrap_or_default();
        values.iter().any(|literal| equal(literal, &value))
    }

    /// Cuts lists until they hold no more than so many items together.
    fn shorten(&mut self, lists: &[usize], mut left: usize) {
        for index in lists {
            if let Some(Value::Array(items)) = &mut self.values[*index] {
                items.truncate(left);
                left -= items.len();
            }
        }
    }

    fn have_one(&mut self, list: &[usize], sampler: &mut Sampler<'_>) {
        if list.iter().all(|index| self.values[*index].is_none()) {
            let field = &self.operation.params[list[0]].field;
            self.values[list[0]] = sampler.field(&Field { presence: Presence::Required, ..field.clone() });
        }
    }

    fn keep_one(&mut self, list: &[usize]) {
        let first = list.iter().find(|index| self.values[**index].is_some()).copied();
        list.iter().filter(|index| Some(**index) != first).for_each(|index| self.values[*index] = None);
    }

    /// Puts a value that exists in place of a made-up one.
    pub(crate) fn replace(&mut self, wire: &str, value: &Value) {
        for (param, slot) in self.operation.params.iter().zip(&mut self.values) {
            if param.field.wire == wire && slot.is_some() {
                *slot = Some(value.clone());
            }
        }
    }

    /// Makes one mistake, in the parameter with this number; gives the name of the field that is wrong then, or
    /// `None` if nothing can be wrong with it in this way.
    pub(crate) fn spoil(&mut self, api: &Api, index: usize, way: usize) -> Option<String> {
        let param = &self.operation.params[index];
        let wrong = match way {
            0 => return self.leave_out(index),
            1 => wrong_type(api, param)?,
            _ => beyond(&param.field.constraints, self.values[index].as_ref()?)?,
        };
        self.values[index] = Some(wrong);
        Some(param.field.wire.clone())
    }

    fn leave_out(&mut self, index: usize) -> Option<String> {
        let param = &self.operation.params[index];
        if param.place == Place::Path || param.field.presence == Presence::Optional {
            return None;
        }
        self.values[index] = None;
        Some(param.field.wire.clone())
    }

    /// The request, with token and user.
    pub(crate) fn build(&self, caller: &Caller) -> RequestBuilder {
        let of = |place: Place| {
            let params = self.operation.params.iter().zip(&self.values);
            params
                .filter(move |(param, _)| param.place == place)
                .filter_map(|(param, value)| Some((param, value.as_ref()?)))
        };
        let part = |name: &str| {
            let value =
                of(Place::Path).find(|(param, _)| param.field.wire == name).map(|(_, value)| text(value));
            utf8_percent_encode(&value.unwrap_or_default(), NON_ALPHANUMERIC).to_string()
        };
        let segments = self.operation.path.0.iter().map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Param(name) => format!("/{}", part(name)),
        });
        let pair = |(param, value): (&Param, &Value)| {
            let items = match value {
                Value::Array(items) => items.clone(),
                value => vec![value.clone()],
            };
            let encode = |value: &Value| utf8_percent_encode(&text(value), NON_ALPHANUMERIC).to_string();
            items.iter().map(|value| format!("{}={}", param.field.wire, encode(value))).collect::<Vec<_>>()
        };
        let query: Vec<_> = of(Place::Query).flat_map(pair).collect();
        let path = format!("{}?{}", segments.collect::<String>(), query.join("&"));
        let request = caller.request(self.operation.method.as_str(), &path);
        match self.operation.body {
            BodyKind::None => request,
            BodyKind::Json => {
                let members = of(Place::Body).map(|(param, value)| (param.field.wire.clone(), value.clone()));
                request.json(&Value::Object(members.collect()))
            }
            BodyKind::Multipart => {
                let form = of(Place::Body).fold(Form::new(), |form, (param, value)| {
                    let name = param.field.wire.clone();
                    if param.field.ty == TypeRef::Scalar(Scalar::File) {
                        form.part(name, Part::bytes(b"file".to_vec()).file_name("file.txt"))
                    } else {
                        form.text(name, text(value))
                    }
                });
                request.multipart(form)
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn equal(literal: &Literal, value: &Value) -> bool {
    match literal {
        Literal::Bool(literal) => value.as_bool() == Some(*literal),
        Literal::Int(literal) => value.as_i64() == Some(*literal),
        Literal::Float(literal) => value.as_f64() == Some(*literal),
        Literal::Str(literal) => value.as_str() == Some(literal),
    }
}

/// A value of another JSON kind than the parameter has.
fn wrong_type(api: &Api, param: &Param) -> Option<Value> {
    let is_whole = is_whole(api, &param.field.ty);
    if param.place != Place::Body {
        return is_whole.then(|| json!("no-number"));
    }
    match &param.field.ty {
        TypeRef::Scalar(Scalar::Any | Scalar::File) => None,
        // Text can be any text where there is only text, in a form.
        TypeRef::Def(id) if matches!(api[*id].shape, Shape::Union(_) | Shape::Any(_)) => None,
        _ if is_whole => Some(json!("no-number")),
        TypeRef::Scalar(Scalar::Str | Scalar::Secret) => Some(json!(17)),
        TypeRef::Scalar(_) | TypeRef::List(_) | TypeRef::Map { .. } => Some(json!("text")),
        TypeRef::JsonText(_) | TypeRef::Def(_) => Some(json!(true)),
    }
}

fn is_whole(api: &Api, ty: &TypeRef) -> bool {
    use generator::ir::{EnumRepr, IdRepr};
    match ty {
        TypeRef::Scalar(scalar) => matches!(scalar, Scalar::Int | Scalar::Timestamp),
        TypeRef::Def(id) => {
            matches!(api[*id].shape, Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. })
        }
        _ => false,
    }
}

/// A value of the right type beyond a bound.
fn beyond(bounds: &Constraints, value: &Value) -> Option<Value> {
    match value {
        Value::Array(items) => {
            let most = bounds.max_items? as usize;
            let item = items.first()?;
            Some(Value::Array(vec![item.clone(); most + 1]))
        }
        Value::Number(_) if !bounds.one_of.is_empty() => Some(json!(987_654)),
        #[expect(clippy::cast_possible_truncation, reason = "bounds are small")]
        Value::Number(_) => Some(json!(bounds.max? as i64 + 1)),
        Value::String(_) if !bounds.one_of.is_empty() => Some(json!("none of these")),
        Value::String(_) => Some(json!("x".repeat(bounds.max_length? as usize + 1))),
        _ => None,
    }
}
