//! Request headers as parameters, other than those that a security scheme or the body's media type stands for.

use indexmap::IndexMap;
use serde_json::Value;

use super::document::{Parameter, Referable, there};
use super::schema::Schema;
use super::translation::translations;
use super::{security, types};
use crate::ir::{Api, CredentialId, Endpoint, Header, HeaderId, HeaderUse, TemplatePart, TypeRef};

/// The headers of an endpoint, as references to components.
pub(super) fn references(api: &Api, endpoint: &Endpoint) -> Vec<Referable<Parameter>> {
    let headers = (0..api.headers.len()).map(HeaderId);
    headers
        .filter_map(|id| {
            let required = is_required(api, endpoint, id)?;
            Some(there("parameters", &key(&api[id], required)))
        })
        .collect()
}

/// The headers that operations refer to. One that some calls need and others may have stands here twice.
pub(super) fn components(api: &Api) -> IndexMap<String, Parameter> {
    let mut components = IndexMap::new();
    for id in (0..api.headers.len()).map(HeaderId) {
        for required in [false, true] {
            if api.endpoints.iter().any(|endpoint| is_required(api, endpoint, id) == Some(required)) {
                components.insert(key(&api[id], required), parameter(api, &api[id], required));
            }
        }
    }
    components
}

/// Whether an operation needs a header; `None` when it is no parameter of it.
fn is_required(api: &Api, endpoint: &Endpoint, id: HeaderId) -> Option<bool> {
    let header = &api[id];
    // OpenAPI leaves these three to media types and security schemes.
    let elsewhere = ["accept", "content-type", "authorization"].contains(&&*header.name.to_ascii_lowercase());
    let is_token = header.value.0.contains(&TemplatePart::Token);
    let header_use =
        endpoint.header_exceptions.iter().find(|(known, _)| *known == id).map(|(_, header_use)| *header_use);
    let other_effect = header.effect.is_some_and(|effect| !effect.includes(endpoint.effect));
    if elsewhere || is_token || other_effect || header_use == Some(HeaderUse::Never) {
        return None;
    }
    let accepted: Vec<CredentialId> = security::credentials(api, endpoint);
    let sent_with = |id: &CredentialId| header.credentials.as_ref().is_none_or(|only| only.contains(id));
    if header.credentials.is_some() && !accepted.iter().any(sent_with) {
        return None;
    }
    Some(header.required && header_use.is_none() && accepted.iter().all(sent_with))
}

/// The name of a header among the components.
fn key(header: &Header, required: bool) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
    let name: String = header.name.chars().map(plain).collect();
    if required { format!("{name}.required") } else { name }
}

/// A header as a parameter, which calls need or may have.
fn parameter(api: &Api, header: &Header, required: bool) -> Parameter {
    let mut description = header.docs.to_string();
    if let (Some(only), true, false) = (&header.credentials, header.required, required) {
        let names: Vec<String> = only.iter().map(|&id| format!("`{}`", api[id].name)).collect();
        description = format!("{description} Required with {}.", names.join(" and "));
    }
    Parameter {
        translations: translations(api, &[("description", Some(&header.docs))]),
        name: header.name.clone(),
        location: "header",
        description: description.trim().to_owned(),
        required,
        style: None,
        explode: None,
        schema: Some(schema(api, header)),
        content: IndexMap::new(),
    }
}

/// What may stand in a header: a constant, a variable's type, or text.
fn schema(api: &Api, header: &Header) -> Schema {
    match &header.value.0[..] {
        [TemplatePart::Text(text)] => {
            Schema { constant: Some(Value::from(text.as_str())), ..Schema::of("string") }
        }
        [TemplatePart::Variable(id)] => match &api[*id].ty {
            ty @ TypeRef::Def(_) => types::of(api, ty),
            _ => Schema::of("string"),
        },
        _ => Schema::of("string"),
    }
}
