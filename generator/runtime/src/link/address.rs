//! Addresses as texts: what is in them, whatever pages there are. Nothing here is compiled anew for each client.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::error::LinkError;
use super::host::Host;

/// What is encoded in a segment of a path: all but letters, digits, `-`, `_`, `.` and `~`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path of an address, and its segments without the encoding.
pub(super) struct Path {
    pub(super) text: String,
    pub(super) segments: Vec<String>,
}

/// The path of an address at one of some hosts.
pub(super) fn read(known: &[&str], more: &[&str], text: &str) -> Result<Path, LinkError> {
    let url = Url::parse(text.trim()).map_err(|error| LinkError::NotAnAddress(error.to_string()))?;
    // What stands before an `@` looks like a host to people and is none.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(LinkError::NotAnAddress("it holds the name of a user".to_owned()));
    }
    let hosts = known.iter().chain(more).map(|host| Host::parse(host));
    if !hosts.collect::<Result<Vec<_>, _>>()?.iter().any(|host| host.serves(&url)) {
        return Err(LinkError::UnknownHost(url.origin().ascii_serialization()));
    }
    let path = url.path();
    let segments = segments_of(path.strip_suffix('/').unwrap_or(path))
        .map(|segment| percent_decode_str(segment).decode_utf8().map(Into::into))
        .collect::<Result<_, _>>()
        .map_err(|_| LinkError::UnknownPath(path.to_owned()))?;
    Ok(Path { text: path.to_owned(), segments })
}

/// The address at a host of a page with this pattern and these ids, and its path.
pub(super) fn build(
    host: &str,
    pattern: &'static str,
    values: &[&dyn Display],
) -> Result<(String, Path), LinkError> {
    let origin = Host::parse(host)?.origin();
    let mut url = origin.ok_or_else(|| LinkError::BadHost(format!("`{host}` is not one host")))?;
    let (mut values, mut segments) = (values.iter(), Vec::new());
    for segment in segments_of(pattern) {
        let Some(name) = segment.strip_prefix(':') else {
            segments.push(segment.to_owned());
            continue;
        };
        let value = values.next().map(ToString::to_string).unwrap_or_default();
        if !fits_a_segment(&value) {
            let problem = "is empty, `.` or `..`, which no path can hold";
            return Err(LinkError::BadValue { name, problem });
        }
        segments.push(value);
    }
    let mut text = String::new();
    for segment in &segments {
        text.push('/');
        text.extend(utf8_percent_encode(segment, ENCODED));
    }
    url.push_str(if text.is_empty() { "/" } else { &text });
    Ok((url, Path { text, segments }))
}

/// The ids that stand in a path of these segments, with their names; `None` if it is none of the pattern's.
pub(super) fn values(pattern: &'static str, segments: &[String]) -> Option<Vec<(&'static str, String)>> {
    if segments_of(pattern).count() != segments.len() {
        return None;
    }
    let mut values = Vec::new();
    for (expected, segment) in segments_of(pattern).zip(segments) {
        match expected.strip_prefix(':') {
            Some(name) if fits_a_segment(segment) => values.push((name, segment.clone())),
            Some(_) => return None,
            None if segment == expected => {}
            None => return None,
        }
    }
    Some(values)
}

/// The segments of a path; none for `/`.
fn segments_of(path: &str) -> impl Iterator<Item = &str> {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let count = if inner.is_empty() { 0 } else { usize::MAX };
    inner.split('/').take(count)
}

/// Browsers and servers take dots, encoded or not, for steps within the path.
fn fits_a_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}
