//! Request headers.

use super::reserved;
use super::scope::Scope;
use super::template::lower_template;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Header, Template, TemplatePart, VariableId};
use crate::parse::{ApiSpec, HeaderSpec, Text};

/// Lowers the rules of all request headers.
pub(super) fn lower_headers(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Vec<Header> {
    let spec = &scope.document.api;
    let mut known = vec![
        (reserved::TOKEN.to_owned(), TemplatePart::Token),
        (reserved::IDEMPOTENCY_KEY.to_owned(), TemplatePart::IdempotencyKey),
    ];
    known.extend(
        spec.variables.iter().enumerate().map(|(index, variable)| {
            (variable.wire.value.clone(), TemplatePart::Variable(VariableId(index)))
        }),
    );
    spec.headers.iter().map(|header| lower_header(header, &known, scope, diagnostics)).collect()
}

fn lower_header(
    spec: &HeaderSpec,
    known: &[(String, TemplatePart)],
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Header {
    check_header_name(&spec.name, diagnostics);
    let referrer = format!("the header `{}`", spec.name.value);
    let value = lower_template(&spec.value, known, diagnostics);
    check_header_text(&value, &spec.value, diagnostics);
    Header {
        name: spec.name.value.clone(),
        value,
        credentials: spec.credentials.as_ref().map(|names| {
            names.iter().filter_map(|name| scope.credentials.find(name, &referrer, diagnostics)).collect()
        }),
        effect: spec.effect,
        required: spec.required,
        docs: spec
            .doc
            .as_ref()
            .map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone()),
    }
}

/// The names of the response headers that may hold the log id.
pub(super) fn lower_log_id_headers(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<String> {
    spec.log_id_headers
        .iter()
        .map(|name| {
            check_header_name(name, diagnostics);
            name.value.clone()
        })
        .collect()
}

/// Checks that a name can be that of a header.
pub(super) fn check_header_name(name: &Text, diagnostics: &mut Diagnostics) {
    check_token(name, "a header", diagnostics);
}

/// Checks that a name is a token of HTTP, as the names of headers and cookies are. `what` has it.
pub(super) fn check_token(name: &Text, what: &str, diagnostics: &mut Diagnostics) {
    let good = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if name.value.is_empty() || !name.value.chars().all(good) {
        let message = format!("`{}` cannot be the name of {what}", name.value.escape_debug());
        let help = "such names are made of ASCII letters, digits and `-`";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &name.origin, message).help(help));
    }
}

/// Checks that the fixed parts of a header's value can be sent.
pub(super) fn check_header_text(template: &Template, text: &Text, diagnostics: &mut Diagnostics) {
    let bad = template.0.iter().any(|part| match part {
        TemplatePart::Text(text) => text.chars().any(|c| !(' '..='~').contains(&c)),
        _ => false,
    });
    if bad {
        let message = "the value of a header is visible ASCII on one line";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message));
    }
}
