//! What each endpoint counts in: what its operation says, or what can be inferred of it.

use super::importer::Importer;
use super::inferred_limit::{Described, ToldHeaders, in_members, in_prose, told_in, whole_document_members};
use super::limit_sets::{FoundLimits, LimitSets, limits_of, windows_text};
use super::operation::FoundOperation;
use super::write::quote;
use crate::ir::Limit;
use crate::untyped::Untyped;

/// The member by which operations share their limits.
const CATEGORY: &str = "x-ratelimit-category";

impl<'d> Importer<'d> {
    /// The limits of all operations. `limit` is that of operations of which nothing is known.
    pub(super) fn find_limits(&self, operations: Vec<FoundOperation<'d>>, limit: &str) -> LimitSets {
        let stated = self.limit_of_all();
        let states_standard = stated.is_some();
        let standard = stated.unwrap_or_else(|| limit.to_owned());
        let limits = operations.into_iter().map(|found| {
            let said = limits_of(found.operation);
            (found.operation, said.or_else(|| self.inferred_limits(&found, limit, states_standard)))
        });
        LimitSets::of(limits, standard, states_standard)
    }

    /// The limit that the document states for all of its operations together.
    fn limit_of_all(&self) -> Option<String> {
        let all = |limits: &[Limit]| format!("{{per: credential, limits: {}}}", windows_text(limits));
        if let Some((level, key, limits)) = whole_document_members(self.document) {
            level.get(key).into_iter().for_each(Untyped::count_as_read);
            self.note_inferred("a member of the document", key.to_owned(), self.document);
            return Some(all(&limits));
        }
        let info = self.document.get("info")?;
        let limit = in_prose(info.text("description")?, Described::Document)?;
        self.note_inferred("the description of the document", "info".to_owned(), info);
        Some(all(&[limit]))
    }

    /// What an operation counts in, as far as that is unmistakable.
    fn inferred_limits(
        &self,
        found: &FoundOperation<'d>,
        limit: &str,
        states_standard: bool,
    ) -> Option<Vec<FoundLimits>> {
        let mut all = Vec::new();
        if let Some(own) = self.own_limits(found) {
            all.extend(FoundLimits::plain(&own));
        } else if let Some(category) = found.operation.peek(CATEGORY).and_then(Untyped::as_str) {
            found.operation.count_key_as_read(CATEGORY);
            let note = "operations of a category share a rate limit, whose number the document does not say";
            self.notes.changed(note, format!("{} `{category}`", found.route()), found.operation);
            all.push(FoundLimits::named(category, &format!("per: credential, limits: {limit}")));
        }
        self.note_triggers(found);
        let told = self.told_headers(found);
        if all.is_empty() && told.is_none() {
            return None;
        }
        if all.is_empty() || states_standard {
            all.push(FoundLimits::standard());
        }
        if let Some(ToldHeaders { remaining, reset }) = told {
            let keys = format!("told: {{remaining: {}, reset: {}}}", quote(remaining), quote(reset));
            all.push(FoundLimits::named("told", &keys));
        }
        all.sort();
        Some(all)
    }

    /// The limits of an operation alone.
    fn own_limits(&self, found: &FoundOperation<'d>) -> Option<Vec<Limit>> {
        for level in [found.operation, found.path_item] {
            if let Some((key, limits)) = in_members(level) {
                level.get(key).into_iter().for_each(Untyped::count_as_read);
                self.note_inferred(&format!("`{key}`"), found.route(), level);
                return Some(limits);
            }
        }
        let limit = in_prose(found.operation.text("description")?, Described::Operation)?;
        self.note_inferred("the description of an operation", found.route(), found.operation);
        Some(vec![limit])
    }

    /// The headers in which the responses of an operation say what is left.
    fn told_headers(&self, found: &FoundOperation<'d>) -> Option<ToldHeaders<'d>> {
        let responses = found.operation.peek("responses")?.peek_entries();
        responses.iter().find_map(|(_, response)| {
            let response = self.resolve(response);
            let headers = response.peek("headers")?;
            let told = told_in(headers.peek_entries())?;
            response.count_key_as_read("headers");
            for name in [told.remaining, told.reset] {
                headers.get(name).into_iter().for_each(Untyped::count_as_read);
            }
            self.note_inferred("headers of responses", found.route(), found.operation);
            Some(told)
        })
    }

    /// Says that an operation, as some member of it says, sends notifications, which servers limit further.
    fn note_triggers(&self, found: &FoundOperation<'d>) {
        let members = found.operation.peek_entries().iter().filter(|(key, _)| key.starts_with("x-"));
        let mut triggers = members.filter_map(|(_, said)| said.peek("triggersNotification"));
        if triggers.any(|said| *said == Untyped::Bool(true)) {
            let note = "operations that send notifications, which servers limit further; write a set of limits for them";
            self.notes.open(note, found.route());
        }
    }

    fn note_inferred(&self, from: &str, name: String, value: &Untyped) {
        let note = format!("a rate limit inferred from {from}; check `rate_limits`");
        self.notes.changed(&note, name, value);
    }
}
