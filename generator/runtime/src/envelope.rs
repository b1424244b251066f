//! Envelopes: what wraps the data of a response.

use serde_json::Value;

use crate::api::{Endpoint, Envelope, JsonPath, Success};
use crate::json::{Decode, DecodeError, Empty, Input, Members, read_tolerantly, read_value};

/// What an envelope holds beside the data.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) code: Option<i64>,
    /// The member that proves success, where the envelope has such a member beside the code.
    pub(crate) proof: Option<Value>,
    pub(crate) message: Option<String>,
    pub(crate) detail: Option<Value>,
    pub(crate) log_id: Option<String>,
}

impl Head {
    /// Whether this is a refusal.
    pub(crate) fn has_code(&self) -> bool {
        self.code.is_some_and(|code| code != 0)
    }

    /// Whether this is a refusal: by its code, or by the member that would prove a success and has another value of the
    /// same kind, such as `false` for `true`.
    pub(crate) fn refuses(&self, envelope: &Envelope) -> bool {
        let denies = |found: &Value, wanted: &Value| {
            found != wanted && std::mem::discriminant(found) == std::mem::discriminant(wanted)
        };
        let denied = match (envelope.success, &self.proof) {
            (Success::Member(_, wanted), Some(found)) => {
                serde_json::from_str::<Value>(wanted).is_ok_and(|wanted| denies(found, &wanted))
            }
            _ => false,
        };
        self.has_code() || denied
    }

    /// Whether this proves that the call succeeded, given a 2xx status.
    pub(crate) fn proves_success(&self, envelope: &Envelope) -> bool {
        !self.has_code()
            && match envelope.success {
                Success::Status => true,
                Success::Code => self.code == Some(0),
                Success::Member(_, wanted) => match &self.proof {
                    Some(found) => serde_json::from_str::<Value>(wanted).is_ok_and(|wanted| wanted == *found),
                    None => false,
                },
            }
    }
}

/// The envelope that a response of an endpoint came in: the first whose code or proof of success is there.
pub(crate) fn envelope_of(endpoint: &Endpoint, body: &[u8]) -> &'static Envelope {
    let mut known = std::iter::once(endpoint.envelope).chain(endpoint.other_envelopes.iter().copied());
    if endpoint.other_envelopes.is_empty() {
        return endpoint.envelope;
    }
    let fits = |envelope: &&Envelope| {
        let head = recover_envelope(envelope, body);
        head.refuses(envelope) || head.proves_success(envelope)
    };
    known.find(fits).unwrap_or(endpoint.envelope)
}

/// The refusal in a body that says nothing in its endpoint's own envelope: the first of `others` in which it has a
/// code, one with a message if there is any.
pub(crate) fn find_refusal<'e>(others: impl Iterator<Item = &'e Envelope>, body: &[u8]) -> Option<Head> {
    let mut found: Option<Head> = None;
    for head in others.map(|envelope| recover_envelope(envelope, body)).filter(Head::has_code) {
        let is_better = found.as_ref().is_none_or(|found| found.message.is_none() && head.message.is_some());
        if is_better {
            found = Some(head);
        }
    }
    found
}

/// Reads the envelope and, in the same pass, the data.
///
/// When the data does not fit, or the text breaks off, the head is read all the same: code and log id must never be lost
/// by that. A value that does not fit does not fail the rest of the data; what is left out for it is reported. Lists and
/// maps in the data may take `room` bytes for their items and entries.
pub(crate) fn read_envelope(
    envelope: &Envelope,
    body: &[u8],
    room: usize,
    data: &mut dyn Decode,
) -> (Head, Result<Vec<DecodeError>, DecodeError>) {
    let mut seen = Seen { inner: data, seen: false };
    let path = envelope.data.unwrap_or(&[]);
    let data_binding = Binding { path, into: &mut seen };
    let mut parts = Parts::default();
    let within = [envelope.code, envelope.message, envelope.detail, envelope.log_id, envelope.proof_path()];
    let result = if within.iter().flatten().any(|part| part.starts_with(path)) {
        // The head lies within the data, as it does when the whole body is the data. What is no object then has no head.
        let has_head = body.trim_ascii_start().first() == Some(&b'{');
        read_bindings(body, room, &mut [data_binding]).and_then(|left_out| {
            if has_head {
                read_bindings(body, room, &mut parts.bindings(envelope, body.len() <= MAX_HEAD_BYTES))?;
            }
            Ok(left_out)
        })
    } else {
        let mut bindings = parts.bindings(envelope, body.len() <= MAX_HEAD_BYTES);
        bindings.push(data_binding);
        read_bindings(body, room, &mut bindings)
    };
    match result {
        Ok(left_out) if seen.seen => (parts.into(), Ok(left_out)),
        Ok(_) => {
            let absent = seen.inner.decode_from(Input::Null).map_err(|_| DecodeError::missing("data"));
            (parts.into(), absent.map(|()| Vec::new()))
        }
        Err(error) => (recover_envelope(envelope, body), Err(error)),
    }
}

/// What can be read of the head although the text as a whole cannot. Each part is looked for on its own, since what is
/// wrong with one must not hide the others; what stands before a break counts.
pub(crate) fn recover_envelope(envelope: &Envelope, body: &[u8]) -> Head {
    let body = String::from_utf8_lossy(&body[..body.len().min(MAX_HEAD_BYTES)]);
    // A number that the text ends with may have lost its last digits.
    let body = body.trim_end_matches(|last: char| last.is_ascii_digit() || "+-.eE".contains(last));
    let mut parts = Parts::default();
    for binding in parts.bindings(envelope, body.len() <= MAX_HEAD_BYTES) {
        // The first error stands: this one would say the same, or less.
        let _ = read_bindings(body.as_bytes(), usize::MAX, &mut [binding]);
    }
    parts.into()
}

/// How much of a body is read for its head alone, and how large a body can be whose details of an error are kept: values
/// of any kind take many times the memory of their text.
const MAX_HEAD_BYTES: usize = 64 << 10;

impl Envelope {
    /// The path of the member that proves success, where that is not the code.
    fn proof_path(&self) -> Option<JsonPath> {
        match self.success {
            Success::Member(path, _) => Some(path),
            Success::Status | Success::Code => None,
        }
    }
}

/// The head while it is read.
#[derive(Default)]
struct Parts {
    code: Lenient<i64>,
    proof: Option<Value>,
    message: Lenient<String>,
    detail: Option<Value>,
    log_id: Lenient<String>,
}

impl Parts {
    fn bindings<'a>(&'a mut self, envelope: &Envelope, with_detail: bool) -> Vec<Binding<'a>> {
        let parts: [(Option<JsonPath>, &'a mut dyn Decode); 5] = [
            (envelope.code, &mut self.code),
            (envelope.proof_path(), &mut self.proof),
            (envelope.message, &mut self.message),
            (envelope.detail.filter(|_| with_detail), &mut self.detail),
            (envelope.log_id, &mut self.log_id),
        ];
        // And one for the data.
        let mut bindings = Vec::with_capacity(parts.len() + 1);
        bindings.extend(parts.into_iter().filter_map(|(path, into)| Some(Binding { path: path?, into })));
        bindings
    }
}

impl From<Parts> for Head {
    fn from(Parts { code, proof, message, detail, log_id }: Parts) -> Self {
        Self { code: code.0, proof, message: message.0, detail, log_id: log_id.0.filter(|id| !id.is_empty()) }
    }
}

/// A scalar that is taken if it fits; anything else is no reason to fail.
#[derive(Default)]
struct Lenient<T>(Option<T>);

impl<T: Empty> Decode for Lenient<T> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Null | Input::Boolean(_) => Ok(()),
            Input::List(_) | Input::Object(_) => ().decode_from(input),
            _ => {
                let mut value = T::empty();
                self.0 = value.decode_from(input).is_ok().then_some(value);
                Ok(())
            }
        }
    }
}

/// A place in a document and where its value goes.
pub(crate) struct Binding<'a> {
    pub(crate) path: JsonPath,
    pub(crate) into: &'a mut dyn Decode,
}

/// Reads the values at some places of a document; the rest is skipped. Gives what was left out of the values because it
/// did not fit. A place that others lie within should be small: it is read twice. Lists and maps may take `room` bytes for
/// their items and entries.
pub(crate) fn read_bindings(
    body: &[u8],
    room: usize,
    bindings: &mut [Binding<'_>],
) -> Result<Vec<DecodeError>, DecodeError> {
    match bindings {
        [Binding { path: [], into }] => read_tolerantly(body, room, *into),
        _ => read_tolerantly(body, room, &mut Level::all(bindings)),
    }
}

/// Reads the values at some places of an object.
pub(crate) fn pick(members: &mut dyn Members, bindings: &mut [Binding<'_>]) -> Result<(), DecodeError> {
    Level::all(bindings).pick(members)
}

/// The object at `depth` of the paths of the picked bindings.
struct Level<'a, 'b> {
    bindings: &'a mut [Binding<'b>],
    /// A bit for each binding: descriptors have a handful of them, and no more than 64 are read.
    picked: u64,
    depth: usize,
}

impl<'a, 'b> Level<'a, 'b> {
    /// The document itself, above all bindings.
    fn all(bindings: &'a mut [Binding<'b>]) -> Self {
        debug_assert!(bindings.len() <= 64, "more bindings than bits");
        Self { bindings, picked: u64::MAX, depth: 0 }
    }

    /// Those of the picked bindings for which something holds.
    fn picked(&self, holds: impl Fn(&Binding<'b>) -> bool) -> u64 {
        let bits = self.bindings.iter().take(64).enumerate();
        bits.fold(0, |bits, (index, binding)| bits | u64::from(holds(binding)) << index) & self.picked
    }
}

/// The numbers of the bits that are set.
fn indices(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let index = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(index)
    })
}

impl Decode for Level<'_, '_> {
    /// `null` on a path means that nothing below it is there; so does everything else that is not an object.
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        match input {
            Input::Object(members) => self.pick(members),
            Input::Null => Ok(()),
            // The document itself must be an object.
            _ if self.depth == 0 => Err(input.type_mismatch("an object")),
            _ => ().decode_from(input),
        }
    }
}

impl Level<'_, '_> {
    fn pick(&mut self, members: &mut dyn Members) -> Result<(), DecodeError> {
        let depth = self.depth;
        while let Some(name) = members.name()? {
            let picked = self.picked(|binding| binding.path.get(depth) == Some(&name));
            let ending = self.picked(|binding| binding.path.len() == depth + 1) & picked;
            match (picked.count_ones(), ending) {
                (0, _) => members.skip()?,
                (_, 0) => members.value(&mut Level { bindings: self.bindings, picked, depth: depth + 1 })?,
                (1, _) => match &mut *self.bindings[picked.trailing_zeros() as usize].into {
                    into if into.is_ignored() => members.skip()?,
                    into => members.value(into)?,
                },
                _ => {
                    let mut value = Value::Null;
                    members.value(&mut value)?;
                    indices(picked)
                        .try_for_each(|index| self.bindings[index].read_from(&value, depth + 1))?;
                }
            }
        }
        Ok(())
    }
}

impl Binding<'_> {
    /// Reads from a value that stands at the first `depth` segments of the path.
    fn read_from(&mut self, value: &Value, depth: usize) -> Result<(), DecodeError> {
        match self.path[depth..].iter().try_fold(value, |value, name| value.get(name)) {
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
    /// Skipped data is not seen, so it is then read as `null`: what ignores its data takes that, too.
    fn is_ignored(&self) -> bool {
        self.inner.is_ignored()
    }

    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        // `data: null` is as good as no data.
        if matches!(input, Input::Null) {
            return Ok(());
        }
        self.seen = true;
        self.inner.decode_from(input)
    }
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
