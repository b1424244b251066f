//! Sending events: each receiver has a queue and a task that works through it, so that no call waits for a receiver.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use paceline_generator::ir::{Api, Callback};
use reqwest::Client;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use tokio::sync::{mpsc, watch};

use super::body::{Frame, body};
use super::receiver::EventReceiver;
use crate::Error;
use crate::journal::{Entry, SentEvent};
use crate::server_state::ServerState;
use crate::state::Happening;

/// How many events wait for a receiver at most; those that come then are dropped, and the journal says so.
const QUEUE: usize = 1000;
/// How long a receiver may take to respond.
const TIMEOUT: Duration = Duration::from_secs(6);
/// How often an event is sent at most.
const ATTEMPTS: u32 = 4;

/// The sending ends of all receivers.
#[derive(Debug, Default)]
pub(crate) struct Outbox(Vec<EventSender>);

/// The sending end of a receiver.
#[derive(Debug)]
struct EventSender {
    receiver: EventReceiver,
    callback: Callback,
    /// Of the sandbox; it makes the ids of deliveries differ from one sandbox to another.
    seed: u64,
    /// How many deliveries were begun so far.
    count: AtomicU64,
    queue: mpsc::Sender<Outgoing>,
}

/// An event on its way.
#[derive(Debug)]
struct Outgoing {
    event_type: String,
    body: String,
}

/// The receiving end of a queue, with what it takes to send.
#[derive(Debug)]
pub(crate) struct Queue {
    receiver: EventReceiver,
    events: mpsc::Receiver<Outgoing>,
    http: Client,
}

impl Outbox {
    /// The ends of the queues of some receivers.
    pub(crate) fn new(
        api: &Api,
        receivers: Vec<EventReceiver>,
        seed: u64,
    ) -> Result<(Self, Vec<Queue>), Error> {
        let (mut senders, mut queues) = (Vec::new(), Vec::new());
        for receiver in receivers {
            let callback = receiver.resolve(api)?.clone();
            check_url(&receiver.url)?;
            let client = Client::builder().no_proxy().redirect(Policy::none()).timeout(TIMEOUT).build();
            let http = client.map_err(|error| Error::Events(format!("no HTTP client: {error}")))?;
            let (queue, events) = mpsc::channel(QUEUE);
            queues.push(Queue { receiver: receiver.clone(), events, http });
            senders.push(EventSender { receiver, callback, seed, count: AtomicU64::new(0), queue });
        }
        Ok((Self(senders), queues))
    }

    /// Queues the events that tell of what happened. It never waits.
    pub(crate) fn send(&self, state: &ServerState, happenings: &[Happening]) {
        for sender in &self.0 {
            for happening in happenings {
                sender.send(state, happening);
            }
        }
    }
}

impl EventSender {
    fn send(&self, state: &ServerState, happening: &Happening) {
        let inputs = self.receiver.values(&self.callback);
        for event in &self.callback.types {
            if !happening.names.contains(&event.name.snake()) {
                continue;
            }
            let number = self.count.fetch_add(1, Ordering::Relaxed);
            let frame = Frame {
                sent_at: state.epoch_ms(state.now()),
                delivery_id: &format!("{:016x}{number:016x}", self.seed),
                cause: &self.receiver.cause,
                inputs: &inputs,
            };
            let body = body(&self.callback, event, happening, &frame).to_string();
            let outgoing = Outgoing { event_type: event.wire.clone(), body };
            if self.queue.try_send(outgoing).is_err() {
                let error = format!("{QUEUE} events wait for the receiver: this one is dropped");
                journal(state, &self.receiver, &event.wire, 0, Err(error));
            }
        }
    }
}

impl Queue {
    /// Sends what is in the queue, one after the other, until the sandbox stops.
    pub(crate) async fn work(mut self, state: Arc<ServerState>, mut stopped: watch::Receiver<bool>) {
        let work = async {
            while let Some(outgoing) = self.events.recv().await {
                deliver(&self.http, &self.receiver, &state, &outgoing).await;
            }
        };
        tokio::select! {
            () = work => {}
            _ = stopped.wait_for(|stopped| *stopped) => {}
        }
    }
}

/// Sends an event until the receiver takes it, a few times at most.
async fn deliver(http: &Client, receiver: &EventReceiver, state: &ServerState, outgoing: &Outgoing) {
    for attempt in 1..=ATTEMPTS {
        let request = http.post(&receiver.url).header(CONTENT_TYPE, "application/json");
        // The URL is left out of errors: it may hold a secret.
        let response = request.body(outgoing.body.clone()).send().await.map_err(reqwest::Error::without_url);
        let status = response.map(|response| response.status().as_u16());
        let is_taken = matches!(status, Ok(200..=299));
        journal(state, receiver, &outgoing.event_type, attempt, status.map_err(|error| why(&error)));
        if is_taken {
            return;
        }
        if attempt < ATTEMPTS {
            tokio::time::sleep(receiver.retry_pause).await;
        }
    }
}

/// The error with its causes.
fn why(error: &reqwest::Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}

fn journal(
    state: &ServerState,
    receiver: &EventReceiver,
    event_type: &str,
    attempt: u32,
    outcome: Result<u16, String>,
) {
    let now = state.now();
    let (status, error) = outcome.map_or_else(|error| (None, Some(error)), |status| (Some(status), None));
    let event =
        SentEvent { callback: receiver.callback.clone(), event_type: event_type.to_owned(), attempt, error };
    // What stands behind the `?` may be secret.
    let path = receiver.url.split('?').next().unwrap_or_default().to_owned();
    state.journal.write(Entry {
        status,
        event: Some(event),
        ..Entry::at(state.epoch_ms(now), now, "POST", path)
    });
}

/// Events go out without TLS: a sandbox talks to programs on this machine.
fn check_url(url: &str) -> Result<(), Error> {
    let problem = match reqwest::Url::parse(url) {
        Ok(url) if url.scheme() == "http" && url.has_host() => return Ok(()),
        Ok(_) => "it must begin with `http://`, since the sandbox sends without TLS".to_owned(),
        Err(error) => error.to_string(),
    };
    Err(Error::Events(format!("a receiver's URL cannot be used: {problem}")))
}
