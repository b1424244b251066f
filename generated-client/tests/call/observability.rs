//! What is seen from outside: spans, and what observers are told.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use feishu_project::{Attempt, AttemptEnd, ErrorKind, Observer};
use serde_json::json;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::support::server::{Response, Server, data, refused_with};

/// A second subscriber for as long as the tests run. While there is but one, `tracing` asks only the thread on which a
/// span is made first whether anybody wants it, and remembers the `no` of a test without logs for all the others.
static SECOND: OnceLock<tracing::Dispatch> = OnceLock::new();

/// Where logs go.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Everything that is logged on this thread from now on.
    pub(crate) fn capture() -> (Self, tracing::subscriber::DefaultGuard) {
        SECOND.get_or_init(|| {
            let nowhere = tracing_subscriber::fmt().with_writer(std::io::sink);
            tracing::Dispatch::new(nowhere.with_max_level(tracing::Level::TRACE).finish())
        });
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn spans_tell_endpoint_attempts_wait_status_and_log_id() {
    let server =
        Server::start(|_, number| if number == 1 { refused_with(500, 50006) } else { data(json!(7)) }).await;
    let (log, guard) = Log::capture();
    server.client().work_items().create("demo", "story", "x").send().await.unwrap();
    drop(guard);
    let text = log.text();
    let closed = text.lines().filter(|line| line.contains("close")).collect::<Vec<_>>();
    let line = |parts: &[&str]| closed.iter().any(|line| parts.iter().all(|part| line.contains(part)));
    let call = "call{endpoint=\"work_item.create\"";
    assert!(line(&[call, "attempts=2", "waited_ms=", "status=200", "log_id=\"log-200\""]), "{closed:#?}");
    assert!(
        line(&[call, "attempt{number=1", "waited_ms=", "status=500", "log_id=\"log-500\""]),
        "{closed:#?}"
    );
    assert!(line(&[call, "attempt{number=2", "status=200"]), "{closed:#?}");
    assert!(line(&[call, "call{endpoint=\"auth.plugin_token\""]), "the token's exchange is part of the call");
}

#[derive(Clone, Default)]
struct Reported(Arc<Mutex<Vec<String>>>);

impl Observer for Reported {
    fn attempt_started(&self, attempt: &Attempt<'_>) {
        self.0.lock().unwrap().push(format!("{} #{} {:?}", attempt.endpoint, attempt.number, attempt.method));
    }

    fn attempt_finished(&self, attempt: &Attempt<'_>, end: &AttemptEnd) {
        let AttemptEnd { status, code, error, abandoned, took, .. } = *end;
        assert!(took < Duration::from_secs(10) && attempt.waited < Duration::from_secs(10));
        self.0.lock().unwrap().push(format!("#{} {status:?} {code:?} {error:?} {abandoned}", attempt.number));
    }
}

#[tokio::test]
async fn an_observer_is_told_of_every_attempt() {
    let server = Server::start(|_, number| match number {
        1 => Response::Close,
        2 => refused_with(500, 50006),
        3 => data(json!([])),
        _ => Response::After(Duration::from_secs(5), Box::new(Response::Close)),
    })
    .await;
    let reported = Reported::default();
    let client = server.builder().observer(reported.clone()).build().unwrap();
    client.work_item_types().list("demo").send().await.unwrap();
    let call = client.work_item_types().list("demo").send();
    assert!(tokio::time::timeout(Duration::from_millis(100), call).await.is_err());
    // The call's own task ends when it is next scheduled.
    tokio::task::yield_now().await;
    let lines = reported.0.lock().unwrap().clone();
    let lost = format!("#1 None None Some({:?}) false", ErrorKind::Transport);
    let failed = format!("#2 Some(500) Some(50006) Some({:?}) false", ErrorKind::Api);
    let list = "work_item_type.list";
    let expected = [
        "auth.plugin_token #1 Post",
        "#1 Some(200) None None false",
        &format!("{list} #1 Get"),
        &lost,
        &format!("{list} #2 Get"),
        &failed,
        &format!("{list} #3 Get"),
        "#3 Some(200) None None false",
        &format!("{list} #1 Get"),
        "#1 None None None true",
    ];
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn the_response_can_be_had_with_status_headers_log_id_attempts_and_wait() {
    let server = Server::start(|_, number| if number == 1 { Response::Close } else { data(json!([])) }).await;
    let response = server.client().work_item_types().list("demo").send_with_meta().await.unwrap();
    assert!(response.data.is_empty());
    let meta = response.meta;
    assert_eq!((meta.status.as_u16(), meta.attempts, meta.log_id.as_deref()), (200, 2, Some("log-200")));
    assert_eq!(meta.headers["content-type"], "application/json");
    assert!(meta.waited < Duration::from_secs(1));
}
