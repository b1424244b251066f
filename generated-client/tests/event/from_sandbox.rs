//! The sandbox's requests, over HTTP, into the emitted receivers: the sandbox shares no code with them.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use feishu_project::event::{AutomationEvent, NodeStatusChange, PluginEvent};
use feishu_project::{Client, Event, EventData, EventError, FieldValue, Receiver};
use paceline_sandbox::{
    EVENT_TOKEN, EventReceiver, PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, Sandbox, USER_KEY,
};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

type Taken<T> = Result<Event<T>, EventError<T>>;

/// A receiver, and where what it makes of requests goes.
type Served<T> = (Receiver<T>, mpsc::UnboundedSender<Taken<T>>);

/// A server that hands on what a receiver makes of each request, and its URL.
async fn serve<T>(receiver: Receiver<T>) -> (String, mpsc::UnboundedReceiver<Taken<T>>)
where
    T: EventData + Send + 'static,
{
    let (taken, events) = mpsc::unbounded_channel();
    let receive = async |State(state): State<Arc<Served<T>>>, body: Bytes| {
        let outcome = state.0.receive(&body);
        let status = outcome.as_ref().map_or_else(EventError::status, |_| 200);
        let _ = state.1.send(outcome);
        StatusCode::from_u16(status).unwrap()
    };
    let app = Router::new().route("/", post(receive)).with_state(Arc::new((receiver, taken)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, events)
}

fn client(sandbox: &Sandbox) -> Client {
    let builder = Client::builder().plugin(PLUGIN_ID, PLUGIN_SECRET).user_key(USER_KEY);
    builder.base_url(sandbox.url()).build().unwrap()
}

/// The names of the next events.
async fn names<T: std::fmt::Debug>(
    events: &mut mpsc::UnboundedReceiver<Taken<T>>,
    count: usize,
) -> Vec<String> {
    let mut names = Vec::new();
    for _ in 0..count {
        let event = events.recv().await.unwrap().unwrap();
        let shown = format!("{:?}", event.data());
        names.push(shown.split('(').next().unwrap().to_owned());
    }
    names
}

#[tokio::test]
async fn a_plugin_hears_of_all_that_changes() {
    let receiver = PluginEvent::receiver(PLUGIN_ID, EVENT_TOKEN).take_echoes().build().unwrap();
    let (url, mut events) = serve(receiver).await;
    let sandbox = Sandbox::builder().events(EventReceiver::new("plugin_event", url)).start().await.unwrap();
    let client = client(&sandbox);
    let items = client.work_items();

    let id = items.create(PROJECT_KEY, "story", "Ship it").send().await.unwrap();
    let event = events.recv().await.unwrap().unwrap();
    let PluginEvent::ItemCreated(data) = event.data() else { panic!("{event:?}") };
    assert_eq!(data.project_key.as_ref().unwrap().as_str(), PROJECT_KEY);
    assert_eq!(data.work_item_type_key.as_ref().unwrap().as_str(), "story");
    assert_eq!(event.cause(), Some("openapi"));
    assert_eq!(event.body()["data"]["id"], id.get());

    let update = items.update(PROJECT_KEY, "story", id).field("priority", FieldValue::select("1"));
    update.send().await.unwrap();
    let workflows = client.workflows();
    workflows.operate_node(PROJECT_KEY, "story", id, "doing", "confirm").send().await.unwrap();
    workflows.operate_node(PROJECT_KEY, "story", id, "doing", "rollback").send().await.unwrap();
    items.abort(PROJECT_KEY, "story", id).is_aborted(true).reason("No more").send().await.unwrap();
    items.abort(PROJECT_KEY, "story", id).is_aborted(false).send().await.unwrap();
    items.delete(PROJECT_KEY, "story", id).send().await.unwrap();
    let expected =
        ["ItemFieldChanged", "NodeFinished", "NodeRolledBack", "ItemAborted", "ItemRestored", "ItemDeleted"];
    assert_eq!(names(&mut events, expected.len()).await, expected);
}

#[tokio::test]
async fn a_client_does_not_hear_its_own_echo() {
    let (url, mut events) = serve(PluginEvent::receiver(PLUGIN_ID, "token-7").build().unwrap()).await;
    let receiver = EventReceiver::new("plugin_event", &url).input("callback_token", "token-7");
    let other = EventReceiver::new("plugin_event", url).input("callback_token", "token-7").cause("normal");
    let sandbox = Sandbox::builder().events(receiver).start().await.unwrap();
    client(&sandbox).work_items().create(PROJECT_KEY, "story", "Mine").send().await.unwrap();
    assert!(matches!(events.recv().await.unwrap(), Err(EventError::Echo(_))));
    let sandbox = Sandbox::builder().events(other).start().await.unwrap();
    client(&sandbox).work_items().create(PROJECT_KEY, "story", "A user's").send().await.unwrap();
    assert!(matches!(events.recv().await.unwrap().unwrap().data(), PluginEvent::ItemCreated(_)));
}

#[tokio::test]
async fn an_automation_rule_tells_who_did_it() {
    let (url, mut events) = serve(AutomationEvent::receiver(EVENT_TOKEN).build().unwrap()).await;
    let sandbox =
        Sandbox::builder().events(EventReceiver::new("automation_event", url)).start().await.unwrap();
    let client = client(&sandbox);
    let id = client.work_items().create(PROJECT_KEY, "issue", "Broken").send().await.unwrap();
    let event = events.recv().await.unwrap().unwrap();
    assert_eq!(event.actor(), Some(USER_KEY));
    let AutomationEvent::ItemCreated(data) = event.data() else { panic!("{event:?}") };
    assert_eq!((data.id, data.name.as_deref()), (Some(id), Some("Broken")));
    assert_eq!(event.left_out(), []);

    client.comments().create(PROJECT_KEY, "issue", id).content("Seen").send().await.unwrap();
    let event = events.recv().await.unwrap().unwrap();
    let AutomationEvent::CommentAdded(data) = event.data() else { panic!("{event:?}") };
    assert_eq!(data.comment.as_ref().unwrap()["content"], "Seen");

    client.workflows().change_state(PROJECT_KEY, "issue", id).transition_id(11).send().await.unwrap();
    let event = events.recv().await.unwrap().unwrap();
    let AutomationEvent::StatusChanged(data) = event.data() else { panic!("{event:?}") };
    assert_eq!(data.cur_work_item_status.as_ref().unwrap(), "IN PROGRESS");

    let id = client.work_items().create(PROJECT_KEY, "story", "Ship it").send().await.unwrap();
    client.workflows().operate_node(PROJECT_KEY, "story", id, "doing", "confirm").send().await.unwrap();
    assert_eq!(names(&mut events, 1).await, ["ItemCreated"]);
    for (change, node) in [(NodeStatusChange::Checked, "doing"), (NodeStatusChange::Reached, "review")] {
        let event = events.recv().await.unwrap().unwrap();
        let AutomationEvent::NodeStatusChanged(data) = event.data() else { panic!("{event:?}") };
        assert_eq!(data.status_change_type, Some(change));
        assert_eq!(data.nodes.as_ref().unwrap()[0]["id"], node);
    }
}
