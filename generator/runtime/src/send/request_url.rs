//! The URL of a request.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::call::Call;
use crate::error::{ErrorKind, Result};

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What stands between items is read as such only if it is not encoded, as far as a URL can hold it.
const BETWEEN: &AsciiSet = &ENCODED.remove(b',');

/// The URL of a call: base, path with its parameters, query.
pub(super) fn url(call: &Call) -> Result<Url> {
    let template = call.endpoint.template();
    let mut url = call.client.url().clone();
    let base = url.path().trim_end_matches('/');
    let values = call.path.iter().map(|(_, value)| value.len());
    let mut path = String::with_capacity(base.len() + template.len() + values.sum::<usize>());
    path.push_str(base);
    if call.endpoint.is_raw() {
        check_raw(call, template)?;
    }
    let mut rest = template;
    while let Some((before, after)) = next_parameter(rest) {
        path.push_str(before);
        let end = after.find('/').unwrap_or(after.len());
        let name = &after[..end];
        rest = &after[end..];
        let value = call.path.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let value = value
            .ok_or_else(|| call.error(ErrorKind::Invalid, format!("path parameter `{name}` is not set")))?;
        // A URL cannot hold these two as a value: even written as `%2E` they are resolved away.
        if matches!(value, "." | "..") {
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

/// What stands before the next parameter of a path, its `/` included, and what comes after its `:`.
fn next_parameter(path: &str) -> Option<(&str, &str)> {
    let at = path.as_bytes().windows(2).position(|two| two == b"/:")?;
    Some((&path[..=at], &path[at + 2..]))
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
    let fits = |byte: u8| byte.is_ascii_graphic() && !br#"?#"<>\^`{|}"#.contains(&byte);
    if !path.bytes().all(fits) {
        return bad(
            "holds characters that no path may hold; set values with `path`, and the query with `query`",
        );
    }
    Ok(())
}
