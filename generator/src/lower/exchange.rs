//! Token exchanges: how a credential's token is had by calling an endpoint.

use super::exchange_check::{check_credentials, check_params};
use super::json_path::{check_json_path, lower_json_path};
use super::literal::{fit_literal, lower_literal};
use super::response::why_no_data;
use super::scope::Scope;
use super::template::lower_template;
use super::type_ref::render_type;
use super::value_kind::ValueKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Endpoint, Exchange, Literal, ParamLocation, SendValue, TemplatePart, TypeDef};
use crate::parse::{CredentialSpec, ExchangeSpec, Scalar, Spanned, Text};

/// What an exchange is lowered with.
pub(super) struct ExchangeLowerer<'e> {
    pub(super) spec: &'e CredentialSpec,
    pub(super) exchange: &'e ExchangeSpec,
    /// The placeholders of its templates: the credential's inputs.
    pub(super) known: &'e [(String, TemplatePart)],
    pub(super) scope: &'e Scope<'e>,
    pub(super) types: &'e [TypeDef],
    pub(super) endpoints: &'e [Endpoint],
}

impl ExchangeLowerer<'_> {
    /// Lowers the exchange; `None` when its endpoint or credential is not defined.
    pub(super) fn lower(&self, diagnostics: &mut Diagnostics) -> Option<Exchange> {
        let referrer = format!("credential `{}`", self.spec.name.value);
        // The other credential with which that endpoint is called, if it needs one.
        let with =
            self.exchange.with.as_ref().map(|name| self.scope.credentials.find(name, &referrer, diagnostics));
        let id = self.scope.endpoints.find(&self.exchange.endpoint, &referrer, diagnostics);
        let endpoint = &self.endpoints[id?.index()];
        let with = match with {
            Some(found) => Some(found?),
            None => None,
        };
        let itself = self.scope.credentials.get(&self.spec.name.value);
        check_credentials(self.spec, self.exchange, endpoint, with, itself, diagnostics);
        check_params(self.exchange, endpoint, diagnostics);
        let send =
            self.exchange.send.iter().map(|(name, value)| {
                (name.value.clone(), self.lower_value(endpoint, name, value, diagnostics))
            });
        let send = send.collect();
        let token = self.lower_response_path(endpoint, &self.exchange.token, ValueKind::Text, diagnostics);
        let lifetime = self.exchange.expires_in.as_ref();
        let expires_in = lifetime
            .map(|text| self.lower_response_path(endpoint, text, ValueKind::WholeNumber, diagnostics));
        // The inputs that the response gives new values, such as a refresh token that can be used only once.
        let mut rotates = Vec::new();
        for (input, path) in &self.exchange.rotates {
            let path = self.lower_response_path(endpoint, path, ValueKind::Text, diagnostics);
            rotates.extend(self.find_input(input, diagnostics).map(|index| (index, path)));
        }
        Some(Exchange { with, endpoint: id?, send, token, expires_in, rotates })
    }

    /// A member of the body: a constant, or a template of the inputs.
    fn lower_value(
        &self,
        endpoint: &Endpoint,
        name: &Text,
        value: &Spanned<Scalar>,
        diagnostics: &mut Diagnostics,
    ) -> SendValue {
        let body = || {
            endpoint
                .params
                .iter()
                .filter(|param| param.location == ParamLocation::Body)
                .map(|param| &param.field)
        };
        let field = body().find(|field| field.wire == name.value);
        if field.is_none() {
            let wires = || body().map(|field| &*field.wire);
            let help = match closest(&name.value, wires()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its body has {}", join_words(wires())),
            };
            let message = format!("the body of `{}` has no member `{}`", endpoint.id, name.value);
            diagnostics.push(Diagnostic::new(Code::ParamUnknown, &name.origin, message).help(help));
        }
        if let Scalar::Str(text) = &value.value {
            let text = Text { value: text.clone(), origin: value.origin.clone() };
            return SendValue::Text(lower_template(&text, self.known, diagnostics));
        }
        let literal: Literal = lower_literal(&value.value);
        let Some(field) = field else { return SendValue::Constant(literal) };
        SendValue::Constant(fit_literal(&literal, &field.ty, self.types).unwrap_or_else(|| {
            let rendered = render_type(&field.ty, self.types);
            let message = format!("{} is no value of `{}`, which is `{rendered}`", value.value, field.wire);
            diagnostics.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message));
            literal
        }))
    }

    /// A path in the endpoint's data that leads to a value of one kind.
    fn lower_response_path(
        &self,
        endpoint: &Endpoint,
        text: &Text,
        kind: ValueKind,
        diagnostics: &mut Diagnostics,
    ) -> Vec<String> {
        let path = lower_json_path(text, diagnostics);
        let Some(data) = endpoint.response.data() else {
            let why = why_no_data(&endpoint.response);
            let message = format!("`{}` {why}, so there is no `{}`", endpoint.id, text.value);
            diagnostics.push(Diagnostic::new(Code::ExchangeMismatch, &text.origin, message));
            return path;
        };
        if let Some(found) = check_json_path(data, &path, text, self.types, diagnostics)
            && !kind.fits(found, self.types)
        {
            let message =
                format!("`{}` leads to `{}`, not to {kind}", text.value, render_type(found, self.types));
            diagnostics.push(Diagnostic::new(Code::ExchangeMismatch, &text.origin, message));
        }
        path
    }

    /// The index of an input; complains if there is none of that name.
    fn find_input(&self, name: &Text, diagnostics: &mut Diagnostics) -> Option<usize> {
        let inputs = || self.spec.inputs.iter().map(|input| &*input.wire.value);
        let found = inputs().position(|input| input == name.value);
        if found.is_none() {
            let message = format!("the credential has no input `{}`", name.value);
            let help = format!("its inputs are {}", join_words(inputs()));
            diagnostics.push(Diagnostic::new(Code::ParamUnknown, &name.origin, message).help(help));
        }
        found
    }
}
