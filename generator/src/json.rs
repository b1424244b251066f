//! JSON as the generator writes it for people and for `grep`: by `serde_json`, with a space after each comma and colon.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::untyped::Untyped;

/// What separates items and names.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    /// Some programs take U+2028 and U+2029 for the end of a line, and an object must stay on its line.
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut unwritten = 0;
        for (at, mark) in text.match_indices(['\u{2028}', '\u{2029}']) {
            writer.write_all(&text.as_bytes()[unwritten..at])?;
            writer.write_all(if mark == "\u{2028}" { b"\\u2028" } else { b"\\u2029" })?;
            unwritten = at + mark.len();
        }
        writer.write_all(&text.as_bytes()[unwritten..])
    }
}

/// A value on one line.
fn line(value: &(impl Serialize + ?Sized)) -> String {
    let mut text = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut text, Spaced))
        .unwrap_or_else(|error| unreachable!("trees with text keys are JSON: {error}"));
    String::from_utf8(text).unwrap_or_else(|error| unreachable!("JSON is text: {error}"))
}

impl Untyped {
    /// The text of a file, indented by two spaces. A list or object that fits on a line of 120 characters stays on one.
    pub(crate) fn to_pretty_json(&self) -> String {
        let mut text = String::new();
        write_pretty(self, 0, 0, &mut text);
        text.push('\n');
        text
    }
}

/// `used` is the number of characters on the line already.
fn write_pretty(value: &Untyped, depth: usize, used: usize, text: &mut String) {
    const WIDTH: usize = 120;
    let flat = line(value);
    let (items, members) = (value.items(), value.peek_entries());
    let count = items.len() + members.len();
    if count == 0 || used + flat.chars().count() < WIDTH {
        text.push_str(&flat);
        return;
    }
    let is_list = members.is_empty();
    let indent = "  ".repeat(depth + 1);
    text.push(if is_list { '[' } else { '{' });
    for index in 0..count {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&indent);
        if is_list {
            write_pretty(&items[index], depth + 1, indent.len(), text);
        } else {
            let (key, value) = &members[index];
            let key = format!("{}: ", line(&**key));
            text.push_str(&key);
            write_pretty(value, depth + 1, indent.len() + key.chars().count(), text);
        }
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(if is_list { ']' } else { '}' });
}

/// JSON on one line.
impl std::fmt::Display for Untyped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&line(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_stays_on_its_line() {
        let json = Untyped::object([("a\"b", Untyped::from("\\ \n\r\t\u{0}\u{2028} 名"))]);
        assert_eq!(json.to_string(), r#"{"a\"b": "\\ \n\r\t\u0000\u2028 名"}"#);
    }

    #[test]
    fn what_is_long_takes_several_lines() {
        let long = Untyped::list_of((0..30).map(|n| format!("item {n}")));
        let text =
            Untyped::object([("short", Untyped::list_of(["a", "b"])), ("long", long)]).to_pretty_json();
        assert!(
            text.starts_with("{\n  \"short\": [\"a\", \"b\"],\n  \"long\": [\n    \"item 0\",\n"),
            "{text}"
        );
        assert!(text.ends_with("    \"item 29\"\n  ]\n}\n"), "{text}");
    }
}
