//! Routes, such as `POST /depots/:depot/parcels`.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Endpoint, Method, PathTemplate, Segment};
use crate::parse::{FieldSpec, Text};

const METHODS: [Method; 5] = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];

/// Reads a route; `None` after a complaint.
pub(super) fn lower_route(route: &Text, diagnostics: &mut Diagnostics) -> Option<(Method, PathTemplate)> {
    let mut words = route.value.split_whitespace();
    let (Some(method), Some(path), None) = (words.next(), words.next(), words.next()) else {
        let message = format!("`{}` is not a route", route.value);
        let help = match route.value.split_whitespace().collect::<Vec<_>>().as_slice() {
            [path] if path.starts_with('/') => format!("write the method before the path, like `GET {path}`"),
            _ => "a route is a method and a path, like `GET /items/:item_id`".to_owned(),
        };
        diagnostics.push(Diagnostic::new(Code::RouteSyntax, &route.origin, message).help(help));
        return None;
    };
    let found = METHODS.into_iter().find(|known| known.as_str() == method);
    if found.is_none() {
        let names = || METHODS.into_iter().map(Method::as_str);
        let help = match closest(method, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the methods are {}", join_words(names())),
        };
        let message = format!("`{method}` is not an HTTP method that the dialect knows");
        diagnostics.push(Diagnostic::new(Code::RouteSyntax, &route.origin, message).help(help));
    }
    let segments = lower_segments(path, route, Code::RouteSyntax, diagnostics);
    Some((found?, PathTemplate(segments?)))
}

/// Splits a path into segments; `None` after a complaint with this code.
pub(super) fn lower_segments(
    path: &str,
    text: &Text,
    code: Code,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Segment>> {
    let mut complain = |message: String, help: &str| {
        diagnostics.push(Diagnostic::new(code, &text.origin, message).help(help));
    };
    let Some(rest) = path.strip_prefix('/') else {
        complain(format!("the path `{path}` does not start with `/`"), "hosts are listed under `hosts`");
        return None;
    };
    if path.contains('?') {
        complain(
            format!("the path `{path}` holds a query"),
            match code {
                Code::RouteSyntax => "query parameters are listed under `query`",
                _ => "remove it; what stands behind the path does not matter",
            },
        );
        return None;
    }
    let mut segments = Vec::new();
    for part in rest.split('/') {
        let name = part.strip_prefix(':');
        let good = match name {
            Some(name) => !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'),
            None => is_literal(part) && (!part.is_empty() || rest.is_empty()),
        };
        if !good {
            let braced = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            let help = match braced {
                Some(name) => format!("a parameter is written `:{name}`"),
                None if part.is_empty() => "no two `/` stand side by side, and none at the end".to_owned(),
                None => "a segment is plain ASCII text, or `:` and the name of a parameter".to_owned(),
            };
            let message = match part {
                "" => format!("the path `{path}` has an empty segment"),
                part => format!("`{}` cannot be a segment of a path", part.escape_debug()),
            };
            complain(message, &help);
            return None;
        }
        segments.push(match name {
            Some(name) => Segment::Param(name.to_owned()),
            None => Segment::Literal(part.to_owned()),
        });
    }
    Some(segments)
}

/// Whether a part of a path can be a literal segment.
fn is_literal(part: &str) -> bool {
    part != "."
        && part != ".."
        && part.chars().all(|c| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(c))
}

/// The parameters of a route or address, in no order: those under `path`, and of the shared ones those that it leaves out.
pub(super) fn path_params<'s>(
    path: &PathTemplate,
    own: &'s [FieldSpec],
    shared: &'s [FieldSpec],
) -> Vec<&'s FieldSpec> {
    let is_left_out = |spec: &&FieldSpec| {
        let name = &spec.wire.value;
        params(path).any(|param| param == name) && own.iter().all(|own| own.wire.value != *name)
    };
    own.iter().chain(shared.iter().filter(is_left_out)).collect()
}

/// Checks that the parameters of a route or address, which `what` says, and those that are described are the same.
pub(super) fn check_path_params(
    what: &str,
    path: &PathTemplate,
    specs: &[&FieldSpec],
    route: &Text,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: Vec<&str> = Vec::new();
    // Parameters under `path` that were named in a complaint about the route, which is enough.
    let mut explained: Vec<&str> = Vec::new();
    for name in params(path) {
        if seen.contains(&name) {
            let message = format!("the {what} has the parameter `:{name}` twice");
            diagnostics.push(Diagnostic::new(Code::PathMismatch, &route.origin, message));
        } else if !specs.iter().any(|spec| spec.wire.value == name) {
            explained.extend(report_undescribed(what, name, path, specs, route, diagnostics));
        }
        seen.push(name);
    }
    for spec in specs {
        let name = &spec.wire.value;
        if seen.contains(&&**name) || explained.contains(&&**name) {
            continue;
        }
        let message = format!("the path parameter `{name}` is not in the {what}");
        let help = match closest(name, params(path)) {
            Some(near) => format!("did you mean `{near}`?"),
            None if what == "route" => {
                format!("write `:{name}` where it stands in the path, or move it to `query` or `body`")
            }
            None => format!("write `:{name}` where it stands in the path, or remove it"),
        };
        diagnostics.push(
            Diagnostic::new(Code::PathMismatch, &spec.wire.origin, message)
                .note_at(&route.origin, format!("the {what} stands here"))
                .help(help),
        );
    }
}

/// The names of a path's parameters.
fn params(path: &PathTemplate) -> impl Iterator<Item = &str> {
    path.0.iter().filter_map(|segment| match segment {
        Segment::Param(name) => Some(&**name),
        Segment::Literal(_) => None,
    })
}

/// Complains about a parameter that is not described; gives back the one that is meant for it, if any.
fn report_undescribed<'s>(
    what: &str,
    name: &str,
    path: &PathTemplate,
    specs: &[&'s FieldSpec],
    route: &Text,
    diagnostics: &mut Diagnostics,
) -> Option<&'s str> {
    let spare: Vec<_> =
        specs.iter().copied().filter(|spec| params(path).all(|name| name != spec.wire.value)).collect();
    let missing = params(path).filter(|name| specs.iter().all(|spec| spec.wire.value != *name)).count();
    // When one is missing and one is spare, these two are meant for each other, however unlike.
    let twin = match spare.as_slice() {
        [only] if missing == 1 => Some(*only),
        _ => closest(name, spare.iter().map(|spec| &*spec.wire.value))
            .and_then(|near| spare.iter().copied().find(|spec| spec.wire.value == near)),
    };
    let message = format!("the {what}'s parameter `:{name}` is not described under `path`");
    let finding = Diagnostic::new(Code::PathMismatch, &route.origin, message);
    let Some(twin) = twin else {
        let help = "under `path`, or for several routes under `parameters` beside `api`";
        diagnostics.push(finding.help(format!("add `{name}: string`, or another type, {help}")));
        return None;
    };
    let wire = &twin.wire.value;
    diagnostics.push(
        finding
            .note_at(&twin.wire.origin, format!("`{wire}` is described here, yet not in the {what}"))
            .help(format!("did you mean `:{wire}`? both must have the same name")),
    );
    Some(wire)
}

/// Checks that no two endpoints have the same method and path, whatever their parameters are called.
pub(super) fn check_routes(endpoints: &[Endpoint], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<(Method, Vec<&str>), &Endpoint> = BTreeMap::new();
    for endpoint in endpoints.iter().filter(|endpoint| !endpoint.path.0.is_empty()) {
        let shape = endpoint.path.0.iter().map(|segment| match segment {
            Segment::Literal(text) => &**text,
            // No literal segment is a lone colon: that would be a parameter without a name.
            Segment::Param(_) => ":",
        });
        let key = (endpoint.method, shape.collect());
        if let Some(first) = taken.get(&key) {
            let route = format!("{} {}", endpoint.method.as_str(), endpoint.path);
            let message = format!("`{}` and `{}` have the same route, `{route}`", first.id, endpoint.id);
            diagnostics.push(
                Diagnostic::new(Code::RouteTaken, &endpoint.origin, message)
                    .note_at(&first.origin, format!("`{}` stands here", first.id))
                    .help("correct one of the two routes; the names of parameters do not tell routes apart"),
            );
        } else {
            taken.insert(key, endpoint);
        }
    }
}
