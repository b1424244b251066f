//! The rate limit that a caller gives for all endpoints.

use super::write::quote;
use crate::file::SourceFile;

/// The smallest spec with this limit, to be read as any other, which shows whether the dialect takes the limit.
pub(crate) fn probe(limit: &str) -> SourceFile {
    let limits: Vec<String> = limits(limit).into_iter().map(quote).collect();
    let text = format!(
        "api: {{name: A, crate: a, version: 0.1.0, doc: A.}}\nhosts: {{main: {{url: \"https://a.example\", doc: A.}}}}\n\
         rate_limits: {{per: [credential, endpoint], default: one, sets: {{one: [{}]}}}}\nenvelopes: {{plain: {{}}}}\n",
        limits.join(", ")
    );
    SourceFile { path: "limit.yaml".into(), text }
}

/// The limit as the spec writes it: one stands bare, several in a list.
pub(super) fn spell(limit: &str) -> String {
    let limits = limits(limit);
    if let [only] = limits[..] { only.to_owned() } else { format!("[{}]", limits.join(", ")) }
}

/// The limits of `10/s` or `[10/s, 100/min]`.
fn limits(limit: &str) -> Vec<&str> {
    let inner = limit.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(limit);
    inner.split(',').map(str::trim).collect()
}
