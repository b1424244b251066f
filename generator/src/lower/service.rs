//! What belongs to the whole API: identity, hosts, variables, envelopes, resources.

use super::name::{Case, Namespace, lower_own_name};
use super::place::lower_place;
use super::reserved;
use super::scope::Scope;
use super::type_ref::{is_plain, lower_type_ref, spell_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    Envelope, Group, Host, Name, OperationId, Origin, Refusal, Scalar, Source, TypeDef, TypeId, TypeRef,
    Variable,
};
use crate::spec::{ApiSpec, RefusalSpec, Spanned, Text};

/// Checks name and version of the package.
pub(super) fn check_identity(spec: &ApiSpec, out: &mut Diagnostics) {
    let name = &spec.crate_name;
    let shaped = name.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c));
    if !shaped || Name::new(&name.value).is_err() {
        let message = format!("`{}` cannot be the name of a package", name.value.escape_debug());
        let help =
            "such names are made of small ASCII letters, digits and `-`, a letter first, and are no keywords";
        out.push(Diagnostic::new(Code::ValueInvalid, &name.origin, message).help(help));
    }
    let version = &spec.version;
    let core = version.value.split(['-', '+']).next().unwrap_or_default();
    let numbers: Vec<_> = core.split('.').map(str::parse::<u64>).collect();
    let rest = &version.value[core.len()..];
    let shaped = rest.is_empty()
        || (rest.len() > 1 && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-+.".contains(c)));
    if numbers.len() != 3 || numbers.iter().any(Result::is_err) || !shaped {
        let message = format!("`{}` is not a version", version.value.escape_debug());
        let help = "a version is three numbers joined by dots, like `0.1.0`";
        out.push(Diagnostic::new(Code::ValueInvalid, &version.origin, message).help(help));
    }
}

/// Sources of facts, as they stand.
pub(super) fn lower_sources(spec: &ApiSpec) -> Vec<Source> {
    let sources = spec.sources.iter();
    sources.map(|(key, title)| Source { key: key.value.clone(), title: title.value.clone() }).collect()
}

/// Hosts, the default first.
pub(super) fn lower_hosts(spec: &ApiSpec, out: &mut Diagnostics) -> Vec<Host> {
    if spec.hosts.value.is_empty() {
        out.push(Diagnostic::new(Code::ListEmpty, &spec.hosts.origin, "the API has no hosts"));
    }
    let mut names = Namespace::new("host", Case::Pascal, &[]);
    let help = "give the host another name";
    let mut hosts = Vec::new();
    for host in &spec.hosts.value {
        let name = lower_own_name(&host.name, "a host", help, out);
        names.claim(&name, &host.name, help, out);
        check_url(&host.url, out);
        let docs =
            host.doc.as_ref().map_or_else(|| format!("`{}`.", host.url.value), |doc| doc.value.clone());
        hosts.push(Host { name, url: host.url.value.clone(), docs });
    }
    hosts
}

fn check_url(url: &Text, out: &mut Diagnostics) {
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
        out.push(Diagnostic::new(Code::ValueInvalid, &url.origin, message).help(help));
    }
}

/// Values that a caller sets on the client.
pub(super) fn lower_variables(scope: &Scope<'_>, types: &[TypeDef], out: &mut Diagnostics) -> Vec<Variable> {
    // Credentials are methods of the same builder.
    let mut names = Namespace::new("variable", Case::Snake, reserved::BUILDER);
    let help = "give it another name";
    for credential in &scope.document.api.auth.credentials {
        if let Ok(name) = Name::new(&credential.name.value) {
            names.check_reserved("credential", &name, &credential.name, help, out);
            names.claim_as("credential", &name, &credential.name, help, out);
        }
    }
    let mut variables = Vec::new();
    for spec in &scope.document.api.variables {
        let name = lower_own_name(&spec.wire, "a variable", help, out);
        names.claim(&name, &spec.wire, help, out);
        if reserved::PLACEHOLDERS.contains(&&*spec.wire.value) {
            let message = format!("`{{{}}}` means something else in templates", spec.wire.value);
            out.push(Diagnostic::new(Code::NameReserved, &spec.wire.origin, message).help(help));
        }
        let ty = lower_type_ref(&spec.ty, scope, out);
        if let Some(ty) = &ty
            && (!is_plain(ty, types) || !matches!(ty, TypeRef::Def(_) | TypeRef::Scalar(Scalar::Str)))
        {
            let message = format!("a variable cannot be `{}`", spell_type(ty, types));
            let help = "it is a `string`, an id or an enum";
            out.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
        }
        let docs =
            spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.wire.value), |doc| doc.value.clone());
        variables.push(Variable { name, ty: ty.unwrap_or(TypeRef::Scalar(Scalar::Str)), docs });
    }
    variables
}

/// How the server says no in a special case.
pub(super) fn lower_refusal(
    scope: &Scope<'_>,
    spec: Option<&RefusalSpec>,
    out: &mut Diagnostics,
) -> Option<Refusal> {
    let spec = spec?;
    if let Some(code) = &spec.code {
        check_code(scope, code, "`rate_limits`", out);
    }
    let status = lower_status(&spec.status, out)?;
    Some(Refusal { status, code: spec.code.as_ref().map(|code| code.value) })
}

/// Complains about an error code that is not defined.
pub(super) fn check_code(scope: &Scope<'_>, code: &Spanned<i64>, user: &str, out: &mut Diagnostics) {
    let text = Text { value: code.value.to_string(), origin: code.origin.clone() };
    scope.errors.find(&text, user, out);
}

/// An HTTP status.
pub(super) fn lower_status(status: &Spanned<i64>, out: &mut Diagnostics) -> Option<u16> {
    let good = u16::try_from(status.value).ok().filter(|status| (100..600).contains(status));
    if good.is_none() {
        let message = format!("`{}` is not an HTTP status", status.value);
        let help = "such a status is a number from 100 to 599";
        out.push(Diagnostic::new(Code::ValueInvalid, &status.origin, message).help(help));
    }
    good
}

/// Envelopes, the default first.
pub(super) fn lower_envelopes(spec: &ApiSpec, out: &mut Diagnostics) -> Vec<Envelope> {
    if spec.envelopes.value.is_empty() {
        let finding = Diagnostic::new(Code::ListEmpty, &spec.envelopes.origin, "the API has no envelopes");
        out.push(finding.help("write `plain: {}` if answers are not wrapped"));
    }
    let mut envelopes = Vec::new();
    for envelope in &spec.envelopes.value {
        let mut place = |text: &Option<Text>| text.as_ref().map(|text| lower_place(text, out));
        let places = [&envelope.code, &envelope.message, &envelope.detail, &envelope.log_id, &envelope.data];
        let [code, message, detail, log_id, data] = places.map(&mut place);
        let name = lower_own_name(&envelope.name, "an envelope", "give the envelope another name", out);
        envelopes.push(Envelope { name, code, message, detail, log_id, data });
    }
    envelopes
}

/// Resources, in alphabetical order.
pub(super) fn lower_groups(scope: &Scope<'_>, out: &mut Diagnostics) -> Vec<Group> {
    let mut modules = Namespace::new("resource", Case::Snake, reserved::GROUPS);
    let mut accessors = Namespace::new("accessor", Case::Both, reserved::ACCESSORS);
    let (mut operations, mut types) = (0, 0);
    let mut groups = Vec::new();
    for resource in &scope.resources {
        let help = "give the resource another name";
        let name = lower_own_name(&resource.name, "a resource", help, out);
        modules.claim(&name, &resource.name, help, out);
        let text = resource.accessor.as_ref().unwrap_or(&resource.name);
        let help = "add `accessor: another_name` to the resource";
        let accessor = if resource.accessor.is_some() {
            lower_own_name(text, "an accessor", help, out)
        } else {
            name.clone()
        };
        let unique = resource.accessor.is_some() || !is_repeated(&resource.name.origin, &name, &groups);
        if !resource.endpoints.is_empty() && unique {
            accessors.claim(&accessor, text, help, out);
        }
        if resource.doc.is_none() {
            let message = format!("the resource `{}` has no `doc`", resource.name.value);
            out.push(Diagnostic::new(Code::Undocumented, &resource.name.origin, message));
        }
        groups.push(Group {
            name,
            accessor,
            docs: resource
                .doc
                .as_ref()
                .map_or_else(|| format!("`{}`.", resource.name.value), |doc| doc.value.clone()),
            operations: take_ids(&mut operations, resource.endpoints.len()).map(OperationId).collect(),
            types: take_ids(&mut types, resource.types.len()).map(TypeId).collect(),
            origin: resource.name.origin.clone(),
        });
    }
    groups
}

/// Whether the resource itself is already reported as a repetition.
fn is_repeated(origin: &Origin, name: &Name, groups: &[Group]) -> bool {
    groups.iter().any(|group| group.name == *name && group.origin != *origin)
}

fn take_ids(next: &mut usize, count: usize) -> std::ops::Range<usize> {
    let start = *next;
    *next += count;
    start..*next
}
