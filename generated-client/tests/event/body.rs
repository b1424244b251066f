//! What the receivers make of bodies.

use feishu_project::event::{AutomationEvent, NodeStatusChange, PluginEvent};
use feishu_project::{Event, EventError, Receiver, Timestamp};
use serde_json::{Value, json};

use super::{PLUGIN_ID, TOKEN, signed, webhook};

const NOW: u128 = 1_764_174_000_000;

fn plugin() -> Receiver<PluginEvent> {
    let now = Timestamp::from_millis(i64::try_from(NOW).unwrap());
    PluginEvent::receiver(PLUGIN_ID, TOKEN).clock(move || now).build().unwrap()
}

fn take_plugin(data: Value) -> Event<PluginEvent> {
    plugin().receive(signed(NOW, "normal", &data).to_string().as_bytes()).unwrap()
}

fn take_webhook(event_type: &str, payload: &Value) -> Event<AutomationEvent> {
    let receiver = AutomationEvent::receiver(TOKEN).build().unwrap();
    receiver.receive(webhook(event_type, "a", payload).to_string().as_bytes()).unwrap()
}

/// The digest was made with `printf MII_TEST1764174000000token-7 | sha256sum`.
#[test]
fn a_signature_made_elsewhere_is_taken() {
    let body = json!({
        "signature": "fc93e52ff105ac49dfe5add8f85fe706ec82d4d35c2c2deb725c1561cda6ce11",
        "request_time": 1_764_174_000_000_u64, "source": "system",
        "data": {"event_type": "2001", "project_key": "64f", "work_item_type_key": "story", "node": {"id": "doing"}},
    });
    let event = plugin().receive(body.to_string().as_bytes()).unwrap();
    let PluginEvent::NodeFinished(data) = event.data() else { panic!("{event:?}") };
    assert_eq!(data.project_key.as_ref().unwrap().as_str(), "64f");
    assert_eq!(data.work_item_type_key.as_ref().unwrap().as_str(), "story");
    assert_eq!((event.event_type(), event.cause()), ("2001", Some("system")));
    assert_eq!(event.body()["data"]["node"]["id"], "doing", "what no source lists is kept");
    assert_eq!(event.left_out(), []);
}

#[test]
fn an_event_type_that_is_not_listed_keeps_its_number_and_payload() {
    for (number, payload) in
        [(1003, json!({"event_type": 1003, "x": 1})), (9999, json!({"event_type": 9999}))]
    {
        let event = take_plugin(payload.clone());
        assert_eq!(event.data(), &PluginEvent::Unknown(payload));
        assert_eq!(event.event_type(), number.to_string());
    }
}

#[test]
fn odd_members_cost_no_event() {
    let event = take_plugin(
        json!({"event_type": 1001, "project_key": {"key": "64f"}, "work_item_type_key": "story"}),
    );
    let PluginEvent::ItemCreated(data) = event.data() else { panic!("{event:?}") };
    assert_eq!((&data.project_key, data.work_item_type_key.is_some()), (&None, true));
    assert_eq!(event.left_out().len(), 1);
}

#[test]
fn the_echo_of_a_change_through_the_api_is_told_apart() {
    let body = signed(NOW, "openapi", &json!({"event_type": 1009})).to_string();
    let error = plugin().receive(body.as_bytes()).unwrap_err();
    assert_eq!(error.status(), 200);
    assert!(
        matches!(&error, EventError::Echo(event) if matches!(event.data(), PluginEvent::ItemFieldChanged(_)))
    );
}

#[test]
fn a_webhook_tells_who_did_what() {
    let payload = json!({
        "project_key": "64f", "id": 9_007_199_254_740_993_i64, "name": "Ship it", "nodes": [{"id": "doing"}],
        "status_change_type": "Reached",
    });
    let event = take_webhook("WorkFlowNodeStatusEvent", &payload);
    assert_eq!((event.actor(), event.delivery_id()), (Some("7000000000000000001"), Some("a")));
    let AutomationEvent::NodeStatusChanged(data) = event.data() else { panic!("{event:?}") };
    assert_eq!(data.id.unwrap().get(), 9_007_199_254_740_993);
    assert_eq!(data.status_change_type, Some(NodeStatusChange::Reached));
    assert_eq!(data.nodes, Some(json!([{"id": "doing"}])));
    assert_eq!(event.body()["header"]["token"], "[secret]");
}

#[test]
fn older_names_stand_for_the_same_events() {
    let kind = |event_type: &str| {
        let shown = format!("{:?}", take_webhook(event_type, &json!({})).data());
        shown.split('(').next().unwrap().to_owned()
    };
    for (event_type, expected) in [
        ("StoryCreated", "ItemCreated"),
        ("EventCreate-story", "ItemCreated"),
        ("EventUpdate-issue", "ItemFieldChanged"),
        ("EventUpdate-task", "TaskChanged"),
        ("EventUpdateStatus-task", "TaskStatusChanged"),
        ("EventUpdateStatus-story", "StatusChanged"),
        ("WFNodeChecked-story", "NodeStatusChanged"),
        ("WFNodeOwnerChanged", "PersonAssigned"),
        ("WorkitemMovedEvent", "Unknown"),
    ] {
        assert_eq!(kind(event_type), expected, "{event_type}");
    }
}

#[test]
fn a_receiver_without_secrets_is_not_made() {
    let error = PluginEvent::receiver("MII_TEST", "").build().unwrap_err();
    let expected = "receivers of `PluginEvent` need the secret `callback_token`";
    assert!(error.to_string().contains(expected), "{error}");
}
