//! Stage 5: tokens → text.
//!
//! prettyplease prints an item well but puts no empty lines between items, so items are printed one by one and joined;
//! inside an item one rule adds empty lines. Nothing else touches printed text.

use proc_macro2::TokenStream;

use crate::emit::{Emitted, Module, Plain};
use crate::file::GeneratedFile;

/// The first line of every file that codegen writes. Files without it are never overwritten or removed.
pub const HEADER: &str =
    "This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.";

/// Prints a crate, the files in the order of their paths.
#[must_use]
pub(crate) fn render(emitted: &Emitted) -> Vec<GeneratedFile> {
    let modules = emitted.modules.iter().map(render_module);
    let mut files: Vec<GeneratedFile> = modules.chain(emitted.plain.iter().map(render_plain)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn render_plain(plain: &Plain) -> GeneratedFile {
    GeneratedFile { path: plain.path.clone(), text: format!("# {HEADER}\n\n{}", plain.text) }
}

fn render_module(module: &Module) -> GeneratedFile {
    let docs = &module.docs;
    let mut text = format!("// {HEADER}\n\n{}", print(&quote::quote!(#(#docs)*)));
    let mut before = Kind::Other;
    for item in &module.items {
        let kind = kind(item);
        if kind == Kind::Other || kind != before {
            text.push('\n');
        }
        text.push_str(&space(&print(item)));
        before = kind;
    }
    GeneratedFile { path: module.path.clone(), text }
}

fn print(tokens: &TokenStream) -> String {
    let file = syn::parse2(tokens.clone())
        .unwrap_or_else(|error| unreachable!("emitted tokens are Rust: {error}\n{tokens}"));
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

fn kind(item: &TokenStream) -> Kind {
    let words: Vec<String> = item.clone().into_iter().map(|token| token.to_string()).take(4).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["mod", ..] | ["pub", "mod", ..] | ["pub", "(crate)", "mod", ..] => Kind::Module,
        ["use", ..] => Kind::Import,
        ["pub", "use", ..] => Kind::Export,
        _ => Kind::Other,
    }
}

/// An empty line before each documented member that is not the first between its braces, and before each method.
fn space(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 8);
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
    spaced
}

fn is_method(line: &str) -> bool {
    line.starts_with("fn ") || line.starts_with("pub fn ")
}
