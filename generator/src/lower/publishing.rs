//! What a registry wants to know of the client's package.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::{PublishingSpec, Text};

/// How many keywords a registry takes, and how long they may be.
const KEYWORDS: usize = 5;
const KEYWORD_LENGTH: usize = 20;

/// Checks it, as Cargo and the registry would when the client is published.
pub(super) fn check_publishing(spec: &PublishingSpec, diagnostics: &mut Diagnostics) {
    let mut refuse = |text: &Text, what: &str, help: &str| {
        let message = format!("`{}` is not {what}", text.value.escape_debug());
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message).help(help));
    };
    if let Some(license) = spec.license.as_ref().filter(|license| !is_license(&license.value)) {
        refuse(
            license,
            "a licence that Cargo takes",
            "write an SPDX expression, such as `MIT OR Apache-2.0`",
        );
    }
    if let Some(repository) = spec.repository.as_ref().filter(|repository| !is_address(&repository.value)) {
        refuse(repository, "a web address", "write all of it, such as `https://git.example/client`");
    }
    for keyword in spec.keywords.iter().filter(|keyword| !is_keyword(&keyword.value)) {
        let help = "a keyword begins with an ASCII letter and has up to 20 letters, digits, `-`, `_` and `+`";
        refuse(keyword, "a keyword", help);
    }
    if let Some(sixth) = spec.keywords.get(KEYWORDS) {
        let message = format!("there are {} keywords", spec.keywords.len());
        let finding = Diagnostic::new(Code::ValueInvalid, &sixth.origin, message);
        diagnostics.push(finding.help(format!("a registry takes {KEYWORDS} at most; keep the best ones")));
    }
}

/// Whether a text looks like an SPDX expression: names with `AND`, `OR` and `WITH` between them.
fn is_license(text: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || ".+-() ".contains(c);
    let words: Vec<&str> = text.split([' ', '(', ')']).filter(|word| !word.is_empty()).collect();
    let joins = |word: &&str| ["AND", "OR", "WITH"].contains(word);
    text.chars().all(good)
        && words.len() % 2 == 1
        && words.iter().enumerate().all(|(index, word)| joins(word) == (index % 2 == 1))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = |c: char| !c.is_whitespace() && !c.is_control() && c != '"';
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(good))
}

fn is_keyword(text: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || "-_+".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= KEYWORD_LENGTH
        && text.chars().all(good)
}
