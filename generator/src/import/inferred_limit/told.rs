//! Headers of responses that say what is left.

use crate::untyped::{Key, Untyped};

/// Two headers that belong together, as the document writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct ToldHeaders<'d> {
    pub(in super::super) remaining: &'d str,
    pub(in super::super) reset: &'d str,
}

/// The headers of a response that say how many requests are left, and when that is renewed.
pub(in super::super) fn told_in(headers: &[(Key, Untyped)]) -> Option<ToldHeaders<'_>> {
    let find = |name: &str| {
        let found = headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(key, header)| (&**key, header))
    };
    ["X-RateLimit", "X-Rate-Limit", "RateLimit"].into_iter().find_map(|start| {
        let (remaining, _) = find(&format!("{start}-Remaining"))?;
        let (reset, header) = find(&format!("{start}-Reset"))?;
        // Only seconds are understood, until then or since 1970.
        let schema = header.peek("schema").unwrap_or(header);
        let is_date =
            schema.peek("format").and_then(Untyped::as_str).is_some_and(|format| format.contains("date"));
        (!is_date).then_some(ToldHeaders { remaining, reset })
    })
}
