//! Receives the events of a plugin at `/plugin`, and the webhooks of automation rules at `/automation`.
//!
//! Set `FEISHU_PROJECT_PLUGIN_ID`, `FEISHU_PROJECT_CALLBACK_TOKEN` (from the developer console, beside the component that
//! listens) and `FEISHU_PROJECT_WEBHOOK_TOKEN` (the text that was entered in the automation rule), and
//! `FEISHU_PROJECT_LISTEN` for another address than `127.0.0.1:8787`. Behind a proxy with TLS the service can reach it.

use std::env;
use std::error::Error;
use std::fmt::Debug;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::routing::post;
use feishu_project::event::{AutomationEvent, PluginEvent};
use feishu_project::{Event, EventData, Receiver};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

/// A receiver, and the queue of what it took: the service waits a few seconds for a response, so the work comes after it.
struct Inbox<T> {
    receiver: Receiver<T>,
    queue: mpsc::Sender<Event<T>>,
}

type Response = (StatusCode, [(HeaderName, &'static str); 1], String);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let setting = |name: &str| {
        env::var(format!("FEISHU_PROJECT_{name}")).map_err(|_| format!("set FEISHU_PROJECT_{name}"))
    };
    let (plugin_id, callback_token) = (setting("PLUGIN_ID")?, setting("CALLBACK_TOKEN")?);
    let plugin = PluginEvent::receiver(plugin_id, callback_token).build()?;
    let automation = AutomationEvent::receiver(setting("WEBHOOK_TOKEN")?).build()?;

    let app = Router::new()
        .route("/plugin", post(receive).with_state(inbox(plugin, on_plugin_event)))
        .route("/automation", post(receive).with_state(inbox(automation, on_automation_event)));
    let listener = TcpListener::bind(setting("LISTEN").unwrap_or("127.0.0.1:8787".to_owned())).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// Starts the task that works through what a receiver took.
fn inbox<T>(receiver: Receiver<T>, work: fn(&Event<T>)) -> Arc<Inbox<T>>
where
    T: Send + 'static,
{
    let (queue, mut events) = mpsc::channel(100);
    tokio::spawn(async move {
        while let Some(event) = events.recv().await {
            work(&event);
        }
    });
    Arc::new(Inbox { receiver, queue })
}

/// Takes one request of the service.
async fn receive<T>(State(inbox): State<Arc<Inbox<T>>>, body: Bytes) -> Response
where
    T: EventData + Debug + Send + 'static,
{
    match inbox.receiver.receive(&body) {
        Ok(event) => inbox.put(event),
        // 401 for a wrong signature; 200 for what is genuine and yet not to be acted on, so that it does not come again:
        // repeats, and what was changed through the API, perhaps by this very program.
        Err(error) => {
            println!("not acted on: {error}");
            respond(error.status(), &error.to_string())
        }
    }
}

impl<T> Inbox<T>
where
    T: EventData,
{
    fn put(&self, event: Event<T>) -> Response {
        match self.queue.try_send(event) {
            Ok(()) => respond(200, ""),
            Err(refused) => {
                // The service may send it again, and then it must not look like a repeat.
                self.receiver.forget(&refused.into_inner());
                respond(503, "too much to do")
            }
        }
    }
}

fn respond(status: u16, message: &str) -> Response {
    let code = if status == 200 { 0 } else { i32::from(status) };
    let body = json!({"code": code, "msg": message}).to_string();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(CONTENT_TYPE, "application/json")], body)
}

fn on_plugin_event(event: &Event<PluginEvent>) {
    let space = |key: &Option<_>| key.as_ref().map_or("an unknown space".to_owned(), ToString::to_string);
    match event.data() {
        PluginEvent::ItemCreated(data) => println!("a work item was created in {}", space(&data.project_key)),
        PluginEvent::Unknown(payload) => println!("an event of type {}: {payload}", event.event_type()),
        other => println!("{other:?}"),
    }
}

fn on_automation_event(event: &Event<AutomationEvent>) {
    let actor = event.actor().unwrap_or("somebody");
    match event.data() {
        AutomationEvent::NodeStatusChanged(data) => {
            println!("{actor} changed a node of {:?}: {:?}", data.name, data.status_change_type);
        }
        other => println!("{actor}: {other:?}"),
    }
}
