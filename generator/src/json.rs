//! JSON as the generator writes it: members keep their order.

use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Int(i64),
    Str(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object of its members.
    pub(crate) fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Json)>) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// A list of its items.
    pub(crate) fn list<T: Into<Json>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// The text of a file, indented by two spaces. A list or object that fits on a line of 120 characters stays on one.
    pub(crate) fn to_pretty(&self) -> String {
        let mut text = String::new();
        self.write_pretty(0, 0, &mut text);
        text.push('\n');
        text
    }

    /// `used` is the number of characters on the line already.
    fn write_pretty(&self, depth: usize, used: usize, text: &mut String) {
        const WIDTH: usize = 120;
        let flat = self.to_string();
        let (open, close, count) = match self {
            Self::List(items) => ('[', ']', items.len()),
            Self::Object(members) => ('{', '}', members.len()),
            // A scalar is written on one line below; its brackets are not used.
            _ => ('"', '"', 0),
        };
        if count == 0 || used + flat.chars().count() < WIDTH {
            text.push_str(&flat);
            return;
        }
        let indent = "  ".repeat(depth + 1);
        text.push(open);
        for index in 0..count {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            text.push_str(&indent);
            match self {
                Self::Object(members) => {
                    let (key, value) = &members[index];
                    let key = format!("{}: ", Self::Str(key.clone()));
                    text.push_str(&key);
                    value.write_pretty(depth + 1, indent.len() + key.chars().count(), text);
                }
                Self::List(items) => items[index].write_pretty(depth + 1, indent.len(), text),
                _ => {}
            }
        }
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
        text.push(close);
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Str(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Str(text)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

/// On one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Str(text) => write_text(text, f),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (key, value)) in members.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { ", " })?;
                    write_text(key, f)?;
                    write!(f, ": {value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Writes a text in quotes, as JSON.
fn write_text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    // Where the text begins that is not written yet.
    let mut unwritten = 0;
    for (at, c) in text.char_indices() {
        // Some programs take U+2028 and U+2029 for the end of a line, and an object must stay on its line.
        if !matches!(c, '"' | '\\' | '\u{2028}' | '\u{2029}') && !c.is_control() {
            continue;
        }
        f.write_str(&text[unwritten..at])?;
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            c => write!(f, "\\u{:04x}", u32::from(c))?,
        }
        unwritten = at + c.len_utf8();
    }
    f.write_str(&text[unwritten..])?;
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_stays_on_its_line() {
        let json = Json::object([("a\"b", Json::from("\\ \n\r\t\u{0}\u{2028} 名"))]);
        assert_eq!(json.to_string(), r#"{"a\"b": "\\ \n\u000d\u0009\u0000\u2028 名"}"#);
    }

    #[test]
    fn what_is_long_takes_several_lines() {
        let long = Json::list((0..30).map(|n| format!("item {n}")));
        let text = Json::object([("short", Json::list(["a", "b"])), ("long", long)]).to_pretty();
        assert!(
            text.starts_with("{\n  \"short\": [\"a\", \"b\"],\n  \"long\": [\n    \"item 0\",\n"),
            "{text}"
        );
        assert!(text.ends_with("    \"item 29\"\n  ]\n}\n"), "{text}");
    }
}
