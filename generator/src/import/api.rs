//! `api.yaml` of the new spec.

use super::importer::Importer;
use super::name::name_of;
use super::note::Note;
use super::write::{doc_text, key, paragraph, quote};

/// The notes, as a comment at the top of the file.
pub(super) fn notes_as_comment(notes: &[Note]) -> String {
    let mut text = String::from(
        "# A starting spec, written from an OpenAPI document by `import-openapi`. What it changed or left out,\n\
         # and what the document does not state; import-notes.json has all places:\n#\n",
    );
    for note in notes {
        let line: String = note.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        text.push_str(&format!("# - {line}\n"));
    }
    text.push('\n');
    text
}

impl<'d> Importer<'d> {
    /// The text of the file.
    pub(super) fn api_file(&self) -> String {
        let info = self.document.get("info");
        let title = info.and_then(|info| info.text("title")).map(paragraph).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| "Imported".to_owned());
        let doc = info.and_then(|info| info.text("description")).and_then(doc_text);
        let doc = doc.unwrap_or_else(|| format!("A client of {title}."));
        let package = name_of(&title).snake().split('_').take(4).collect::<Vec<_>>().join("-");
        let limits = self.limit_sets.lines();
        let tags: Vec<String> = self.languages().into_iter().map(key).collect();
        let languages =
            if tags.is_empty() { String::new() } else { format!("languages: [{}]\n\n", tags.join(", ")) };
        format!(
            "api:\n  name: {}\n  crate: {package}-client\n  version: 0.1.0\n  doc: {}\n\n{languages}hosts:\n{}{}\n\
             rate_limits:\n  per: [credential, endpoint]\n{limits}  \
             throttled: {{status: 429}}\n\nenvelopes:\n  plain: {}\n{}",
            quote(&title),
            quote(&doc),
            self.host_lines(),
            self.security_section(),
            self.envelope(),
            self.paginations.section(),
        )
    }
}
