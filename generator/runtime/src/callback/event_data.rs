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

/// Reads the payload of a known event type, which `known` makes an event of. What does not fit is left out and reported;
/// a payload of which nothing fits becomes what `unknown` makes of it.
#[doc(hidden)]
#[must_use]
pub fn read_payload<T: Empty, E>(
    payload: &Value,
    known: fn(T) -> E,
    unknown: fn(Value) -> E,
) -> (E, Vec<DecodeError>) {
    let mut read = T::empty();
    // It is no longer than the body, which the receiver limits.
    match read_tolerantly(payload.to_string().as_bytes(), usize::MAX, &mut read) {
        Ok(left_out) => (known(read), left_out),
        Err(problem) => (unknown(payload.clone()), vec![problem]),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{EventData, read_payload};
    use crate::json::DecodeError;

    #[derive(Clone, PartialEq)]
    struct Item {
        id: i64,
        note: Option<String>,
    }

    crate::json::macros::record!(Item { id, note } required ["id"]);

    #[derive(Clone, Debug, PartialEq)]
    enum ItemEvent {
        Created(Item),
        Deleted(Value),
        Unknown(Value),
    }

    impl EventData for ItemEvent {
        fn read(event_type: &str, payload: &Value) -> (Self, Vec<DecodeError>) {
            match event_type {
                "created" => read_payload(payload, Self::Created, Self::Unknown),
                "deleted" => read_payload(payload, Self::Deleted, Self::Unknown),
                _ => (Self::Unknown(payload.clone()), Vec::new()),
            }
        }
    }

    fn read(event_type: &str, payload: &Value) -> (ItemEvent, Vec<String>) {
        let (data, left_out) = ItemEvent::read(event_type, payload);
        (data, left_out.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_reported() {
        let odd = json!({"id": 1, "note": {}});
        let left_out = vec!["`note`: expected a string, found an object".to_owned()];
        assert_eq!(read("created", &odd), (ItemEvent::Created(Item { id: 1, note: None }), left_out));
        for payload in [json!({"note": "n"}), json!([]), Value::Null] {
            let (data, left_out) = read("created", &payload);
            assert_eq!(data, ItemEvent::Unknown(payload));
            assert_eq!(left_out.len(), 1);
        }
        for (event_type, data) in
            [("deleted", ItemEvent::Deleted(json!(7))), ("other", ItemEvent::Unknown(json!(7)))]
        {
            assert_eq!(read(event_type, &json!(7)), (data, vec![]));
        }
    }
}
