//! Names of the language's prelude.

/// Those that emitted code uses as they are. A type of the API that is called so would take their place.
pub(crate) const PRELUDE: &[&str] = &[
    "AsRef",
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
];

/// Methods that every value has by traits of the prelude, and that take the value itself. The compiler finds them before a
/// method of the same name that borrows, which could then only be called by its whole path.
pub(crate) const TAKEN_BY_TRAITS: &[&str] = &["into", "try_into"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proc_macro2::{TokenStream, TokenTree};
    use quote::ToTokens;

    use super::*;
    use crate::{CrateLayout, SourceFile, generate, load};

    /// All of the prelude of the 2024 edition that is not in small letters.
    const ALL: &str = "AsMut AsRef AsyncFn AsyncFnMut AsyncFnOnce Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err \
        ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator Iterator None Ok Option Ord \
        PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin Vec";

    /// What the runtime's macros write into an emitted crate.
    const MACROS: [&str; 7] = [
        include_str!("../../runtime/src/call_builder.rs"),
        include_str!("../../runtime/src/upload/builder.rs"),
        include_str!("../../runtime/src/json/any_value.rs"),
        include_str!("../../runtime/src/json/macros.rs"),
        include_str!("../../runtime/src/json/record.rs"),
        include_str!("../../runtime/src/json/tagged_union.rs"),
        include_str!("../../runtime/src/json/union.rs"),
    ];

    /// The names of the prelude that stand somewhere without a path before them.
    fn collect(tokens: TokenStream, found: &mut BTreeSet<String>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let before = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
            let before = [before(2), before(1)];
            match (token, before.each_ref().map(Option::as_deref)) {
                // Derived code writes whole paths.
                (TokenTree::Group(_), [_, Some("#")]) => {}
                (TokenTree::Ident(_), [Some(":"), Some(":")] | [_, Some("type")]) => {}
                (TokenTree::Group(group), _) => collect(group.stream(), found),
                (TokenTree::Ident(name), _) => {
                    let name = name.to_string();
                    if ALL.split_whitespace().any(|known| known == name) {
                        found.insert(name);
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_list_is_what_emitted_code_uses() {
        let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
        let files = [
            file("api.yaml", include_str!("../../tests/give_back/base/api.yaml")),
            file("zz_token.yaml", include_str!("../../tests/give_back/base/zz_token.yaml")),
            file("zz_common.yaml", include_str!("../../tests/give_back/base/zz_common.yaml")),
            file("zz_thing.yaml", include_str!("../../tests/give_back/base/zz_thing.yaml")),
        ];
        let api = load(&files).expect("it has no mistakes").api;
        let mut used = BTreeSet::new();
        for file in generate(&api, &CrateLayout::Workspace) {
            if file.path.starts_with("src/") && file.path.ends_with(".rs") {
                let [mut names, mut imported] = [BTreeSet::new(), BTreeSet::new()];
                for item in syn::parse_file(&file.text).expect("it is Rust").items {
                    let is_import = matches!(item, syn::Item::Use(_));
                    collect(item.to_token_stream(), if is_import { &mut imported } else { &mut names });
                }
                // What is imported is not that of the prelude.
                used.extend(names.difference(&imported).cloned());
            }
        }
        for item in MACROS.iter().flat_map(|text| syn::parse_file(text).expect("it is Rust").items) {
            if let syn::Item::Macro(item) = item {
                collect(item.mac.tokens, &mut used);
            }
        }
        assert_eq!(used, PRELUDE.iter().map(|name| (*name).to_owned()).collect());
    }
}
