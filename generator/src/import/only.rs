//! Which operations of a document are wanted.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::operation::FoundOperation;
use crate::diagnostic::{closest, join_words};
use crate::untyped::Untyped;

/// A choice of operations of a document: by a tag, by the path, or by the operation's own id. `*` stands for any text.
///
/// ```
/// use paceline_generator::Only;
/// let only: Only = "path:/repos/*/issues".parse().unwrap();
/// assert_eq!(only.to_string(), "path:/repos/*/issues");
/// assert!("issues".parse::<Only>().unwrap_err().contains("`tag:issues`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    by: By,
    pattern: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Tag,
    Path,
    Id,
}

impl By {
    const WORDS: [(&'static str, Self); 3] = [("tag", Self::Tag), ("path", Self::Path), ("id", Self::Id)];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, by)| *by == self).map_or("", |(word, _)| word)
    }

    /// What an operation has of this kind.
    fn of<'d>(self, found: &FoundOperation<'d>) -> Vec<&'d str> {
        match self {
            Self::Tag => found
                .operation
                .peek("tags")
                .map_or(&[][..], Untyped::items)
                .iter()
                .filter_map(Untyped::as_str)
                .collect(),
            Self::Path => vec![found.path],
            Self::Id => found.operation.peek("operationId").and_then(Untyped::as_str).into_iter().collect(),
        }
    }
}

impl FromStr for Only {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once(':').filter(|(_, pattern)| !pattern.is_empty());
        let by = parts.and_then(|(word, _)| By::WORDS.iter().find(|(known, _)| *known == word));
        match (by, parts) {
            (Some((_, by)), Some((_, pattern))) => Ok(Self { by: *by, pattern: pattern.to_owned() }),
            _ => Err(format!(
                "`{text}` says no operations: write `tag:{text}`, `path:/{text}/*` or `id:{text}`"
            )),
        }
    }
}

impl fmt::Display for Only {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.by.word(), self.pattern)
    }
}

impl Only {
    fn holds_for(&self, found: &FoundOperation<'_>) -> bool {
        self.by.of(found).into_iter().any(|text| is_match(&self.pattern, text))
    }
}

/// The choices of one import, and what they were seen to choose from.
#[derive(Debug, Default)]
pub(super) struct Choice<'d> {
    only: &'d [Only],
    /// The choices that some operation was chosen by.
    used: BTreeSet<usize>,
    /// The tags, paths and ids of all operations.
    known: [BTreeSet<&'d str>; 3],
}

impl<'d> Choice<'d> {
    pub(super) fn new(only: &'d [Only]) -> Self {
        Self { only, ..Self::default() }
    }

    /// Whether not everything is wanted.
    pub(super) fn is_partial(&self) -> bool {
        !self.only.is_empty()
    }

    /// Whether an operation is wanted.
    pub(super) fn takes(&mut self, found: &FoundOperation<'d>) -> bool {
        for ((_, by), known) in By::WORDS.iter().zip(&mut self.known) {
            known.extend(by.of(found));
        }
        let chosen = self.only.iter().enumerate().filter(|(_, only)| only.holds_for(found));
        let all: Vec<usize> = chosen.map(|(index, _)| index).collect();
        self.used.extend(&all);
        !self.is_partial() || !all.is_empty()
    }

    /// What is wrong with a choice that chooses nothing.
    pub(super) fn mistake(&self) -> Option<String> {
        let (_, only) = self.only.iter().enumerate().find(|(index, _)| !self.used.contains(index))?;
        let index = By::WORDS.iter().position(|(_, by)| *by == only.by)?;
        let known = || self.known[index].iter().copied();
        let help = match closest(&only.pattern, known()) {
            Some(near) => format!("did you mean `{}:{near}`?", only.by.word()),
            None if known().next().is_none() => format!("no operation has a {}", only.by.word()),
            None => format!("there are {}", join_words(known())),
        };
        Some(format!("`{only}` chooses no operation of the document; {help}"))
    }
}

/// Whether a text is what a pattern says, of which each `*` stands for any text.
fn is_match(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        // The earliest place leaves most for what follows.
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, fits) in [
            ("/repos/*", "/repos/{owner}/x", true),
            ("/repos/*", "/repo", false),
            ("*/issues", "/repos/issues", true),
            ("*/issues", "/issues/x", false),
            ("/a*b*c", "/a-b-b-c", true),
            ("/a*b*c", "/a-c-b", false),
            ("*", "", true),
            ("a", "a", true),
            ("a", "ab", false),
            ("aba*aba", "aba", false),
        ] {
            assert_eq!(is_match(pattern, text), fits, "{pattern} {text}");
        }
    }
}
