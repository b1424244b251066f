//! Taking an answer out of its wrapping.

use serde_json::Value;

use crate::api::{Envelope, Way};
use crate::json::{Decode, DecodeError, Ignored, Members, read};

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
    let mut head = Head::default();
    let mut seen = Seen { inner: data, seen: false };
    let result = read_slots(body, &mut slots(envelope, &mut head, &mut seen));
    let Seen { inner, seen } = seen;
    match result {
        Ok(()) if !seen => (head.finish(envelope), inner.null().map_err(|_| DecodeError::missing("data"))),
        Ok(()) => (head.finish(envelope), Ok(())),
        Err(error) => {
            let mut head = Head::default();
            // The first error stands: if the text is malformed, this one is the same.
            let _ = read_slots(body, &mut slots(envelope, &mut head, &mut Ignored));
            (head.finish(envelope), Err(error))
        }
    }
}

fn slots<'a>(envelope: &Envelope, head: &'a mut Head, data: &'a mut dyn Decode) -> Vec<Slot<'a>> {
    let mut slots = vec![Slot { way: envelope.data.unwrap_or(&[]), into: data }];
    let mut add = |way: Option<Way>, into: &'a mut dyn Decode| {
        if let Some(way) = way {
            slots.push(Slot { way, into });
        }
    };
    add(envelope.code, &mut head.code);
    add(envelope.message, &mut head.message);
    add(envelope.detail, &mut head.detail);
    if log_id_within_detail(envelope).is_none() {
        add(envelope.log_id, &mut head.log_id);
    }
    slots
}

/// The way from the detail to the log id, when one holds the other: places of one pass may not overlap.
fn log_id_within_detail(envelope: &Envelope) -> Option<Way> {
    envelope.log_id?.strip_prefix(envelope.detail?).filter(|rest| !rest.is_empty())
}

impl Head {
    fn finish(mut self, envelope: &Envelope) -> Self {
        if let (Some(way), Some(detail)) = (log_id_within_detail(envelope), &self.detail) {
            let id = way.iter().try_fold(detail, |value, name| value.get(name));
            self.log_id = id.and_then(Value::as_str).map(str::to_owned);
        }
        self
    }
}

/// A place in a document and where its value goes.
pub(crate) struct Slot<'a> {
    pub(crate) way: Way,
    pub(crate) into: &'a mut dyn Decode,
}

/// Reads the values at some places of a document; the rest is skipped. No place may lie within another.
pub(crate) fn read_slots(body: &[u8], slots: &mut [Slot<'_>]) -> Result<(), DecodeError> {
    match slots {
        [Slot { way: [], into }, ..] => read(body, *into),
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
        while let Some(name) = members.name()? {
            let depth = self.depth;
            let picked: Vec<usize> =
                self.picked.iter().copied().filter(|&index| self.slots[index].way[depth] == name).collect();
            match picked[..] {
                [] => members.value(&mut Ignored)?,
                [index] if self.slots[index].way.len() == depth + 1 => {
                    members.value(self.slots[index].into)?
                }
                _ => members.value(&mut Level { slots: self.slots, picked, depth: depth + 1 })?,
            }
        }
        Ok(())
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
