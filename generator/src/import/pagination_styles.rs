//! The pagination styles that were inferred.

use std::collections::BTreeMap;

/// The styles that were inferred: what the spec writes of each, by its name.
#[derive(Debug, Default)]
pub(super) struct PaginationStyles {
    styles: BTreeMap<String, String>,
}

impl PaginationStyles {
    /// The name of a style; one that is known keeps its name.
    pub(super) fn name_of(&mut self, kind: &str, text: String) -> String {
        if let Some((name, _)) = self.styles.iter().find(|(_, known)| **known == text) {
            return name.clone();
        }
        let names = std::iter::once(kind.to_owned()).chain((2..).map(|number| format!("{kind}_{number}")));
        let name = names.into_iter().find(|name| !self.styles.contains_key(name)).unwrap_or_default();
        self.styles.insert(name.clone(), text);
        name
    }

    pub(super) fn is_empty(&self) -> bool {
        self.styles.is_empty()
    }

    /// The section of the API's file.
    pub(super) fn section(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let lines: String = self.styles.iter().map(|(name, text)| format!("  {name}: {text}\n")).collect();
        format!("\npagination:\n{lines}")
    }
}
