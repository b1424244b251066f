//! Credentials.

use super::field_spec::{FieldSpec, parse_plain_field};
use super::node::{Node, Scalar, Spanned, Text};
use super::reader::Reader;
use super::shape::{parse_int, parse_list, parse_map, parse_measure, parse_prose, parse_scalar, parse_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

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
    pub(crate) doc: Option<Text>,
    pub(crate) inputs: Vec<FieldSpec>,
    pub(crate) token: TokenSpec,
}

/// Where a token comes from.
#[derive(Clone, Debug)]
pub(crate) enum TokenSpec {
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
pub(crate) fn parse_auth(key: &Text, node: &Node, out: &mut Diagnostics) -> Option<AuthSpec> {
    let keys = ["renew_on", "never_renew_on", "renew_before_expiry", "credentials"];
    let reader = Reader::new("`auth`", &keys, &key.origin, node, out)?;
    let codes = |key: &str, out: &mut Diagnostics| {
        reader.get(key).map_or_else(Vec::new, |node| parse_list("error codes", node, out, parse_int))
    };
    Some(AuthSpec {
        renew_on: codes("renew_on", out),
        never_renew_on: codes("never_renew_on", out),
        renew_before_expiry: reader
            .get("renew_before_expiry")
            .and_then(|node| parse_measure(Code::DurationSyntax, "s", node, out)),
        credentials: reader
            .need("credentials", out)
            .map_or_else(Vec::new, |node| parse_map("credentials", node, out, parse_credential)),
    })
}

fn parse_credential(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<CredentialSpec> {
    let keys = ["doc", "inputs", "exchange", "token"];
    let reader = Reader::new("a credential", &keys, &name.origin, node, out)?;
    reader.exclusive("exchange", "token", out);
    let doc = reader.get("doc").and_then(|node| parse_prose(node, out));
    let inputs = reader.need("inputs", out).map_or_else(Vec::new, |node| {
        parse_map("inputs", node, out, |key, node, out| parse_plain_field("an input", key, node, out))
    });
    let token = match (reader.get("exchange"), reader.get("token")) {
        (Some(node), _) => parse_exchange(reader.key("exchange")?, node, out)
            .map(|exchange| TokenSpec::Exchange(Box::new(exchange))),
        (None, Some(node)) => parse_text(node, out).map(TokenSpec::Fixed),
        (None, None) => {
            let message = format!("the credential `{}` does not say where its token comes from", name.value);
            let help = "give it an `exchange`, or a `token` template made of its inputs";
            out.push(Diagnostic::new(Code::KeyMissing, &name.origin, message).help(help));
            None
        }
    };
    Some(CredentialSpec { name: name.clone(), doc, inputs, token: token? })
}

fn parse_exchange(key: &Text, node: &Node, out: &mut Diagnostics) -> Option<ExchangeSpec> {
    let keys = ["with", "endpoint", "send", "token", "expires_in", "rotates"];
    let reader = Reader::new("an exchange", &keys, &key.origin, node, out)?;
    let endpoint = reader.need("endpoint", out).and_then(|node| parse_text(node, out));
    let token = reader.need("token", out).and_then(|node| parse_text(node, out));
    let send = reader.need("send", out).map_or_else(Vec::new, |node| {
        parse_map("members", node, out, |name, node, out| Some((name.clone(), parse_scalar(node, out)?)))
    });
    let rotates = reader.get("rotates").map_or_else(Vec::new, |node| {
        parse_map("inputs", node, out, |name, node, out| Some((name.clone(), parse_text(node, out)?)))
    });
    Some(ExchangeSpec {
        with: reader.get("with").and_then(|node| parse_text(node, out)),
        send,
        expires_in: reader.get("expires_in").and_then(|node| parse_text(node, out)),
        rotates,
        endpoint: endpoint?,
        token: token?,
    })
}
