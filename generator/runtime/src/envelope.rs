//! Taking an answer out of its wrapping.

use serde_json::Value;

use crate::api::{Envelope, Way};
use crate::json::{Decode, DecodeError, Ignored, Members, read, read_value};

/// What an envelope says beside the data.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) code: Option<i64>,
    pub(crate) message: Option<String>,
    pub(crate) detail: Option<Value>,
    pub(crate) log_id: Option<String>,
}

/// Reads the envelope and, in the same pass, the data.
///
/// When the data does not fit, the head is read all the same: code and log id must never be lost to it.
pub(crate) fn open(
    envelope: &Envelope,
    body: &[u8],
    data: &mut dyn Decode,
) -> (Head, Result<(), DecodeError>) {
    let mut seen = Seen { inner: data, seen: false };
    let way = envelope.data.unwrap_or(&[]);
    let data_slot = Slot { way, into: &mut seen };
    let mut head = Head::default();
    let result = if head_slots(envelope, &mut Head::default()).iter().any(|slot| slot.way.starts_with(way)) {
        // The head lies within the data, as it does when the whole body is the data. A list then has no head.
        let has_head = body.trim_ascii_start().first() != Some(&b'[');
        read_slots(body, &mut [data_slot]).and_then(|()| match has_head {
            true => read_slots(body, &mut head_slots(envelope, &mut head)),
            false => Ok(()),
        })
    } else {
        let mut slots = head_slots(envelope, &mut head);
        slots.push(data_slot);
        read_slots(body, &mut slots)
    };
    match result {
        Ok(()) if seen.seen => (head, Ok(())),
        Ok(()) => (head, seen.inner.null().map_err(|_| DecodeError::missing("data"))),
        Err(error) => {
            let mut head = Head::default();
            // The first error stands: if the text is malformed, this one is the same.
            let _ = read_slots(body, &mut head_slots(envelope, &mut head));
            (head, Err(error))
        }
    }
}

fn head_slots<'a>(envelope: &Envelope, head: &'a mut Head) -> Vec<Slot<'a>> {
    let mut slots: Vec<Slot<'a>> = Vec::with_capacity(5);
    let mut add = |way: Option<Way>, into: &'a mut dyn Decode| {
        if let Some(way) = way {
            slots.push(Slot { way, into });
        }
    };
    add(envelope.code, &mut head.code);
    add(envelope.message, &mut head.message);
    add(envelope.detail, &mut head.detail);
    add(envelope.log_id, &mut head.log_id);
    slots
}

/// A place in a document and where its value goes.
pub(crate) struct Slot<'a> {
    pub(crate) way: Way,
    pub(crate) into: &'a mut dyn Decode,
}

/// Reads the values at some places of a document; the rest is skipped. A place that others lie within should be small:
/// it is read twice.
pub(crate) fn read_slots(body: &[u8], slots: &mut [Slot<'_>]) -> Result<(), DecodeError> {
    match slots {
        [Slot { way: [], into }] => read(body, *into),
        _ => {
            let picked = (0..slots.len()).collect();
            read(body, &mut Level { slots, picked, depth: 0 })
        }
    }
}

/// Reads the values at some places of an object.
pub(crate) fn pick(members: &mut dyn Members, slots: &mut [Slot<'_>]) -> Result<(), DecodeError> {
    let picked = (0..slots.len()).collect();
    Level { slots, picked, depth: 0 }.object(members)
}

/// The object at `depth` on the way to the picked slots.
struct Level<'a, 'b> {
    slots: &'a mut [Slot<'b>],
    picked: Vec<usize>,
    depth: usize,
}

impl Decode for Level<'_, '_> {
    fn blank() -> Self {
        Self { slots: &mut [], picked: Vec::new(), depth: 0 }
    }

    fn expects(&self) -> &'static str {
        "an object"
    }

    /// `null` on the way means that nothing below is there; so do an empty text and other scalars.
    fn null(&mut self) -> Result<(), DecodeError> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), DecodeError> {
        if self.depth == 0 { Err(DecodeError::unexpected(self.expects(), "a string")) } else { Ok(()) }
    }

    fn object(&mut self, members: &mut dyn Members) -> Result<(), DecodeError> {
        let depth = self.depth;
        while let Some(name) = members.name()? {
            let leads = |index: &usize| self.slots[*index].way.get(depth) == Some(&name);
            let picked: Vec<usize> = self.picked.iter().copied().filter(leads).collect();
            let ends = |index: &usize| self.slots[*index].way.len() == depth + 1;
            match picked[..] {
                [] => members.value(&mut Ignored)?,
                [index] if ends(&index) => members.value(self.slots[index].into)?,
                _ if picked.iter().any(ends) => {
                    let mut value = Value::Null;
                    members.value(&mut value)?;
                    picked.iter().try_for_each(|&index| self.slots[index].read_from(&value, depth + 1))?;
                }
                _ => members.value(&mut Level { slots: self.slots, picked, depth: depth + 1 })?,
            }
        }
        Ok(())
    }
}

impl Slot<'_> {
    /// Reads from a value that stands at the first `depth` steps of the way.
    fn read_from(&mut self, value: &Value, depth: usize) -> Result<(), DecodeError> {
        match self.way[depth..].iter().try_fold(value, |value, name| value.get(name)) {
            Some(value) => read_value(value, self.into),
            None => Ok(()),
        }
    }
}

/// Remembers whether anything came for the data.
struct Seen<'a> {
    inner: &'a mut dyn Decode,
    seen: bool,
}

impl Decode for Seen<'_> {
    fn blank() -> Self {
        unreachable!("never part of a list or option")
    }

    fn expects(&self) -> &'static str {
        self.inner.expects()
    }

    /// `data: null` is as good as no data.
    fn null(&mut self) -> Result<(), DecodeError> {
        Ok(())
    }

    fn boolean(&mut self, value: bool) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.boolean(value)
    }

    fn integer(&mut self, value: i64) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.integer(value)
    }

    fn large_integer(&mut self, value: u64) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.large_integer(value)
    }

    fn float(&mut self, value: f64) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.float(value)
    }

    fn text(&mut self, value: &str) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.text(value)
    }

    fn list(&mut self, items: &mut dyn crate::json::Items) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.list(items)
    }

    fn object(&mut self, members: &mut dyn Members) -> Result<(), DecodeError> {
        self.seen = true;
        self.inner.object(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NORMAL: Envelope = Envelope {
        code: Some(&["err_code"]),
        message: Some(&["err_msg"]),
        detail: Some(&["err"]),
        log_id: Some(&["err", "log_id"]),
        data: Some(&["data"]),
    };
    const WITHIN: Envelope = Envelope {
        code: Some(&["error", "code"]),
        message: Some(&["error", "msg"]),
        detail: Some(&["error"]),
        log_id: None,
        data: Some(&["data"]),
    };
    const WHOLE: Envelope = Envelope { detail: None, log_id: None, data: None, ..NORMAL };

    #[test]
    fn head_and_data_come_in_any_order_and_may_lie_within_each_other() {
        let body = br#"{"data":[1,"2"],"err":{"log_id":"L","x":1},"err_code":5,"err_msg":"no"}"#;
        let mut data: Vec<i64> = Vec::new();
        let (head, result) = open(&NORMAL, body, &mut data);
        assert!(result.is_ok());
        assert_eq!((data, head.code, head.log_id.as_deref()), (vec![1, 2], Some(5), Some("L")));
        assert_eq!(head.detail, Some(serde_json::json!({"log_id": "L", "x": 1})));

        let mut data = String::new();
        let (head, result) = open(&WITHIN, br#"{"error":{"code":7,"msg":"m"},"data":"d"}"#, &mut data);
        assert!(result.is_ok());
        assert_eq!((data.as_str(), head.code, head.message.as_deref()), ("d", Some(7), Some("m")));

        let mut data = Value::Null;
        let (head, result) = open(&WHOLE, br#"{"err_code":9,"rest":true}"#, &mut data);
        assert!(result.is_ok());
        assert_eq!((data["rest"].as_bool(), head.code), (Some(true), Some(9)));

        let mut data: Vec<i64> = Vec::new();
        let (head, result) = open(&WHOLE, b" [1, 2]", &mut data);
        assert!(result.is_ok(), "a bare list has no room for a code");
        assert_eq!((data, head.code), (vec![1, 2], None));
    }

    #[test]
    fn code_and_log_id_outlive_data_that_does_not_fit() {
        let body = br#"{"data":[1,{"a":2}],"err_code":30005,"err_msg":"m","err":{"log_id":"L"}}"#;
        let mut data: Vec<i64> = Vec::new();
        let (head, result) = open(&NORMAL, body, &mut data);
        assert_eq!(result.unwrap_err().to_string(), "`data[1]`: expected a whole number, found an object");
        assert_eq!((head.code, head.log_id.as_deref()), (Some(30005), Some("L")));
    }

    #[test]
    fn data_may_be_missing_only_where_nothing_is_expected() {
        for body in [br#"{"err_code":0}"#.as_slice(), br#"{"err_code":0,"data":null}"#] {
            assert!(open(&NORMAL, body, &mut ()).1.is_ok());
            assert!(open(&NORMAL, body, &mut Vec::<i64>::new()).1.is_ok());
            assert!(open(&NORMAL, body, &mut None::<i64>).1.is_ok());
            let error = open(&NORMAL, body, &mut 0_i64).1.unwrap_err();
            assert_eq!(error.to_string(), "member `data` is missing");
        }
    }

    #[test]
    fn what_is_not_an_object_is_refused() {
        for body in [b"".as_slice(), b"<html>", b"[]", b"7", br#""x""#, br#"{"data":"#, b"{} {}"] {
            assert!(open(&NORMAL, body, &mut ()).1.is_err(), "{}", String::from_utf8_lossy(body));
        }
    }
}
