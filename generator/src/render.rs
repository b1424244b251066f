//! Stage 5: tokens → text.
//!
//! prettyplease prints an item well but puts no empty lines between items, so items are printed one by one and joined;
//! inside an item one rule adds empty lines. Nothing else touches printed text.

use proc_macro2::TokenStream;

use crate::emit::{Module, TextFile};
use crate::file::GeneratedFile;

/// The first line of every file that codegen writes. Files without it are never overwritten or removed.
pub const HEADER: &str =
    "This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.";

/// Prints a file that is not Rust code.
pub(crate) fn render_text_file(plain: &TextFile) -> GeneratedFile {
    GeneratedFile { path: plain.path.clone(), text: format!("# {HEADER}\n\n{}", plain.text) }
}

/// Prints a file of Rust code.
pub(crate) fn render_module(module: Module) -> GeneratedFile {
    let docs = &module.docs;
    let mut text = format!("// {HEADER}\n\n{}", print(quote::quote!(#(#docs)*)));
    let mut before = Kind::Other;
    for item in module.items {
        let printed = print(item);
        let kind = kind(&printed);
        if kind == Kind::Other || kind != before {
            text.push('\n');
        }
        space(&printed, &mut text);
        before = kind;
    }
    GeneratedFile { path: module.path, text }
}

/// Takes the tokens: a second owner would have them copied.
fn print(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).unwrap_or_else(|error| unreachable!("emitted tokens are Rust: {error}"));
    prettyplease::unparse(&file)
}

/// One-liners of the same kind stand together.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Module,
    Import,
    Export,
    Other,
}

fn kind(printed: &str) -> Kind {
    match printed {
        text if ["mod ", "pub mod ", "pub(crate) mod "].iter().any(|start| text.starts_with(start)) => {
            Kind::Module
        }
        text if text.starts_with("use ") => Kind::Import,
        text if text.starts_with("pub use ") => Kind::Export,
        _ => Kind::Other,
    }
}

/// An empty line before each documented member that is not the first between its braces, and before each method.
fn space(text: &str, spaced: &mut String) {
    let mut before = "";
    for line in text.lines() {
        let opens = line.trim_start();
        let starts = opens.starts_with("///") || (is_method(opens) && !before.trim_start().starts_with('#'));
        let attached =
            before.is_empty() || before.ends_with(['{', '(', '[']) || before.trim_start().starts_with("///");
        // Attributes stand before the documentation of a member where the tokens put them there.
        if starts && !attached && line.starts_with(' ') {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
}

fn is_method(line: &str) -> bool {
    line.starts_with("fn ") || line.starts_with("pub fn ")
}
