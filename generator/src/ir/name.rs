//! Names, in every case they are written in.

use std::fmt;

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

/// A name that is a valid Rust identifier in every case it can be written in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    snake: String,
    pascal: String,
}

/// Why a text cannot be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// Nothing is left of it once it is put into words.
    Empty,
    /// It does not start with a letter.
    NoLetterFirst,
    /// It holds something other than ASCII letters, digits, `_`, `-`, `.` and spaces.
    Character(char),
    /// It is a word that Rust keeps for itself.
    Keyword,
}

/// The words that the language keeps for itself in the edition that clients are emitted in, 2024: those that it uses, and
/// those that it may use one day. `Self`, the only one with a capital, is looked for by itself.
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

impl Name {
    /// Puts `text` into words and makes a name of them.
    ///
    /// # Errors
    /// Says why no identifier can be made of `text`.
    pub fn new(text: &str) -> Result<Self, BadName> {
        if let Some(bad) =
            text.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-' | '.' | ' '))
        {
            return Err(BadName::Character(bad));
        }
        let snake = text.to_snake_case();
        match snake.chars().next() {
            None => return Err(BadName::Empty),
            Some(first) if !first.is_ascii_alphabetic() => return Err(BadName::NoLetterFirst),
            Some(_) => {}
        }
        let pascal = snake.to_pascal_case();
        // `Self` is the one keyword that a type name can hit.
        if KEYWORDS.contains(&snake.as_str()) || pascal == "Self" {
            return Err(BadName::Keyword);
        }
        // A name already written as a type keeps its capitals: `WBSView` stays what its author wrote.
        let written_as_type = text.chars().next().is_some_and(|c| c.is_ascii_uppercase())
            && text.chars().all(|c| c.is_ascii_alphanumeric());
        let pascal = if written_as_type && text.chars().any(|c| c.is_ascii_lowercase()) {
            text.to_owned()
        } else {
            pascal
        };
        Ok(Self { snake, pascal })
    }

    /// `like_this`.
    #[must_use]
    pub fn snake(&self) -> &str {
        &self.snake
    }

    /// `LikeThis`.
    #[must_use]
    pub fn pascal(&self) -> &str {
        &self.pascal
    }

    /// `LIKE_THIS`.
    #[must_use]
    pub fn shouty(&self) -> String {
        self.snake.to_shouty_snake_case()
    }

    /// The identifier of a value, method or module.
    #[must_use]
    pub fn snake_ident(&self) -> Ident {
        Ident::new(&self.snake, Span::call_site())
    }

    /// The identifier of a type or variant.
    #[must_use]
    pub fn pascal_ident(&self) -> Ident {
        Ident::new(&self.pascal, Span::call_site())
    }

    /// The identifier of a type that is called after this name, with something behind it: `CreateCall`.
    #[must_use]
    pub fn pascal_ident_with(&self, suffix: &str) -> Ident {
        Ident::new(&format!("{}{suffix}", self.pascal), Span::call_site())
    }

    /// The identifier of a constant or static.
    #[must_use]
    pub fn shouty_ident(&self) -> Ident {
        Ident::new(&self.shouty(), Span::call_site())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.snake)
    }
}

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it has no letters"),
            Self::NoLetterFirst => f.write_str("it does not start with a letter"),
            Self::Character(c) => write!(f, "it holds `{}`", c.escape_debug()),
            Self::Keyword => f.write_str("it is a Rust keyword"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_spelling() {
        for text in ["work_item", "workItem", "WorkItem", "work-item", "work item"] {
            let name = Name::new(text).unwrap();
            assert_eq!((name.snake(), name.pascal()), ("work_item", "WorkItem"), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_an_identifier_is_refused_with_the_reason() {
        assert_eq!(Name::new("type"), Err(BadName::Keyword));
        assert_eq!(Name::new("self"), Err(BadName::Keyword));
        assert_eq!(Name::new("2fa"), Err(BadName::NoLetterFirst));
        assert_eq!(Name::new("__"), Err(BadName::Empty));
        assert_eq!(Name::new("naïve"), Err(BadName::Character('ï')));
        assert_eq!(Name::new("a\nb"), Err(BadName::Character('\n')));
    }

    #[test]
    fn a_type_keeps_its_capitals() {
        assert_eq!(Name::new("WBSView").unwrap().pascal(), "WBSView");
        assert_eq!(Name::new("AND").unwrap().pascal(), "And");
    }
}
