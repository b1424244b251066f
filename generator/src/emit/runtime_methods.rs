//! The methods that the runtime's macros give to emitted types. What a spec names beside them must differ.

use crate::ir::Effect;

/// How a call is sent and what comes back: the forms of the runtime's `call_builder!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallForm {
    /// It gives data, or nothing.
    Single(Effect),
    /// It gives pages of a list that is all of the data.
    Pages,
    /// It gives pages of a list that stands inside the data.
    PagesInData,
    /// It gives pages that are no lists.
    WholePages,
    /// It gives a file.
    Download,
    /// It gives a stream of items.
    Stream(Effect),
}

impl CallForm {
    /// The methods of such a call beside its setters.
    pub(crate) fn methods(self) -> &'static [&'static str] {
        match self {
            Self::Single(Effect::Read) | Self::Download => {
                &["deadline", "keep_body", "priority", "send", "send_with_meta", "strict"]
            }
            Self::Single(Effect::Write | Effect::Destroy) => {
                &["deadline", "idempotency_key", "keep_body", "priority", "send", "send_with_meta", "strict"]
            }
            Self::Pages => &[
                "deadline",
                "items",
                "keep_body",
                "pages",
                "priority",
                "resume",
                "send",
                "send_with_meta",
                "strict",
            ],
            Self::PagesInData => &[
                "deadline",
                "items",
                "keep_body",
                "pages",
                "priority",
                "resume",
                "send",
                "send_data",
                "send_with_meta",
                "strict",
            ],
            Self::WholePages => {
                &["deadline", "keep_body", "pages", "priority", "resume", "send", "send_with_meta", "strict"]
            }
            Self::Stream(Effect::Read) => {
                &["deadline", "keep_body", "max_silence", "priority", "send", "send_with_meta", "strict"]
            }
            Self::Stream(Effect::Write | Effect::Destroy) => &[
                "deadline",
                "idempotency_key",
                "keep_body",
                "max_silence",
                "priority",
                "send",
                "send_with_meta",
                "strict",
            ],
        }
    }
}

/// The methods of an upload beside its setters: those of `upload_builder!`.
pub(crate) const UPLOAD_METHODS: &[&str] =
    &["form_up_to", "on_begun", "on_progress", "parallel", "priority", "resume", "send"];

/// The functions of a value of any kind beside its forms: those of `any_value!`.
pub(crate) const ANY_VALUE_METHODS: &[&str] =
    &["as_value", "into_value", "is_empty", "is_null", "new", "null"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proc_macro2::{TokenStream, TokenTree};

    use super::*;

    const CALLS: &str = include_str!("../../runtime/src/call_builder.rs");
    const UPLOADS: &str = include_str!("../../runtime/src/upload/builder.rs");
    const ANY_VALUES: &str = include_str!("../../runtime/src/json/any_value.rs");

    /// The arms of all macros in a text: the macro's name, the pattern without the kinds of its variables, and what is
    /// written for it.
    fn arms(text: &str) -> Vec<(String, String, TokenStream)> {
        let mut arms = Vec::new();
        for item in syn::parse_file(text).expect("it is Rust").items {
            let syn::Item::Macro(item) = item else { continue };
            let name = item.ident.expect("a macro is defined").to_string();
            let groups = item.mac.tokens.into_iter().filter_map(|token| match token {
                TokenTree::Group(group) => Some(group.stream()),
                _ => None,
            });
            let groups: Vec<TokenStream> = groups.collect();
            for arm in groups.chunks(2) {
                let pattern = arm[0].to_string();
                let kinds = [": ident", ":ident", ": ty", ":ty", ": expr", ":expr"];
                let pattern = kinds.iter().fold(pattern, |pattern, kind| pattern.replace(kind, ""));
                arms.push((name.clone(), squeezed(&pattern), arm[1].clone()));
            }
        }
        arms
    }

    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect()
    }

    /// The public functions that a macro writes, those of the macros that it calls among them.
    fn functions(arms: &[(String, String, TokenStream)], name: &str, pattern: &str) -> BTreeSet<String> {
        let arm = arms.iter().find(|(known, of, _)| known == name && *of == squeezed(pattern));
        let Some((_, _, body)) = arm else { return BTreeSet::new() };
        let mut found = BTreeSet::new();
        let mut open = vec![body.clone()];
        while let Some(tokens) = open.pop() {
            let tokens: Vec<TokenTree> = tokens.into_iter().collect();
            for (at, token) in tokens.iter().enumerate() {
                let before = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
                match token {
                    TokenTree::Ident(ident)
                        if before(1).as_deref() == Some("fn") && before(2).as_deref() == Some("pub") =>
                    {
                        found.insert(ident.to_string());
                    }
                    TokenTree::Group(group) => {
                        if before(1).as_deref() == Some("!") {
                            let name = before(2).expect("a macro has a name");
                            found.extend(functions(arms, &name, &group.stream().to_string()));
                        }
                        open.push(group.stream());
                    }
                    _ => {}
                }
            }
        }
        assert!(!found.is_empty() || name != "call_builder", "`{pattern}` has no functions");
        found
    }

    #[track_caller]
    fn assert_same(listed: &[&str], written: BTreeSet<String>) {
        assert_eq!(listed.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), written);
        assert!(!written.is_empty());
    }

    #[test]
    fn calls_have_the_methods_that_the_macro_writes() {
        let arms = arms(CALLS);
        for (form, pattern) in [
            (CallForm::Single(Effect::Read), "$call reads, and returns $data"),
            (CallForm::Single(Effect::Write), "$call writes, and returns $data"),
            (CallForm::Single(Effect::Destroy), "$call writes, and returns $data"),
            (CallForm::Pages, "$call reads pages of $item"),
            (CallForm::PagesInData, "$call reads pages of $item, in $data"),
            (CallForm::WholePages, "$call reads whole pages of $data"),
            (CallForm::Download, "$call reads a file"),
            (CallForm::Stream(Effect::Read), "$call reads, and streams $item as $form"),
            (CallForm::Stream(Effect::Write), "$call writes, and streams $item as $form"),
        ] {
            assert_same(form.methods(), functions(&arms, "call_builder", pattern));
        }
    }

    #[test]
    fn uploads_and_values_have_the_methods_that_the_macros_write() {
        assert_same(UPLOAD_METHODS, functions(&arms(UPLOADS), "upload_builder", "$upload returns $data"));
        assert_same(ANY_VALUE_METHODS, functions(&arms(ANY_VALUES), "any_value", "$ty"));
    }
}
