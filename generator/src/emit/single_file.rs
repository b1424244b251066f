//! A client in one file, for a place inside somebody's crate: the modules stand in one another, and paths lead from each
//! to the others without knowing where that place is.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::module::Module;
use super::root;
use crate::ir::Api;

/// Puts all modules of a client into one, which is called like its crate would be.
pub(super) fn single_file(api: &Api, modules: Vec<Module>) -> Module {
    let name = api.crate_name.replace('-', "_");
    let path = format!("{name}.rs");
    let rooms = modules.into_iter().map(|module| (room_of(&module.path), module)).collect();
    let tree = Tree { rooms };
    let (ident, inside) = (Ident::new(&name, Span::call_site()), tree.inside(&[]));
    // A program seldom uses all of an API, and its lints are about code that its authors write.
    let item = quote! {
        #[allow(dead_code, unused_imports, unreachable_pub, clippy::all, clippy::pedantic, reason = "emitted code is all of an API")]
        #[rustfmt::skip]
        pub mod #ident { #inside }
    };
    Module { path, docs: Vec::new(), items: vec![item] }
}

/// The path of the module that a file holds; the root's is empty.
fn room_of(path: &str) -> Vec<String> {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    if path == root::LIB { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// The modules by their paths.
struct Tree {
    rooms: BTreeMap<Vec<String>, Module>,
}

impl Tree {
    /// What stands between the braces of a module: its attributes and items, with the modules below it.
    fn inside(&self, room: &[String]) -> TokenStream {
        let Some(module) = self.rooms.get(room) else { return TokenStream::new() };
        let mut writer = Writer { tree: self, is_code: false };
        let parts = module.docs.iter().chain(&module.items);
        parts.map(|part| writer.rewrite(part.clone(), room)).collect()
    }
}

/// Writes tokens of a module for the place where it stands now.
struct Writer<'a> {
    tree: &'a Tree,
    /// Whether the documentation is inside of a block of code.
    is_code: bool,
}

impl Writer<'_> {
    fn rewrite(&mut self, tokens: TokenStream, room: &[String]) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out = TokenStream::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match (token, &tokens[at..]) {
                // No Cargo feature is of this client: all of it is there.
                (TokenTree::Punct(sign), [TokenTree::Group(attribute), ..])
                    if sign.as_char() == '#' && is_feature_gate(attribute) =>
                {
                    at += 1;
                }
                (TokenTree::Ident(word), [TokenTree::Punct(colon), ..])
                    if word == "crate" && colon.as_char() == ':' =>
                {
                    out.extend(path_to_root(room.len()));
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Punct(end), ..])
                    if word == "mod" && end.as_char() == ';' =>
                {
                    let inside = self.tree.inside(&below(room, name));
                    out.extend(quote!(mod #name { #inside }));
                    at += 2;
                }
                (TokenTree::Group(group), _) => out.extend([TokenTree::Group(self.group(group, room))]),
                (token, _) => out.extend([token.clone()]),
            }
        }
        out
    }

    fn group(&mut self, group: &Group, room: &[String]) -> Group {
        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
        let stream = match &inside[..] {
            [TokenTree::Ident(word), TokenTree::Punct(_), TokenTree::Literal(text)] if word == "doc" => {
                match syn::parse_str::<syn::LitStr>(&text.to_string()) {
                    Ok(text) => {
                        let line = Literal::string(&self.documentation(&text.value(), room));
                        quote!(#word = #line)
                    }
                    Err(_) => group.stream(),
                }
            }
            _ => self.rewrite(group.stream(), room),
        };
        Group::new(group.delimiter(), stream)
    }

    /// A line of documentation. Its examples name a crate that there is not here.
    fn documentation(&mut self, line: &str, room: &[String]) -> String {
        if let Some(fence) = line.trim_start().strip_prefix("```") {
            self.is_code = !self.is_code;
            let opens = self.is_code && matches!(fence, "" | "no_run");
            return if opens { " ```ignore".to_owned() } else { line.to_owned() };
        }
        let root: String = path_to_root(room.len()).into_token_stream().to_string();
        line.replace("](crate::", &format!("]({}::", root.replace(' ', "")))
    }
}

/// `self` in the root, or as many `super` as lead there.
fn path_to_root(depth: usize) -> TokenStream {
    if depth == 0 {
        return quote!(self);
    }
    let mut path = quote!(super);
    (1..depth).for_each(|_| path.extend(quote!(::super)));
    path
}

/// A module below another one.
fn below(room: &[String], name: &Ident) -> Vec<String> {
    room.iter().cloned().chain([name.to_string()]).collect()
}

/// Whether an attribute is `cfg` of a Cargo feature.
fn is_feature_gate(attribute: &Group) -> bool {
    let mut inside = attribute.stream().into_iter();
    let is_cfg = matches!(inside.next(), Some(TokenTree::Ident(word)) if word == "cfg");
    let condition = inside.next();
    is_cfg
        && attribute.delimiter() == Delimiter::Bracket
        && matches!(condition, Some(TokenTree::Group(condition)) if condition.to_string().contains("feature"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(path: &str, item: TokenStream) -> Module {
        Module { path: path.into(), docs: Vec::new(), items: vec![item] }
    }

    #[test]
    fn paths_lead_to_the_root_wherever_it_is() {
        let modules = vec![
            module(
                "src/lib.rs",
                quote!(
                    #[cfg(feature = "a")]
                    pub mod a;
                    pub use crate::a::X;
                ),
            ),
            module(
                "src/a.rs",
                quote!(
                    mod b;
                    #[doc = " See [`X`](crate::a::X)."]
                    pub fn f() -> crate::a::X {}
                ),
            ),
            module(
                "src/a/b.rs",
                quote!(
                    #[doc = " ```no_run"]
                    pub(crate) use crate::a::Y;
                ),
            ),
        ];
        let api = Api { crate_name: "my-api".into(), ..Api::default() };
        let file = single_file(&api, modules);
        assert_eq!(file.path, "my_api.rs");
        let expected = quote! {
            pub mod my_api {
                pub mod a {
                    mod b { #[doc = " ```ignore"] pub(crate) use super::super::a::Y; }
                    #[doc = " See [`X`](super::a::X)."] pub fn f() -> super::a::X {}
                }
                pub use self::a::X;
            }
        };
        let text = file.items[0].to_string();
        assert!(text.ends_with(&expected.to_string()), "{text}");
    }
}
