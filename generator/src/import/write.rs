//! Writing the spec's YAML. Texts are always in quotes, so whatever a document says stays text.

/// A text in quotes, safe in YAML.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if is_unwritable(c) => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A key, which is a text: bare where it is a plain word, else in quotes.
pub(super) fn key(text: &str) -> String {
    let inner = text.strip_suffix('?').unwrap_or(text);
    let is_plain = inner.starts_with(|c: char| c.is_ascii_lowercase())
        && inner.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_plain && word(inner) == inner { text.to_owned() } else { quote(text) }
}

/// A name: bare, unless YAML would take it for something else than text.
pub(super) fn word(name: &str) -> String {
    const WORDS: [&str; 11] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"];
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_plain && !WORDS.contains(&&*name.to_ascii_lowercase()) { name.to_owned() } else { quote(name) }
}

/// A description as it stands, without white space around it and characters that cannot be shown; `None` if nothing is
/// left.
pub(super) fn doc_text(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    let shown = |c: char| if c != '\n' && is_unwritable(c) { ' ' } else { c };
    let text = text.chars().map(shown).collect::<String>().trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Whether a character cannot stand in YAML, or not without being taken for the end of a line.
fn is_unwritable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The first paragraph of a text, on one line.
pub(super) fn paragraph(text: &str) -> String {
    let text = doc_text(text).unwrap_or_default();
    let first = text.split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence of a text, as summaries are written: one line, one full stop at its end.
pub(super) fn sentence(text: &str) -> Option<String> {
    let text = paragraph(text);
    let end = text.match_indices(". ").map(|(at, _)| at);
    let end = end.filter(|at| text[at + 2..].starts_with(char::is_uppercase)).min().unwrap_or(text.len());
    let words = text[..end].trim_end_matches(['.', '!', '?', ':', ';', ' ']);
    // Where sentences end with `。`, that is the full stop.
    let stop = if words.ends_with('。') { "" } else { "." };
    (!words.is_empty()).then(|| format!("{words}{stop}"))
}

/// A description made of a name, for what the document does not describe: `created_at` → `Created at.`
pub(super) fn words_of(name: &str) -> String {
    let words: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => format!("`{name}`."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(quote("a \"b\" \\ c\nd\u{7}\u{2028}"), r#""a \"b\" \\ c\nd\U00000007\U00002028""#);
        assert_eq!(key("name?"), "name?");
        assert_eq!(key("no"), "\"no\"");
        assert_eq!(key("+1"), "\"+1\"");
        assert_eq!(word("Item"), "Item");
        assert_eq!(
            ["Null", "True", "null", "a b"].map(word),
            ["\"Null\"", "\"True\"", "\"null\"", "\"a b\""]
        );
    }

    #[test]
    fn a_summary_is_one_sentence() {
        assert_eq!(sentence("Lists things. They are many.\n\nMore."), Some("Lists things.".into()));
        assert_eq!(sentence("List\n things"), Some("List things.".into()));
        assert_eq!(sentence(" . "), None);
        assert_eq!(sentence("列出。"), Some("列出。".into()));
        assert_eq!(words_of("created_at"), "Created at.");
    }
}
