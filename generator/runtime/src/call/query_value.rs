//! A value of the query, and of a part of a form: text, or several texts that belong together.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::parameters::plain;

/// How a list or an object is written where values are text: in a query, and in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// The parameter again for each item: `ids=1&ids=2`.
    Repeat,
    /// The items in one value, with commas between them: `ids=1,2`. A comma in an item is encoded in a query.
    Comma,
    /// The items in one value, with spaces between them: `ids=1%202`.
    Space,
    /// The items in one value, with bars between them: `ids=1%7C2`.
    Pipe,
    /// A parameter for each member of an object: `filter[name]=x`.
    DeepObject,
    /// A parameter for each member of an object, under the member's own name: `name=x`.
    Spread,
}

/// A value as it is sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum QueryValue {
    /// One text.
    Text(String),
    /// The items of a list.
    List(Vec<String>, ListStyle),
    /// The items of a list within a deep object: `filter[ids][]=1`, or `filter[items][0][id]=1`.
    Items(Vec<QueryValue>),
    /// The members of an object, each a parameter of its own, and whether the object's name stands before theirs.
    Object(Vec<(String, QueryValue)>, ObjectNames),
}

/// Under which names the members of an object are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ObjectNames {
    /// Those of the object and of the member: `filter[name]`.
    Deep,
    /// That of the member alone.
    Own,
}

impl QueryValue {
    /// The value that JSON stands for; numbers keep their digits. A list is one parameter for each item, unless `style` says
    /// otherwise; an object is its JSON text, unless `style` says that it is taken apart.
    pub(crate) fn new(json: &[u8], style: ListStyle) -> Self {
        let text = String::from_utf8_lossy(json);
        match json.first() {
            // No list is deep by itself: this one stands in an object that is.
            Some(b'[') if style == ListStyle::DeepObject => {
                let items: Option<Vec<&RawValue>> = serde_json::from_str(&text).ok();
                let item = |item: &RawValue| Self::new(item.get().as_bytes(), style);
                items.map(|items| Self::Items(items.into_iter().map(item).collect()))
            }
            Some(b'[') => {
                let items: Option<Vec<&RawValue>> = serde_json::from_str(&text).ok();
                // Members that stand for themselves repeat themselves if they are lists.
                let style = if style == ListStyle::Spread { ListStyle::Repeat } else { style };
                items
                    .map(|items| Self::List(items.into_iter().map(|item| plain(item.get())).collect(), style))
            }
            Some(b'{') if matches!(style, ListStyle::DeepObject | ListStyle::Spread) => {
                // The members of what a spread object holds would have no name of their own.
                let (names, style) = match style {
                    ListStyle::Spread => (ObjectNames::Own, ListStyle::Repeat),
                    _ => (ObjectNames::Deep, style),
                };
                let members: Option<BTreeMap<String, Box<RawValue>>> = serde_json::from_str(&text).ok();
                let value =
                    |(name, value): (String, Box<RawValue>)| (name, Self::new(value.get().as_bytes(), style));
                members.map(|members| Self::Object(members.into_iter().map(value).collect(), names))
            }
            _ => None,
        }
        .unwrap_or_else(|| Self::Text(plain(&text)))
    }

    /// The value for rules to look at: texts, since nothing else travels.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => Value::from(text.as_str()),
            Self::List(items, _) => Value::from(items.as_slice()),
            Self::Items(items) => items.iter().map(Self::to_json).collect(),
            Self::Object(members, _) => {
                members.iter().map(|(name, value)| (name.clone(), value.to_json())).collect()
            }
        }
    }

    /// All of it in one text, as in a header; empty for a list without items.
    pub(crate) fn one_text(&self) -> String {
        let mut text = String::new();
        self.for_each_pair("", &mut |_, texts, between| text = texts.join(between));
        text
    }

    /// What is sent under which name: for each pair the texts that are joined, and what joins them.
    pub(crate) fn for_each_pair(&self, name: &str, send: &mut impl FnMut(&str, &[String], &'static str)) {
        match self {
            Self::Text(text) => send(name, std::slice::from_ref(text), ""),
            Self::List(items, ListStyle::Repeat | ListStyle::DeepObject | ListStyle::Spread) => {
                items.iter().for_each(|item| send(name, std::slice::from_ref(item), ""));
            }
            // A list without items would look like a list of one that is empty.
            Self::List(items, _) if items.is_empty() => {}
            Self::List(items, ListStyle::Comma) => send(name, items, ","),
            Self::List(items, ListStyle::Space) => send(name, items, " "),
            Self::List(items, ListStyle::Pipe) => send(name, items, "|"),
            Self::Items(items) => {
                // What belongs to one item is put together by its number. Texts need none: an empty one makes them a list, where
                // servers would take the last of several parameters with one name.
                let is_numbered = items.iter().any(|item| !matches!(item, Self::Text(_)));
                for (number, item) in items.iter().enumerate() {
                    let number = if is_numbered { number.to_string() } else { String::new() };
                    item.for_each_pair(&format!("{name}[{number}]"), send);
                }
            }
            Self::Object(members, names) => {
                for (member, value) in members {
                    match names {
                        ObjectNames::Deep => value.for_each_pair(&format!("{name}[{member}]"), send),
                        ObjectNames::Own => value.for_each_pair(member, send),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(json: &str, style: ListStyle) -> Vec<String> {
        let mut pairs = Vec::new();
        QueryValue::new(json.as_bytes(), style).for_each_pair("p", &mut |name, texts, between| {
            pairs.push(format!("{name}={}", texts.join(between)))
        });
        pairs
    }

    #[test]
    fn each_style_has_its_own_form() {
        let list = r#"[1, "a b", null, true, [2]]"#;
        assert_eq!(pairs(list, ListStyle::Repeat), ["p=1", "p=a b", "p=null", "p=true", "p=[2]"]);
        assert_eq!(pairs(r#"["a", "b"]"#, ListStyle::Comma), ["p=a,b"]);
        assert_eq!(pairs(r#"["a", "b"]"#, ListStyle::Space), ["p=a b"]);
        assert_eq!(pairs(r#"["a", "b"]"#, ListStyle::Pipe), ["p=a|b"]);
        let object = r#"{"x": 1, "y": {"z": [2, 3]}}"#;
        assert_eq!(pairs(object, ListStyle::DeepObject), ["p[x]=1", "p[y][z][]=2", "p[y][z][]=3"]);
        let items = r#"{"x": [{"a": 1, "b": ["c"]}, {"a": 2}], "y": []}"#;
        let pairs_of_items = ["p[x][0][a]=1", "p[x][0][b][]=c", "p[x][1][a]=2"];
        assert_eq!(pairs(items, ListStyle::DeepObject), pairs_of_items);
        assert_eq!(pairs(object, ListStyle::Spread), ["x=1", r#"y={"z": [2, 3]}"#]);
        assert_eq!(pairs(r#"{"z": [2, 3]}"#, ListStyle::Spread), ["z=2", "z=3"]);
        // JSON text comes as a string, and an object by itself has no other form.
        assert_eq!(pairs(r#""[1]""#, ListStyle::Repeat), ["p=[1]"]);
        assert_eq!(pairs(r#"{"x":1}"#, ListStyle::Repeat), [r#"p={"x":1}"#]);
    }

    #[test]
    fn a_list_without_items_sends_nothing() {
        for style in [ListStyle::Repeat, ListStyle::Comma, ListStyle::Space, ListStyle::Pipe] {
            assert_eq!(pairs("[]", style), [""; 0]);
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(pairs("[9007199254740993, 1.50]", ListStyle::Repeat), ["p=9007199254740993", "p=1.50"]);
    }
}
