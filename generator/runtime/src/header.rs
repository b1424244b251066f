//! Request and response headers.

use std::time::{Duration, SystemTime};

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};

use crate::api::{Header, TemplatePart};

/// What of a request header is the same for every call, made once.
#[derive(Clone)]
pub(crate) struct PreparedHeader {
    /// `None` if the rule's name cannot be a header name.
    pub(crate) name: Option<HeaderName>,
    /// The value, if it is the same for every call.
    pub(crate) value: Option<HeaderValue>,
}

impl PreparedHeader {
    pub(crate) fn new(rule: &Header) -> Self {
        let value = match *rule.value {
            [TemplatePart::Text(text)] => header_value(text),
            _ => None,
        };
        Self { name: HeaderName::from_bytes(rule.name.as_bytes()).ok(), value }
    }
}

/// A header value without control characters.
pub(crate) fn header_value(text: &str) -> Option<HeaderValue> {
    // Most values are plain ASCII, which is quickly seen.
    let fits = text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(char::is_control);
    HeaderValue::from_str(text).ok().filter(|_| fits)
}

/// The log id that one of these headers holds, the first one first.
pub(crate) fn log_id(names: &[&str], headers: &HeaderMap) -> Option<String> {
    let ids = names.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    ids.into_iter().find(|id| !id.is_empty()).map(str::to_owned)
}

/// How long the server asks to wait: a number of seconds, or a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    // A date that has passed asks for no wait.
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// Whether the content is JSON: `application/json`, `application/problem+json; charset=utf-8`, `text/json`.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.ends_with("/json") || kind.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let read = |text: &str| retry_after(&HeaderMap::from_iter([(RETRY_AFTER, text.parse().unwrap())]));
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(90));
        assert!((85..=90).contains(&read(&soon).unwrap().as_secs()), "{soon}");
        assert_eq!(read("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert_eq!((read("-1"), read("soon")), (None, None));
    }

    #[test]
    fn content_types_are_read_tolerantly() {
        let is = |kind: &str| is_json(&HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]));
        for json in
            ["application/json", "Application/JSON; charset=utf-8", "text/json", "application/problem+json"]
        {
            assert!(is(json), "{json}");
        }
        for other in ["text/html", "application/octet-stream", "json", "application/jsonl"] {
            assert!(!is(other), "{other}");
        }
    }
}
