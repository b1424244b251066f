//! The dialect: which keys a spec's files may have, where, and what each means. Every key is declared here and nowhere
//! else. From these tables come the keys that the parser takes and what it says of others, the JSON Schema, and the
//! tables of spec/README.md.
//!
//! [`Form`](mapping::Value::Form) names what is no mapping with known keys, such as a type expression; `schema/form.rs`
//! says how these look, and `parse/` reads them.

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
pub(crate) use field::{APPEND, FIELD, PLAIN_FIELD};
pub(crate) use filter::{FILTER, FILTER_CONDITION, FILTER_GROUP, FILTER_KEY, FILTER_KIND};
pub(crate) use link::{LINK_PAGE, LINKS};
pub(crate) use lookup::LOOKUP;
pub(crate) use mapping::{Companions, Entries, Item, Key, Mapping, Need, SNAKE_CASE, Value};
pub(crate) use pagination::PAGINATION;
pub(crate) use rate_limit::{RATE_LIMITS, REFUSAL};
pub(crate) use resource::{ERRORS_FILE, RESOURCE_FILE};
pub(crate) use rule::RULE;
pub(crate) use type_def::{ENUM_VALUE, TAGGED_UNION, TYPE, VALUE_FORM, VARIANT};
pub(crate) use type_expression::{JSON_TYPE, MAP_TYPE, TEXT_TYPE};
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
    &REFUSAL,
    &AUTH,
    &CREDENTIAL,
    &EXCHANGE,
    &ENVELOPE,
    &PAGINATION,
    &ENDPOINT,
    &RULE,
    &MAP_TYPE,
    &JSON_TYPE,
    &TEXT_TYPE,
    &FIELD,
    &PLAIN_FIELD,
    &TYPE,
    &ENUM_VALUE,
    &TAGGED_UNION,
    &VARIANT,
    &VALUE_FORM,
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
