//! Credentials as security schemes: each is a token in the header that the header rules name.

use indexmap::IndexMap;

use super::document::{Security, SecurityScheme, one};
use crate::ir::{
    Api, Credential, CredentialId, CredentialRule, Endpoint, Header, HeaderId, HeaderUse, TemplatePart,
    TokenSource,
};

/// One scheme for each credential.
pub(super) fn schemes(api: &Api) -> IndexMap<String, SecurityScheme> {
    let ids = (0..api.credentials.len()).map(CredentialId);
    ids.filter_map(|id| {
        let header = token_header(api, id)?;
        Some((api[id].name.snake().to_owned(), scheme(api, &api[id], &api[header])))
    })
    .collect()
}

/// A credential whose token travels in `header`, as a security scheme.
fn scheme(api: &Api, credential: &Credential, header: &Header) -> SecurityScheme {
    let mut description = credential.docs.clone();
    if let TokenSource::Exchange(exchange) = &credential.token {
        description = format!("{description} The token comes from `{}`.", api[exchange.endpoint].id);
    }
    let bearer = header.name.eq_ignore_ascii_case("authorization")
        && matches!(&header.value.0[..], [TemplatePart::Text(text), TemplatePart::Token] if text == "Bearer ");
    if bearer {
        let scheme = Some("bearer");
        return SecurityScheme { kind: "http", location: None, name: None, scheme, description };
    }
    let name = Some(header.name.clone());
    SecurityScheme { kind: "apiKey", location: Some("header"), name, scheme: None, description }
}

/// The header that carries the token of a credential; `None` if no header rule has a place for it.
fn token_header(api: &Api, credential: CredentialId) -> Option<HeaderId> {
    let carries = |header: &Header| {
        header.value.0.contains(&TemplatePart::Token)
            && header.credentials.as_ref().is_none_or(|only| only.contains(&credential))
    };
    api.headers.iter().position(carries).map(HeaderId)
}

/// What an operation asks for where nothing else is said: any one of the credentials.
pub(super) fn usual(api: &Api) -> Vec<Security> {
    alternatives(api, (0..api.credentials.len()).map(CredentialId))
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
        CredentialRule::Any => (0..api.credentials.len()).map(CredentialId).collect(),
        CredentialRule::Only(ids) => ids.clone(),
    }
}

/// One alternative for each credential whose token a header carries.
fn alternatives(api: &Api, ids: impl Iterator<Item = CredentialId>) -> Vec<Security> {
    ids.filter(|&id| token_header(api, id).is_some())
        .map(|id| one(api[id].name.snake().to_owned(), Vec::new()))
        .collect()
}
