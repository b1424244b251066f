//! Endpoints.

use super::body::{lower_body_kind, lower_media, lower_media_type};
use super::context::Context;
use super::duration::lower_duration;
use super::limit::lower_limit_uses;
use super::name::{Case, Namespace, lower_own_name};
use super::paging::lower_paging;
use super::param::lower_params;
use super::refusals::lower_refusals;
use super::reserved;
use super::response::{data_statuses, empty_statuses, lower_response};
use super::route::{Route, check_path_params, lower_route, path_params};
use super::rule::lower_rules;
use super::scope::{Scope, endpoint_id};
use super::service::check_code;
use super::stream::lower_stream;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    BodyKind, CredentialRule, Endpoint, EnvelopeId, HeaderId, HeaderUse, LimitUse, Method, Pagination, Param,
    PathTemplate, Presence, Prose, ResourceId, Response, SourceLocation, TypeDef,
};
use crate::parse::{CredentialRuleSpec, EndpointSpec, ProseText, ResourceSpec};

/// Lowers all endpoints, in the order of their ids.
pub(super) fn lower_endpoints(
    scope: &Scope<'_>,
    types: &[TypeDef],
    paginations: &[Pagination],
    default_limits: &[LimitUse],
    diagnostics: &mut Diagnostics,
) -> Vec<Endpoint> {
    let context = Context { scope, types, paginations, default_limits };
    let mut endpoints = Vec::new();
    let mut names = None;
    for (resource, resource_spec, spec) in scope.endpoints() {
        // Endpoints come resource by resource, and their names must be free in their own one only.
        let names = match &mut names {
            Some((owner, names)) if *owner == resource => names,
            other => {
                let fresh = Namespace::new("endpoint", Case::Both, reserved::BORROWING_METHODS);
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
    // How the endpoint is called in complaints about the names that it refers to.
    let referrer = format!("endpoint `{}`", spec.name.value);
    let Route { method, path, fragment } = lower_endpoint_route(spec, scope, diagnostics);
    let body = lower_body_kind(spec, diagnostics);
    let params = lower_params(spec, &path, body, context, diagnostics);
    let response = match &spec.stream {
        Some(stream) => {
            lower_stream(spec, stream, context, diagnostics).map_or(Response::Nothing, Response::Stream)
        }
        None => lower_response(spec, context, diagnostics),
    };
    check_method(method, spec, body, diagnostics);
    for code in &spec.errors {
        check_code(scope, code, &referrer, diagnostics);
    }
    let rules = lower_rules(spec, &params, context, diagnostics);
    let envelopes = lower_endpoint_envelopes(spec, scope, &referrer, diagnostics);
    Endpoint {
        resource,
        name,
        id,
        summary: spec.summary.value.clone(),
        docs: text_value(&spec.doc),
        title: text_value(&spec.title),
        method,
        path,
        fragment,
        host: lower_host(resource_spec, spec, scope, diagnostics),
        body,
        body_optional: spec.body_optional || params.iter().any(is_body_to_leave_out),
        media: lower_media(spec, body, diagnostics),
        accept: spec.accept.as_ref().and_then(|media| lower_media_type(media, diagnostics)),
        effect: spec.effect,
        data_statuses: data_statuses(spec),
        empty_statuses: empty_statuses(spec),
        refusals: lower_refusals(spec, context, diagnostics),
        limits: match &spec.limits {
            Some(uses) => lower_limit_uses(uses, scope, &referrer, diagnostics),
            None => context.default_limits.to_vec(),
        },
        max_transit: spec.max_transit.as_ref().and_then(|text| lower_duration(text, diagnostics)),
        paging: lower_paging(spec, method, &envelopes, &response, &params, context, diagnostics),
        credentials: lower_credential_rule(spec, scope, &referrer, diagnostics),
        header_exceptions: lower_header_exceptions(spec, scope, &referrer, diagnostics),
        rules: rules.strong,
        weak_rules: rules.weak,
        errors: spec.errors.iter().filter_map(|code| scope.errors.get(&code.value.to_string())).collect(),
        permission: text_value(&spec.permission),
        deprecated: text_value(&spec.deprecated),
        sources: spec
            .sources
            .iter()
            .filter_map(|source| scope.sources.find(source, &referrer, diagnostics))
            .collect(),
        origin: spec.name.origin.clone(),
        envelopes,
        params,
        response,
    }
}

/// Whether a parameter is a whole body that need not be sent. Nothing can stand for it: an empty object is no list, and an
/// empty text is one.
fn is_body_to_leave_out(param: &Param) -> bool {
    param.is_whole_body && param.field.presence == Presence::Optional
}

/// A text without its location.
fn text_value(text: &Option<ProseText>) -> Option<Prose> {
    text.as_ref().map(|text| text.value.clone())
}

/// Checks that a summary is one sentence on one line.
fn check_summary(summary: &ProseText, diagnostics: &mut Diagnostics) {
    summary.value.texts().for_each(|text| check_summary_text(text, &summary.origin, diagnostics));
}

/// Checks the summary in one language; where sentences end with `。`, one ends with that.
fn check_summary_text(text: &str, origin: &SourceLocation, diagnostics: &mut Diagnostics) {
    let mut complain = |message: &str, help: &str| {
        diagnostics.push(Diagnostic::new(Code::SummaryStyle, origin, message).help(help));
    };
    if text.contains('\n') {
        complain("a summary stands on one line", "say the rest under `doc`");
    } else if !text.ends_with(['.', '。']) {
        complain("a summary ends with a full stop", &format!("write `{text}.`"));
    } else if text.match_indices(". ").any(|(at, _)| text[at + 2..].starts_with(char::is_uppercase)) {
        complain("a summary is one sentence", "say the rest under `doc`");
    }
}

fn lower_endpoint_route(spec: &EndpointSpec, scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Route {
    let Some(route) = lower_route(&spec.route, diagnostics) else {
        return Route { method: Method::Get, path: PathTemplate(Vec::new()), fragment: None };
    };
    let params = path_params(&route.path, &spec.path, &scope.document.api.parameters);
    check_path_params("route", &route.path, &params, &spec.route, diagnostics);
    route
}

/// Checks that a request or response has a body only if its method lets it have one.
fn check_method(method: Method, spec: &EndpointSpec, body: BodyKind, diagnostics: &mut Diagnostics) {
    if let (Method::Head, Some(data)) =
        (method, spec.returns.as_ref().and_then(|returns| returns.data.first()))
    {
        let message = "the response to `HEAD` has no body, so there is no data";
        let finding = Diagnostic::new(Code::KeyConflict, &data.ty.origin, message);
        diagnostics.push(finding.help("leave out `returns`; headers and status come with `send_with_meta`"));
    }
    if let (Method::Head, Some(refusal)) = (method, spec.refusals.first()) {
        let message = "the response to `HEAD` has no body, nor has a refusal";
        let finding = Diagnostic::new(Code::KeyConflict, &refusal.ty.origin, message);
        diagnostics.push(finding.help("leave out `refusals`"));
    }
    if (method, body == BodyKind::None) == (Method::Trace, false) {
        let message = "a `TRACE` request has no body";
        let finding = Diagnostic::new(Code::KeyConflict, &spec.route.origin, message);
        diagnostics.push(finding.help("leave out `body`, or correct the method"));
    }
}

/// The host of an endpoint, by its place: its own, or that of its resource. What the resource says is looked for once.
fn lower_host(
    resource: &ResourceSpec,
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    if let Some(host) = &spec.host {
        return scope.hosts.find(host, &format!("endpoint `{}`", spec.name.value), diagnostics);
    }
    let host = resource.host.as_ref()?;
    let is_first = resource.endpoints.first().is_some_and(|first| first.name.origin == spec.name.origin);
    if is_first {
        return scope.hosts.find(host, &format!("the resource `{}`", resource.name.value), diagnostics);
    }
    scope.hosts.get(&host.value)
}

/// The envelopes of an endpoint, in the order in which they are tried. The first one of the API is the default.
fn lower_endpoint_envelopes(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    referrer: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<EnvelopeId> {
    let Some(names) = &spec.envelopes else { return vec![EnvelopeId(0)] };
    if names.value.is_empty() {
        let finding = Diagnostic::new(Code::ListEmpty, &names.origin, "the endpoint has no envelope");
        diagnostics.push(finding.help("remove the key for the default envelope"));
    }
    let mut ids: Vec<EnvelopeId> = Vec::new();
    for name in &names.value {
        let id = scope.envelopes.find(name, referrer, diagnostics).unwrap_or(EnvelopeId(0));
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() { vec![EnvelopeId(0)] } else { ids }
}

fn lower_credential_rule(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    referrer: &str,
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
            let ids =
                names.value.iter().filter_map(|name| scope.credentials.find(name, referrer, diagnostics));
            CredentialRule::Only(ids.collect())
        }
    }
}

/// The headers that the endpoint uses otherwise than their rules say.
fn lower_header_exceptions(
    spec: &EndpointSpec,
    scope: &Scope<'_>,
    referrer: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<(HeaderId, HeaderUse)> {
    let mut exceptions = Vec::new();
    for (name, header_use) in &spec.headers {
        let id = scope
            .headers
            .get(&name.value.to_lowercase())
            .or_else(|| scope.headers.find(name, referrer, diagnostics));
        if let Some(id) = id {
            exceptions.push((id, *header_use));
        }
    }
    exceptions
}
