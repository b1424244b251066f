//! Parameters of an endpoint.

use super::context::Context;
use super::example::lower_example;
use super::field::{check_field, convert_literals, lower_field};
use super::form_part::lower_part;
use super::header::{check_header_name, check_token};
use super::list_style::{StylePlace, check_style};
use super::lookup::lower_append;
use super::name::{Case, Namespace};
use super::route::path_params;
use super::scope::Scope;
use super::spread::check_spread;
use super::type_ref::{field_resolves, is_plain, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit::CallForm;
use crate::ir::{
    BodyKind, FormPart, ListStyle, Param, ParamLocation, PathTemplate, Presence, Scalar, TypeDef, TypeRef,
};
use crate::parse::{DataSpec, EndpointSpec, FieldSpec, PresenceSpec, ReturnsSpec};

/// Path parameters in the order of the path, then query, header, cookie and body.
pub(super) fn lower_params(
    spec: &EndpointSpec,
    path: &PathTemplate,
    body: BodyKind,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Param> {
    let position_in_path =
        |spec: &FieldSpec| path.params().position(|name| name == spec.wire.value).unwrap_or(usize::MAX);
    let mut in_path = path_params(path, &spec.path, &context.scope.document.api.parameters);
    in_path.sort_by_key(|spec| position_in_path(spec));
    let in_body = spec.body.iter().flat_map(|body| &body.value);
    let spec_body_optional = spec.body_optional;
    let all = in_path
        .into_iter()
        .map(|spec| (ParamLocation::Path, spec))
        .chain(spec.query.iter().map(|spec| (ParamLocation::Query, spec)))
        .chain(spec.header.iter().map(|spec| (ParamLocation::Header, spec)))
        .chain(spec.cookie.iter().map(|spec| (ParamLocation::Cookie, spec)))
        .chain(in_body.map(|spec| (ParamLocation::Body, spec)));
    let mut names = Namespace::new("parameter", Case::Snake, call_form(spec).methods());
    let mut params = Vec::new();
    for (location, spec) in all {
        let in_body = location == ParamLocation::Body;
        let in_optional_body = in_body && spec_body_optional;
        let mut field = lower_field(spec, in_optional_body, &mut names, context.scope, diagnostics);
        convert_literals(&mut field, context.types);
        check_field(spec, &field, context.scope, context.types, diagnostics);
        field.example = lower_example(spec, &field, context.types, diagnostics);
        let is_part = in_body && body == BodyKind::Multipart;
        let part = lower_part(spec, &field.ty, is_part, diagnostics);
        if field_resolves(&spec.ty, context.scope) {
            check_location(location, body, (spec, &part), &field.ty, context.types, diagnostics);
            let place = match (location, body) {
                (ParamLocation::Query, _) | (ParamLocation::Body, BodyKind::Form) => StylePlace::Text,
                (ParamLocation::Body, BodyKind::Json | BodyKind::Multipart) => StylePlace::Members,
                _ => StylePlace::None,
            };
            check_style(place, spec, &field.ty, context.types, diagnostics);
        }
        match location {
            ParamLocation::Header => check_header(spec, context.scope, diagnostics),
            // The names of cookies are those of headers: RFC 6265 and RFC 9110 call both tokens.
            ParamLocation::Cookie => check_token(&spec.wire, "a cookie", diagnostics),
            ParamLocation::Path | ParamLocation::Query | ParamLocation::Body => {}
        }
        let append = lower_append(spec, &field, location, &mut names, context.types, diagnostics);
        let style = spec.style.as_ref().map_or_else(ListStyle::default, |style| style.value);
        let is_whole_body = in_body && body.is_one_value();
        if let (true, Some(append)) = (is_whole_body, &spec.append) {
            let message = "`append` adds to a member of the body, and this is all of it";
            diagnostics.push(Diagnostic::new(Code::KeyConflict, &append.origin, message));
        }
        if let (true, Presence::Constant(_)) = (in_optional_body, &field.presence) {
            let message = format!(
                "the constant `{}` would always be sent, and so would the body that need not be",
                spec.wire.value
            );
            let finding = Diagnostic::new(Code::KeyConflict, &spec.wire.origin, message);
            diagnostics.push(finding.help("write `body:`, or let the caller set it"));
        }
        let sends_default = sends_default(spec, in_optional_body, diagnostics);
        params.push(Param {
            location,
            field,
            append,
            style,
            sends_default,
            part,
            in_optional_body,
            is_whole_body,
        });
    }
    check_spread(&params, context.types, diagnostics);
    params
}

/// Whether the default of a parameter is sent where the caller gives no other value.
fn sends_default(spec: &FieldSpec, in_optional_body: bool, diagnostics: &mut Diagnostics) -> bool {
    let Some(sends) = &spec.send_default else { return false };
    if spec.default.is_none() && spec.constant.is_none() {
        let message = format!("`{}` has no default that could be sent", spec.wire.value);
        let finding = Diagnostic::new(Code::KeyMissing, &sends.origin, message);
        diagnostics.push(finding.help("add `default: …`, or remove `send_default`"));
    }
    if !sends.value {
        return false;
    }
    if in_optional_body {
        let message = format!(
            "the default of `{}` would always be sent, and so would the body that need not be",
            spec.wire.value
        );
        let finding = Diagnostic::new(Code::KeyConflict, &sends.origin, message);
        diagnostics.push(finding.help("write `body:`, or let the caller set it"));
    }
    spec.default.is_some()
}

/// Complains about a default to be sent where nothing is sent by itself.
pub(super) fn refuse_send_default(spec: &FieldSpec, diagnostics: &mut Diagnostics) {
    if let Some(sends) = &spec.send_default {
        let message = format!(
            "`send_default` is for parameters of endpoints, and `{}` is a member of a type",
            spec.wire.value
        );
        let help = "remove it; a member that is always the same is a `constant`";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &sends.origin, message).help(help));
    }
}

/// How a call of an endpoint is sent, which decides what methods it has beside its setters.
fn call_form(spec: &EndpointSpec) -> CallForm {
    let is_raw = |returns: &ReturnsSpec| returns.only_data().is_some_and(DataSpec::is_bytes);
    match &spec.pagination {
        Some(_) if spec.whole_pages.as_ref().is_some_and(|whole| whole.value) => CallForm::WholePages,
        Some(_) if spec.items.is_some() => CallForm::PagesInData,
        Some(_) => CallForm::Pages,
        None if spec.stream.is_some() => CallForm::Stream(spec.effect),
        None if spec.returns.as_ref().is_some_and(is_raw) => CallForm::Download,
        None => CallForm::Single(spec.effect),
    }
}

/// Checks that a parameter's type can stand where it goes.
fn check_location(
    location: ParamLocation,
    body: BodyKind,
    (spec, part): (&FieldSpec, &FormPart),
    ty: &TypeRef,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    if location == ParamLocation::Path && spec.presence == PresenceSpec::Optional {
        let message = format!("the path parameter `{}` cannot be optional", spec.wire.value);
        let finding = Diagnostic::new(Code::KeyConflict, &spec.wire.origin, message);
        diagnostics.push(finding.help("remove the `?`"));
    }
    let plain_or_list = || match ty {
        TypeRef::List(item) => is_plain(item, types),
        TypeRef::JsonText(_) => true,
        ty => is_plain(ty, types),
    };
    let file = *ty == TypeRef::Scalar(Scalar::File);
    let has_style =
        |styles: &[ListStyle]| spec.style.as_ref().is_some_and(|style| styles.contains(&style.value));
    let taken_apart = has_style(&[ListStyle::DeepObject, ListStyle::Spread]);
    let (fits, help) = match (location, body) {
        (ParamLocation::Path, _) => {
            (is_plain(ty, types), "it is a text, a number, a boolean, an id or an enum")
        }
        (ParamLocation::Query, _) => (
            plain_or_list() || taken_apart,
            "it is a text, a number, an id or an enum, a list of these, `{json: T}`, or an object with `style: deep_object` or `style: spread`",
        ),
        (ParamLocation::Header | ParamLocation::Cookie, _) => (
            plain_or_list() || *ty == TypeRef::Scalar(Scalar::Secret),
            "it is a text, a number, a boolean, an id or an enum, or a list of these",
        ),
        (ParamLocation::Body, BodyKind::Form) => (
            plain_or_list() || *ty == TypeRef::Scalar(Scalar::Secret) || taken_apart,
            "it is a text, a number, an id or an enum, a list of these, `{json: T}`, or an object with `style: deep_object` or `style: spread`",
        ),
        (ParamLocation::Body, BodyKind::Text) => (is_plain(ty, types), "it is a `string`"),
        (ParamLocation::Body, BodyKind::Multipart) => (
            plain_or_list()
                || ty.is_files()
                || *ty == TypeRef::Scalar(Scalar::Secret)
                || part.is_json()
                || has_style(&[ListStyle::Spread]),
            "it is a `file`, a text, a number, an id or an enum, a list of these, or anything with `part: {media: application/json}`",
        ),
        (ParamLocation::Body, BodyKind::Bytes) => (file, "it is a `file`, whose bytes are the body"),
        (ParamLocation::Body, _) => (!ty.is_files(), "a `file` needs `body_kind: multipart`, or `bytes`"),
    };
    if !fits {
        let what = match (location, body) {
            (ParamLocation::Path, _) => "a path parameter",
            (ParamLocation::Query, _) => "a query parameter",
            (ParamLocation::Header, _) => "a header",
            (ParamLocation::Cookie, _) => "a cookie",
            (ParamLocation::Body, BodyKind::Form) => "a part of a form",
            (ParamLocation::Body, BodyKind::Text) => "a body of `text`",
            (ParamLocation::Body, BodyKind::Value) => "a body of `value`",
            (ParamLocation::Body, BodyKind::Multipart) => "a part of a `multipart` body",
            (ParamLocation::Body, BodyKind::Bytes) => "a body of `bytes`",
            (ParamLocation::Body, _) => "a member of a JSON body",
        };
        let message = format!("{what} cannot be `{}`", render_type(ty, types));
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
}

/// Headers that the client writes by itself, each with what to do instead.
const OWN_HEADERS: [(&str, &str); 9] = [
    ("accept", "say it with the key `accept` of the endpoint"),
    ("content-type", "say it with the key `media` of the endpoint"),
    ("connection", "remove it: the HTTP layer sends what is needed"),
    ("content-length", "remove it: the HTTP layer counts the bytes"),
    ("expect", "remove it: the HTTP layer sends what is needed"),
    ("host", "remove it: it is the host of the request's address"),
    ("te", "remove it: the HTTP layer sends what is needed"),
    ("transfer-encoding", "remove it: the HTTP layer sends what is needed"),
    ("upgrade", "remove it: the HTTP layer sends what is needed"),
];

fn own_header(name: &str) -> Option<&'static (&'static str, &'static str)> {
    OWN_HEADERS.iter().find(|(own, _)| own.eq_ignore_ascii_case(name))
}

/// Whether the client writes a header by itself.
pub(crate) fn is_own_header(name: &str) -> bool {
    own_header(name).is_some()
}

/// Checks that a header can be a parameter: that its name is one, and that nobody else sends it.
fn check_header(spec: &FieldSpec, scope: &Scope<'_>, diagnostics: &mut Diagnostics) {
    check_header_name(&spec.wire, diagnostics);
    let name = spec.wire.value.to_ascii_lowercase();
    if let Some((_, help)) = own_header(&name) {
        let message = format!("the header `{}` cannot be set by callers", spec.wire.value);
        diagnostics.push(Diagnostic::new(Code::NameReserved, &spec.wire.origin, message).help(*help));
    }
    let taken =
        scope.document.api.headers.iter().find(|header| header.name.value.to_ascii_lowercase() == name);
    if let Some(taken) = taken {
        let message = format!("the header `{}` is sent by the API's own rule", spec.wire.value);
        let finding = Diagnostic::new(Code::NameTaken, &spec.wire.origin, message);
        let help =
            "remove one of the two; a value that is the same for all calls is a variable of the client";
        diagnostics.push(finding.note_at(&taken.name.origin, "the rule stands here").help(help));
    }
}
