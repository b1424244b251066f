//! Texts in other languages than the main one.

use indexmap::IndexMap;

use crate::ir::{Api, Prose};

/// By language, what members say in it.
pub(super) type Translations = IndexMap<String, IndexMap<&'static str, String>>;

/// The texts of some members in the languages beside the main one.
pub(super) fn translations(api: &Api, texts: &[(&'static str, Option<&Prose>)]) -> Translations {
    let in_language = |language: &String| {
        let said = |(member, prose): &(&'static str, Option<&Prose>)| {
            Some((*member, prose.as_ref()?.other(language)?.to_owned()))
        };
        let members: IndexMap<_, _> = texts.iter().filter_map(said).collect();
        (!members.is_empty()).then(|| (language.clone(), members))
    };
    api.languages.iter().skip(1).filter_map(in_language).collect()
}
