//! Error codes.

use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Spanned, Text, spanned};
use super::scalar_kind::{parse_int, parse_prose, parse_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::{Category, Retry};

/// An error code as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ErrorSpec {
    pub(crate) code: Spanned<i64>,
    pub(crate) name: Text,
    pub(crate) title: Option<ProseText>,
    pub(crate) status: Option<Spanned<i64>>,
    pub(crate) category: Category,
    pub(crate) retry: Retry,
    pub(crate) meaning: ProseText,
    pub(crate) advice: ProseText,
}

const CATEGORIES: &[(&str, Category)] = &[
    ("auth", Category::Auth),
    ("permission", Category::Permission),
    ("not_found", Category::NotFound),
    ("validation", Category::Validation),
    ("rate_limit", Category::RateLimit),
    ("idempotency", Category::Idempotency),
    ("conflict", Category::Conflict),
    ("quota", Category::Quota),
    ("server", Category::Server),
    ("unknown", Category::Unknown),
];

const RETRIES: &[(&str, Retry)] = &[
    ("never", Retry::Never),
    ("after_renewal", Retry::AfterRenewal),
    ("after_wait", Retry::AfterWait),
    ("maybe", Retry::Maybe),
];

/// Reads an error code.
pub(crate) fn parse_error(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<ErrorSpec> {
    let code = key.value.parse::<i64>().ok();
    if code.is_none() {
        let message = format!("an error code is a whole number, not `{}`", key.value);
        let help = "the number on the wire is the key; its name goes under `name`";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &key.origin, message).help(help));
    }
    let reader = MappingReader::new(&dialect::ERROR_CODE, &key.origin, node, diagnostics)?;
    let name = reader.need("name").and_then(|node| parse_text(node, diagnostics));
    let title = reader.get("title").and_then(|node| parse_prose(node, diagnostics));
    let status = reader.get("status").and_then(|node| parse_int(node, diagnostics));
    let category = reader.word("category", CATEGORIES, diagnostics);
    let retry = reader.word("retry", RETRIES, diagnostics);
    let meaning = reader.need("meaning").and_then(|node| parse_prose(node, diagnostics));
    let advice = reader.need("advice").and_then(|node| parse_prose(node, diagnostics));
    Some(ErrorSpec {
        code: spanned(code?, &key.origin),
        name: name?,
        title,
        status,
        category: category?.value,
        retry: retry?.value,
        meaning: meaning?,
        advice: advice?,
    })
}
