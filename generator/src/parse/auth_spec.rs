//! Credentials.

use super::field_spec::{FieldSpec, parse_plain_field};
use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Scalar, Spanned, Text};
use super::scalar_kind::{
    parse_int, parse_list, parse_map, parse_measure, parse_prose, parse_scalar, parse_text,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;

/// `auth` of the API.
#[derive(Clone, Debug, Default)]
pub(crate) struct AuthSpec {
    pub(crate) renew_on: Vec<Spanned<i64>>,
    pub(crate) never_renew_on: Vec<Spanned<i64>>,
    pub(crate) renew_before_expiry: Option<Text>,
    pub(crate) credentials: Vec<CredentialSpec>,
}

/// A credential as it is written.
#[derive(Clone, Debug)]
pub(crate) struct CredentialSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    pub(crate) inputs: Vec<FieldSpec>,
    pub(crate) token: TokenSpec,
    /// Headers and query parameters that it sends itself: names and templates.
    pub(crate) headers: Vec<(Text, Text)>,
    pub(crate) query: Vec<(Text, Text)>,
}

/// Where a token comes from.
#[derive(Clone, Debug)]
pub(crate) enum TokenSpec {
    None,
    Fixed(Text),
    Exchange(Box<ExchangeSpec>),
}

/// A token exchange as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ExchangeSpec {
    pub(crate) with: Option<Text>,
    pub(crate) endpoint: Text,
    pub(crate) send: Vec<(Text, Spanned<Scalar>)>,
    pub(crate) token: Text,
    pub(crate) expires_in: Option<Text>,
    pub(crate) rotates: Vec<(Text, Text)>,
}

/// Reads `auth`.
pub(crate) fn parse_auth(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<AuthSpec> {
    let reader = MappingReader::new(&dialect::AUTH, &key.origin, node, diagnostics)?;
    let codes = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).map_or_else(Vec::new, |node| parse_list("error codes", node, diagnostics, parse_int))
    };
    Some(AuthSpec {
        renew_on: codes("renew_on", diagnostics),
        never_renew_on: codes("never_renew_on", diagnostics),
        renew_before_expiry: reader
            .get("renew_before_expiry")
            .and_then(|node| parse_measure(Code::DurationSyntax, "s", node, diagnostics)),
        credentials: reader
            .need("credentials")
            .map_or_else(Vec::new, |node| parse_map("credentials", node, diagnostics, parse_credential)),
    })
}

fn parse_credential(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<CredentialSpec> {
    let reader = MappingReader::new(&dialect::CREDENTIAL, &name.origin, node, diagnostics)?;
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    let inputs = reader.need("inputs").map_or_else(Vec::new, |node| {
        parse_map("inputs", node, diagnostics, |key, node, diagnostics| {
            parse_plain_field("an input", key, node, diagnostics)
        })
    });
    let sent = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).map_or_else(Vec::new, |node| {
            parse_map("templates", node, diagnostics, |name, node, diagnostics| {
                Some((name.clone(), parse_text(node, diagnostics)?))
            })
        })
    };
    let (headers, query) = (sent("headers", diagnostics), sent("query", diagnostics));
    let sends = reader.get("headers").is_some() || reader.get("query").is_some();
    let token = match (reader.get("exchange"), reader.get("token")) {
        (Some(node), _) => parse_exchange(reader.key("exchange")?, node, diagnostics)
            .map(|exchange| TokenSpec::Exchange(Box::new(exchange))),
        (None, Some(node)) => parse_text(node, diagnostics).map(TokenSpec::Fixed),
        (None, None) if sends => Some(TokenSpec::None),
        (None, None) => {
            let message = format!("the credential `{}` does not say what is sent of it", name.value);
            let help = "give it a `token` template made of its inputs, an `exchange`, or `headers` or a `query` of its own";
            diagnostics.push(Diagnostic::new(Code::KeyMissing, &name.origin, message).help(help));
            None
        }
    };
    Some(CredentialSpec { name: name.clone(), doc, inputs, token: token?, headers, query })
}

fn parse_exchange(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<ExchangeSpec> {
    let reader = MappingReader::new(&dialect::EXCHANGE, &key.origin, node, diagnostics)?;
    let endpoint = reader.need("endpoint").and_then(|node| parse_text(node, diagnostics));
    let token = reader.need("token").and_then(|node| parse_text(node, diagnostics));
    let send = reader.need("send").map_or_else(Vec::new, |node| {
        parse_map("members", node, diagnostics, |name, node, diagnostics| {
            Some((name.clone(), parse_scalar(node, diagnostics)?))
        })
    });
    let rotates = reader.get("rotates").map_or_else(Vec::new, |node| {
        parse_map("inputs", node, diagnostics, |name, node, diagnostics| {
            Some((name.clone(), parse_text(node, diagnostics)?))
        })
    });
    Some(ExchangeSpec {
        with: reader.get("with").and_then(|node| parse_text(node, diagnostics)),
        send,
        expires_in: reader.get("expires_in").and_then(|node| parse_text(node, diagnostics)),
        rotates,
        endpoint: endpoint?,
        token: token?,
    })
}
