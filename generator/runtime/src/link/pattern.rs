//! The addresses of one kind of page.

use super::values::LinkValues;

/// The web addresses of one kind of page.
#[derive(Debug)]
pub struct LinkPattern<T: 'static> {
    /// Their path, whose parameters are written `:name`, each a whole segment.
    pub address: &'static str,
    /// Makes the page of the ids in an address.
    pub read: fn(&mut LinkValues<'_>) -> Option<T>,
}

impl<T> LinkPattern<T> {
    /// The ids that stand in a path of these segments, with their names; `None` if it is no such path.
    pub(super) fn values(&self, segments: &[String]) -> Option<Vec<(&'static str, String)>> {
        if segments_of(self.address).count() != segments.len() {
            return None;
        }
        let mut values = Vec::new();
        for (expected, segment) in segments_of(self.address).zip(segments) {
            match expected.strip_prefix(':') {
                Some(name) if fits_a_segment(segment) => values.push((name, segment.clone())),
                Some(_) => return None,
                None if segment == expected => {}
                None => return None,
            }
        }
        Some(values)
    }
}

/// The segments of a path; none for `/`.
pub(super) fn segments_of(path: &str) -> impl Iterator<Item = &str> {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let count = if inner.is_empty() { 0 } else { usize::MAX };
    inner.split('/').take(count)
}

/// Browsers and servers take dots, encoded or not, for steps within the path.
pub(super) fn fits_a_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}
