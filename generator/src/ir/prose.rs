//! Texts for people, in one language or in several.

use std::fmt;
use std::ops::Deref;

use super::source_location::SourceLocation;

/// A text for people. It reads as a `str` in the main language of the spec.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// The text in the main language; empty if there is none, which only a title may lack.
    main: String,
    /// The same in other languages, in the order in which the spec lists these.
    others: Vec<Translation>,
}

/// A text in a language that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// The tag of the language, such as `en`.
    pub language: String,
    /// The text; never empty.
    pub text: String,
    /// Where its language stands in the spec.
    pub origin: SourceLocation,
}

impl Prose {
    /// A text whose languages are all named.
    pub(crate) fn of(translations: Vec<Translation>) -> Self {
        Self { main: String::new(), others: translations }
    }

    /// The same in the languages beside the main one.
    #[must_use]
    pub fn others(&self) -> &[Translation] {
        &self.others
    }

    /// The text in a language beside the main one.
    #[must_use]
    pub fn other(&self, language: &str) -> Option<&str> {
        self.others.iter().find(|other| other.language == language).map(|other| other.text.as_str())
    }

    /// All texts, that of the main language first; never none.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let main = Some(self.main.as_str()).filter(|main| !main.is_empty() || self.others.is_empty());
        main.into_iter().chain(self.others.iter().map(|other| other.text.as_str()))
    }

    /// The text of the first language that it has.
    #[must_use]
    pub fn first(&self) -> &str {
        self.texts().next().unwrap_or_default()
    }

    /// Takes the text of the main language for the main one, and puts the others in the order of the languages.
    pub(crate) fn settle(&mut self, languages: &[String]) {
        let place = |other: &Translation| languages.iter().position(|known| *known == other.language);
        self.others.sort_by_key(|other| place(other).unwrap_or(usize::MAX));
        if self.others.first().is_some_and(|first| place(first) == Some(0)) {
            self.main = self.others.remove(0).text;
        }
    }

    /// Leaves one language alone: this one, and the one that stands first where the text lacks it.
    pub(crate) fn keep_one(&mut self, language: &str) {
        let kept = self.other(language).unwrap_or_else(|| self.first()).to_owned();
        *self = kept.into();
    }
}

impl Deref for Prose {
    type Target = str;

    fn deref(&self) -> &str {
        &self.main
    }
}

impl From<String> for Prose {
    fn from(main: String) -> Self {
        Self { main, others: Vec::new() }
    }
}

impl From<&str> for Prose {
    fn from(main: &str) -> Self {
        main.to_owned().into()
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.main)
    }
}

/// Whether a text is the tag of a language, as RFC 5646 writes it: a language, and perhaps a script or a region.
pub(crate) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    let is_more =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    parts.next().is_some_and(is_language) && parts.all(is_more)
}
