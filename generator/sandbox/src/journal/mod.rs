//! The journal: what the sandbox received and how it responded, and the events that it sent.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{LineWriter, Write};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;

/// The oldest entries are dropped beyond this number, so that a long run does not fill the memory.
const MAX_ENTRIES: usize = 200_000;

/// One request and its response: one that the sandbox received, or an event that it sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Its place in the journal, counted from 1.
    pub number: u64,
    /// When its head arrived, in milliseconds since 1970 by the system's clock; `time` in JSON.
    #[serde(rename = "time")]
    pub unix_ms: u64,
    /// When it was counted, or else when its head arrived, in nanoseconds since the sandbox started, on a clock that
    /// never goes back; `at_ns` in JSON.
    #[serde(rename = "at_ns")]
    pub monotonic_ns: u64,
    /// The HTTP method.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The id of the endpoint, if the path leads to one.
    pub endpoint: Option<String>,
    /// A short name for the token that stays the same for the same token and does not reveal it.
    pub token: Option<String>,
    /// The HTTP status of the response; absent when the connection was dropped instead.
    pub status: Option<u16>,
    /// The error code of the response; 0 on success.
    pub code: i64,
    /// Whether the rate limits let it through and counted it.
    pub counted: bool,
    /// How many milliseconds later it would have been admitted, if it was refused for its rate; else 0. `wait` in JSON.
    #[serde(rename = "wait")]
    pub wait_ms: f64,
    /// The fault that was chosen for it, if any. A refusal for the token or the rate may have come first.
    pub fault: Option<String>,
    /// Which event it is, if the sandbox sent the request itself; `path` is the receiver's URL then, without what follows
    /// a `?`, and `status` is the receiver's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<SentEvent>,
}

/// An event that the sandbox sent, or would have sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentEvent {
    /// The name of the callback.
    pub callback: String,
    /// The event type as it travels.
    pub event_type: String,
    /// How many times it was sent with this one; 0 when it was dropped because too many waited.
    pub attempt: u32,
    /// Why there is no status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Entry {
    /// An entry of which nothing more is known yet. Its number is set when it is written.
    pub(crate) fn at(unix_ms: u64, since_start: Duration, method: &str, path: String) -> Self {
        Self {
            number: 0,
            unix_ms,
            monotonic_ns: nanos(since_start),
            method: method.to_owned(),
            path,
            endpoint: None,
            token: None,
            status: None,
            code: 0,
            counted: false,
            wait_ms: 0.0,
            fault: None,
            event: None,
        }
    }
}

/// A time in nanoseconds.
pub(crate) fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

/// Where entries are kept, and written to if a file was asked for.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<Kept>);

/// What the journal keeps.
#[derive(Debug, Default)]
struct Kept {
    entries: VecDeque<Entry>,
    file: Option<LineWriter<File>>,
}

impl Journal {
    pub(crate) fn new(file: Option<File>) -> Self {
        Self(Mutex::new(Kept { entries: VecDeque::new(), file: file.map(LineWriter::new) }))
    }

    /// Adds an entry and gives it its number.
    pub(crate) fn write(&self, mut entry: Entry) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entry.number = kept.entries.back().map_or(1, |last| last.number + 1);
        if let Some(file) = &mut kept.file {
            // A full disk must not stop the server; the journal in memory goes on.
            let _ = writeln!(file, "{}", to_json_line(&entry));
        }
        if kept.entries.len() == MAX_ENTRIES {
            kept.entries.pop_front();
        }
        kept.entries.push_back(entry);
    }

    /// All entries that are still kept.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entries.iter().cloned().collect()
    }

    /// The entries with numbers above `after`, as JSON lines.
    pub(crate) fn lines(&self, after: u64) -> String {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = kept.entries.partition_point(|entry| entry.number <= after);
        kept.entries.iter().skip(first).map(|entry| to_json_line(entry) + "\n").collect()
    }
}

/// An entry as one line of JSON, without its end.
fn to_json_line(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}

/// A short name for a token: different for different tokens, and no way back to the token.
pub(crate) fn fingerprint(token: &str) -> String {
    // FNV-1a, folded to 32 bits: enough to distinguish a handful of tokens, too little to recover one.
    let hash = token.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_stable_and_shows_nothing() {
        let print = fingerprint("p-0123456789");
        assert_eq!(print, fingerprint("p-0123456789"));
        assert_ne!(print, fingerprint("p-0123456780"));
        assert_eq!(print.len(), 8);
    }
}
