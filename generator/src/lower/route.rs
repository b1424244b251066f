//! Routes, such as `POST /depots/:depot/parcels`.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Endpoint, Method, PathTemplate, Segment, SegmentPart};
use crate::parse::{FieldSpec, Text};

/// A route as it is written.
pub(super) struct Route {
    pub(super) method: Method,
    pub(super) path: PathTemplate,
    /// What stands behind `#`.
    pub(super) fragment: Option<String>,
}

/// Reads a route; `None` after a complaint.
pub(super) fn lower_route(route: &Text, diagnostics: &mut Diagnostics) -> Option<Route> {
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
    let found = Method::ALL.into_iter().find(|known| known.as_str() == method);
    if found.is_none() {
        let names = || Method::ALL.into_iter().map(Method::as_str);
        let help = match closest(method, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the methods are {}", join_words(names())),
        };
        let message = format!("`{method}` is not an HTTP method that the dialect knows");
        diagnostics.push(Diagnostic::new(Code::RouteSyntax, &route.origin, message).help(help));
    }
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (path, None),
    };
    let in_fragment = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if let Some(fragment) = fragment
        && (fragment.is_empty() || !fragment.chars().all(in_fragment))
    {
        let message = format!("`#{}` cannot tell a route from others", fragment.escape_debug());
        let help = "behind `#` stands a word of letters, digits, `-`, `_` and `.`, which is not sent";
        diagnostics.push(Diagnostic::new(Code::RouteSyntax, &route.origin, message).help(help));
        return None;
    }
    let segments = lower_segments(path, route, Code::RouteSyntax, diagnostics);
    let fragment = fragment.map(str::to_owned);
    Some(Route { method: found?, path: PathTemplate(segments?), fragment })
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
                Code::RouteSyntax => {
                    "query parameters are listed under `query`; one that is always the same is a `constant`"
                }
                _ => "remove it; what stands behind the path does not matter",
            },
        );
        return None;
    }
    let mut segments = Vec::new();
    let mut parts = rest.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match lower_segment(part, is_last) {
            Ok(segment) => segments.push(segment),
            Err(help) => {
                let message = match part {
                    "" => format!("the path `{path}` has an empty segment"),
                    part => format!("`{}` cannot be a segment of a path", part.escape_debug()),
                };
                complain(message, &help);
                return None;
            }
        }
    }
    Some(segments)
}

/// Reads a segment; advice if it is none.
fn lower_segment(part: &str, is_last: bool) -> Result<Segment, String> {
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if let Some(name) = part.strip_prefix(':') {
        return match is_name(name) {
            true => Ok(Segment::Param(name.to_owned())),
            false if name.contains(|c: char| c.is_ascii_alphabetic()) && !part.contains('{') => {
                let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
                let (name, rest) = name.split_at(end);
                Err(format!("a parameter with text around it is written `{{{name}}}{rest}`"))
            }
            false => Err(SEGMENT.to_owned()),
        };
    }
    if part.is_empty() && !is_last {
        return Err("no two `/` stand side by side".to_owned());
    }
    if !part.contains(['{', '}']) {
        let good = part != "." && part != ".." && part.chars().all(is_in_literal);
        return if good { Ok(Segment::Literal(part.to_owned())) } else { Err(SEGMENT.to_owned()) };
    }
    let (mut parts, mut rest) = (Vec::new(), part);
    while let Some(open) = rest.find('{') {
        let (text, from) = (&rest[..open], &rest[open + 1..]);
        let Some((name, after)) = from.split_once('}').filter(|(name, _)| is_name(name)) else {
            return Err("a parameter within a segment is written `{name}`".to_owned());
        };
        if !text.is_empty() {
            parts.push(SegmentPart::Text(text.to_owned()));
        } else if matches!(parts.last(), Some(SegmentPart::Param(_))) {
            return Err("two parameters side by side cannot be told apart: put text between them".to_owned());
        }
        parts.push(SegmentPart::Param(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(SegmentPart::Text(rest.to_owned()));
    }
    let is_plain =
        |part: &SegmentPart| !matches!(part, SegmentPart::Text(text) if !text.chars().all(is_in_literal));
    match parts.as_slice() {
        [SegmentPart::Param(name)] => Err(format!("a parameter is written `:{name}`")),
        parts if parts.iter().all(is_plain) => Ok(Segment::Mixed(parts.to_vec())),
        _ => Err(SEGMENT.to_owned()),
    }
}

/// What a segment is.
const SEGMENT: &str =
    "a segment is plain ASCII text, `:` and the name of a parameter, or text around `{name}`";

/// Whether a character can stand in the text of a segment.
pub(crate) fn is_in_literal(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(c)
}

/// The parameters of a route or address, in no order: those under `path`, and of the shared ones those that it leaves out.
pub(super) fn path_params<'s>(
    path: &PathTemplate,
    own: &'s [FieldSpec],
    shared: &'s [FieldSpec],
) -> Vec<&'s FieldSpec> {
    let is_left_out = |spec: &&FieldSpec| {
        let name = &spec.wire.value;
        path.params().any(|param| param == name) && own.iter().all(|own| own.wire.value != *name)
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
    for name in path.params() {
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
        let help = match closest(name, path.params()) {
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
        specs.iter().copied().filter(|spec| path.params().all(|name| name != spec.wire.value)).collect();
    let missing = path.params().filter(|name| specs.iter().all(|spec| spec.wire.value != *name)).count();
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

/// Checks that no two endpoints have the same method and path, whatever their parameters are called, unless a word behind
/// `#` tells them apart.
pub(super) fn check_routes(endpoints: &[Endpoint], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<(Method, String, Option<&str>), &Endpoint> = BTreeMap::new();
    for endpoint in endpoints.iter().filter(|endpoint| !endpoint.path.0.is_empty()) {
        let key = (endpoint.method, endpoint.path.pattern(), endpoint.fragment.as_deref());
        if let Some(first) = taken.get(&key) {
            let route = endpoint.route();
            let message = format!("`{}` and `{}` have the same route, `{route}`", first.id, endpoint.id);
            let help = "correct one of the two routes; if the server has both, tell them apart by a word that is not \
                        sent, like `#other`";
            diagnostics.push(
                Diagnostic::new(Code::RouteTaken, &endpoint.origin, message)
                    .note_at(&first.origin, format!("`{}` stands here", first.id))
                    .help(help),
            );
        } else {
            taken.insert(key, endpoint);
        }
    }
}
