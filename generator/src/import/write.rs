//! Writing the spec's YAML. Texts are always in quotes, so whatever a document says stays text.

/// A text in quotes, safe in YAML.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                out.push(' ')
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A key: bare where it is a plain word, else in quotes.
pub(super) fn key(text: &str) -> String {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let word = text.strip_suffix('?').unwrap_or(text);
    let is_plain = word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !WORDS.contains(&word);
    if is_plain { text.to_owned() } else { quote(text) }
}

/// The first paragraph of a text, on one line.
pub(super) fn paragraph(text: &str) -> String {
    let first = text.trim().split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence of a text, as summaries are written: one line, one full stop at its end.
pub(super) fn sentence(text: &str) -> Option<String> {
    let text = paragraph(text);
    let end = text.match_indices(". ").map(|(at, _)| at);
    let end = end.filter(|at| text[at + 2..].starts_with(char::is_uppercase)).min().unwrap_or(text.len());
    let words = text[..end].trim_end_matches(['.', '!', '?', ':', ';', ' ']);
    (!words.is_empty()).then(|| format!("{words}."))
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
        assert_eq!(quote("a \"b\" \\ c\nd\u{7}"), r#""a \"b\" \\ c\nd ""#);
        assert_eq!(key("name?"), "name?");
        assert_eq!(key("no"), "\"no\"");
        assert_eq!(key("+1"), "\"+1\"");
    }

    #[test]
    fn a_summary_is_one_sentence() {
        assert_eq!(sentence("Lists things. They are many.\n\nMore."), Some("Lists things.".into()));
        assert_eq!(sentence("List\n things"), Some("List things.".into()));
        assert_eq!(sentence(" . "), None);
        assert_eq!(words_of("created_at"), "Created at.");
    }
}
