//! Paths → routes of the dialect.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::faces::WORD;
use super::importer::Importer;
use super::name::name_of;
use super::operation::FoundOperation;
use crate::lower::is_in_literal;

/// What stands in a path as it is, beside letters and digits; `%` begins something that is encoded already.
const LITERAL: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@')
    .remove(b'%');

/// A route as the dialect writes it.
#[derive(Debug)]
pub(super) struct Route {
    /// Method and path.
    pub(super) text: String,
    /// Its parameters in their order: the name in the document, and the name in the route.
    pub(super) params: Vec<(String, String)>,
    /// What the path says of the query: names and values.
    pub(super) query: Vec<(String, String)>,
    /// The name of the host, if it is not the usual one.
    pub(super) host: Option<String>,
}

impl<'d> Importer<'d> {
    /// The route of an operation; `None`, with a note, if the path cannot be expressed or another endpoint has the route.
    pub(super) fn route(&mut self, found: &FoundOperation<'d>) -> Option<Route> {
        let (mut path, host) = self.base_of(found)?;
        let (bare, fragment) = match found.path.split_once('#') {
            Some((bare, fragment)) => (bare, Some(fragment)),
            None => (found.path, None),
        };
        let (bare, query) = match bare.split_once('?') {
            Some((bare, query)) => (bare, pairs(query)),
            None => (bare, Some(Vec::new())),
        };
        let Some(query) = query else {
            self.leave_out(found, "a path with a parameter behind its `?`; left out");
            return None;
        };
        let Some(segments) = bare.strip_prefix('/') else {
            self.leave_out(found, "a path without a `/` at its start; left out");
            return None;
        };
        let mut params = Vec::new();
        let mut segments = segments.split('/').peekable();
        while let Some(segment) = segments.next() {
            path.push('/');
            if segment.is_empty() && segments.peek().is_some() {
                self.leave_out(found, "a path with an empty segment; left out");
                return None;
            }
            let Some(text) = self.segment(found, segment, &mut params) else {
                let why = "a path with parameters side by side, or with braces that hold none; left out";
                self.leave_out(found, why);
                return None;
            };
            path.push_str(&text);
        }
        let fragment = fragment.map(fragment_word);
        self.claim_route(found, Route { text: path, params, query, host }, fragment)
    }

    /// A segment as the dialect writes it, with its parameters noted; `None` if it cannot be said.
    fn segment(
        &self,
        found: &FoundOperation<'d>,
        segment: &str,
        params: &mut Vec<(String, String)>,
    ) -> Option<String> {
        let mut claim = |wire: &str| {
            let name = self.free_param_name(found, wire, params);
            params.push((wire.to_owned(), name.clone()));
            name
        };
        let whole = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
        if let Some(wire) = whole.filter(|wire| !wire.contains(['{', '}'])) {
            return (!wire.is_empty()).then(|| format!(":{}", claim(wire)));
        }
        let (mut text, mut rest, mut follows_param) = (String::new(), segment, false);
        while let Some((before, after)) = rest.split_once('{') {
            let (wire, after) = after.split_once('}')?;
            if wire.is_empty()
                || wire.contains('{')
                || before.contains('}')
                || follows_param && before.is_empty()
            {
                return None;
            }
            text.push_str(&literal(before));
            text.push_str(&format!("{{{}}}", claim(wire)));
            (rest, follows_param) = (after, true);
        }
        text.push_str(&literal(rest));
        // What begins with a colon would be a parameter, and dots alone lead elsewhere.
        let text = if text.starts_with(':') { text.replacen(':', "%3A", 1) } else { text };
        (!rest.contains('}') && !matches!(text.as_str(), "." | "..")).then_some(text)
    }

    /// Notes a route as used. One that is used already is told from the other by what stands behind its `#` or, if nothing
    /// does, by what its path says of the query; if nothing tells them apart, it is left out with a note.
    fn claim_route(
        &mut self,
        found: &FoundOperation<'d>,
        route: Route,
        fragment: Option<String>,
    ) -> Option<Route> {
        let by_query = route.query.iter().map(|(name, value)| fragment_word(&format!("{name}_{value}")));
        let by_query = Some(by_query.collect::<Vec<_>>().join("_")).filter(|word| !word.is_empty());
        let candidates: Vec<Option<String>> = match (fragment, found.word()) {
            (Some(fragment), None) => vec![Some(fragment)],
            (None, None) => std::iter::once(None).chain(by_query.map(Some)).collect(),
            // Several of its media types may have the same word.
            (fragment, Some(word)) => {
                let start = fragment.or(by_query).map(|start| format!("{start}-")).unwrap_or_default();
                let numbered = (2..10).map(|number| format!("{start}{word}-{number}"));
                std::iter::once(format!("{start}{word}")).chain(numbered).map(Some).collect()
            }
        };
        let streaming = |word: Option<String>| {
            Some(word.map_or_else(|| WORD.to_owned(), |word| format!("{word}_{WORD}")))
        };
        let is_second = found.is_stream && found.has_twin;
        let candidates: Vec<_> =
            candidates.into_iter().map(|word| if is_second { streaming(word) } else { word }).collect();
        let pattern = pattern(&route.text);
        for fragment in candidates {
            let behind = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            if self.routes.insert(format!("{} {pattern}{behind}", found.method)) {
                let text = format!("{} {}{behind}", found.method, route.text);
                return Some(Route { text, ..route });
            }
        }
        self.leave_out(found, "a second operation with the same route; left out");
        None
    }

    /// A name for a parameter of a path that no other one of the path has. It is not sent, so it may differ from the
    /// document's.
    fn free_param_name(&self, found: &FoundOperation<'d>, wire: &str, params: &[(String, String)]) -> String {
        let base: String =
            wire.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
        let has_letters = base.contains(|c: char| c.is_ascii_alphabetic());
        let base = if has_letters { base } else { format!("param_{base}") };
        let base = if base.starts_with(|c: char| c.is_ascii_digit()) { format!("n_{base}") } else { base };
        let is_free = |name: &String| params.iter().all(|(_, known)| known != name);
        let mut candidates =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}_{number}")));
        let name = candidates.find(is_free).expect("numbers do not end");
        if name != base {
            let place = format!("{} `{wire}` → `{name}`", found.route());
            self.notes.changed("a parameter that stands in its path twice; renamed", place, found.operation);
        }
        name
    }
}

/// Text of a path, with what cannot stand there encoded.
fn literal(text: &str) -> String {
    if text.chars().all(is_in_literal) {
        text.to_owned()
    } else {
        utf8_percent_encode(text, LITERAL).to_string()
    }
}

/// What a path says of the query; `None` if a parameter stands there.
fn pairs(query: &str) -> Option<Vec<(String, String)>> {
    if query.contains(['{', '}']) {
        return None;
    }
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    Some(
        pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .filter(|(name, _)| !name.is_empty())
            .collect(),
    )
}

/// What stands behind `#` as the dialect writes it.
fn fragment_word(text: &str) -> String {
    let good = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if !text.is_empty() && text.chars().all(good) {
        text.to_owned()
    } else {
        name_of(text).snake().to_owned()
    }
}

/// A path without the names of its parameters.
fn pattern(path: &str) -> String {
    let mut pattern = String::new();
    for segment in path.split('/').skip(1) {
        pattern.push('/');
        if segment.starts_with(':') {
            pattern.push_str("{}");
            continue;
        }
        let mut rest = segment;
        while let Some((before, after)) = rest.split_once('{') {
            pattern.push_str(before);
            pattern.push_str("{}");
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        pattern.push_str(rest);
    }
    pattern
}
