//! Checks of a request's headers: token, acting user, idempotency key and the spec's other headers. The rules come from
//! the spec; only the codes of the refusals are fixed here.

use std::borrow::Cow;
use std::time::Duration;

use axum::extract::Request;
use axum::http::HeaderMap;
use paceline_generator::ir::{
    Api, Credential, CredentialId, CredentialRule, Endpoint, Header, HeaderUse, Shape, Template,
    TemplatePart, TokenSource, TypeRef, VariableId,
};
use percent_encoding::percent_decode_str;

use super::{TokenKind, Tokens, fill_inputs, is_open};
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
    /// The query that was sent, still encoded.
    pub(crate) query: &'a str,
}

/// A part of a credential, and what was sent of it.
struct Shown<'a> {
    /// The name of the header or query parameter.
    name: &'a str,
    is_header: bool,
    /// The whole text; `None` if it was not sent.
    sent: Option<Cow<'a, str>>,
    /// The fixed text around a token; empty if there is no token.
    around: [String; 2],
    /// The whole text that it has to be, where it holds no token.
    wanted: String,
    holds_token: bool,
}

impl<'a> Shown<'a> {
    fn new(
        credential: &Credential,
        name: &'a str,
        template: &Template,
        sent: Option<impl Into<Cow<'a, str>>>,
        is_header: bool,
    ) -> Self {
        let is_token = |part: &TemplatePart| *part == TemplatePart::Token;
        let token = template.0.iter().position(is_token);
        let filled = |parts: &[TemplatePart]| fill_inputs(credential, parts);
        let (before, after) = template.0.split_at(token.unwrap_or(template.0.len()));
        let around = [filled(before), filled(after.get(1..).unwrap_or_default())];
        let wanted = filled(&template.0);
        Self { name, is_header, sent: sent.map(Into::into), around, wanted, holds_token: token.is_some() }
    }

    /// What was sent without the fixed text around a token; `None` if nothing was, or other text stands around it.
    fn secret(&self) -> Option<&str> {
        let sent = self.sent.as_deref()?;
        if !self.holds_token {
            return Some(sent);
        }
        sent.strip_prefix(&*self.around[0])?.strip_suffix(&*self.around[1])
    }
}

impl<'a> HeaderCheck<'a> {
    /// The headers and the query of a request.
    pub(crate) fn of(api: &'a Api, endpoint: &'a Endpoint, request: &'a Request) -> Self {
        Self { api, endpoint, sent: request.headers(), query: request.uri().query().unwrap_or_default() }
    }

    /// The secrets that were sent, if the endpoint asks for any: by these the limits count.
    pub(crate) fn token(&self) -> Option<Cow<'a, str>> {
        if is_open(self.api, self.endpoint) {
            return None;
        }
        // The first credential that is there whole, or else the first part of one.
        let shown = self.accepted().map(|id| self.shown(id)).collect::<Vec<_>>();
        let whole =
            shown.iter().find(|parts| !parts.is_empty() && parts.iter().all(|part| part.sent.is_some()));
        let part = || shown.iter().flatten().find(|part| part.sent.is_some()).map(std::slice::from_ref);
        let parts: &[Shown<'_>] = whole.map(Vec::as_slice).or_else(part)?;
        let texts = parts.iter().filter_map(|part| part.secret());
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        match texts.as_slice() {
            [] => None,
            [one] => Some(Cow::Owned((*one).to_owned())),
            several => Some(Cow::Owned(several.join(" "))),
        }
    }

    /// Who sent the request, by its secrets: those of the first credential that they are of.
    pub(crate) fn identify(&self, tokens: &Tokens, now: Duration) -> Result<Identity, Refusal> {
        if is_open(self.api, self.endpoint) {
            return Ok(Identity { kind: None, user: None });
        }
        let mut worst: Option<(u8, Refusal)> = None;
        for id in self.accepted() {
            match self.identify_as(id, tokens, now) {
                Ok(identity) => return Ok(identity),
                // What was sent and is wrong says more than what was not sent.
                Err((rank, refusal)) if worst.as_ref().is_none_or(|(known, _)| rank > *known) => {
                    worst = Some((rank, refusal));
                }
                Err(_) => {}
            }
        }
        Err(worst
            .map_or_else(|| Refusal::new(code::TOKEN_MISSING, "token: the header is absent"), |(_, why)| why))
    }

    /// Who sent the request, if it is the holder of this credential; else why not, and how much that says.
    fn identify_as(
        &self,
        id: CredentialId,
        tokens: &Tokens,
        now: Duration,
    ) -> Result<Identity, (u8, Refusal)> {
        let mut identity = None;
        let shown = self.shown(id);
        let is_any_sent = shown.iter().any(|part| part.sent.is_some());
        for part in &shown {
            let name = &part.name;
            let Some(secret) = part.secret().filter(|secret| !secret.is_empty()) else {
                let what = if part.is_header { "header" } else { "query parameter" };
                let refusal = Refusal::new(code::TOKEN_MISSING, format!("{name}: the {what} is absent"));
                return Err((u8::from(is_any_sent), refusal));
            };
            if !part.holds_token {
                if secret != part.wanted {
                    let refusal = Refusal::new(code::TOKEN_BAD, format!("{name}: the secret is unknown"));
                    return Err((2, refusal));
                }
                continue;
            }
            let info = tokens.look_up(secret, now).ok_or_else(|| {
                (2, Refusal::new(code::TOKEN_BAD, format!("{name}: the token is unknown or expired")))
            })?;
            let accepts_all = matches!(self.endpoint.credentials, CredentialRule::Any);
            if !accepts_all && !info.kind.comes_from(self.api, id) {
                let message = format!("{name}: this endpoint does not take a token of this kind");
                return Err((3, Refusal::new(code::NO_TOKEN_PERMISSION, message)));
            }
            identity = Some(Identity { kind: Some(info.kind), user: info.user.clone() });
        }
        let holder = || Identity { kind: Some(TokenKind::Holder(id.index())), user: None };
        Ok(identity.unwrap_or_else(holder))
    }

    /// The credentials that the endpoint takes.
    fn accepted(&self) -> impl Iterator<Item = CredentialId> + use<'a> {
        let ids: Vec<CredentialId> = match &self.endpoint.credentials {
            CredentialRule::None => Vec::new(),
            CredentialRule::Any => self.api.credential_ids().collect(),
            CredentialRule::Only(ids) => ids.clone(),
        };
        ids.into_iter()
    }

    /// All that a credential has to show, and what was sent of it.
    fn shown(&self, id: CredentialId) -> Vec<Shown<'a>> {
        let credential = &self.api[id];
        let carries = |header: &&Header| {
            header.value.0.contains(&TemplatePart::Token)
                && header.credentials.as_ref().is_none_or(|only| only.contains(&id))
        };
        let has_token = !matches!(credential.token, TokenSource::None);
        let rule = self.api.headers.iter().find(carries).filter(|_| has_token);
        let rule =
            rule.map(|header| Shown::new(credential, &header.name, &header.value, self.value(header), true));
        let own = credential.headers.iter().map(|(name, value)| {
            let sent = self.sent.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
            Shown::new(credential, name, value, sent.map(Cow::Borrowed), true)
        });
        let query = credential.query.iter().map(|(name, value)| {
            let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
            let decoded = |text: &'a str| percent_decode_str(text).decode_utf8_lossy();
            let sent =
                pairs.into_iter().find(|(known, _)| decoded(known) == *name).map(|(_, text)| decoded(text));
            Shown::new(credential, name, value, sent, false)
        });
        rule.into_iter().chain(own).chain(query).collect()
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
        let sent_here = header.effect.is_none_or(|effect| effect.includes(self.endpoint.effect));
        self.value(header).filter(|key| sent_here && !key.is_empty())
    }

    /// Whether the spec lets this header be sent with requests like this one.
    fn applies(&self, header: &Header, kind: Option<TokenKind>) -> bool {
        let fits_credential = match (&header.credentials, kind) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(list), Some(kind)) => list.iter().any(|id| kind.comes_from(self.api, *id)),
        };
        let fits_effect = header.effect.is_none_or(|effect| effect.includes(self.endpoint.effect));
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
