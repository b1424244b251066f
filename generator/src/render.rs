//! Stage 4: tokens → text.
//!
//! prettyplease prints an item well but puts no empty lines between items, so items are printed one by one and joined;
//! inside an item one rule adds empty lines. Nothing else touches printed text.

use proc_macro2::TokenStream;

use crate::emit::{Module, OfferedFile, OfferedPart, TextFile};
use crate::file::GeneratedFile;
use crate::offered;

/// Prints a file that is not Rust code.
pub(crate) fn render_text_file(file: &TextFile, header: &str) -> GeneratedFile {
    GeneratedFile { path: file.path.clone(), text: format!("# {header}\n\n{}", file.text) }
}

/// Prints a file that people may change.
pub(crate) fn render_offered(file: OfferedFile) -> GeneratedFile {
    let mut text = String::new();
    for part in file.parts {
        match part {
            OfferedPart::Text(part) => text.push_str(&part),
            OfferedPart::Statements { indent, tokens } => {
                let printed = print(quote::quote!(async fn printed() { #tokens }));
                let lines = printed.lines().filter_map(|line| line.strip_prefix("    "));
                lines.for_each(|line| text.push_str(&format!("{:indent$}{line}\n", "")));
            }
        }
    }
    GeneratedFile { path: file.path.to_owned(), text: offered::with_mark(file.path, &text) }
}

/// Prints a file of Rust code.
pub(crate) fn render_module(module: Module, header: &str) -> GeneratedFile {
    let docs = &module.docs;
    let mut text = format!("// {header}\n\n{}", print(quote::quote!(#(#docs)*)));
    let mut previous = ItemKind::Other;
    for item in module.items {
        let printed = print(item);
        let kind = item_kind(&printed);
        if kind == ItemKind::Other || kind != previous {
            text.push('\n');
        }
        push_spaced(&printed, &mut text);
        previous = kind;
    }
    GeneratedFile { path: module.path, text }
}

/// Prints one item. It takes the tokens by value, because parsing borrowed ones would copy them.
fn print(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).unwrap_or_else(|error| unreachable!("emitted tokens are Rust: {error}"));
    prettyplease::unparse(&file)
}

/// What an item is, as far as empty lines depend on it: `mod` lines stand together without one, and so do imports and
/// exports.
#[derive(Clone, Copy, PartialEq)]
enum ItemKind {
    Module,
    Import,
    Export,
    Other,
}

/// The kind of an item, from its text.
fn item_kind(printed: &str) -> ItemKind {
    match printed {
        text if ["mod ", "pub mod ", "pub(crate) mod "].iter().any(|start| text.starts_with(start)) => {
            ItemKind::Module
        }
        text if text.starts_with("use ") => ItemKind::Import,
        text if text.starts_with("pub use ") => ItemKind::Export,
        _ => ItemKind::Other,
    }
}

/// Appends an item to `spaced`, with an empty line before each documented member that is not the first between its
/// braces, and before each method.
fn push_spaced(text: &str, spaced: &mut String) {
    let mut previous = "";
    for line in text.lines() {
        let trimmed = line.trim_start();
        let starts_member =
            trimmed.starts_with("///") || (is_method(trimmed) && !ends_attribute(previous.trim_start()));
        let attached = previous.is_empty()
            || previous.ends_with(['{', '(', '['])
            || previous.trim_start().starts_with("///");
        // Items of a module are not indented; the empty lines between them were added above.
        if starts_member && !attached && line.starts_with(' ') {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
}

/// Whether a line begins a function.
fn is_method(line: &str) -> bool {
    line.starts_with("fn ") || line.starts_with("pub fn ")
}

/// Whether a line is an attribute, or the last line of a long one.
fn ends_attribute(line: &str) -> bool {
    line.starts_with('#') || line == ")]"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_of_several_lines_stays_with_its_method() {
        let text = "impl A {\n    fn a() {}\n    #[deprecated(\n        note = \"b\"\n    )]\n    pub fn b() {}\n    fn c() {}\n}";
        let mut spaced = String::new();
        push_spaced(text, &mut spaced);
        assert!(spaced.contains("    )]\n    pub fn b() {}\n\n    fn c() {}\n"), "{spaced}");
    }
}
