//! Endpoints.

use super::context::Context;
use super::field::{check_field, convert_literals, lower_field};
use super::limit::lower_duration;
use super::list_style::check_style;
use super::lookup::lower_append;
use super::name::{Case, Namespace, lower_own_name};
use super::paging::lower_paging;
use super::route::{check_path_params, lower_route, path_params};
use super::rule::lower_rules;
use super::scope::{Scope, endpoint_id};
use super::service::check_code;
use super::type_ref::{check_parts, is_plain, lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit::CallForm;
use crate::ir::{
    BodyKind, CredentialRule, Endpoint, EnvelopeId, HeaderId, HeaderUse, LimitSetId, ListStyle, Method,
    Pagination, Param, ParamLocation, PathTemplate, ResourceId, Response, Scalar, Segment, TypeDef, TypeRef,
};
use crate::parse::{
    CredentialRuleSpec, EndpointSpec, FieldSpec, PresenceSpec, ResourceSpec, ReturnsSpec, Text, TypeExprKind,
};

/// Lowers all endpoints, in the order of their ids.
pub(super) fn lower_endpoints(
    scope: &Scope<'_>,
    types: &[TypeDef],
    paginations: &[Pagination],
    diagnostics: &mut Diagnostics,
) -> Vec<Endpoint> {
    let context = Context { scope, types, paginations };
    let mut endpoints = Vec::new();
    let mut names = None;
    for (resource, resource_spec, spec) in scope.endpoints() {
        // Endpoints come resource by resource, and their names must be free in their own one only.
        let names = match &mut names {
            Some((owner, names)) if *owner == resource => names,
            other => {
                let fresh = Namespace::new("endpoint", Case::Both, &[]);
                &mut other.insert((resource, fresh)).1
            }
        };
        endpoints.push(lower_endpoint(resource, resource_spec, spec, names, &context, diagnostics));
    }
    endpoints
}

fn lower_endpoint(
    resource: ResourceId,
    resource_spec: &ResourceSpec,
    spec: &EndpointSpec,
    names: &mut Namespace,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let (scope, id) = (context.scope, endpoint_id(resource_spec, spec));
    let help = "give the endpoint another name; it has none on the wire";
    let name = lower_own_name(&spec.name, "an endpoint", help, diagnostics);
    names.claim(&name, &spec.name, help, diagnostics);
    check_summary(&spec.summary, diagnostics);
    // Who is named in complaints about what it refers to.
    let user = format!("endpoint `{}`", spec.name.value);
    let (method, path) = lower_method_and_path(spec, scope, diagnostics);
    let body = lower_body_kind(spec, diagnostics);
    let params = lower_params(spec, &path, body, context, diagnostics);
    let response = lower_response(spec, context, diagnostics);
    for code in &spec.errors {
        check_code(scope, code, &user, diagnostics);
    }
    let rules = lower_rules(spec, &params, context, diagnostics);
    Endpoint {
        resource,
        name,
        id,
        summary: spec.summary.value.clone(),
        docs: text_value(&spec.doc),
        title: text_value(&spec.title),
        method,
        path,
        body,
        effect: spec.effect,
        envelopes: lower_endpoint_envelopes(spec, scope, &user, diagnostics),
        empty_statuses: spec
            .returns
            .iter()
            .flat_map(|returns| &returns.empty_statuses)
            .map(|status| status.value)
            .collect(),
        limits: spec
            .limits
            .as_ref()
            .map_or_else(
                // A default that is not defined is reported once, where it stands.
                || scope.limit_sets.get(&scope.document.api.default_limits.value),
                |name| scope.limit_sets.find(name, &user, diagnostics),
            )
            .unwrap_or(LimitSetId(0)),
        max_transit: spec.max_transit.as_ref().and_then(|text| lower_duration(text, diagnostics)),
        paging: lower_paging(spec, &response, &params, context, diagnostics),
        credentials: lower_credential_rule(spec, scope, &user, diagnostics),
        header_exceptions: lower_header_exceptions(spec, scope, &user, diagnostics),
        rules: rules.strong,
        weak_rules: rules.weak,
        errors: spec.errors.iter().filter_map(|code| scope.errors.get(&code.value.to_string())).collect(),
        permission: text_value(&spec.permission),
        deprecated: text_value(&spec.deprecated),
        sources: spec
            .sources
            .iter()
            .filter_map(|source| scope.sources.find(source, &user, diagnostics))
            .collect(),
        origin: spec.name.origin.clone(),
        params,
        response,
    }
}

/// A text without its location.
fn text_value(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value.clone())
}

/// Checks that a summary is one sentence on one line.
fn check_summary(summary: &Text, diagnostics: &mut Diagnostics) {
    let text = &summary.value;
    let mut complain = |message: &str, help: &str| {
        diagnostics.push(Diagnostic::new(Code::SummaryStyle, &summary.origin, message).help(help));
    };
    if text.contains('\n') {
        complain("a summary stands on one line", "say the rest under `doc`");
    } else if !text.ends_with('.') {
        complain("a summary ends with a full stop", &format!("write `{text}.`"));
    } else if text.match_indices(". ").any(|(at, _)| text[at + 2..].starts_with(char::is_uppercase)) {
        complain("a summary is one sentence", "say the rest under `doc`");
    }
}

fn lower_method_and_path(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> (Method, PathTemplate) {
    let Some((method, path)) = lower_route(&spec.route, diagnostics) else {
        return (Method::Get, PathTemplate(Vec::new()));
    };
    let params = path_params(&path, &spec.path, &scope.document.api.parameters);
    check_path_params("route", &path, &params, &spec.route, diagnostics);
    (method, path)
}

/// The kind of the body: as the spec says, else JSON if there is one.
fn lower_body_kind(spec: &EndpointSpec, diagnostics: &mut Diagnostics) -> BodyKind {
    match (&spec.body_kind, &spec.body) {
        (None, None) => BodyKind::None,
        (None, Some(_)) => BodyKind::Json,
        (Some(kind), Some(body)) if kind.value == BodyKind::None => {
            let message = "the endpoint has a `body`, yet its `body_kind` is `none`";
            diagnostics.push(
                Diagnostic::new(Code::BodyMismatch, &kind.origin, message)
                    .note_at(&body.origin, "the body stands here")
                    .help("remove one of the two"),
            );
            kind.value
        }
        (Some(kind), body) if kind.value == BodyKind::Bytes => {
            let count = body.as_ref().map_or(0, |body| body.value.len());
            if count != 1 {
                let message = format!("a body of `bytes` is one `file`, and `body` holds {count} fields");
                let finding = Diagnostic::new(Code::BodyMismatch, &kind.origin, message);
                diagnostics.push(finding.help("write `body: {file: {type: file, doc: \"…\"}}`"));
            }
            kind.value
        }
        (Some(kind), None) if kind.value == BodyKind::Multipart => {
            let message = "a `multipart` body needs parts under `body`";
            diagnostics.push(Diagnostic::new(Code::BodyMismatch, &kind.origin, message));
            kind.value
        }
        (Some(kind), _) => kind.value,
    }
}

/// Path parameters in the order of the path, then query, then body.
fn lower_params(
    spec: &EndpointSpec,
    path: &PathTemplate,
    body: BodyKind,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Param> {
    let position_in_path = |spec: &FieldSpec| {
        let is_it = |segment: &Segment| matches!(segment, Segment::Param(name) if *name == spec.wire.value);
        path.0.iter().position(is_it).unwrap_or(usize::MAX)
    };
    let mut in_path = path_params(path, &spec.path, &context.scope.document.api.parameters);
    in_path.sort_by_key(|spec| position_in_path(spec));
    let in_body = spec.body.iter().flat_map(|body| &body.value);
    let all = in_path
        .into_iter()
        .map(|spec| (ParamLocation::Path, spec))
        .chain(spec.query.iter().map(|spec| (ParamLocation::Query, spec)))
        .chain(in_body.map(|spec| (ParamLocation::Body, spec)));
    let mut names = Namespace::new("parameter", Case::Snake, call_form(spec).methods());
    let mut params = Vec::new();
    for (location, spec) in all {
        let mut field = lower_field(spec, &mut names, context.scope, diagnostics);
        convert_literals(&mut field, context.types);
        check_field(spec, &field, context.scope, context.types, diagnostics);
        if super::type_ref::resolves(&spec.ty, context.scope) {
            check_location(location, body, spec, &field.ty, context.types, diagnostics);
            check_style(Some(location), spec, &field.ty, context.types, diagnostics);
        }
        let append = lower_append(spec, &field, location, &mut names, context.types, diagnostics);
        let style = spec.style.as_ref().map_or_else(ListStyle::default, |style| style.value);
        params.push(Param { location, field, append, style });
    }
    params
}

/// How a call of an endpoint is sent, which decides what methods it has beside its setters.
fn call_form(spec: &EndpointSpec) -> CallForm {
    let is_raw = |returns: &ReturnsSpec| {
        let ty = returns.ty.as_ref().filter(|_| !returns.optional);
        ty.is_some_and(|ty| matches!(&ty.kind, TypeExprKind::Name(name) if name == "bytes"))
    };
    match &spec.pagination {
        Some(_) if spec.whole_pages.as_ref().is_some_and(|whole| whole.value) => CallForm::WholePages,
        Some(_) if spec.items.is_some() => CallForm::PagesInData,
        Some(_) => CallForm::Pages,
        None if spec.returns.as_ref().is_some_and(is_raw) => CallForm::Download,
        None => CallForm::Single(spec.effect),
    }
}

/// Checks that a parameter's type can stand where it goes.
fn check_location(
    location: ParamLocation,
    body: BodyKind,
    spec: &FieldSpec,
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
    let (fits, help) = match (location, body) {
        (ParamLocation::Path, _) => {
            (is_plain(ty, types), "it is a text, a number, a boolean, an id or an enum")
        }
        (ParamLocation::Query, _) => (
            plain_or_list() || spec.style.as_ref().is_some_and(|style| style.value == ListStyle::DeepObject),
            "it is a text, a number, an id or an enum, a list of these, `{json: T}`, or an object with `style: deep_object`",
        ),
        (ParamLocation::Body, BodyKind::Multipart) => (
            plain_or_list() || file || *ty == TypeRef::Scalar(Scalar::Secret),
            "it is a `file`, a text, a number, an id or an enum, a list of these, or `{json: T}`",
        ),
        (ParamLocation::Body, BodyKind::Bytes) => (file, "it is a `file`, whose bytes are the body"),
        (ParamLocation::Body, _) => (!file, "a `file` needs `body_kind: multipart`, or `bytes`"),
    };
    if !fits {
        let what = match (location, body) {
            (ParamLocation::Path, _) => "a path parameter",
            (ParamLocation::Query, _) => "a query parameter",
            (ParamLocation::Body, BodyKind::Multipart) => "a part of a `multipart` body",
            (ParamLocation::Body, BodyKind::Bytes) => "a body of `bytes`",
            (ParamLocation::Body, _) => "a member of a JSON body",
        };
        let message = format!("{what} cannot be `{}`", render_type(ty, types));
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
}

fn lower_response(spec: &EndpointSpec, context: &Context<'_>, diagnostics: &mut Diagnostics) -> Response {
    let Some(ReturnsSpec { ty: Some(expr), optional, .. }) = &spec.returns else { return Response::Nothing };
    if matches!(&expr.kind, TypeExprKind::Name(name) if name == "bytes") && !optional {
        return Response::Bytes;
    }
    match lower_type_ref(expr, context.scope, diagnostics) {
        Some(TypeRef::Scalar(Scalar::File)) => {
            let message = "a response cannot be a `file`";
            diagnostics.push(
                Diagnostic::new(Code::TypeMisplaced, &expr.origin, message).help("did you mean `bytes`?"),
            );
            Response::Nothing
        }
        Some(ty) => {
            check_parts(&ty, context.types, &expr.origin, diagnostics);
            if *optional { Response::Optional(ty) } else { Response::Data(ty) }
        }
        None => Response::Data(TypeRef::Scalar(Scalar::Any)),
    }
}

/// The envelopes of an endpoint, in the order in which they are tried.
fn lower_endpoint_envelopes(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    user: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<EnvelopeId> {
    let Some(names) = &spec.envelopes else { return vec![EnvelopeId(0)] };
    if names.value.is_empty() {
        let finding = Diagnostic::new(Code::ListEmpty, &names.origin, "the endpoint has no envelope");
        diagnostics.push(finding.help("remove the key for the default envelope"));
    }
    let mut ids: Vec<EnvelopeId> = Vec::new();
    for name in &names.value {
        let id = scope.envelopes.find(name, user, diagnostics).unwrap_or(EnvelopeId(0));
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() { vec![EnvelopeId(0)] } else { ids }
}

fn lower_credential_rule(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    user: &str,
    diagnostics: &mut Diagnostics,
) -> CredentialRule {
    match &spec.auth {
        None => CredentialRule::Any,
        Some(CredentialRuleSpec::None) => CredentialRule::None,
        Some(CredentialRuleSpec::Only(names)) => {
            if names.value.is_empty() {
                let finding =
                    Diagnostic::new(Code::ListEmpty, &names.origin, "the endpoint takes no credential");
                diagnostics.push(finding.help("write `auth: none` if it is called without a token"));
            }
            let ids = names.value.iter().filter_map(|name| scope.credentials.find(name, user, diagnostics));
            CredentialRule::Only(ids.collect())
        }
    }
}

/// The headers that the endpoint uses otherwise than their rules say.
fn lower_header_exceptions(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    user: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<(HeaderId, HeaderUse)> {
    let mut exceptions = Vec::new();
    for (name, header_use) in &spec.headers {
        let id = scope
            .headers
            .get(&name.value.to_lowercase())
            .or_else(|| scope.headers.find(name, user, diagnostics));
        if let Some(id) = id {
            exceptions.push((id, *header_use));
        }
    }
    exceptions
}
