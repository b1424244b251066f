//! The keys of a mapping as a table of spec/README.md.

use crate::diagnostic::join_words;
use crate::dialect::{Companions, Key, MAPPINGS, Mapping, Need, Value};

/// The keys of a mapping of the dialect as a Markdown table: what each means, and what holds without it. A mapping that
/// stands at a single key is shown with it, its keys after a dot: `begin.size`. `None` if the dialect has no such mapping.
pub(super) fn render_key_table(name: &str) -> Option<String> {
    let mapping = MAPPINGS.iter().find(|mapping| mapping.name == name)?;
    let mut table = "| key | means | when left out |\n|---|---|---|\n".to_owned();
    add_rows(mapping, "", &mut table);
    let mut sentences = Vec::new();
    add_companions(mapping, "", &mut sentences);
    if !sentences.is_empty() {
        table.push_str(&format!("\n{}\n", sentences.join(" ")));
    }
    Some(table)
}

fn add_rows(mapping: &Mapping, before: &str, table: &mut String) {
    for key in mapping.keys {
        let cells = [format!("`{before}{}`", key.name), meaning(key), without(key)];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        table.push_str(&format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |"));
        if let Some(inner) = shown_with(key) {
            add_rows(inner, &format!("{before}{}.", key.name), table);
        }
    }
}

/// Adds a sentence for all keys that go together or exclude each other.
fn add_companions(mapping: &Mapping, before: &str, sentences: &mut Vec<String>) {
    let list = |keys: &[&str]| {
        let keys: Vec<_> = keys.iter().map(|key| format!("{before}{key}")).collect();
        join_words(keys.iter().map(String::as_str))
    };
    sentences.extend(mapping.companions.iter().map(|companions| match *companions {
        Companions::ExactlyOne(keys) => format!("One of {} is there, and only one.", list(keys)),
        Companions::AtLeastOne(keys) => format!("One of {} is there at least.", list(keys)),
        Companions::NotBoth(one, other) => format!("`{before}{one}` excludes `{before}{other}`."),
        Companions::Needs(key, other) => format!("`{before}{key}` needs `{before}{other}`."),
        Companions::WordNeeds(key, word, others) => {
            let others: Vec<_> = others.iter().map(|other| format!("`{before}{other}`")).collect();
            format!("`{before}{key}: {word}` needs {}.", others.join(" or "))
        }
        Companions::WordForbids(key, word, other) => {
            format!("`{before}{key}: {word}` excludes `{before}{other}`.")
        }
    }));
    for key in mapping.keys {
        if let Some(inner) = shown_with(key) {
            add_companions(inner, &format!("{before}{}.", key.name), sentences);
        }
    }
}

/// The mapping whose keys are shown with this one. What stands at several keys has a table of its own.
fn shown_with(key: &Key) -> Option<&'static Mapping> {
    match key.value {
        Value::Mapping(inner) if stands_once(inner) => Some(inner),
        _ => None,
    }
}

/// What a key means, and the words that it takes.
fn meaning(key: &Key) -> String {
    let words = match key.value {
        Value::Words(words) => words,
        _ => &[],
    };
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    if quoted.iter().all(|word| key.doc.contains(word)) {
        return key.doc.to_owned();
    }
    format!("{} One of {}.", key.doc, quoted.join(", "))
}

/// What holds without a key.
fn without(key: &Key) -> String {
    match key.need {
        Need::Always => "needed".to_owned(),
        Need::LeftOut(then) => then.to_owned(),
    }
}

/// Whether a mapping stands at one key of the dialect only.
pub(super) fn stands_once(inner: &Mapping) -> bool {
    let all = MAPPINGS.iter().flat_map(|mapping| mapping.keys);
    all.filter(|key| matches!(key.value, Value::Mapping(at) if at.name == inner.name)).count() == 1
}
