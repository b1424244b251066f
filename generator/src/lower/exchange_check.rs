//! Whether an endpoint can yield a token.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest};
use crate::ir::{CredentialId, CredentialRule, Endpoint, ParamLocation, Presence};
use crate::parse::{CredentialSpec, ExchangeSpec, Text};

/// Checks that the endpoint of an exchange can be called: without a credential, or with another one than that which it is
/// to yield. `itself` is the credential's own id.
pub(super) fn check_credentials(
    credential: &CredentialSpec,
    exchange: &ExchangeSpec,
    endpoint: &Endpoint,
    with: Option<CredentialId>,
    itself: Option<CredentialId>,
    diagnostics: &mut Diagnostics,
) {
    let named = &exchange.endpoint;
    let (message, help) = match (with, &endpoint.credentials) {
        (None, CredentialRule::None) => return,
        (Some(with), _) if itself == Some(with) => (
            format!("the credential `{}` cannot be had with itself", credential.name.value),
            "name another credential, or remove `with`".to_owned(),
        ),
        (Some(_), CredentialRule::Any) => return,
        (Some(with), CredentialRule::Only(ids)) if ids.contains(&with) => return,
        (None, _) => (
            format!("`{}` takes a credential, yet the exchange has none to call it with", named.value),
            "add `auth: none` to the endpoint, or `with: …` to the exchange".to_owned(),
        ),
        (Some(_), _) => (
            format!("`{}` does not take the credential that the exchange calls it with", named.value),
            "add it to `auth` of the endpoint".to_owned(),
        ),
    };
    diagnostics.push(
        Diagnostic::new(Code::ExchangeMismatch, &named.origin, message)
            .note_at(&endpoint.origin, "the endpoint is defined here")
            .help(help),
    );
}

/// Checks that the exchange sends everything that the endpoint requires.
pub(super) fn check_params(exchange: &ExchangeSpec, endpoint: &Endpoint, diagnostics: &mut Diagnostics) {
    for param in endpoint.params.iter().filter(|param| param.field.presence == Presence::Required) {
        let wire = &param.field.wire;
        let is_misspelled =
            |name: &str| closest(name, [&**wire]).is_some() && !is_body_member(endpoint, name);
        let sent = |name: &Text| name.value == *wire || is_misspelled(&name.value);
        // A misspelled name is reported where it stands.
        if param.location == ParamLocation::Body && exchange.send.iter().any(|(name, _)| sent(name)) {
            continue;
        }
        let (message, help) = match param.location {
            ParamLocation::Body => {
                (format!("the exchange does not send `{wire}`"), format!("add `{wire}` to `send`"))
            }
            ParamLocation::Path | ParamLocation::Query | ParamLocation::Header | ParamLocation::Cookie => (
                format!("an exchange cannot set `{wire}`, which is no member of the body"),
                "choose an endpoint that takes all it needs in its body".to_owned(),
            ),
        };
        diagnostics.push(
            Diagnostic::new(Code::ExchangeMismatch, &exchange.endpoint.origin, message)
                .note_at(&param.field.origin, format!("`{}` requires it here", endpoint.id))
                .help(help),
        );
    }
}

/// Whether the endpoint has a member of the body of this name.
fn is_body_member(endpoint: &Endpoint, name: &str) -> bool {
    endpoint.params.iter().any(|param| param.location == ParamLocation::Body && param.field.wire == name)
}
