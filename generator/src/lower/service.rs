//! What belongs to the whole API: identity, hosts, variables, envelopes, resources.

use super::json_path::lower_json_path;
use super::literal::lower_literal;
use super::name::{Case, Namespace, lower_own_name};
use super::reserved;
use super::scope::Scope;
use super::type_ref::{is_plain, lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit::with_method;
use crate::ir::{
    EndpointId, Envelope, Host, Name, Refusal, Resource, ResourceId, Scalar, Source, SourceLocation, Success,
    TypeDef, TypeId, TypeRef, Variable,
};
use crate::parse::{
    ApiSpec, CredentialSpec, EnvelopeSpec, RefusalSpec, ResourceSpec, Spanned, SuccessSpec, Text, TokenSpec,
};

/// Checks name and version of the package.
pub(super) fn check_identity(spec: &ApiSpec, diagnostics: &mut Diagnostics) {
    let name = &spec.crate_name;
    let well_formed =
        name.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c));
    if !well_formed || Name::new(&name.value).is_err() {
        let message = format!("`{}` cannot be the name of a package", name.value.escape_debug());
        let help =
            "such names are made of small ASCII letters, digits and `-`, a letter first, and are no keywords";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &name.origin, message).help(help));
    }
    if reserved::PACKAGES.contains(&&*name.value.replace('_', "-")) {
        let message = format!("the package `{}` has a name that the emitted client needs itself", name.value);
        let finding = Diagnostic::new(Code::NameReserved, &name.origin, message);
        diagnostics.push(finding.help(format!("write `{}-client`", name.value)));
    }
    let version = &spec.version;
    let core = version.value.split(['-', '+']).next().unwrap_or_default();
    let numbers: Vec<_> = core.split('.').map(str::parse::<u64>).collect();
    let rest = &version.value[core.len()..];
    let well_formed = rest.is_empty()
        || (rest.len() > 1 && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-+.".contains(c)));
    if numbers.len() != 3 || numbers.iter().any(Result::is_err) || !well_formed {
        let message = format!("`{}` is not a version", version.value.escape_debug());
        let help = "a version is three numbers joined by dots, like `0.1.0`";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &version.origin, message).help(help));
    }
}

/// Sources of facts, as they stand.
pub(super) fn lower_sources(spec: &ApiSpec) -> Vec<Source> {
    let sources = spec.sources.iter();
    sources.map(|(key, title)| Source { key: key.value.clone(), title: title.value.clone() }).collect()
}

/// Hosts, the default first.
pub(super) fn lower_hosts(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<Host> {
    if spec.hosts.value.is_empty() {
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &spec.hosts.origin, "the API has no hosts"));
    }
    let mut names = Namespace::new("host", Case::Snake, &[]);
    let help = "give the host another name";
    let mut hosts = Vec::new();
    for host in &spec.hosts.value {
        let name = lower_own_name(&host.name, "a host", help, diagnostics);
        names.claim(&name, &host.name, help, diagnostics);
        check_url(&host.url, diagnostics);
        let docs = host
            .doc
            .as_ref()
            .map_or_else(|| format!("`{}`.", host.url.value).into(), |doc| doc.value.clone());
        hosts.push(Host { name, url: host.url.value.clone(), docs });
    }
    hosts
}

/// Checks that a URL is a scheme and a host.
fn check_url(url: &Text, diagnostics: &mut Diagnostics) {
    let authority = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let good = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    if !authority.is_some_and(|authority| !authority.is_empty() && authority.chars().all(good)) {
        let message = format!("`{}` is not the address of a host", url.value.escape_debug());
        let help = match authority.and_then(|authority| authority.split_once('/')) {
            Some((_, "")) => "remove the `/` at its end",
            Some(_) => "remove the path; routes hold the whole path",
            None if authority.is_none() => "write `https://` before it, like `https://api.example.com`",
            None => "such an address is a scheme and a host, like `https://api.example.com`",
        };
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &url.origin, message).help(help));
    }
}

/// Values that a caller sets on the client.
pub(super) fn lower_variables(
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<Variable> {
    // Credentials are methods of the same builder.
    let mut names = Namespace::new("variable", Case::Snake, reserved::builder());
    let help = "give it another name";
    for credential in &scope.document.api.auth.credentials {
        if let Ok(name) = Name::new(&credential.name.value) {
            names.check_reserved("credential", &name, &credential.name, help, diagnostics);
            names.claim_as("credential", &name, &credential.name, help, diagnostics);
        }
    }
    let mut variables = Vec::new();
    for spec in &scope.document.api.variables {
        let name = lower_own_name(&spec.wire, "a variable", help, diagnostics);
        names.claim(&name, &spec.wire, help, diagnostics);
        if reserved::PLACEHOLDERS.contains(&&*spec.wire.value) {
            let message = format!("`{{{}}}` means something else in templates", spec.wire.value);
            diagnostics.push(Diagnostic::new(Code::NameReserved, &spec.wire.origin, message).help(help));
        }
        let ty = lower_type_ref(&spec.ty, scope, diagnostics);
        if let Some(ty) = &ty
            && (!is_plain(ty, types) || !matches!(ty, TypeRef::Def(_) | TypeRef::Scalar(Scalar::Str)))
        {
            let message = format!("a variable cannot be `{}`", render_type(ty, types));
            let help = "it is a `string`, an id or an enum";
            diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
        }
        let docs = spec
            .doc
            .as_ref()
            .map_or_else(|| format!("`{}`.", spec.wire.value).into(), |doc| doc.value.clone());
        variables.push(Variable { name, ty: ty.unwrap_or(TypeRef::Scalar(Scalar::Str)), docs });
    }
    variables
}

/// How the server refuses in a case that the client must know: too many requests, or a repeated idempotency key.
pub(super) fn lower_refusal(
    scope: &Scope<'_>,
    spec: Option<&RefusalSpec>,
    diagnostics: &mut Diagnostics,
) -> Option<Refusal> {
    let spec = spec?;
    if let Some(code) = &spec.code {
        check_code(scope, code, "`rate_limits`", diagnostics);
    }
    let status = lower_status(&spec.status, diagnostics)?;
    Some(Refusal { status, code: spec.code.as_ref().map(|code| code.value) })
}

/// Complains about an error code that is not defined.
pub(super) fn check_code(
    scope: &Scope<'_>,
    code: &Spanned<i64>,
    referrer: &str,
    diagnostics: &mut Diagnostics,
) {
    let text = Text { value: code.value.to_string(), origin: code.origin.clone() };
    scope.errors.find(&text, referrer, diagnostics);
}

/// An HTTP status; `None` after a complaint.
pub(super) fn lower_status(status: &Spanned<i64>, diagnostics: &mut Diagnostics) -> Option<u16> {
    let good = u16::try_from(status.value).ok().filter(|status| (100..600).contains(status));
    if good.is_none() {
        let message = format!("`{}` is not an HTTP status", status.value);
        let help = "such a status is a number from 100 to 599";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &status.origin, message).help(help));
    }
    good
}

/// Envelopes, the default first.
pub(super) fn lower_envelopes(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<Envelope> {
    if spec.envelopes.value.is_empty() {
        let finding = Diagnostic::new(Code::ListEmpty, &spec.envelopes.origin, "the API has no envelopes");
        diagnostics.push(finding.help("write `plain: {}` if responses are not wrapped"));
    }
    let mut envelopes = Vec::new();
    for envelope in &spec.envelopes.value {
        let mut path = |text: &Option<Text>| text.as_ref().map(|text| lower_json_path(text, diagnostics));
        let paths = [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id, &envelope.data];
        let [code, message, detail, log_id, data] = paths.map(&mut path);
        let name =
            lower_own_name(&envelope.name, "an envelope", "give the envelope another name", diagnostics);
        let success = lower_success(envelope, diagnostics);
        if envelope.fallback && envelope.code.is_none() {
            let message = format!("the fallback envelope `{}` has no `code`", envelope.name.value);
            let finding = Diagnostic::new(Code::KeyMissing, &envelope.name.origin, message);
            diagnostics.push(finding.help("a refusal is found in it by its code: say where that stands"));
        }
        let fallback = envelope.fallback;
        envelopes.push(Envelope { name, success, code, message, detail, log_id, data, fallback });
    }
    envelopes
}

/// What proves success: what the spec says, else the code where the envelope has one, else the status.
fn lower_success(envelope: &EnvelopeSpec, diagnostics: &mut Diagnostics) -> Success {
    match (&envelope.success, &envelope.code) {
        (None, Some(_)) => Success::Code,
        (None, None) | (Some(SuccessSpec::Status), _) => Success::Status,
        (Some(SuccessSpec::Code(_)), Some(_)) => Success::Code,
        (Some(SuccessSpec::Code(origin)), None) => {
            let message = format!("the code proves success, yet `{}` has no `code`", envelope.name.value);
            let finding = Diagnostic::new(Code::KeyMissing, origin, message);
            diagnostics.push(finding.help("add `code: …`, or write `success: status`"));
            Success::Status
        }
        (Some(SuccessSpec::Member(path, value)), _) => {
            Success::Member(lower_json_path(path, diagnostics), lower_literal(&value.value))
        }
    }
}

/// Complains when the client of a resource has the name of one of its own calls, or of what one of them returns, since all
/// are types of one module.
fn check_emitted_types(spec: &ResourceSpec, accessor: &Name, text: &Text, diagnostics: &mut Diagnostics) {
    for (what, owner, suffix) in spec.emitted_types() {
        let is_same = |name: Name| name.pascal() == accessor.pascal();
        if Name::new(&format!("{}{suffix}", owner.value)).is_ok_and(is_same) {
            let message = format!(
                "the {what} `{}` and the client of the accessor `{}` are both `{}` in Rust",
                owner.value,
                text.value,
                accessor.pascal()
            );
            let finding = Diagnostic::new(Code::NameTaken, &text.origin, message);
            let finding = finding.note_at(&owner.origin, format!("the {what} `{}` stands here", owner.value));
            diagnostics.push(finding.help("add `accessor: another_name` to the resource"));
        }
    }
}

/// Resources, in alphabetical order.
pub(super) fn lower_resources(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Vec<Resource> {
    let mut modules =
        Namespace::new("resource", Case::Snake, reserved::resources(scope.document.api.links.is_some()));
    let mut accessors = Namespace::new("accessor", Case::Both, reserved::accessors());
    claim_with_methods(scope, &mut accessors);
    let (mut endpoints, mut types) = (0, 0);
    let mut resources = Vec::new();
    for (index, spec) in scope.resources.iter().enumerate() {
        let help = "give the resource another name";
        let name = lower_own_name(&spec.name, "a resource", help, diagnostics);
        modules.claim(&name, &spec.name, help, diagnostics);
        let text = spec.accessor.as_ref().unwrap_or(&spec.name);
        let help = "add `accessor: another_name` to the resource";
        let accessor = if spec.accessor.is_some() {
            lower_own_name(text, "an accessor", help, diagnostics)
        } else {
            name.clone()
        };
        let unique = spec.accessor.is_some() || !is_repeated(&spec.name.origin, &name, &resources);
        if !spec.endpoints.is_empty() && unique {
            accessors.claim(&accessor, text, help, diagnostics);
            check_emitted_types(spec, &accessor, text, diagnostics);
        }
        if spec.doc.is_none() {
            let message = format!("the resource `{}` has no `doc`", spec.name.value);
            diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.name.origin, message));
        }
        resources.push(Resource {
            id: ResourceId(index),
            name,
            accessor,
            docs: spec
                .doc
                .as_ref()
                .map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone()),
            endpoints: take_ids(&mut endpoints, spec.endpoints.len()).map(EndpointId).collect(),
            types: take_ids(&mut types, spec.types.len()).map(TypeId).collect(),
            origin: spec.name.origin.clone(),
        });
    }
    resources
}

/// Takes the names of the client's methods that give the same client with another value, or acting as another user.
fn claim_with_methods(scope: &Scope<'_>, names: &mut Namespace) {
    let spec = &scope.document.api;
    let variables = spec.variables.iter().map(|variable| ("variable", &variable.wire));
    let is_refresh_token = |credential: &&CredentialSpec| match &credential.token {
        TokenSpec::Exchange(exchange) => credential.inputs.len() == 1 && exchange.rotates.len() == 1,
        TokenSpec::Fixed(_) | TokenSpec::None => false,
    };
    let credentials = spec.auth.credentials.iter().filter(is_refresh_token);
    let credentials = credentials.map(|credential| ("credential", &credential.name));
    for (what, text) in variables.chain(credentials) {
        let method = Name::new(&text.value).and_then(|name| Name::new(&with_method(&name)));
        if let Ok(method) = method {
            names.claim_as(what, &method, text, "", &mut Diagnostics::default());
        }
    }
}

/// Whether the resource itself is already reported as a repetition.
fn is_repeated(origin: &SourceLocation, name: &Name, resources: &[Resource]) -> bool {
    resources.iter().any(|resource| resource.name == *name && resource.origin != *origin)
}

/// The next `count` ids.
fn take_ids(next: &mut usize, count: usize) -> std::ops::Range<usize> {
    let start = *next;
    *next += count;
    start..*next
}
