//! Texts in several languages, as the project's own export has them: the main one in its place, the others under
//! `x-translations` beside it.

use std::collections::BTreeSet;

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::write::{doc_text, key, quote, sentence};
use crate::ir::is_language_tag;
use crate::untyped::Untyped;

/// The member that holds, by language, what other members say in it.
const TRANSLATIONS: &str = "x-translations";

impl<'d> Importer<'d> {
    /// The languages of the document's texts, if it names them, the main one first.
    pub(super) fn languages(&self) -> Vec<&'d str> {
        let named = self.document.get("info").map_or(&[][..], |info| info.list("x-languages"));
        let mut known = BTreeSet::new();
        named
            .iter()
            .filter_map(Untyped::as_str)
            .filter(|tag| is_language_tag(tag) && known.insert(*tag))
            .collect()
    }

    /// A text of which the main language is known, as the spec writes it: with what its owner has for a member in the others.
    pub(super) fn said(&self, owner: &'d Untyped, member: &str, main: &str) -> String {
        self.in_languages(owner, Some(main), |said| said.text(member).and_then(doc_text))
            .unwrap_or_else(|| quote(main))
    }

    /// A summary: one sentence in each language.
    pub(super) fn summary_said(&self, owner: &'d Untyped, main: &str) -> String {
        self.in_languages(owner, Some(main), |said| said.text("summary").and_then(sentence))
            .unwrap_or_else(|| quote(main))
    }

    /// The description of something, as the spec writes it; `None` if it has none in the main language.
    pub(super) fn description(&self, owner: &'d Untyped) -> Option<String> {
        let main = owner.text("description").and_then(doc_text)?;
        Some(self.said(owner, "description", &main))
    }

    /// The same of a schema, of which a title stands in for it.
    pub(super) fn schema_doc(&self, flat: &FlatSchema<'d>) -> Option<String> {
        let main = flat.doc.and_then(doc_text)?;
        let owner = flat.parts.iter().find(|part| part.text("description").is_some());
        Some(owner.map_or_else(|| quote(&main), |owner| self.said(owner, "description", &main)))
    }

    /// A title, as the spec writes it, in whichever languages it has; `None` if it has none.
    pub(super) fn title(&self, owner: &'d Untyped, member: &str) -> Option<String> {
        let main = owner.text(member).and_then(doc_text);
        self.in_languages(owner, main.as_deref(), |said| said.text(member).and_then(doc_text))
    }

    /// A text in quotes, or one for each language that has it; `None` if none has. `other` takes it out of what the owner says
    /// in a language beside the main one.
    pub(super) fn in_languages(
        &self,
        owner: &'d Untyped,
        main: Option<&str>,
        other: impl Fn(&'d Untyped) -> Option<String>,
    ) -> Option<String> {
        let has_others = owner.peek(TRANSLATIONS).is_some();
        let languages = if has_others { self.languages() } else { Vec::new() };
        let text = |language: &&'d str| {
            let said = owner.get(TRANSLATIONS)?.get(language).and_then(&other)?;
            Some(format!("{}: {}", key(language), quote(&said)))
        };
        let others: Vec<String> = languages.iter().skip(1).filter_map(text).collect();
        if others.is_empty() {
            return main.map(quote);
        }
        let main =
            main.zip(languages.first()).map(|(main, language)| format!("{}: {}", key(language), quote(main)));
        Some(format!("{{{}}}", main.into_iter().chain(others).collect::<Vec<_>>().join(", ")))
    }
}
