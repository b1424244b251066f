//! Request and response headers.

use std::time::{Duration, SystemTime};

use http::header::{
    CONTENT_DISPOSITION, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
};

use percent_encoding::percent_decode_str;

use crate::api::{Header, TemplatePart};
use crate::header_value::header_value;

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
    // The server's clock may differ from ours, so its date is compared with its own.
    let own = headers.get(DATE).and_then(|value| httpdate::parse_http_date(value.to_str().ok()?).ok());
    // A date that has passed asks for no wait.
    Some(date.duration_since(own.unwrap_or_else(SystemTime::now)).unwrap_or_default())
}

/// The file name of a download: `filename*` of RFC 5987 where there is one, or `filename`.
pub(crate) fn file_name(headers: &HeaderMap) -> Option<String> {
    // Servers send names as they are, in UTF-8.
    let text = String::from_utf8_lossy(headers.get(CONTENT_DISPOSITION)?.as_bytes()).into_owned();
    let parameter = |name: &str| {
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once(';') {
            let after = after.trim_start();
            let value = after.split_once('=').filter(|(own, _)| own.trim().eq_ignore_ascii_case(name));
            if let Some((_, value)) = value {
                return Some(unquoted(value.trim_start()));
            }
            rest = after;
        }
        None
    };
    let extended = parameter("filename*").and_then(|value| {
        let (_, encoded) = value.split_once("''")?;
        Some(percent_decode_str(encoded).decode_utf8_lossy().into_owned())
    });
    extended.or_else(|| parameter("filename")).filter(|name| !name.is_empty())
}

/// A value up to its end, without its quotes.
fn unquoted(value: &str) -> String {
    let Some(quoted) = value.strip_prefix('"') else {
        return value.split(';').next().unwrap_or_default().trim().to_owned();
    };
    let mut text = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => text.extend(characters.next()),
            _ => text.push(character),
        }
    }
    text
}

/// Whether the content is an HTML page.
pub(crate) fn is_html(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("text/html")
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
    fn a_date_to_wait_for_is_read_by_the_clock_of_the_server() {
        let at = |now: &str, later: &str| {
            let headers = [(DATE, now.parse().unwrap()), (RETRY_AFTER, later.parse().unwrap())];
            retry_after(&HeaderMap::from_iter(headers)).unwrap().as_secs()
        };
        assert_eq!(at("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:05 GMT"), 5);
        assert_eq!(at("Thu, 21 Oct 2100 07:28:00 GMT", "Thu, 21 Oct 2100 08:28:00 GMT"), 3600);
        assert_eq!(at("Thu, 21 Oct 2100 07:28:00 GMT", "Thu, 21 Oct 2100 07:27:00 GMT"), 0);
    }

    #[test]
    fn the_name_of_a_download_is_read_in_all_its_forms() {
        let name = |text: &str| {
            let value = HeaderValue::from_bytes(text.as_bytes()).unwrap();
            file_name(&HeaderMap::from_iter([(CONTENT_DISPOSITION, value)]))
        };
        assert_eq!(name("attachment; filename=a.txt").as_deref(), Some("a.txt"));
        assert_eq!(name(r#"attachment; filename="a; \"b\".txt"; size=3"#).as_deref(), Some(r#"a; "b".txt"#));
        assert_eq!(name("attachment; filename=\"报告.pdf\"").as_deref(), Some("报告.pdf"));
        let both = "attachment; filename=\"x\"; FileName*=UTF-8''%E6%8A%A5%E5%91%8A.pdf";
        assert_eq!(name(both).as_deref(), Some("报告.pdf"));
        assert_eq!((name("inline"), name("attachment; filename=\"\"")), (None, None));
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
