//! Random requests, made from the spec: valid ones, and ones with a single mistake.

use paceline_generator::ir::{
    Api, BodyKind, Constraints, Endpoint, Field, Literal, Param, ParamLocation, Presence, Rule, Scalar,
    Shape, TypeRef,
};
use paceline_sandbox::Sampler;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::caller::Caller;

/// How many kinds of mistakes [`Random::spoil`] makes.
pub(crate) const WAYS: usize = 5;

/// The parameters of a request, by their index in the endpoint.
pub(crate) struct Random<'a> {
    pub(crate) endpoint: &'a Endpoint,
    values: Vec<Option<Value>>,
}

impl<'a> Random<'a> {
    /// A request that says all that the spec asks for.
    pub(crate) fn valid(endpoint: &'a Endpoint, sampler: &mut Sampler<'_>) -> Self {
        let fields: Vec<_> = endpoint.params.iter().map(|param| &param.field).collect();
        Self { endpoint, values: sampler.fields(&fields, &endpoint.known_rules()) }
    }

    /// Puts a value that exists in place of a made-up one.
    pub(crate) fn replace(&mut self, wire: &str, value: &Value) {
        for (param, slot) in self.endpoint.params.iter().zip(&mut self.values) {
            if param.field.wire == wire && slot.is_some() {
                *slot = Some(value.clone());
            }
        }
    }

    /// Makes one mistake, in the parameter with this number or in what goes together; gives the name of the field that
    /// is wrong then, or `None` if nothing can be wrong in this way.
    pub(crate) fn spoil(
        &mut self,
        api: &Api,
        index: usize,
        way: usize,
        sampler: &mut Sampler<'_>,
    ) -> Option<String> {
        let param = &self.endpoint.params[index];
        let wrong = match way {
            0 => return self.leave_out(index),
            1 => wrong_type(api, param)?,
            2 => beyond(&param.field.constraints, self.values[index].as_ref()?)?,
            3 => return self.break_rule(index, sampler),
            _ => return self.break_within_any(api, index),
        };
        self.values[index] = Some(wrong);
        Some(param.field.wire.clone())
    }

    /// Breaks the rules of a type inside the value of a parameter: of the one with this number, or of one behind it.
    fn break_within_any(&mut self, api: &Api, index: usize) -> Option<String> {
        let params = &self.endpoint.params;
        (0..params.len())
            .map(|step| (index + step) % params.len())
            .find_map(|index| break_within(api, &params[index].field.ty, self.values[index].as_mut()?))
    }

    /// Breaks one of the rules over several parameters.
    fn break_rule(&mut self, turn: usize, sampler: &mut Sampler<'_>) -> Option<String> {
        let rules = &self.endpoint.rules;
        let rule = rules.get(turn % rules.len().max(1))?;
        let wire = |index: &usize| self.endpoint.params[*index].field.wire.clone();
        let named = match rule {
            Rule::ExactlyOne(list) | Rule::AtMostOne(list) if turn.is_multiple_of(2) => {
                let named = wire(&list[0]);
                list.iter().for_each(|index| self.have(*index, sampler));
                named
            }
            Rule::ExactlyOne(list) | Rule::AtLeastOne(list) => {
                let named = wire(&list[0]);
                list.iter().for_each(|index| self.values[*index] = None);
                named
            }
            Rule::AllOrNone(list) => {
                let named = wire(&list[0]);
                list[1..].iter().for_each(|index| self.have(*index, sampler));
                self.values[list[0]] = None;
                named
            }
            Rule::RequiredWhen { params, field, values } => {
                let named = wire(&params[0]);
                self.values[*field] = values.first().map(json_of);
                self.values[params[0]] = None;
                named
            }
            Rule::ForbiddenWhen { params, field, values } => {
                let named = wire(&params[0]);
                self.values[*field] = values.first().map(json_of);
                params.iter().for_each(|index| self.have(*index, sampler));
                named
            }
            Rule::Together { params, max_items } => {
                let named = wire(&params[0]);
                self.have(params[0], sampler);
                let items = self.values[params[0]].as_mut()?.as_array_mut()?;
                let item = items.first()?.clone();
                items.resize(*max_items as usize + 1, item);
                named
            }
            Rule::AtMostOne(_) => return None,
        };
        Some(named)
    }

    fn have(&mut self, index: usize, sampler: &mut Sampler<'_>) {
        if self.values[index].is_none() {
            let field = self.endpoint.params[index].field.clone();
            let field = Field { presence: Presence::Required, ..field };
            self.values[index] = sampler.fields(&[&field], &[]).pop().flatten();
        }
    }

    fn leave_out(&mut self, index: usize) -> Option<String> {
        let param = &self.endpoint.params[index];
        if param.location == ParamLocation::Path || param.field.presence == Presence::Optional {
            return None;
        }
        self.values[index] = None;
        Some(param.field.wire.clone())
    }

    /// The request, with token and user.
    pub(crate) fn build(&self, caller: &Caller) -> RequestBuilder {
        let of = |location: ParamLocation| {
            let params = self.endpoint.params.iter().zip(&self.values);
            params
                .filter(move |(param, _)| param.location == location)
                .filter_map(|(param, value)| Some((param, value.as_ref()?)))
        };
        let part = |name: &str| {
            let value = of(ParamLocation::Path)
                .find(|(param, _)| param.field.wire == name)
                .map(|(_, value)| text(value));
            utf8_percent_encode(&value.unwrap_or_default(), NON_ALPHANUMERIC).to_string()
        };
        let pair = |(param, value): (&Param, &Value)| {
            let items = match value {
                Value::Array(items) => items.clone(),
                value => vec![value.clone()],
            };
            let encode = |value: &Value| utf8_percent_encode(&text(value), NON_ALPHANUMERIC).to_string();
            items.iter().map(|value| format!("{}={}", param.field.wire, encode(value))).collect::<Vec<_>>()
        };
        let query: Vec<_> = of(ParamLocation::Query).flat_map(pair).collect();
        let path = format!("{}?{}", self.endpoint.path.with_params(part), query.join("&"));
        let request = caller.request(self.endpoint.method.as_str(), &path);
        let request = of(ParamLocation::Header)
            .fold(request, |request, (param, value)| request.header(&param.field.wire, text(value)));
        let whole = || of(ParamLocation::Body).next().map(|(_, value)| value.clone()).unwrap_or_default();
        match self.endpoint.body {
            BodyKind::None => request,
            BodyKind::Json => {
                let members =
                    of(ParamLocation::Body).map(|(param, value)| (param.field.wire.clone(), value.clone()));
                request.json(&Value::Object(members.collect()))
            }
            BodyKind::Value => request.json(&whole()),
            BodyKind::Text => request.header("content-type", "text/plain").body(text(&whole())),
            BodyKind::Bytes => request.body("file"),
            BodyKind::Form => {
                let pairs: Vec<_> = of(ParamLocation::Body).flat_map(pair).collect();
                request.header("content-type", "application/x-www-form-urlencoded").body(pairs.join("&"))
            }
            BodyKind::Multipart => {
                let form = of(ParamLocation::Body).fold(Form::new(), |form, (param, value)| {
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

fn json_of(literal: &Literal) -> Value {
    match literal {
        Literal::Bool(value) => json!(value),
        Literal::Int(value) => json!(value),
        Literal::Float(value) => json!(value),
        Literal::Str(value) => json!(value),
    }
}

/// Takes away from an object inside the value what the rules of its type need; gives the name of a member.
fn break_within(api: &Api, ty: &TypeRef, value: &mut Value) -> Option<String> {
    match (ty, value) {
        (TypeRef::List(item), Value::Array(items)) => break_within(api, item, items.first_mut()?),
        (TypeRef::Def(id), Value::Object(members)) => {
            let Shape::Struct { fields, .. } = &api[*id].shape else { return None };
            for rule in &api[*id].rules {
                if let Rule::AtLeastOne(list) | Rule::ExactlyOne(list) = rule {
                    list.iter().for_each(|index| drop(members.remove(&fields[*index].wire)));
                    return Some(fields[list[0]].wire.clone());
                }
                if let Rule::RequiredWhen { params, field, values } = rule {
                    members.insert(fields[*field].wire.clone(), json_of(values.first()?));
                    members.remove(&fields[params[0]].wire);
                    return Some(fields[params[0]].wire.clone());
                }
            }
            // What must not be there, somewhere below.
            fields.iter().find_map(|field| {
                let value = members.get_mut(&field.wire)?;
                let without = field.constraints.without.first();
                match (without, value.as_object_mut()) {
                    (Some(name), Some(members)) => {
                        members.insert(
                            "search_params".to_owned(),
                            json!([{"param_key": "x", "operator": "=", name: "ANY"}]),
                        );
                        Some(name.clone())
                    }
                    _ => break_within(api, &field.ty, value),
                }
            })
        }
        _ => None,
    }
}

/// A value of another JSON kind than the parameter has.
fn wrong_type(api: &Api, param: &Param) -> Option<Value> {
    let is_whole = is_whole(api, param.field.ty.non_null());
    if param.location != ParamLocation::Body {
        return is_whole.then(|| json!("no-number"));
    }
    match param.field.ty.non_null() {
        TypeRef::Nullable(_) | TypeRef::Scalar(Scalar::Any | Scalar::File) => None,
        // Text can be any text where there is only text, in a form.
        TypeRef::Def(id) if matches!(api[*id].shape, Shape::Union(_) | Shape::Any(_)) => None,
        _ if is_whole => Some(json!("no-number")),
        TypeRef::Scalar(Scalar::Str | Scalar::Secret) | TypeRef::TextId(_) => Some(json!(17)),
        TypeRef::Scalar(_) | TypeRef::List(_) | TypeRef::Map { .. } => Some(json!("text")),
        TypeRef::JsonText(_) | TypeRef::Def(_) => Some(json!(true)),
    }
}

fn is_whole(api: &Api, ty: &TypeRef) -> bool {
    use paceline_generator::ir::{EnumRepr, IdRepr};
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
