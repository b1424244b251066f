//! Languages of texts: which text is in the main one, and whether all languages are those of the spec.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Api, Prose, ProseUse};
use crate::parse::Text;

/// Settles the languages of all texts.
pub(super) fn settle_languages(api: &mut Api, specs: &[Text], diagnostics: &mut Diagnostics) {
    for (index, spec) in specs.iter().enumerate() {
        if let Some(first) = specs[..index].iter().find(|first| first.value == spec.value) {
            let message = format!("the language `{}` stands twice", spec.value);
            let finding = Diagnostic::new(Code::ValueInvalid, &spec.origin, message);
            diagnostics.push(finding.note_at(&first.origin, "it stands here first").help("name it once"));
        }
    }
    let languages = api.languages.clone();
    api.each_prose(&mut |prose, of| {
        check(prose, of, &languages, diagnostics);
        prose.settle(&languages);
    });
}

/// Checks a text of which the languages are named.
fn check(prose: &Prose, of: ProseUse, languages: &[String], diagnostics: &mut Diagnostics) {
    let Some(first) = prose.others().first() else { return };
    let mut all_known = true;
    for other in prose.others().iter().filter(|other| !languages.contains(&other.language)) {
        all_known = false;
        let known = || languages.iter().map(String::as_str);
        let help = match closest(&other.language, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if languages.is_empty() => {
                format!("add `languages: [{}]` beside `api`, the main one first", other.language)
            }
            None => format!(
                "the languages are {}; others are added to `languages` beside `api`",
                join_words(known())
            ),
        };
        let message = format!("`{}` is no language of the spec", other.language);
        diagnostics.push(Diagnostic::new(Code::LanguageUnknown, &other.origin, message).help(help));
    }
    if let (true, ProseUse::Docs, Some(main)) = (all_known, of, languages.first())
        && prose.other(main).is_none()
    {
        let message = format!("the text lacks the main language `{main}`");
        let finding = Diagnostic::new(Code::KeyMissing, &first.origin, message);
        diagnostics.push(finding.help(format!("add `{main}: …` before it")));
    }
}
