//! What events are read as.

use serde_json::Value;

use crate::json::{DecodeError, Empty, read_tolerantly};

/// What may happen: the enum of the known event types, or any payload as a [`Value`].
pub trait EventData: Sized {
    /// Reads a payload by its event type, and says what of it does not fit. What is not known at all is kept as it came,
    /// so there is no error.
    fn read(event_type: &str, payload: &Value) -> (Self, Vec<DecodeError>);
}

impl EventData for Value {
    fn read(_: &str, payload: &Value) -> (Self, Vec<DecodeError>) {
        (payload.clone(), Vec::new())
    }
}

/// Reads a payload. What does not fit is left out with a word; `None`, with the reason, when nothing of it fits.
#[doc(hidden)]
#[must_use]
pub fn read_payload<T: Empty>(payload: &Value) -> (Option<T>, Vec<DecodeError>) {
    let mut read = T::empty();
    // As long as the body, which the receiver limits.
    match read_tolerantly(payload.to_string().as_bytes(), usize::MAX, &mut read) {
        Ok(left_out) => (Some(read), left_out),
        Err(problem) => (None, vec![problem]),
    }
}

/// Implements [`EventData`] for an enum of events: the texts that stand for each variant, and the beginnings of such texts.
/// An event of another type, or with a payload of which nothing fits, becomes `Unknown`.
///
/// ```ignore
/// event_data!(ItemEvent, Created = ["1001", "ItemCreated"] starting ["Created-"], Deleted = ["1002"]);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! event_data {
    ($ty:ident, $($variant:ident = [$($text:literal),+] $(starting [$($start:literal),+])?),+ $(,)?) => {
        impl $crate::callback::EventData for $ty {
            fn read(
                event_type: &str,
                payload: &$crate::Value,
            ) -> (Self, ::std::vec::Vec<$crate::DecodeError>) {
                const TEXTS: &[&[&str]] = &[$(&[$($text),+]),+];
                const STARTS: &[&[&str]] = &[$(&[$($($start),+)?]),+];
                const READERS: &[fn(
                    &$crate::Value,
                ) -> (
                    ::std::option::Option<$ty>,
                    ::std::vec::Vec<$crate::DecodeError>,
                )] = &[$(|payload| {
                    let (read, left_out) = $crate::callback::read_payload(payload);
                    (read.map($ty::$variant), left_out)
                }),+];
                let reader = $crate::callback::known_event(event_type, TEXTS, STARTS);
                match reader.map(|index| READERS[index](payload)) {
                    ::std::option::Option::Some((::std::option::Option::Some(data), left_out)) => {
                        (data, left_out)
                    }
                    ::std::option::Option::Some((::std::option::Option::None, left_out)) => {
                        (Self::Unknown(payload.clone()), left_out)
                    }
                    ::std::option::Option::None => {
                        (Self::Unknown(payload.clone()), ::std::vec::Vec::new())
                    }
                }
            }
        }
    };
}

/// Which of several event types a text stands for. A whole text counts before the beginning of one.
#[doc(hidden)]
#[must_use]
pub fn known_event(text: &str, texts: &[&[&str]], starts: &[&[&str]]) -> Option<usize> {
    let whole = texts.iter().position(|texts| texts.contains(&text));
    whole.or_else(|| starts.iter().position(|starts| starts.iter().any(|start| text.starts_with(start))))
}

pub use event_data;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::EventData;

    #[derive(Clone, PartialEq)]
    struct Item {
        id: i64,
        note: Option<String>,
    }

    crate::json::macros::record!(Item { id, note } required ["id"]);

    #[derive(Clone, Debug, PartialEq)]
    enum ItemEvent {
        Created(Item),
        TaskCreated(Item),
        Deleted(Value),
        Unknown(Value),
    }

    event_data!(
        ItemEvent,
        Created = ["1001", "ItemCreated"] starting ["Created-"],
        TaskCreated = ["Created-task"],
        Deleted = ["1002"],
    );

    fn read(event_type: &str, payload: &Value) -> (ItemEvent, Vec<String>) {
        let (data, left_out) = ItemEvent::read(event_type, payload);
        (data, left_out.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_text_stands_for_its_event_type_before_the_beginning_of_one() {
        let item = json!({"id": 1, "new": 2});
        let made = || Item { id: 1, note: None };
        for text in ["1001", "ItemCreated", "Created-story", "Created-"] {
            assert_eq!(read(text, &item), (ItemEvent::Created(made()), vec![]), "{text}");
        }
        assert_eq!(read("Created-task", &item), (ItemEvent::TaskCreated(made()), vec![]));
        for text in ["Created", "10011", "", "itemcreated"] {
            assert_eq!(read(text, &item), (ItemEvent::Unknown(item.clone()), vec![]), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out_with_a_word() {
        let odd = json!({"id": 1, "note": {}});
        let left_out = vec!["`note`: expected a string, found an object".to_owned()];
        assert_eq!(read("1001", &odd), (ItemEvent::Created(Item { id: 1, note: None }), left_out));
        for payload in [json!({"note": "n"}), json!([]), Value::Null] {
            let (data, left_out) = read("1001", &payload);
            assert_eq!(data, ItemEvent::Unknown(payload));
            assert_eq!(left_out.len(), 1);
        }
        assert_eq!(read("1002", &json!(7)), (ItemEvent::Deleted(json!(7)), vec![]));
    }
}
