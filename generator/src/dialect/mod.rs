//! The dialect: which keys a spec's files may have, where, and what each means. Every key is declared here and nowhere
//! else. From these tables come the keys that the parser takes and what it says of others, the JSON Schema, and the
//! tables of spec/README.md.
//!
//! [`Notation`](mapping::Value::Notation) names how something is written that is no mapping with known keys, such as a type
//! expression; `schema/notation.rs` says how these look, and `parse/` reads them.

mod mapping;
mod type_expression;
mod field;
mod rule;
mod lookup;
mod type_def;
mod filter;
mod upload;
mod event;
mod link;
mod rate_limit;
mod stream;
mod auth;
mod envelope;
mod pagination;
mod error_code;
mod api;
mod endpoint;
mod resource;

pub(crate) use api::{API, API_FILE, HEADER, HOST};
pub(crate) use auth::{AUTH, CREDENTIAL, EXCHANGE};
pub(crate) use endpoint::ENDPOINT;
pub(crate) use envelope::ENVELOPE;
pub(crate) use error_code::ERROR_CODE;
pub(crate) use event::{CALLBACK, CAUSE, EVENT_TYPE, PROOF, PROOF_PART};
pub(crate) use field::{APPEND, FIELD, PART, PLAIN_FIELD};
pub(crate) use filter::{FILTER, FILTER_CONDITION, FILTER_GROUP, FILTER_KEY, FILTER_KIND};
pub(crate) use link::{LINK_PAGE, LINKS};
pub(crate) use lookup::LOOKUP;
pub(crate) use mapping::{Companions, Entries, Item, Key, LANGUAGE, Mapping, Need, SNAKE_CASE, Value};
pub(crate) use pagination::PAGINATION;
pub(crate) use rate_limit::{LIMIT_SET, RATE_LIMITS, REFUSAL, TOLD};
pub(crate) use resource::{ERRORS_FILE, RESOURCE_FILE};
pub(crate) use rule::RULE;
pub(crate) use stream::STREAM;
pub(crate) use type_def::{ENUM_VALUE, TAGGED_UNION, TYPE, VALUE_FORM, VARIANT};
pub(crate) use type_expression::{JSON_TYPE, MAP_TYPE, NULLABLE_TYPE, TEXT_TYPE};
pub(crate) use upload::{UPLOAD, UPLOAD_BEGIN, UPLOAD_FORM, UPLOAD_PART, UPLOAD_PLAN};

/// Every mapping, those of files first. The kinds of a mapping that has some are found there.
pub(crate) static MAPPINGS: &[&Mapping] = &[
    &RESOURCE_FILE,
    &ERRORS_FILE,
    &ERROR_CODE,
    &API_FILE,
    &API,
    &HOST,
    &HEADER,
    &RATE_LIMITS,
    &LIMIT_SET,
    &TOLD,
    &REFUSAL,
    &AUTH,
    &CREDENTIAL,
    &EXCHANGE,
    &ENVELOPE,
    &PAGINATION,
    &ENDPOINT,
    &STREAM,
    &RULE,
    &MAP_TYPE,
    &JSON_TYPE,
    &TEXT_TYPE,
    &NULLABLE_TYPE,
    &FIELD,
    &PLAIN_FIELD,
    &TYPE,
    &ENUM_VALUE,
    &TAGGED_UNION,
    &VARIANT,
    &VALUE_FORM,
    &PART,
    &APPEND,
    &LOOKUP,
    &FILTER,
    &FILTER_GROUP,
    &FILTER_CONDITION,
    &FILTER_KIND,
    &FILTER_KEY,
    &UPLOAD,
    &UPLOAD_FORM,
    &UPLOAD_BEGIN,
    &UPLOAD_PLAN,
    &UPLOAD_PART,
    &LINKS,
    &LINK_PAGE,
    &CALLBACK,
    &PROOF,
    &PROOF_PART,
    &CAUSE,
    &EVENT_TYPE,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every mapping and every kind of one.
    fn all() -> impl Iterator<Item = &'static Mapping> {
        MAPPINGS.iter().flat_map(|mapping| mapping.kinds.iter().chain([mapping])).copied()
    }

    #[test]
    fn names_of_mappings_and_of_the_keys_of_each_differ() {
        let mut names = BTreeSet::new();
        for mapping in all() {
            assert!(names.insert(mapping.name), "two mappings are called `{}`", mapping.name);
            let keys: BTreeSet<_> = mapping.names().collect();
            assert_eq!(keys.len(), mapping.keys.len(), "{} has a key twice", mapping.what);
        }
    }

    #[test]
    fn kinds_together_have_the_keys_of_all() {
        for mapping in MAPPINGS.iter().filter(|mapping| !mapping.kinds.is_empty()) {
            let of_kinds: BTreeSet<_> = mapping.kinds.iter().flat_map(|kind| kind.names()).collect();
            assert_eq!(of_kinds, mapping.names().collect(), "{}", mapping.what);
        }
    }

    /// What a key is called elsewhere leads to one key at most, and to none where it is a key itself.
    #[test]
    fn a_word_means_one_key() {
        for mapping in all() {
            let mut words = BTreeSet::new();
            for word in mapping.keys.iter().flat_map(|key| key.aliases) {
                assert!(
                    words.insert(word),
                    "{} has two keys that are called `{word}` elsewhere",
                    mapping.what
                );
                assert_eq!(word.to_lowercase().replace(['-', '_'], ""), *word, "the form of aliases");
            }
        }
    }

    #[test]
    fn companions_are_keys() {
        for mapping in all() {
            for companions in mapping.companions {
                let keys = match *companions {
                    Companions::ExactlyOne(keys) | Companions::AtLeastOne(keys) => keys.to_vec(),
                    Companions::NotBoth(one, other) | Companions::Needs(one, other) => vec![one, other],
                    Companions::WordNeeds(key, word, _) | Companions::WordForbids(key, word, _) => {
                        let value = mapping.key(key).map(|key| key.value);
                        assert!(
                            matches!(value, Some(Value::Words(words)) if words.contains(&word)),
                            "`{word}`"
                        );
                        let others = match companions {
                            Companions::WordNeeds(_, _, others) => others.to_vec(),
                            Companions::WordForbids(_, _, other) => vec![*other],
                            _ => Vec::new(),
                        };
                        [vec![key], others].concat()
                    }
                };
                let unknown: Vec<_> = keys.iter().filter(|key| mapping.key(key).is_none()).collect();
                assert!(unknown.is_empty(), "{} has no {unknown:?}", mapping.what);
            }
        }
    }

    /// What one key says ends like a sentence, and what is shown behind "when left out" does not.
    #[test]
    fn keys_are_explained_in_sentences() {
        for (mapping, key) in all().flat_map(|mapping| mapping.keys.iter().map(move |key| (mapping, key))) {
            assert!(key.doc.ends_with('.'), "{}: `{}`", mapping.what, key.name);
            assert!(!matches!(key.need, Need::LeftOut(then) if then.ends_with('.')), "`{}`", key.name);
        }
    }
}
