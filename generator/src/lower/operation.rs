//! Operations.

use super::field::{check_field, lower_field, settle_literals};
use super::limit::lower_duration;
use super::lookup::lower_append;
use super::name::{Case, Namespace, lower_own_name};
use super::paging::lower_paging;
use super::reserved;
use super::route::{check_path_params, lower_route};
use super::rule::lower_rules;
use super::scope::{Scope, operation_id};
use super::service::check_code;
use super::type_ref::{check_map_keys, is_plain, lower_type_ref, spell_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    Answer, BodyKind, CredentialRule, EnvelopeId, Field, GroupId, HeaderId, HeaderUse, LimitSetId, Method,
    Operation, Pagination, Param, PathTemplate, Place, Presence, Scalar, Segment, TypeDef, TypeRef,
};
use crate::spec::{
    CredentialRuleSpec, EndpointSpec, FieldSpec, PresenceSpec, ResourceSpec, Text, TypeExprKind,
};

/// What operations are lowered with.
pub(super) struct Context<'c> {
    pub(super) scope: &'c Scope<'c>,
    pub(super) types: &'c [TypeDef],
    pub(super) paginations: &'c [Pagination],
}

/// Lowers all operations, in the order of their ids.
pub(super) fn lower_operations(
    scope: &Scope<'_>,
    types: &[TypeDef],
    paginations: &[Pagination],
    out: &mut Diagnostics,
) -> Vec<Operation> {
    let context = Context { scope, types, paginations };
    let mut operations = Vec::new();
    let mut names = None;
    for (group, resource, endpoint) in scope.endpoints() {
        let names = match &mut names {
            Some((of, names)) if *of == group => names,
            other => {
                let fresh = Namespace::new("endpoint", Case::Both, reserved::OPERATIONS);
                &mut other.insert((group, fresh)).1
            }
        };
        operations.push(lower_operation(group, resource, endpoint, names, &context, out));
    }
    operations
}

fn lower_operation(
    group: GroupId,
    resource: &ResourceSpec,
    spec: &EndpointSpec,
    names: &mut Namespace,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Operation {
    let (scope, id) = (context.scope, operation_id(resource, spec));
    let help = "give the endpoint another name; it has none on the wire";
    let name = lower_own_name(&spec.name, "an endpoint", help, out);
    names.claim(&name, &spec.name, help, out);
    check_summary(&spec.summary, out);
    let user = format!("endpoint `{}`", spec.name.value);
    let (method, path) = lower_method_and_path(spec, out);
    let body = lower_body_kind(spec, out);
    let params = lower_params(spec, &path, body, context, out);
    let answer = lower_answer(spec, context, out);
    for code in &spec.errors {
        check_code(scope, code, &user, out);
    }
    Operation {
        group,
        name,
        id,
        summary: spec.summary.value.clone(),
        docs: value(&spec.doc),
        title_zh: value(&spec.title_zh),
        method,
        path,
        body,
        effect: spec.effect,
        envelope: spec
            .envelope
            .as_ref()
            .and_then(|name| scope.envelopes.find(name, &user, out))
            .unwrap_or(EnvelopeId(0)),
        limits: spec
            .limits
            .as_ref()
            .map_or_else(
                // A default that is not defined is reported once, where it stands.
                || scope.limit_sets.get(&scope.document.api.default_limits.value),
                |name| scope.limit_sets.find(name, &user, out),
            )
            .unwrap_or(LimitSetId(0)),
        max_transit: spec.max_transit.as_ref().and_then(|text| lower_duration(text, out)),
        paging: lower_paging(spec, &answer, &params, context, out),
        credentials: lower_credential_rule(spec, scope, &user, out),
        header_exceptions: lower_header_exceptions(spec, scope, &user, out),
        rules: lower_rules(spec, &params, context, out),
        errors: spec.errors.iter().filter_map(|code| scope.errors.get(&code.value.to_string())).collect(),
        permission: value(&spec.permission),
        deprecated: value(&spec.deprecated),
        sources: spec.sources.iter().filter_map(|source| scope.sources.find(source, &user, out)).collect(),
        origin: spec.name.origin.clone(),
        params,
        answer,
    }
}

fn value(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value.clone())
}

fn check_summary(summary: &Text, out: &mut Diagnostics) {
    let text = &summary.value;
    let mut complain = |message: &str, help: &str| {
        out.push(Diagnostic::new(Code::SummaryStyle, &summary.origin, message).help(help));
    };
    if text.contains('\n') {
        complain("a summary stands on one line", "say the rest under `doc`");
    } else if !text.ends_with('.') {
        complain("a summary ends with a full stop", &format!("write `{text}.`"));
    } else if text.match_indices(". ").any(|(at, _)| text[at + 2..].starts_with(char::is_uppercase)) {
        complain("a summary is one sentence", "say the rest under `doc`");
    }
}

fn lower_method_and_path(spec: &EndpointSpec, out: &mut Diagnostics) -> (Method, PathTemplate) {
    let Some((method, path)) = lower_route(&spec.route, out) else {
        return (Method::Get, PathTemplate(Vec::new()));
    };
    check_path_params(&path, &spec.path, &spec.route, out);
    (method, path)
}

fn lower_body_kind(spec: &EndpointSpec, out: &mut Diagnostics) -> BodyKind {
    match (&spec.body_kind, &spec.body) {
        (None, None) => BodyKind::None,
        (None, Some(_)) => BodyKind::Json,
        (Some(kind), Some(body)) if kind.value == BodyKind::None => {
            let message = "the endpoint has a `body`, yet its `body_kind` is `none`";
            out.push(
                Diagnostic::new(Code::BodyMismatch, &kind.origin, message)
                    .note_at(&body.origin, "the body stands here")
                    .help("remove one of the two"),
            );
            kind.value
        }
        (Some(kind), None) if kind.value == BodyKind::Multipart => {
            let message = "a `multipart` body needs parts under `body`";
            out.push(Diagnostic::new(Code::BodyMismatch, &kind.origin, message));
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
    out: &mut Diagnostics,
) -> Vec<Param> {
    let place_in_path = |spec: &FieldSpec| {
        let is_it = |segment: &Segment| matches!(segment, Segment::Param(name) if *name == spec.wire.value);
        path.0.iter().position(is_it).unwrap_or(usize::MAX)
    };
    let mut in_path: Vec<_> = spec.path.iter().collect();
    in_path.sort_by_key(|spec| place_in_path(spec));
    let in_body = spec.body.iter().flat_map(|body| &body.value);
    let all = in_path
        .into_iter()
        .map(|spec| (Place::Path, spec))
        .chain(spec.query.iter().map(|spec| (Place::Query, spec)))
        .chain(in_body.map(|spec| (Place::Body, spec)));
    let mut names = Namespace::new("parameter", Case::Snake, reserved::SETTERS);
    let mut params = Vec::new();
    for (place, spec) in all {
        let mut field = lower_field(spec, &mut names, context.scope, out);
        settle_literals(&mut field, context.types);
        check_field(spec, &field, context.scope, context.types, out);
        if super::type_ref::resolves(&spec.ty, context.scope) {
            check_place_of(place, body, spec, &field.ty, context.types, out);
        }
        check_override(spec, &field, context.scope, out);
        let append = lower_append(spec, &field, place, &mut names, context.types, out);
        params.push(Param { place, field, append });
    }
    params
}

/// Every call can override the client's variables by methods of their names, so no setter can have one of these.
fn check_override(spec: &FieldSpec, field: &Field, scope: &Scope<'_>, out: &mut Diagnostics) {
    let variables = &scope.document.api.variables;
    let variable = variables.iter().find(|variable| variable.wire.value == field.name.snake());
    if let (Some(variable), Presence::Optional) = (variable, &field.presence) {
        let text = spec.rename.as_deref().unwrap_or(&spec.wire);
        let message =
            format!("the optional parameter `{}` has the name of a variable of the client", text.value);
        out.push(
            Diagnostic::new(Code::NameReserved, &text.origin, message)
                .note_at(
                    &variable.wire.origin,
                    "every call can override this variable by a method of its name",
                )
                .help("add `name: another_name` to the field; its key stays the wire name"),
        );
    }
}

/// Checks that a parameter's type can stand where it goes.
fn check_place_of(
    place: Place,
    body: BodyKind,
    spec: &FieldSpec,
    ty: &TypeRef,
    types: &[TypeDef],
    out: &mut Diagnostics,
) {
    if place == Place::Path && spec.presence == PresenceSpec::Optional {
        let message = format!("the path parameter `{}` cannot be optional", spec.wire.value);
        let finding = Diagnostic::new(Code::KeyConflict, &spec.wire.origin, message);
        out.push(finding.help("remove the `?`"));
    }
    let plain_or_list = || match ty {
        TypeRef::List(item) => is_plain(item, types),
        TypeRef::JsonText(_) => true,
        ty => is_plain(ty, types),
    };
    let file = *ty == TypeRef::Scalar(Scalar::File);
    let (fits, help) = match (place, body) {
        (Place::Path, _) => (is_plain(ty, types), "it is a text, a number, a boolean, an id or an enum"),
        (Place::Query, _) => {
            (plain_or_list(), "it is a text, a number, an id or an enum, a list of these, or `{json: T}`")
        }
        (Place::Body, BodyKind::Multipart) => (
            plain_or_list() || file || *ty == TypeRef::Scalar(Scalar::Secret),
            "it is a `file`, a text, a number, an id or an enum, a list of these, or `{json: T}`",
        ),
        (Place::Body, _) => (!file, "a `file` needs `body_kind: multipart`"),
    };
    if !fits {
        let what = match (place, body) {
            (Place::Path, _) => "a path parameter",
            (Place::Query, _) => "a query parameter",
            (Place::Body, BodyKind::Multipart) => "a part of a `multipart` body",
            (Place::Body, _) => "a member of a JSON body",
        };
        let message = format!("{what} cannot be `{}`", spell_type(ty, types));
        out.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
}

fn lower_answer(spec: &EndpointSpec, context: &Context<'_>, out: &mut Diagnostics) -> Answer {
    let Some(expr) = &spec.returns else { return Answer::Nothing };
    if matches!(&expr.kind, TypeExprKind::Name(name) if name == "bytes") {
        return Answer::Bytes;
    }
    match lower_type_ref(expr, context.scope, out) {
        Some(TypeRef::Scalar(Scalar::File)) => {
            let message = "an answer cannot be a `file`";
            out.push(
                Diagnostic::new(Code::TypeMisplaced, &expr.origin, message).help("did you mean `bytes`?"),
            );
            Answer::Nothing
        }
        Some(ty) => {
            check_map_keys(&ty, context.types, &expr.origin, out);
            Answer::Data(ty)
        }
        None => Answer::Data(TypeRef::Scalar(Scalar::Any)),
    }
}

fn lower_credential_rule(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    user: &str,
    out: &mut Diagnostics,
) -> CredentialRule {
    match &spec.auth {
        None => CredentialRule::Any,
        Some(CredentialRuleSpec::None) => CredentialRule::None,
        Some(CredentialRuleSpec::Only(names)) => {
            if names.value.is_empty() {
                let finding =
                    Diagnostic::new(Code::ListEmpty, &names.origin, "the endpoint takes no credential");
                out.push(finding.help("write `auth: none` if it is called without a token"));
            }
            let ids = names.value.iter().filter_map(|name| scope.credentials.find(name, user, out));
            CredentialRule::Only(ids.collect())
        }
    }
}

fn lower_header_exceptions(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    user: &str,
    out: &mut Diagnostics,
) -> Vec<(HeaderId, HeaderUse)> {
    let mut exceptions = Vec::new();
    for (name, header_use) in &spec.headers {
        let id =
            scope.headers.get(&name.value.to_lowercase()).or_else(|| scope.headers.find(name, user, out));
        if let Some(id) = id {
            exceptions.push((id, *header_use));
        }
    }
    exceptions
}
