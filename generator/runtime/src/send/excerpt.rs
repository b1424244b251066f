//! Bodies as errors show them: short, and without what may be secret.

use serde_json::Value;

use crate::call::Call;

/// The most characters of a body that an error shows.
const SHOWN: usize = 120;

/// How much of a body is read to show some of it: far more than is shown, so that no secret that begins there is cut.
const READ: usize = 16 << 10;

/// Members whose text is meant for people.
const FOR_PEOPLE: [&str; 6] = ["code", "err_msg", "error", "message", "msg", "status"];

/// The beginning of a body that is no JSON, for whoever reads the error. JSON is left out: it may hold tokens.
///
/// Secrets are hidden before the text is cut: the beginning of one is part of it.
pub(super) fn excerpt(call: &Call, body: &[u8]) -> String {
    let start = call.redact(beginning(body).trim_start().to_owned());
    if start.is_empty() || start.starts_with(['{', '[', '"']) {
        return String::new();
    }
    let text: String = start.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHOWN).collect();
    format!(": {text:?}")
}

fn beginning(body: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(&body[..body.len().min(READ)])
}

/// A body of any kind, for whoever reads the error. Of JSON, its structure and what is meant for people: other texts may
/// be tokens.
pub(super) fn quote(call: &Call, body: &[u8]) -> String {
    match outline(body) {
        Some(text) => format!(": {}", cut(&call.redact(text))),
        None if body.trim_ascii().is_empty() => ": the body is empty".to_owned(),
        None => excerpt(call, body),
    }
}

/// JSON without texts that may be secret. A long body is not read: as values it takes many times its own memory.
fn outline(body: &[u8]) -> Option<String> {
    let body = Some(body).filter(|body| body.len() <= READ)?;
    let mut value = serde_json::from_slice::<Value>(body).ok()?;
    hide_texts(&mut value, false);
    Some(value.to_string())
}

/// Replaces texts, but for those of members that are meant for people.
fn hide_texts(value: &mut Value, shown: bool) {
    match value {
        Value::String(text) if !shown => "…".clone_into(text),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::Array(items) => items.iter_mut().for_each(|item| hide_texts(item, false)),
        Value::Object(members) => {
            for (name, member) in members {
                hide_texts(member, FOR_PEOPLE.contains(&name.as_str()));
            }
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_shown_without_what_may_be_secret() {
        let body = br#"{"err":{"code":20006,"msg":"bad"},"data":{"token":"u-secret","list":["p-secret",1]}}"#;
        let shown = outline(body).expect("it is JSON");
        assert!(shown.contains(r#""code":20006"#) && shown.contains(r#""msg":"bad""#), "{shown}");
        assert!(!shown.contains("secret"), "{shown}");
        assert_eq!(outline(b"<html>"), None);
        assert!(cut(&"1,".repeat(900)).chars().count() < 130);
    }
}
