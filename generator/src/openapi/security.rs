//! Credentials as security schemes: a token in the header that the header rules name, and what the credential sends itself.

use indexmap::IndexMap;

use super::document::{Security, SecurityScheme};
use crate::ir::{
    Api, Credential, CredentialId, CredentialRule, Endpoint, Header, HeaderId, HeaderUse, Template,
    TemplatePart, TokenSource,
};

/// One scheme for each secret that a credential sends.
pub(super) fn schemes(api: &Api) -> IndexMap<String, SecurityScheme> {
    let ids = api.credential_ids();
    let of_one =
        |id| carriers(api, id).into_iter().map(move |(name, carrier)| (name, scheme(api, &api[id], carrier)));
    ids.flat_map(of_one).collect()
}

/// What carries a secret.
#[derive(Clone, Copy)]
enum Carrier<'a> {
    /// A header with this name and value.
    Header(&'a str, &'a Template),
    /// A query parameter.
    Query(&'a str),
}

/// What carries the secrets of a credential, each with the name of its scheme.
fn carriers(api: &Api, id: CredentialId) -> Vec<(String, Carrier<'_>)> {
    let credential = &api[id];
    let token = token_header(api, id).map(|header| Carrier::Header(&api[header].name, &api[header].value));
    let headers = credential.headers.iter().map(|(name, value)| Carrier::Header(name, value));
    let query = credential.query.iter().map(|(name, _)| Carrier::Query(name));
    let all: Vec<Carrier<'_>> = token.into_iter().chain(headers).chain(query).collect();
    let name = credential.name.snake();
    let is_only = all.len() == 1;
    let named = |carrier| {
        let (Carrier::Header(own, _) | Carrier::Query(own)) = carrier;
        let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
        let own: String = own.chars().map(plain).collect();
        (if is_only { name.to_owned() } else { format!("{name}.{own}") }, carrier)
    };
    all.into_iter().map(named).collect()
}

/// A secret of a credential, as a security scheme.
fn scheme(api: &Api, credential: &Credential, carrier: Carrier<'_>) -> SecurityScheme {
    let mut description = credential.docs.to_string();
    if let TokenSource::Exchange(exchange) = &credential.token {
        description = format!("{description} The token comes from `{}`.", api[exchange.endpoint].id);
    }
    let (name, location) = match carrier {
        Carrier::Header(name, _) => (name, "header"),
        Carrier::Query(name) => (name, "query"),
    };
    let http = match carrier {
        Carrier::Header(name, value) if name.eq_ignore_ascii_case("authorization") => {
            http_scheme(credential, value)
        }
        _ => None,
    };
    if http.is_some() {
        return SecurityScheme { kind: "http", location: None, name: None, scheme: http, description };
    }
    SecurityScheme {
        kind: "apiKey",
        location: Some(location),
        name: Some(name.to_owned()),
        scheme: None,
        description,
    }
}

/// The scheme of the header `Authorization`, if its value is that of a known one.
fn http_scheme(credential: &Credential, value: &Template) -> Option<&'static str> {
    // What stands in the token stands in the header.
    let token: &[TemplatePart] =
        if let TokenSource::Fixed(token) = &credential.token { &token.0 } else { &[] };
    let parts: Vec<&TemplatePart> = (value.0.iter())
        .flat_map(|part| match part {
            TemplatePart::Token if !token.is_empty() => token.iter().collect(),
            part => vec![part],
        })
        .collect();
    match parts.as_slice() {
        [TemplatePart::Text(text), TemplatePart::Token | TemplatePart::Input(_)] if text == "Bearer " => {
            Some("bearer")
        }
        [TemplatePart::Text(text), TemplatePart::Basic(..)] if text == "Basic " => Some("basic"),
        _ => None,
    }
}

/// The header that carries the token of a credential; `None` if no header rule has a place for it.
fn token_header(api: &Api, credential: CredentialId) -> Option<HeaderId> {
    if matches!(api[credential].token, TokenSource::None) {
        return None;
    }
    let carries = |header: &Header| {
        header.value.0.contains(&TemplatePart::Token)
            && header.credentials.as_ref().is_none_or(|only| only.contains(&credential))
    };
    api.headers.iter().position(carries).map(HeaderId)
}

/// What an operation asks for where nothing else is said: any one of the credentials.
pub(super) fn usual(api: &Api) -> Vec<Security> {
    alternatives(api, api.credential_ids())
}

/// What an operation asks for, if that is not the usual.
pub(super) fn of(api: &Api, endpoint: &Endpoint) -> Option<Vec<Security>> {
    let ids: Vec<CredentialId> = credentials(api, endpoint);
    let header_use = |id| {
        let header = token_header(api, id)?;
        endpoint
            .header_exceptions
            .iter()
            .find(|(known, _)| *known == header)
            .map(|(_, header_use)| *header_use)
    };
    let mut security =
        alternatives(api, ids.iter().copied().filter(|&id| header_use(id) != Some(HeaderUse::Never)));
    if ids.iter().any(|&id| header_use(id) == Some(HeaderUse::Optional)) {
        security.push(Security::new());
    }
    (security != usual(api)).then_some(security)
}

/// The credentials with which an operation can be called.
pub(super) fn credentials(api: &Api, endpoint: &Endpoint) -> Vec<CredentialId> {
    match &endpoint.credentials {
        CredentialRule::None => Vec::new(),
        CredentialRule::Any => api.credential_ids().collect(),
        CredentialRule::Only(ids) => ids.clone(),
    }
}

/// One alternative for each credential that sends something: all its secrets at once.
fn alternatives(api: &Api, ids: impl Iterator<Item = CredentialId>) -> Vec<Security> {
    let secrets =
        |id| carriers(api, id).into_iter().map(|(name, _)| (name, Vec::new())).collect::<Security>();
    ids.map(secrets).filter(|secrets| !secrets.is_empty()).collect()
}
