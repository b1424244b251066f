//! The keys of a mapping as a table of spec/README.md.

use crate::dialect::{Key, MAPPINGS, Mapping, Need, Value};

/// The keys of a mapping of the dialect as a Markdown table: what each means, and what holds without it. A mapping that
/// stands at a single key is shown with it, its keys after a dot: `begin.size`. `None` if the dialect has no such mapping.
///
/// ```
/// let table = paceline_generator::render_key_table("upload_part").expect("the dialect has uploads");
/// assert!(table.contains("| `endpoint` |"));
/// ```
#[must_use]
pub fn render_key_table(name: &str) -> Option<String> {
    let mapping = MAPPINGS.iter().find(|mapping| mapping.name == name)?;
    let mut table = "| key | means | when left out |\n|---|---|---|\n".to_owned();
    add_rows(mapping, "", &mut table);
    Some(table)
}

fn add_rows(mapping: &Mapping, before: &str, table: &mut String) {
    for key in mapping.keys {
        let cells = [format!("`{before}{}`", key.name), meaning(key), without(key)];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        table.push_str(format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |").as_str());
        // What stands at several keys has a table of its own.
        if let Value::Mapping(inner) = key.value
            && stands_once(inner)
        {
            add_rows(inner, &format!("{before}{}.", key.name), table);
        }
    }
}

/// What a key means, and the words that it takes.
fn meaning(key: &Key) -> String {
    let words = match key.value {
        Value::Words(words) => words,
        _ => &[],
    };
    let missing: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    if missing.iter().all(|word| key.doc.contains(word)) {
        return key.doc.to_owned();
    }
    format!("{} One of {}.", key.doc, missing.join(", "))
}

/// What holds without a key.
fn without(key: &Key) -> String {
    match key.need {
        Need::Always => "needed".to_owned(),
        Need::LeftOut(then) => then.to_owned(),
    }
}

/// Whether a mapping stands at one key of the dialect only.
fn stands_once(inner: &Mapping) -> bool {
    let all = MAPPINGS.iter().flat_map(|mapping| mapping.keys);
    all.filter(|key| matches!(key.value, Value::Mapping(at) if at.name == inner.name)).count() == 1
}
