//! Header values.

use http::header::HeaderValue;

/// A header value without control characters.
pub(crate) fn header_value(text: &str) -> Option<HeaderValue> {
    // Most values are plain ASCII, which is quickly seen.
    let fits = text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(char::is_control);
    HeaderValue::from_str(text).ok().filter(|_| fits)
}
