//! The files of a crate before they are text.

use proc_macro2::TokenStream;

/// A file of Rust code.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// Its path in the crate, such as `src/work_item/types.rs`.
    pub(crate) path: String,
    /// Its documentation, and what else is said of it as a whole: inner attributes.
    pub(crate) docs: Vec<TokenStream>,
    /// Its items, in order; an empty line stands between any two that are not both one-liners of a kind.
    pub(crate) items: Vec<TokenStream>,
}

/// A file that people may change: text, with code in it that is printed when all of it is.
#[derive(Clone, Debug)]
pub(crate) struct OfferedFile {
    /// Its path in the crate.
    pub(crate) path: &'static str,
    /// What it is made of.
    pub(crate) parts: Vec<OfferedPart>,
}

/// A part of an [`OfferedFile`].
#[derive(Clone, Debug)]
pub(crate) enum OfferedPart {
    /// Text as it stands.
    Text(String),
    /// Statements, each line indented by a number of spaces.
    Statements { indent: usize, tokens: TokenStream },
}

/// A file that is not Rust code.
#[derive(Clone, Debug)]
pub(crate) struct TextFile {
    /// Its path in the crate.
    pub(crate) path: String,
    /// Its text, without a header.
    pub(crate) text: String,
}
