//! Checks of a request's headers: token, acting user, idempotency key and the spec's other headers. The rules come from
//! the spec; only the codes of the refusals are fixed here.

use axum::http::HeaderMap;
use paceline_generator::ir::{
    Api, CredentialRule, Endpoint, Header, HeaderUse, Shape, Template, TemplatePart, TypeRef, VariableId,
};
use std::time::Duration;

use super::{TokenKind, Tokens, is_open};
use crate::check;
use crate::refusal::{Refusal, code};
use crate::sample::json;

/// Who a request comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Identity {
    /// The kind of token; `None` where the endpoint needs none.
    pub(crate) kind: Option<TokenKind>,
    /// The user that a user's token stands for.
    user: Option<String>,
}

/// The headers of one request, read by the rules for one endpoint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeaderCheck<'a> {
    /// The spec.
    pub(crate) api: &'a Api,
    /// What is called.
    pub(crate) endpoint: &'a Endpoint,
    /// What was sent.
    pub(crate) sent: &'a HeaderMap,
}

impl<'a> HeaderCheck<'a> {
    /// The token that was sent, if the endpoint asks for one.
    pub(crate) fn token(&self) -> Option<&'a str> {
        if is_open(self.api, self.endpoint) {
            return None;
        }
        let header = self.header_with(|part| *part == TemplatePart::Token)?;
        let value = self.value(header)?;
        strip_fixed_text(&header.value, value).filter(|token| !token.is_empty())
    }

    /// Who sent the request, by its token.
    pub(crate) fn identify(&self, tokens: &Tokens, now: Duration) -> Result<Identity, Refusal> {
        if is_open(self.api, self.endpoint) {
            return Ok(Identity { kind: None, user: None });
        }
        let name = self
            .header_with(|part| *part == TemplatePart::Token)
            .map_or("token", |header| header.name.as_str());
        let token = self
            .token()
            .ok_or_else(|| Refusal::new(code::TOKEN_MISSING, format!("{name}: the header is absent")))?;
        let grant = tokens.look_up(token, now).ok_or_else(|| {
            Refusal::new(code::TOKEN_BAD, format!("{name}: the token is unknown or expired"))
        })?;
        if !self.accepts(grant.kind) {
            let message = format!("{name}: this endpoint does not take a token of this kind");
            return Err(Refusal::new(code::NO_TOKEN_PERMISSION, message));
        }
        Ok(Identity { kind: Some(grant.kind), user: grant.user.clone() })
    }

    /// Whether the endpoint takes tokens of this kind.
    fn accepts(&self, kind: TokenKind) -> bool {
        match &self.endpoint.credentials {
            CredentialRule::None | CredentialRule::Any => true,
            CredentialRule::Only(list) => list.iter().any(|id| kind.is_of(self.api, *id)),
        }
    }

    /// Checks all headers but the token and returns the acting user, empty where there is none. A user's token decides
    /// who acts; the header for the user counts for other tokens.
    pub(crate) fn acting_user(
        &self,
        identity: &Identity,
        knows_user: impl Fn(&str) -> bool,
    ) -> Result<String, Refusal> {
        let mut acting = identity.user.clone();
        for header in &self.api.headers {
            let Some(variable) = first_variable(&header.value) else { continue };
            if !self.applies(header, identity.kind) {
                continue;
            }
            let is_user = self.api[variable].name.snake() == "user_key";
            match self.value(header).filter(|value| !value.is_empty()) {
                Some(user) if is_user && !knows_user(user) => {
                    let message = format!("{}: no such user", header.name);
                    return Err(Refusal::new(code::USER_WRONG, message));
                }
                Some(user) if is_user => acting = acting.or_else(|| Some(user.to_owned())),
                Some(value) => {
                    let value = strip_fixed_text(&header.value, value).unwrap_or(value);
                    check_value(self.api, &self.api[variable].ty, value, &header.name)?;
                }
                None if header.required && self.exception_for(header).is_none() => {
                    let code = if is_user { code::USER_MISSING } else { code::MISSING };
                    return Err(Refusal::new(code, format!("{}: the header is absent", header.name)));
                }
                _ => {}
            }
        }
        Ok(acting.unwrap_or_default())
    }

    /// The idempotency key that was sent, where the rules have one.
    pub(crate) fn idempotency_key(&self) -> Option<&'a str> {
        let header = self.header_with(|part| *part == TemplatePart::IdempotencyKey)?;
        let sent_here = header.effect.is_none_or(|effect| effect == self.endpoint.effect);
        self.value(header).filter(|key| sent_here && !key.is_empty())
    }

    /// Whether the spec lets this header be sent with requests like this one.
    fn applies(&self, header: &Header, kind: Option<TokenKind>) -> bool {
        let fits_credential = match (&header.credentials, kind) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(list), Some(kind)) => list.iter().any(|id| kind.is_of(self.api, *id)),
        };
        let fits_effect = header.effect.is_none_or(|effect| effect == self.endpoint.effect);
        fits_credential && fits_effect && self.exception_for(header) != Some(HeaderUse::Never)
    }

    /// What the endpoint says about a header in departure from the header's own rule.
    fn exception_for(&self, header: &Header) -> Option<HeaderUse> {
        let same = |id| std::ptr::eq(&raw const self.api[id], std::ptr::from_ref(header));
        self.endpoint.header_exceptions.iter().find(|(id, _)| same(*id)).map(|(_, header_use)| *header_use)
    }

    /// The first header whose value has a part for which `holds` is true.
    fn header_with(&self, holds: impl Fn(&TemplatePart) -> bool) -> Option<&'a Header> {
        self.api.headers.iter().find(|header| header.value.0.iter().any(&holds))
    }

    /// The value that was sent for a header.
    fn value(&self, header: &Header) -> Option<&'a str> {
        self.sent.get(&header.name)?.to_str().ok().map(str::trim)
    }
}

/// Checks a header's value against the type that the spec gives it. An unknown value of an enum is refused: a header
/// affects the whole call, and a caller would not notice that a misspelt one has no effect.
fn check_value(api: &Api, ty: &TypeRef, value: &str, name: &str) -> Result<(), Refusal> {
    let read = check::from_text(api, ty, value, name)
        .map_err(|refusal| Refusal { code: code::INVALID, ..refusal })?;
    let TypeRef::Def(id) = ty else { return Ok(()) };
    let Shape::Enum { values, .. } = &api[*id].shape else { return Ok(()) };
    if values.iter().any(|known| json(&known.value) == read) {
        return Ok(());
    }
    let known: Vec<_> = values.iter().map(|known| json(&known.value).to_string()).collect();
    Err(Refusal::new(code::INVALID, format!("{name}: expected one of {}, got {value}", known.join(", "))))
}

/// The first variable of a template, if it has one.
fn first_variable(template: &Template) -> Option<VariableId> {
    template.0.iter().find_map(|part| match part {
        TemplatePart::Variable(id) => Some(*id),
        _ => None,
    })
}

/// The part of a value that is not fixed text of its template, such as the token of `Bearer {token}`; `None` if the
/// fixed text differs.
fn strip_fixed_text<'a>(template: &Template, value: &'a str) -> Option<&'a str> {
    let mut rest = value;
    let mut parts = template.0.iter();
    for part in parts.by_ref() {
        match part {
            TemplatePart::Text(text) => rest = rest.strip_prefix(text.as_str())?,
            _ => break,
        }
    }
    for part in parts.rev() {
        if let TemplatePart::Text(text) = part {
            rest = rest.strip_suffix(text.as_str())?;
        }
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_may_stand_inside_other_text() {
        let bearer = Template(vec![TemplatePart::Text("Bearer ".into()), TemplatePart::Token]);
        assert_eq!(strip_fixed_text(&bearer, "Bearer x"), Some("x"));
        assert_eq!(strip_fixed_text(&bearer, "x"), None);
        assert_eq!(strip_fixed_text(&Template(vec![TemplatePart::Token]), "p-1"), Some("p-1"));
    }
}
