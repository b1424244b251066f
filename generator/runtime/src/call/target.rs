//! The endpoint of a call: one that the API describes, or one that only the caller knows.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use paceline::EndpointLimits;

use crate::api::{Api, BodyKind, Effect, Endpoint, Method};

/// How many of the limiter's numbers are set aside for endpoints that the spec does not know.
const RAW_NUMBERS: u16 = 1024;

/// An endpoint to call. Reading from it, such as `target.envelope`, reads the descriptor; name and path are asked for by
/// [`name`](Self::name) and [`template`](Self::template), since a raw call brings its own.
#[derive(Clone)]
pub(crate) enum Target {
    Known(&'static Endpoint),
    Raw(Arc<Raw>),
}

/// An endpoint made for one call. It goes when the call goes, so nothing piles up however many paths there are.
#[derive(Clone)]
pub(crate) struct Raw {
    /// The rules that the call follows. Its `id` and `path` are those of the descriptor it was copied from, and not the
    /// call's.
    endpoint: Endpoint,
    name: String,
    path: Cow<'static, str>,
    /// Whether the spec says how the body is written; if not, what the caller set does.
    described: bool,
}

impl Deref for Target {
    type Target = Endpoint;

    fn deref(&self) -> &Endpoint {
        match self {
            Self::Known(endpoint) => endpoint,
            Self::Raw(raw) => &raw.endpoint,
        }
    }
}

impl Target {
    /// The endpoint at `path`, which may hold parameters as `:name`, or values in their place. One that the spec knows
    /// keeps its own limits, headers and envelope, however its path is written.
    pub(crate) fn raw(api: &Api, method: Method, path: Cow<'static, str>) -> Self {
        let known = (api.endpoints.iter().copied())
            .filter(|endpoint| endpoint.method == method && fits(endpoint.path, &path))
            // Of two that fit, the one with fewer parameters says more about the path.
            .min_by_key(|endpoint| endpoint.path.matches("/:").count() + endpoint.path.matches('{').count());
        match known {
            Some(endpoint) if endpoint.path == path => Self::Known(endpoint),
            Some(endpoint) => {
                let (endpoint, name) = (*endpoint, endpoint.id.to_owned());
                Self::Raw(Arc::new(Raw { endpoint, name, path, described: true }))
            }
            None => {
                let effect = match method {
                    Method::Get | Method::Head | Method::Options | Method::Trace => Effect::Read,
                    Method::Delete => Effect::Destroy,
                    Method::Post | Method::Put | Method::Patch => Effect::Write,
                };
                let name = format!("{} {path}", http::Method::from(method));
                let limits =
                    EndpointLimits { index: limiter_number(api, method, &path), ..api.unknown.limits };
                let endpoint = Endpoint { method, effect, limits, ..api.unknown };
                Self::Raw(Arc::new(Raw { endpoint, name, path, described: false }))
            }
        }
    }

    /// Says that the endpoint changes nothing. Of an endpoint that the spec describes, the spec says it.
    pub(crate) fn set_read(&mut self) {
        if let Self::Raw(raw) = self
            && !raw.described
        {
            Arc::make_mut(raw).endpoint.effect = Effect::Read;
        }
    }

    /// What errors and logs call it.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Known(endpoint) => endpoint.id,
            Self::Raw(raw) => &raw.name,
        }
    }

    /// The same name, for an error that outlives the call.
    pub(crate) fn to_name(&self) -> Cow<'static, str> {
        match self {
            Self::Known(endpoint) => Cow::Borrowed(endpoint.id),
            Self::Raw(raw) => Cow::Owned(raw.name.clone()),
        }
    }

    /// The path, with parameters as `:name`.
    pub(crate) fn template(&self) -> &str {
        match self {
            Self::Known(endpoint) => endpoint.path,
            Self::Raw(raw) => &raw.path,
        }
    }

    /// Whether the path is text that the caller wrote.
    pub(crate) fn is_raw(&self) -> bool {
        matches!(self, Self::Raw(_))
    }

    /// How the body is written, if the spec says so.
    pub(crate) fn body_kind(&self) -> Option<BodyKind> {
        match self {
            Self::Raw(raw) if !raw.described => None,
            _ => Some(self.body),
        }
    }
}

/// Whether a path could be that of a template; where the template has a parameter it may have a value or a parameter.
fn fits(template: &str, path: &str) -> bool {
    let (mut ours, mut theirs) = (template.split('/'), path.split('/'));
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(our), Some(their)) if our == their => {}
            (Some(our), Some(their)) if our.starts_with(':') && !their.is_empty() => {}
            (Some(our), Some(their)) if our.contains('{') && fits_within(our, their) => {}
            _ => return false,
        }
    }
}

/// Whether text could be that of a segment with text around parameters, such as `{id}.json`.
fn fits_within(template: &str, text: &str) -> bool {
    let Some((before, rest)) = template.split_once('{') else { return template == text };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let Some(text) = text.strip_prefix(before) else { return false };
    // The value has at least one character; what follows it may begin at any place.
    text.char_indices()
        .skip(1)
        .map(|(at, _)| at)
        .chain([text.len()])
        .any(|at| at > 0 && fits_within(after, &text[at..]))
}

/// The limiter's number for an endpoint that the API does not describe: by method and shape of the path. It is the same for
/// every client, so that those which share a limiter share its slots; two endpoints that meet on a number share theirs, which
/// makes them slower but never too fast.
fn limiter_number(api: &Api, method: Method, path: &str) -> u16 {
    let method = http::Method::from(method);
    let segments = std::iter::once(method.as_str()).chain(shape(api, path));
    let bytes = segments.flat_map(|segment| segment.bytes().chain([b'/']));
    // FNV-1a, written out because the hashers of the standard library may change from release to release, and with them
    // which endpoints meet.
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let first = api.unknown.limits.index;
    let numbers = RAW_NUMBERS.min(u16::MAX - first).max(1);
    first.saturating_add((hash % u64::from(numbers)) as u16)
}

/// The segments of a path, with `:` for every one that may be a value: all but those that are literal in the paths that
/// the API describes.
fn shape<'a>(api: &'a Api, path: &'a str) -> impl Iterator<Item = &'a str> {
    path.split('/').map(|segment| {
        let is_literal = api.endpoints.iter().any(|known| known.path.split('/').any(|own| own == segment));
        if is_literal && !segment.starts_with(':') { segment } else { ":" }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_fits_its_template_with_values_or_parameters() {
        assert!(fits("/a/:x/b", "/a/1/b"));
        assert!(fits("/a/:x/b", "/a/:other/b"));
        assert!(!fits("/a/:x/b", "/a//b"));
        assert!(!fits("/a/:x/b", "/a/1/b/c"));
        assert!(!fits("/a/b", "/a/:x"));
        assert!(fits("/a/{id}.json", "/a/7.json"));
        assert!(fits("/a/{id}.json", "/a/{other}.json"));
        assert!(fits("/a/{x}-{y}:go", "/a/1-2-3:go"));
        for other in ["/a/.json", "/a/7.jso", "/a/7.json/", "/a/7"] {
            assert!(!fits("/a/{id}.json", other), "{other}");
        }
    }
}
