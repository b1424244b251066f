//! The URL of a request.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::call::Call;
use crate::error::{ErrorKind, Result};
use crate::secret::Secret;

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What stands between items is read as such only if it is not encoded, as far as a URL can hold it.
const BETWEEN: &AsciiSet = &ENCODED.remove(b',');

/// The URL of a call: base, path with its parameters, query.
pub(crate) fn url(call: &Call) -> Result<Url> {
    let template = call.endpoint.template();
    let mut url = call.client.url_of(&call.endpoint).clone();
    if let Some(address) = &call.address {
        return at_address(call, url, address);
    }
    let base = url.path().trim_end_matches('/');
    let values = call.path.iter().map(|(_, value)| value.len());
    let mut path = String::with_capacity(base.len() + template.len() + values.sum::<usize>());
    path.push_str(base);
    if call.endpoint.is_raw() {
        check_raw(call, template)?;
    }
    let mut rest = template;
    while let Some(Parameter { before, name, after, is_whole }) = next_parameter(rest) {
        path.push_str(before);
        rest = after;
        let value = call.path.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let value = value
            .ok_or_else(|| call.error(ErrorKind::Invalid, format!("path parameter `{name}` is not set")))?;
        // A URL cannot hold these two as a segment: even written as `%2E` they are resolved away. Beside a parameter, text
        // of dots alone would make them.
        if matches!(value, "." | "..") && (is_whole || has_dots_around(before, after)) {
            let message = format!("path parameter `{name}` is `{value}`, which would lead to another path");
            return Err(call.error(ErrorKind::Invalid, message));
        }
        path.extend(utf8_percent_encode(value, ENCODED));
    }
    path.push_str(rest);
    url.set_path(&path);
    let mut query = String::new();
    for (name, value) in &call.query {
        value.for_each_pair(name, &mut |name, texts, between| {
            if !query.is_empty() {
                query.push('&');
            }
            query.extend(utf8_percent_encode(name, ENCODED));
            query.push('=');
            for (index, text) in texts.iter().enumerate() {
                if index > 0 {
                    query.extend(utf8_percent_encode(between, BETWEEN));
                }
                query.extend(utf8_percent_encode(text, ENCODED));
            }
        });
    }
    url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    Ok(url)
}

/// The URL at a path and a query that a page gave, or that were stored since.
fn at_address(call: &Call, base: Url, address: &str) -> Result<Url> {
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    let mut url = base.clone();
    url.set_path(path);
    url.set_query(query);
    if !is_below(&base, &url) {
        let message = "the address of the page that is asked for is none of this API";
        return Err(call.error(ErrorKind::Invalid, message));
    }
    Ok(url)
}

/// Whether a URL is on the server of the base and below its path: what else the server has is none of the API's.
pub(crate) fn is_below(base: &Url, url: &Url) -> bool {
    let below = url.path().strip_prefix(base.path().trim_end_matches('/'));
    url.origin() == base.origin() && below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Adds what a credential sends in the query.
pub(super) fn add_secrets(url: &mut Url, secrets: impl Iterator<Item = (&'static str, Secret)>) {
    for (name, value) in secrets {
        let mut query = url.query().map_or_else(String::new, |query| format!("{query}&"));
        query.extend(utf8_percent_encode(name, ENCODED));
        query.push('=');
        query.extend(utf8_percent_encode(value.expose(), ENCODED));
        url.set_query(Some(&query));
    }
}

/// The next parameter of a path.
struct Parameter<'p> {
    /// What stands before it.
    before: &'p str,
    name: &'p str,
    /// What comes after it.
    after: &'p str,
    /// Whether it is a whole segment, `:name`, and not a part of one, `{name}`.
    is_whole: bool,
}

fn next_parameter(path: &str) -> Option<Parameter<'_>> {
    let at = path.bytes().enumerate().find(|&(at, byte)| match byte {
        b'{' => true,
        b':' => at > 0 && path.as_bytes()[at - 1] == b'/',
        _ => false,
    });
    let (at, is_whole) = at.map(|(at, byte)| (at, byte == b':'))?;
    let (before, rest) = (&path[..at], &path[at + 1..]);
    let end = rest.find(if is_whole { '/' } else { '}' });
    let (name, after) = match end {
        Some(end) if is_whole => (&rest[..end], &rest[end..]),
        Some(end) => (&rest[..end], &rest[end + 1..]),
        None => (rest, ""),
    };
    Some(Parameter { before, name, after, is_whole })
}

/// Whether the rest of a parameter's segment is of dots, or other parameters.
fn has_dots_around(before: &str, after: &str) -> bool {
    let before = before.rsplit('/').next().unwrap_or_default();
    let after = after.split('/').next().unwrap_or_default();
    before.bytes().chain(after.bytes()).all(|byte| byte == b'.') || after.contains('{')
}

/// A path that the caller wrote must be no more than a path, and mean what it says.
fn check_raw(call: &Call, path: &str) -> Result<()> {
    let bad = |why: &str| Err(call.error(ErrorKind::Invalid, format!("the path {why}")));
    if !path.starts_with('/') {
        return bad("does not begin with `/`");
    }
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return bad("holds `.` or `..`");
    }
    // Parameters may stand within a segment, as `{name}`.
    let (mut text, mut rest) = (Vec::new(), path);
    while let Some(parameter) = next_parameter(rest) {
        text.extend_from_slice(parameter.before.as_bytes());
        text.extend_from_slice(parameter.name.as_bytes());
        rest = parameter.after;
    }
    text.extend_from_slice(rest.as_bytes());
    let fits = |byte: &u8| byte.is_ascii_graphic() && !br#"?#"<>\^`{|}"#.contains(byte);
    if !text.iter().all(fits) {
        return bad(
            "holds characters that no path may hold; set values with `path`, and the query with `query`",
        );
    }
    Ok(())
}
