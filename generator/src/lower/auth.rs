//! Credentials, and how their tokens are had: as a fixed text, or by an exchange, that is by calling an endpoint.

use std::time::Duration;

use super::duration::lower_duration;
use super::exchange::ExchangeLowerer;
use super::header::{check_header_name, check_header_text};
use super::name::{Case, Namespace, lower_own_name};
use super::reserved;
use super::scope::Scope;
use super::service::check_code;
use super::template::lower_template;
use super::type_ref::{lower_type_ref, render_type};
use super::value_kind::ValueKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    Auth, Credential, Endpoint, Input, Scalar, Template, TemplatePart, TokenSource, TypeDef, TypeRef,
};
use crate::parse::{CredentialSpec, FieldSpec, Spanned, Text, TokenSpec};

/// What holds for all credentials.
pub(super) fn lower_auth(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Auth {
    let spec = &scope.document.api.auth;
    for code in spec.renew_on.iter().chain(&spec.never_renew_on) {
        check_code(scope, code, "`auth`", diagnostics);
    }
    for code in &spec.never_renew_on {
        if let Some(other) = spec.renew_on.iter().find(|other| other.value == code.value) {
            let message = format!("the code {} stands in `renew_on` and in `never_renew_on`", code.value);
            let finding = Diagnostic::new(Code::KeyConflict, &code.origin, message);
            diagnostics.push(finding.note_at(&other.origin, "it stands in `renew_on` here"));
        }
    }
    let codes = |codes: &[Spanned<i64>]| codes.iter().map(|code| code.value).collect();
    let before_expiry = spec.renew_before_expiry.as_ref().and_then(|text| lower_duration(text, diagnostics));
    Auth {
        renew_on: codes(&spec.renew_on),
        never_renew_on: codes(&spec.never_renew_on),
        renew_before_expiry: before_expiry.unwrap_or(Duration::ZERO),
    }
}

/// Lowers the credentials.
pub(super) fn lower_credentials(
    scope: &Scope<'_>,
    types: &[TypeDef],
    endpoints: &[Endpoint],
    diagnostics: &mut Diagnostics,
) -> Vec<Credential> {
    let specs = &scope.document.api.auth.credentials;
    specs.iter().map(|spec| lower_credential(spec, scope, types, endpoints, diagnostics)).collect()
}

fn lower_credential(
    spec: &CredentialSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    endpoints: &[Endpoint],
    diagnostics: &mut Diagnostics,
) -> Credential {
    let help = "give the credential another name";
    let name = lower_own_name(&spec.name, "a credential", help, diagnostics);
    let mut names = Namespace::new("input", Case::Snake, &[]);
    let inputs =
        spec.inputs.iter().map(|input| lower_input(input, &mut names, scope, types, diagnostics)).collect();
    let known: Vec<_> = spec
        .inputs
        .iter()
        .enumerate()
        .map(|(index, input)| (input.wire.value.clone(), TemplatePart::Input(index)))
        .collect();
    let token = match &spec.token {
        TokenSpec::None => TokenSource::None,
        TokenSpec::Fixed(text) => TokenSource::Fixed(lower_template(text, &known, diagnostics)),
        TokenSpec::Exchange(exchange) => {
            let lowering = ExchangeLowerer { spec, exchange, known: &known, scope, types, endpoints };
            match lowering.lower(diagnostics) {
                Some(exchange) => TokenSource::Exchange(exchange),
                // After a complaint, so it is never emitted.
                None => TokenSource::Fixed(crate::ir::Template(Vec::new())),
            }
        }
    };
    let docs = spec
        .doc
        .as_ref()
        .map_or_else(|| format!("The credential `{}`.", spec.name.value).into(), |doc| doc.value.clone());
    let mut known = known;
    if !matches!(token, TokenSource::None) {
        known.push((reserved::TOKEN.to_owned(), TemplatePart::Token));
    }
    let sent = |all: &[(Text, Text)], diagnostics: &mut Diagnostics| -> Vec<(String, Template)> {
        all.iter()
            .map(|(name, text)| (name.value.clone(), lower_template(text, &known, diagnostics)))
            .collect()
    };
    let (headers, query) = (sent(&spec.headers, diagnostics), sent(&spec.query, diagnostics));
    for ((name, text), (_, template)) in spec.headers.iter().zip(&headers) {
        check_header_name(name, diagnostics);
        check_header_text(template, text, diagnostics);
        let is_same = |other: &&(Text, Text)| other.0.value.eq_ignore_ascii_case(&name.value);
        let first = spec.headers.iter().find(is_same).map(|(first, _)| first);
        if let Some(first) = first.filter(|first| first.origin != name.origin) {
            let message = format!(
                "the header `{}` is sent twice: names of headers are the same in any case",
                name.value
            );
            let finding = Diagnostic::new(Code::NameTaken, &name.origin, message);
            diagnostics.push(finding.note_at(&first.origin, "it stands here first"));
        }
        let twin = scope.document.api.headers.iter().find(|rule| {
            rule.name.value.eq_ignore_ascii_case(&name.value)
                && rule
                    .credentials
                    .as_ref()
                    .is_none_or(|only| only.iter().any(|one| one.value == spec.name.value))
        });
        if let Some(twin) = twin {
            let message = format!("the header `{}` is sent with this credential by itself, too", name.value);
            let finding = Diagnostic::new(Code::KeyConflict, &name.origin, message);
            let finding = finding.note_at(&twin.name.origin, "the rule for all credentials stands here");
            diagnostics.push(
                finding.help("keep one of the two, or name the other credentials under `credentials` there"),
            );
        }
    }
    Credential { name, docs, inputs, token, headers, query }
}

/// Lowers an input of a credential or a callback: a text, such as a secret, that whoever uses the client gives.
pub(super) fn lower_input(
    spec: &FieldSpec,
    names: &mut Namespace,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Input {
    let help = "give the input another name";
    let name = lower_own_name(&spec.wire, "an input", help, diagnostics);
    names.claim(&name, &spec.wire, help, diagnostics);
    let ty = lower_type_ref(&spec.ty, scope, diagnostics);
    if let Some(ty) = &ty
        && !ValueKind::Text.is_kind_of(ty, types)
    {
        let message = format!("an input cannot be `{}`", render_type(ty, types));
        let help = "it is a `string`, a `secret`, or an id over `string`";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.wire.value).into(), |doc| doc.value.clone());
    Input { name, ty: ty.unwrap_or(TypeRef::Scalar(Scalar::Str)), docs }
}
