//! What the project's own export says beyond OpenAPI: titles, effects and error codes, as `x-…` members.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::limit_sets::limits_of;
use super::name::{Case, Names};
use super::operation::FoundOperation;
use super::write::{doc_text, quote, word};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// What `category` and `retry` of an error code may be.
const CATEGORIES: [&str; 10] = [
    "auth",
    "permission",
    "not_found",
    "validation",
    "rate_limit",
    "idempotency",
    "conflict",
    "quota",
    "server",
    "unknown",
];
const RETRIES: [&str; 4] = ["never", "after_renewal", "after_wait", "maybe"];

impl<'d> Importer<'d> {
    /// The file of error codes; `None` if the document lists none.
    pub(super) fn errors_file(&mut self) -> Option<String> {
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let mut text = String::from("errors:\n");
        for error in self.document.list("x-error-codes") {
            self.remember_kind(error, "an error code");
            let Some(Untyped::Int(code)) = error.peek("code") else { continue };
            if !self.error_codes.insert(*code) {
                self.notes.left_out("an error code that stands twice; left out", code.to_string(), error);
                continue;
            }
            error.count_key_as_read("code");
            let word_of = |key: &str, known: &[&'static str]| {
                let word = known.iter().find(|word| error.peek(key).and_then(Untyped::as_str) == Some(word));
                word.inspect(|_| error.count_key_as_read(key)).copied()
            };
            let name = error.text("name").map_or_else(|| format!("code_{code}"), str::to_owned);
            let name = names.claim(&name, &format!("code_{}", code.unsigned_abs())).name;
            text.push_str(&format!("  {code}:\n    name: {}\n", word(name.snake())));
            text.extend(self.title(error, "title").map(|title| format!("    title: {title}\n")));
            if let Some(Untyped::Int(status @ 100..=599)) = error.peek("status") {
                error.count_key_as_read("status");
                text.push_str(&format!("    status: {status}\n"));
            }
            let category = word_of("category", &CATEGORIES).unwrap_or("unknown");
            let retry = word_of("retry", &RETRIES).unwrap_or("maybe");
            let said = |key: &str, otherwise: &str| match error.text(key).and_then(doc_text) {
                Some(text) => self.said(error, key, &text),
                None => quote(otherwise),
            };
            text.push_str(&format!(
                "    category: {category}\n    retry: {retry}\n    meaning: {}\n    advice: {}\n",
                said("meaning", "The document does not say what it means."),
                said("advice", "The document does not say what to do."),
            ));
        }
        (!self.error_codes.is_empty()).then_some(text)
    }

    /// The lines of an endpoint that come from `x-…` members, and its effect, which the method decides without them.
    pub(super) fn vendor_lines(&self, found: &FoundOperation<'d>) -> String {
        let operation = found.operation;
        let mut text = String::new();
        text.extend(self.title(operation, "x-title").map(|title| format!("    title: {title}\n")));
        let effect = found.effect().word();
        if operation.peek("x-effect").and_then(Untyped::as_str) == Some(effect) {
            operation.count_key_as_read("x-effect");
        }
        text.push_str(&format!("    effect: {effect}\n"));
        if let Some(line) = self.limit_sets.line(operation) {
            text.push_str(&line);
            if limits_of(operation).is_some() {
                operation.get("x-rate-limits").into_iter().for_each(Untyped::count_as_read);
            }
        }
        if let Some(Untyped::Int(seconds @ 1..=3600)) = operation.peek("x-max-transit") {
            operation.count_key_as_read("x-max-transit");
            text.push_str(&format!("    max_transit: {seconds}s\n"));
        }
        let codes: BTreeSet<i64> = (operation.peek("x-error-codes").map_or(&[][..], Untyped::items).iter())
            .filter_map(|code| if let Untyped::Int(code) = code { Some(*code) } else { None })
            .collect();
        if !codes.is_empty() && codes.is_subset(&self.error_codes) {
            operation.count_key_as_read("x-error-codes");
            let codes: Vec<String> = codes.iter().map(i64::to_string).collect();
            text.push_str(&format!("    errors: [{}]\n", codes.join(", ")));
        }
        text
    }
}
