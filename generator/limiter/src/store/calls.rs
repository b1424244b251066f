//! How processes hear from the server that there is something for them.

use std::collections::{HashMap, VecDeque};
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use redis::{PushInfo, PushKind, Value};

use crate::sync::lock_std;

/// The names of meters that a process is called for, and what wakes whoever waits for them.
type Called = (VecDeque<Arc<str>>, Option<Waker>);

/// The processes that are called through one store, and what they are called for.
pub(super) struct Calls {
    /// What the channels begin with on which processes are called.
    pub(super) channel: String,
    called: Mutex<HashMap<u64, Called>>,
}

impl Calls {
    pub(super) fn new(prefix: &str) -> Self {
        Self { channel: format!("{prefix}call:"), called: Mutex::default() }
    }

    /// The channels of all processes.
    pub(super) fn channels(&self) -> Vec<String> {
        lock_std(&self.called).keys().map(|&process| self.channel_of(process)).collect()
    }

    pub(super) fn channel_of(&self, process: u64) -> String {
        format!("{}{process:016x}", self.channel)
    }

    /// The server says something that is no response.
    pub(super) fn hear(&self, push: &PushInfo) {
        let (PushKind::Message, [Value::BulkString(channel), Value::BulkString(name)]) =
            (&push.kind, &push.data[..])
        else {
            return;
        };
        let (channel, name) = (String::from_utf8_lossy(channel), String::from_utf8_lossy(name));
        let process = channel.get(channel.len().saturating_sub(16)..);
        let Some(process) = process.and_then(|hex| u64::from_str_radix(hex, 16).ok()) else { return };
        let waker = lock_std(&self.called).get_mut(&process).and_then(|(names, waker)| {
            names.push_back((*name).into());
            waker.take()
        });
        waker.into_iter().for_each(Waker::wake);
    }

    /// Takes notice of a process. Returns whether it was not known.
    pub(super) fn add(&self, process: u64) -> bool {
        let mut new = false;
        lock_std(&self.called).entry(process).or_insert_with(|| {
            new = true;
            Called::default()
        });
        new
    }

    /// A process is not called any more.
    pub(super) fn stop_calling(&self, process: u64) {
        lock_std(&self.called).remove(&process);
    }

    /// Waits until a process is called for a meter.
    pub(super) async fn called(&self, process: u64) -> Arc<str> {
        poll_fn(|cx| {
            let mut called = lock_std(&self.called);
            let (names, waker) = called.entry(process).or_default();
            match names.pop_front() {
                Some(name) => Poll::Ready(name),
                None => {
                    *waker = Some(cx.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}
