//! Credentials and token exchanges.

use std::time::Duration;

use super::limit::lower_duration;
use super::literal::{fit_literal, lower_literal};
use super::name::{Case, Namespace, lower_own_name};
use super::place::{check_place, lower_place};
use super::scope::Scope;
use super::service::check_code;
use super::template::lower_template;
use super::type_ref::{lower_type_ref, spell_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, listed};
use crate::ir::{
    Answer, Auth, Credential, CredentialId, CredentialRule, Exchange, IdRepr, Input, Literal, Operation,
    Piece, Place, Presence, Scalar as Builtin, SendValue, Shape, TokenSource, TypeDef, TypeRef,
};
use crate::spec::{CredentialSpec, ExchangeSpec, FieldSpec, Scalar, Spanned, Text, TokenSpec};

/// What holds for all credentials.
pub(super) fn lower_auth(scope: &Scope<'_>, out: &mut Diagnostics) -> Auth {
    let spec = &scope.document.api.auth;
    for code in spec.renew_on.iter().chain(&spec.never_renew_on) {
        check_code(scope, code, "`auth`", out);
    }
    for code in &spec.never_renew_on {
        if let Some(other) = spec.renew_on.iter().find(|other| other.value == code.value) {
            let message = format!("the code {} stands in `renew_on` and in `never_renew_on`", code.value);
            let finding = Diagnostic::new(Code::KeyConflict, &code.origin, message);
            out.push(finding.note_at(&other.origin, "it stands in `renew_on` here"));
        }
    }
    let codes = |codes: &[Spanned<i64>]| codes.iter().map(|code| code.value).collect();
    let lead = spec.renew_before_expiry.as_ref().and_then(|text| lower_duration(text, out));
    Auth {
        renew_on: codes(&spec.renew_on),
        never_renew_on: codes(&spec.never_renew_on),
        renew_before_expiry: lead.unwrap_or(Duration::ZERO),
    }
}

/// Lowers the credentials.
pub(super) fn lower_credentials(
    scope: &Scope<'_>,
    types: &[TypeDef],
    operations: &[Operation],
    out: &mut Diagnostics,
) -> Vec<Credential> {
    let specs = &scope.document.api.auth.credentials;
    specs.iter().map(|spec| lower_credential(spec, scope, types, operations, out)).collect()
}

fn lower_credential(
    spec: &CredentialSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    operations: &[Operation],
    out: &mut Diagnostics,
) -> Credential {
    let help = "give the credential another name";
    let name = lower_own_name(&spec.name, "a credential", help, out);
    let mut names = Namespace::new("input", Case::Snake, &[]);
    let inputs = spec.inputs.iter().map(|input| lower_input(input, &mut names, scope, types, out)).collect();
    let known: Vec<_> = spec
        .inputs
        .iter()
        .enumerate()
        .map(|(index, input)| (input.wire.value.clone(), Piece::Input(index)))
        .collect();
    let token = match &spec.token {
        TokenSpec::Fixed(text) => TokenSource::Fixed(lower_template(text, &known, out)),
        TokenSpec::Exchange(exchange) => {
            let lowering = Exchanging { spec, exchange, known: &known, scope, types, operations };
            match lowering.lower(out) {
                Some(exchange) => TokenSource::Exchange(exchange),
                None => TokenSource::Fixed(crate::ir::Template(Vec::new())),
            }
        }
    };
    let docs = spec
        .doc
        .as_ref()
        .map_or_else(|| format!("The credential `{}`.", spec.name.value), |doc| doc.value.clone());
    Credential { name, docs, inputs, token }
}

fn lower_input(
    spec: &FieldSpec,
    names: &mut Namespace,
    scope: &Scope<'_>,
    types: &[TypeDef],
    out: &mut Diagnostics,
) -> Input {
    let help = "give the input another name";
    let name = lower_own_name(&spec.wire, "an input", help, out);
    names.claim(&name, &spec.wire, help, out);
    let ty = lower_type_ref(&spec.ty, scope, out);
    if let Some(ty) = &ty
        && !is_text(ty, types)
    {
        let message = format!("an input cannot be `{}`", spell_type(ty, types));
        let help = "it is a `string`, a `secret`, or an id over `string`";
        out.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
    let docs = spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.wire.value), |doc| doc.value.clone());
    Input { name, ty: ty.unwrap_or(TypeRef::Scalar(Builtin::Str)), docs }
}

fn is_text(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::Scalar(Builtin::Str | Builtin::Secret) => true,
        TypeRef::Def(id) => types[id.index()].shape == Shape::Id(IdRepr::Str),
        _ => false,
    }
}

/// All that it takes to lower an exchange.
struct Exchanging<'e> {
    spec: &'e CredentialSpec,
    exchange: &'e ExchangeSpec,
    known: &'e [(String, Piece)],
    scope: &'e Scope<'e>,
    types: &'e [TypeDef],
    operations: &'e [Operation],
}

impl Exchanging<'_> {
    fn lower(&self, out: &mut Diagnostics) -> Option<Exchange> {
        let user = format!("credential `{}`", self.spec.name.value);
        let with = self.exchange.with.as_ref().map(|name| self.scope.credentials.find(name, &user, out));
        let id = self.scope.operations.find(&self.exchange.endpoint, &user, out);
        let operation = &self.operations[id?.index()];
        let with = match with {
            Some(found) => Some(found?),
            None => None,
        };
        self.check_credentials(operation, with, out);
        self.check_params(operation, out);
        let send = self
            .exchange
            .send
            .iter()
            .map(|(name, value)| (name.value.clone(), self.lower_value(operation, name, value, out)));
        let send = send.collect();
        let token = self.lower_answer_place(operation, &self.exchange.token, is_text, "a text", out);
        let lifetime = self.exchange.expires_in.as_ref();
        let expires_in =
            lifetime.map(|text| self.lower_answer_place(operation, text, is_number, "a whole number", out));
        let mut rotates = Vec::new();
        for (input, place) in &self.exchange.rotates {
            let place = self.lower_answer_place(operation, place, is_text, "a text", out);
            rotates.extend(self.find_input(input, out).map(|index| (index, place)));
        }
        Some(Exchange { with, operation: id?, send, token, expires_in, rotates })
    }

    /// An exchange cannot need the very token that it is to yield.
    fn check_credentials(&self, operation: &Operation, with: Option<CredentialId>, out: &mut Diagnostics) {
        let endpoint = &self.exchange.endpoint;
        let (message, help) = match (with, &operation.credentials) {
            (None, CredentialRule::None) => return,
            (Some(with), _) if self.scope.credentials.get(&self.spec.name.value) == Some(with) => (
                format!("the credential `{}` cannot be had with itself", self.spec.name.value),
                "name another credential, or remove `with`".to_owned(),
            ),
            (Some(_), CredentialRule::Any) => return,
            (Some(with), CredentialRule::Only(ids)) if ids.contains(&with) => return,
            (None, _) => (
                format!("`{}` takes a credential, yet the exchange has none to call it with", endpoint.value),
                "add `auth: none` to the endpoint, or `with: …` to the exchange".to_owned(),
            ),
            (Some(_), _) => (
                format!("`{}` does not take the credential that the exchange calls it with", endpoint.value),
                "add it to `auth` of the endpoint".to_owned(),
            ),
        };
        out.push(
            Diagnostic::new(Code::ExchangeMismatch, &endpoint.origin, message)
                .note_at(&operation.origin, "the endpoint is defined here")
                .help(help),
        );
    }

    /// Everything that the endpoint requires must be sent.
    fn check_params(&self, operation: &Operation, out: &mut Diagnostics) {
        for param in operation.params.iter().filter(|param| param.field.presence == Presence::Required) {
            let wire = &param.field.wire;
            let slip =
                |name: &str| closest(name, [&**wire]).is_some() && !self.is_body_member(operation, name);
            let sent = |name: &Text| name.value == *wire || slip(&name.value);
            // A slip of the name is reported where it stands.
            if param.place == Place::Body && self.exchange.send.iter().any(|(name, _)| sent(name)) {
                continue;
            }
            let (message, help) = match param.place {
                Place::Body => {
                    (format!("the exchange does not send `{wire}`"), format!("add `{wire}` to `send`"))
                }
                Place::Path | Place::Query => (
                    format!("an exchange cannot set `{wire}`, which is no member of the body"),
                    "choose an endpoint that takes all it needs in its body".to_owned(),
                ),
            };
            out.push(
                Diagnostic::new(Code::ExchangeMismatch, &self.exchange.endpoint.origin, message)
                    .note_at(&param.field.origin, format!("`{}` requires it here", operation.id))
                    .help(help),
            );
        }
    }

    fn is_body_member(&self, operation: &Operation, name: &str) -> bool {
        operation.params.iter().any(|param| param.place == Place::Body && param.field.wire == name)
    }

    fn lower_value(
        &self,
        operation: &Operation,
        name: &Text,
        value: &Spanned<Scalar>,
        out: &mut Diagnostics,
    ) -> SendValue {
        let body =
            || operation.params.iter().filter(|param| param.place == Place::Body).map(|param| &param.field);
        let field = body().find(|field| field.wire == name.value);
        if field.is_none() {
            let wires = || body().map(|field| &*field.wire);
            let help = match closest(&name.value, wires()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its body has {}", listed(wires())),
            };
            let message = format!("the body of `{}` has no member `{}`", operation.id, name.value);
            out.push(Diagnostic::new(Code::ParamUnknown, &name.origin, message).help(help));
        }
        if let Scalar::Str(text) = &value.value {
            let text = Text { value: text.clone(), origin: value.origin.clone() };
            return SendValue::Text(lower_template(&text, self.known, out));
        }
        let literal: Literal = lower_literal(&value.value);
        let Some(field) = field else { return SendValue::Constant(literal) };
        SendValue::Constant(fit_literal(&literal, &field.ty, self.types).unwrap_or_else(|| {
            let spelled = spell_type(&field.ty, self.types);
            let message = format!("{} is no value of `{}`, which is `{spelled}`", value.value, field.wire);
            out.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message));
            literal
        }))
    }

    fn lower_answer_place(
        &self,
        operation: &Operation,
        text: &Text,
        fits: fn(&TypeRef, &[TypeDef]) -> bool,
        kind: &str,
        out: &mut Diagnostics,
    ) -> Vec<String> {
        let place = lower_place(text, out);
        let Answer::Data(data) = &operation.answer else {
            let message = format!("`{}` answers no data, so there is no `{}`", operation.id, text.value);
            out.push(Diagnostic::new(Code::ExchangeMismatch, &text.origin, message));
            return place;
        };
        if let Some(found) = check_place(data, &place, text, self.types, out)
            && !fits(found, self.types)
            && *found != TypeRef::Scalar(Builtin::Any)
        {
            let message =
                format!("`{}` leads to `{}`, not to {kind}", text.value, spell_type(found, self.types));
            out.push(Diagnostic::new(Code::ExchangeMismatch, &text.origin, message));
        }
        place
    }

    fn find_input(&self, name: &Text, out: &mut Diagnostics) -> Option<usize> {
        let inputs = || self.spec.inputs.iter().map(|input| &*input.wire.value);
        let found = inputs().position(|input| input == name.value);
        if found.is_none() {
            let message = format!("the credential has no input `{}`", name.value);
            let help = format!("its inputs are {}", listed(inputs()));
            out.push(Diagnostic::new(Code::ParamUnknown, &name.origin, message).help(help));
        }
        found
    }
}

fn is_number(ty: &TypeRef, _: &[TypeDef]) -> bool {
    matches!(ty, TypeRef::Scalar(Builtin::Int))
}
