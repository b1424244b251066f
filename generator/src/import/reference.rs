//! The text of a reference: which file, and where in it.

use std::fmt;

use crate::untyped::Untyped;

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The path of the file from the folder of the document; empty for the document itself.
    pub(super) file: String,
    /// A JSON pointer; empty for the whole file.
    pub(super) pointer: String,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}

/// Reads a reference that stands in a file. The error says why it cannot be followed, in words that come behind its text.
pub(super) fn normalize(file: &str, reference: &str) -> Result<Reference, String> {
    let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    if path.contains("://") {
        return Err("leads to the web, from which nothing is fetched; store it as a file".to_owned());
    }
    let pointer = percent_decoded(pointer);
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(format!("names the anchor `{pointer}`; write the place as `#/…`"));
    }
    if path.is_empty() {
        return Ok(Reference { file: file.to_owned(), pointer });
    }
    let path = percent_decoded(path);
    let mut parts: Vec<&str> = match file.rsplit_once('/') {
        Some((folder, _)) if !path.starts_with('/') => folder.split('/').collect(),
        _ => Vec::new(),
    };
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| !["..", ""].contains(last)) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Ok(Reference { file: parts.join("/"), pointer })
}

/// What a reference calls that to which it leads: the last key of its pointer, or, for a file as a whole, the name of the file.
pub(super) fn name_in(reference: &str) -> &str {
    let last = reference.rsplit(['/', '#']).find(|part| !part.is_empty()).unwrap_or(reference);
    let is_file = reference.ends_with('#');
    last.rsplit_once('.').filter(|_| is_file).map_or(last, |(stem, _)| stem)
}

/// The reference that a value is.
pub(super) fn reference_of(value: &Untyped) -> Option<&str> {
    value.peek("$ref").and_then(Untyped::as_str)
}

/// A key as JSON pointers write it.
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A text with `%20` and the like read as what they stand for.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match decoded.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_referred_to_has_a_name() {
        let names = ["#/components/schemas/v1.Item", "a/item.yml#", "item.v2.json#", "a.yml#/Item", "item#"];
        assert_eq!(names.map(name_in), ["v1.Item", "item", "item.v2", "Item", "item"]);
    }

    #[test]
    fn references_are_relative_to_their_file() {
        let read = |file, reference| normalize(file, reference).map(|found| found.to_string());
        assert_eq!(read("", "#/a~1b"), Ok("#/a~1b".into()));
        assert_eq!(read("", "items.yaml"), Ok("items.yaml#".into()));
        assert_eq!(read("paths/items.yaml", "./a%20b.json#/x%7By%7D"), Ok("paths/a b.json#/x{y}".into()));
        assert_eq!(read("paths/items.yaml", "../schemas/a.yaml#/A"), Ok("schemas/a.yaml#/A".into()));
        assert_eq!(read("paths/items.yaml", "#/A"), Ok("paths/items.yaml#/A".into()));
        assert_eq!(read("", "../shared.yaml#/A"), Ok("../shared.yaml#/A".into()));
        assert_eq!(read("../shared.yaml", "../b.yaml"), Ok("../../b.yaml#".into()));
        assert!(read("", "https://example.com/a.yaml#/A").unwrap_err().contains("store it as a file"));
        assert!(read("", "#Item").unwrap_err().contains("anchor `Item`"));
    }
}
