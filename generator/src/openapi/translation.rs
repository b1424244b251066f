//! Texts in other languages than the main one.

use indexmap::IndexMap;
use serde_json::Value;

use crate::ir::{Api, EnumValue, Prose};

/// By language, what members say in it.
pub(super) type Translations = IndexMap<String, IndexMap<&'static str, Value>>;

/// The texts of some members in the languages beside the main one.
pub(super) fn translations(api: &Api, texts: &[(&'static str, Option<&Prose>)]) -> Translations {
    let in_language = |language: &String| {
        let said = |(member, prose): &(&'static str, Option<&Prose>)| {
            Some((*member, Value::from(prose.as_ref()?.other(language)?)))
        };
        let members: IndexMap<_, _> = texts.iter().filter_map(said).collect();
        (!members.is_empty()).then(|| (language.clone(), members))
    };
    api.languages.iter().skip(1).filter_map(in_language).collect()
}

/// Adds what the values of an enum mean, each in the place that it has among them, and `null` where that is not said.
pub(super) fn add_values(api: &Api, values: &[EnumValue], translations: &mut Translations) {
    for language in api.languages.iter().skip(1) {
        let texts: Vec<Option<&str>> = values.iter().map(|value| value.docs.other(language)).collect();
        if texts.iter().any(Option::is_some) {
            let members = translations.entry(language.clone()).or_default();
            members.insert("x-enum-descriptions", texts.into_iter().map(Value::from).collect());
        }
    }
}
