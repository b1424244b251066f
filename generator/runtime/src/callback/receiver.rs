//! The receiving end of callbacks.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::api::Callback;
use crate::error::{Error, ErrorKind, Result};
use crate::lock::lock;
use crate::secret::Secret;
use crate::timestamp::Timestamp;

use super::delivery_memory::DeliveryMemory;
use super::error::EventError;
use super::event::{DeliveryKey, Event};
use super::event_data::EventData;
use super::member::{hide, member, needed, text_or_digits};
use super::proof::is_genuine;

type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Below this a number counts seconds: as milliseconds it would be in 1973, as seconds it is in 5138.
const FEWEST_MILLISECONDS: u64 = 100_000_000_000;

/// Takes the bodies of callbacks of one kind and gives the events in them that are genuine, recent and new.
///
/// It is made once and shared by all requests: it remembers which deliveries came before. What it remembers lives in this
/// process alone, so several processes behind one address each see a repeat once.
///
/// ```
/// use paceline_runtime::api::{Callback, Proof};
/// use paceline_runtime::{Event, EventError, Receiver};
///
/// static CALLBACK: Callback = Callback {
///     name: "changes",
///     proof: Proof::Token { secret: "token", member: &["token"] },
///     event_type: &["type"],
///     sent_at: None,
///     delivery_id: Some(&["id"]),
///     actor: None,
///     cause: None,
///     payload: &["payload"],
/// };
///
/// let receiver: Receiver = Receiver::builder(&CALLBACK).secret("token", "a text that both know").build()?;
/// // Responds at once; the work comes afterwards.
/// let status = |body: &[u8], work: &mut Vec<Event>| match receiver.receive(body) {
///     Ok(event) => {
///         work.push(event);
///         200
///     }
///     Err(error) => error.status(),
/// };
/// let mut work = Vec::new();
/// let body = br#"{"token": "a text that both know", "type": "created", "id": "1"}"#;
/// assert_eq!((status(body, &mut work), status(body, &mut work)), (200, 200));
/// assert_eq!(work.len(), 1); // the second one was a repeat
/// assert_eq!(status(br#"{"token": "a guess", "type": "created", "id": "2"}"#, &mut work), 401);
/// # Ok::<(), paceline_runtime::Error>(())
/// ```
pub struct Receiver<T = Value> {
    callback: &'static Callback,
    secrets: Vec<(&'static str, Secret)>,
    max_age: Duration,
    max_body: usize,
    takes_echoes: bool,
    clock: Clock,
    memory: Mutex<DeliveryMemory>,
    data: PhantomData<fn() -> T>,
}

/// Settings of a [`Receiver`].
#[must_use]
pub struct ReceiverBuilder<T = Value> {
    callback: &'static Callback,
    secrets: Vec<(String, Secret)>,
    max_age: Duration,
    max_body: usize,
    takes_echoes: bool,
    clock: Clock,
    capacity: usize,
    remembered_for: Duration,
    data: PhantomData<fn() -> T>,
}

impl<T: EventData> Receiver<T> {
    /// Settings of a receiver for callbacks of this kind.
    pub fn builder(callback: &'static Callback) -> ReceiverBuilder<T> {
        ReceiverBuilder {
            callback,
            secrets: Vec::new(),
            max_age: Duration::from_secs(300),
            max_body: 1 << 20,
            takes_echoes: false,
            clock: Arc::new(Timestamp::now),
            capacity: 10_000,
            remembered_for: Duration::from_secs(3600),
            data: PhantomData,
        }
    }

    /// The event in a body, which from now on counts as having come. Whoever then fails to act on it calls
    /// [`forget`](Self::forget), or the service's next try is refused as a repeat.
    ///
    /// # Errors
    ///
    /// Each [`EventError`] says why the event is not to be acted on, and which HTTP status to respond with.
    pub fn receive(&self, body: &[u8]) -> std::result::Result<Event<T>, EventError<T>> {
        let event = self.read(body)?;
        if event.cause.as_deref().is_some_and(|cause| self.is_echo(cause)) {
            return Err(EventError::Echo(Box::new(event)));
        }
        let is_new = lock(&self.memory).insert(event.delivery, (self.clock)());
        if is_new { Ok(event) } else { Err(EventError::Repeated(Box::new(event))) }
    }

    /// Lets the event come again.
    pub fn forget(&self, event: &Event<T>) {
        lock(&self.memory).forget(&event.delivery);
    }

    fn read(&self, bytes: &[u8]) -> std::result::Result<Event<T>, EventError<T>> {
        if bytes.len() > self.max_body {
            return Err(EventError::TooLarge(self.max_body));
        }
        let mut body: Value = serde_json::from_slice(bytes)
            .map_err(|error| EventError::Malformed(format!("it is no JSON: {error}")))?;
        let genuine = is_genuine(&self.callback.proof, &body, |name| self.secret(name));
        if !genuine.map_err(EventError::Malformed)? {
            return Err(EventError::NotGenuine);
        }
        let sent_at = match self.callback.sent_at {
            Some(path) => Some(self.recent_time(&needed(&body, path).map_err(EventError::Malformed)?)?),
            None => None,
        };
        let event_type = needed(&body, self.callback.event_type).map_err(EventError::Malformed)?;
        let optional = |path| match path {
            Some(path) => text_or_digits(&body, path).map_err(EventError::Malformed),
            None => Ok(None),
        };
        let cause = optional(self.callback.cause.map(|cause| cause.path))?;
        let delivery_id = optional(self.callback.delivery_id)?;
        // Nothing depends on who it is, so one that cannot be read is no reason to refuse the event.
        let actor = optional(self.callback.actor).unwrap_or_default();
        // An id that says nothing would make all such events repeats of the first.
        let delivery_id = delivery_id.filter(|id| !id.is_empty());
        let delivery = delivery_key(delivery_id.as_deref(), bytes);
        hide(&mut body, self.callback.proof.member());
        let payload = member(&body, self.callback.payload).unwrap_or(&Value::Null);
        let (data, left_out) = T::read(&event_type, payload);
        Ok(Event { data, left_out, event_type, body, sent_at, actor, cause, delivery_id, delivery })
    }

    fn recent_time(&self, text: &str) -> std::result::Result<Timestamp, EventError<T>> {
        let number: i64 = text.parse().map_err(|_| {
            EventError::Malformed("the time of sending is not a number of seconds or milliseconds".to_owned())
        })?;
        let is_seconds = number.unsigned_abs() < FEWEST_MILLISECONDS;
        let sent_at = Timestamp::from_millis(if is_seconds { number * 1000 } else { number });
        // Whoever signs a time in the future could otherwise have a message that never grows old.
        let distance = Duration::from_millis((self.clock)().as_millis().abs_diff(sent_at.as_millis()));
        if distance > self.max_age { Err(EventError::Stale(distance)) } else { Ok(sent_at) }
    }

    fn is_echo(&self, cause: &str) -> bool {
        let through_api = self.callback.cause.map_or(&[][..], |member| member.through_api);
        !self.takes_echoes && through_api.contains(&cause)
    }

    fn secret(&self, name: &str) -> Secret {
        self.secrets
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, secret)| secret.clone())
            .unwrap_or_default()
    }
}

/// Where no id tells deliveries apart, the same bytes are the same delivery.
fn delivery_key(id: Option<&str>, body: &[u8]) -> DeliveryKey {
    let (kind, bytes): (&[u8], &[u8]) = id.map_or((b"body", body), |id| (b"id", id.as_bytes()));
    Sha256::new().chain_update(kind).chain_update([0]).chain_update(bytes).finalize().into()
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").field("callback", &self.callback.name).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ReceiverBuilder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceiverBuilder").field("callback", &self.callback.name).finish_non_exhaustive()
    }
}

impl<T> ReceiverBuilder<T> {
    /// A text that the proof needs, by its name in the descriptor. The last one of a name counts.
    pub fn secret(mut self, name: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.secrets.push((name.into(), secret.into()));
        self
    }

    /// How far the time of sending may lie from now, in either direction; five minutes if not set.
    pub fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = max_age;
        self
    }

    /// The longest body that is read, in bytes; 1 MiB if not set.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// How many deliveries are remembered, and how long; 10 000 and an hour if not set. They are remembered at least as
    /// long as a message can be sent again without being stale, as far as the number allows. One takes about 100 bytes.
    pub fn remember(mut self, deliveries: usize, time: Duration) -> Self {
        self.capacity = deliveries;
        self.remembered_for = time;
        self
    }

    /// Takes events of changes made through the API like any other, for programs that only listen.
    pub fn take_echoes(mut self) -> Self {
        self.takes_echoes = true;
        self
    }

    /// What tells the time; the system's clock if not set.
    pub fn clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(now);
        self
    }

    /// The receiver.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Config`] when a secret is missing or empty, when one is not of this kind of callback, or when no
    /// delivery is to be remembered: anyone could pass for the service, or repeat it.
    pub fn build(self) -> Result<Receiver<T>> {
        let config = |message: String| Error::new(ErrorKind::Config, message);
        let names = self.callback.secrets();
        if let Some((unknown, _)) = self.secrets.iter().find(|(name, _)| !names.contains(&name.as_str())) {
            let message = format!(
                "{} have no secret `{unknown}`; they have `{}`",
                self.callback.name,
                names.join("`, `")
            );
            return Err(config(message));
        }
        if self.capacity == 0 {
            return Err(config("a receiver must remember at least one delivery".to_owned()));
        }
        let given = |name: &'static str| {
            let last = self.secrets.iter().rev().find(|(known, _)| known == name);
            let secret = last.map(|(_, secret)| secret.clone()).filter(|secret| !secret.is_empty());
            let message =
                || format!("{} need the secret `{name}`; give it with `secret`", self.callback.name);
            Ok((name, secret.ok_or_else(|| config(message()))?))
        };
        let secrets = names.into_iter().map(given).collect::<Result<_>>()?;
        let remembered_for = self.remembered_for.max(self.max_age.saturating_mul(2));
        let milliseconds = u64::try_from(remembered_for.as_millis()).unwrap_or(u64::MAX);
        Ok(Receiver {
            callback: self.callback,
            secrets,
            max_age: self.max_age,
            max_body: self.max_body,
            takes_echoes: self.takes_echoes,
            clock: self.clock,
            memory: Mutex::new(DeliveryMemory::new(self.capacity, milliseconds)),
            data: PhantomData,
        })
    }
}
