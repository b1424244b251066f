//! Formatted text: it is written as blocks and read back as text.

use serde_json::{Value, json};

/// The text of a value without format: a line for each block. Pictures are left out.
pub(super) fn plain_text(rich: &Value) -> String {
    match rich {
        Value::Array(blocks) => blocks.iter().map(inner_text).collect::<Vec<_>>().join("\n"),
        other => inner_text(other),
    }
}

/// All texts inside a block or a piece of one, one after another.
fn inner_text(part: &Value) -> String {
    match part {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(inner_text).collect(),
        Value::Object(members) => match members.get("text") {
            Some(text) => inner_text(text),
            None => members.values().filter(|value| !value.is_string()).map(inner_text).collect(),
        },
        _ => String::new(),
    }
}

/// A text in all the forms that an expanded response shows.
pub(super) fn all_forms(rich: &Value) -> Value {
    let text = plain_text(rich);
    let doc = if rich.is_string() { text.clone() } else { rich.to_string() };
    json!({"doc": doc, "doc_text": text, "doc_html": html(&text), "is_empty": text.is_empty()})
}

/// The text as HTML, a paragraph for each line.
fn html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.lines().map(|line| format!("<p>{line}</p>")).collect()
}
