//! Callbacks: what is genuine, recent and new comes through, and nothing else does. The signatures were made with
//! `printf … | sha256sum`, not with the code under test.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use paceline_runtime::api::{Callback, CauseMember, Proof, ProofPart};
use paceline_runtime::{ErrorKind, Event, EventError, Receiver, ReceiverBuilder, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

static SIGNED: Callback = Callback {
    name: "signed callbacks",
    proof: Proof::Sha256Hex {
        parts: &[
            ProofPart::Secret("app_id"),
            ProofPart::Member(&["request_time"]),
            ProofPart::Secret("callback_token"),
        ],
        signature: &["signature"],
    },
    event_type: &["data", "event_type"],
    sent_at: Some(&["request_time"]),
    delivery_id: None,
    actor: None,
    cause: Some(CauseMember { path: &["source"], through_api: &["openapi"] }),
    payload: &["data"],
};

static WITH_TOKEN: Callback = Callback {
    name: "callbacks with a token",
    proof: Proof::Token { secret: "token", member: &["header", "token"] },
    event_type: &["header", "event_type"],
    sent_at: None,
    delivery_id: Some(&["header", "uuid"]),
    actor: Some(&["header", "operator"]),
    cause: None,
    payload: &["payload"],
};

const NOW: i64 = 1_764_174_000_000;
/// SHA-256 of `MII_TEST`, the time in milliseconds, `token-7`.
const OF_MILLISECONDS: &str = "fc93e52ff105ac49dfe5add8f85fe706ec82d4d35c2c2deb725c1561cda6ce11";
/// The same with the time in seconds.
const OF_SECONDS: &str = "dc131e0ed3a4e69e6f1e5a2bcfbcf0d093909b1f65fc919f524651221513ca2c";

fn signed_builder(now: i64) -> ReceiverBuilder {
    Receiver::builder(&SIGNED)
        .secret("app_id", "MII_TEST")
        .secret("callback_token", "token-7")
        .clock(move || Timestamp::from_millis(now))
}

fn signed(now: i64) -> Receiver {
    signed_builder(now).build().unwrap()
}

fn with_token() -> Receiver {
    Receiver::builder(&WITH_TOKEN).secret("token", "token-7").build().unwrap()
}

fn signed_body() -> Value {
    json!({
        "signature": OF_MILLISECONDS, "request_time": NOW, "source": "normal",
        "data": {"event_type": 1001, "project_key": "demo", "new_member": [1.5]},
    })
}

fn token_body(token: &str, uuid: &str) -> Value {
    json!({
        "header": {"operator": "7", "event_type": "ItemCreated", "token": token, "uuid": uuid},
        "payload": {"id": 9_007_199_254_740_993_i64},
    })
}

fn take(receiver: &Receiver, body: &Value) -> Result<Event, EventError> {
    receiver.receive(body.to_string().as_bytes())
}

#[test]
fn a_signed_callback_comes_through_with_all_that_it_holds() {
    let event = take(&signed(NOW), &signed_body()).unwrap();
    assert_eq!(event.event_type(), "1001");
    assert_eq!(event.cause(), Some("normal"));
    assert_eq!(event.sent_at(), Some(Timestamp::from_millis(NOW)));
    assert_eq!(event.body()["data"]["new_member"], json!([1.5]));
    assert_eq!(event.data(), &event.body()["data"], "without a type the payload comes as it is");
}

#[test]
fn the_time_may_be_text_or_number_in_seconds_or_milliseconds() {
    let seconds = NOW / 1000;
    for (time, signature) in [
        (json!(NOW), OF_MILLISECONDS),
        (json!(NOW.to_string()), OF_MILLISECONDS),
        (json!(seconds), OF_SECONDS),
        (json!(seconds.to_string()), OF_SECONDS),
    ] {
        let mut body = signed_body();
        body["request_time"] = time;
        body["signature"] = signature.into();
        let event = take(&signed(NOW), &body).unwrap();
        assert_eq!(event.sent_at(), Some(Timestamp::from_millis(NOW)));
    }
}

#[test]
fn a_wrong_signature_is_refused_wherever_it_differs() {
    let receiver = signed(NOW);
    for index in [0, 31, 63] {
        let mut signature = OF_MILLISECONDS.to_owned().into_bytes();
        signature[index] = if signature[index] == b'0' { b'1' } else { b'0' };
        let mut body = signed_body();
        body["signature"] = String::from_utf8(signature).unwrap().into();
        assert_eq!(take(&receiver, &body), Err(EventError::NotGenuine));
    }
    for signature in ["", &OF_MILLISECONDS[..63], &OF_MILLISECONDS.to_uppercase(), OF_SECONDS] {
        let mut body = signed_body();
        body["signature"] = signature.into();
        let error = take(&receiver, &body).unwrap_err();
        assert_eq!((&error, error.status()), (&EventError::NotGenuine, 401));
    }
    let mut later = signed_body();
    later["request_time"] = json!(NOW + 1);
    assert_eq!(take(&receiver, &later), Err(EventError::NotGenuine), "the signature covers the time");
    assert!(take(&receiver, &signed_body()).is_ok(), "what was refused is not remembered");
}

#[test]
fn a_time_too_far_from_now_is_refused_in_both_directions() {
    let limit = 300_000;
    for (now, fits) in [
        (NOW + limit, true),
        (NOW - limit, true),
        (NOW + limit + 1, false),
        (NOW - limit - 1, false),
        (i64::MAX, false),
        (i64::MIN, false),
    ] {
        match take(&signed(now), &signed_body()) {
            Ok(_) => assert!(fits, "{now}"),
            Err(error) => {
                assert!(!fits && matches!(error, EventError::Stale(_)), "{now}: {error:?}");
                assert_eq!(error.status(), 401);
            }
        }
    }
    let patient = signed_builder(NOW + 400_000).max_age(Duration::from_secs(400)).build().unwrap();
    assert!(take(&patient, &signed_body()).is_ok());
}

#[test]
fn the_echo_of_a_change_through_the_api_is_told_apart() {
    let mut body = signed_body();
    body["source"] = "openapi".into();
    let error = take(&signed(NOW), &body).unwrap_err();
    assert_eq!(error.status(), 200);
    let EventError::Echo(event) = error else { panic!("{error:?}") };
    assert_eq!(event.event_type(), "1001");
    let listener = signed_builder(NOW).take_echoes().build().unwrap();
    assert!(take(&listener, &body).is_ok());
}

#[test]
fn a_repeat_is_told_by_its_id_and_comes_again_once_forgotten() {
    let receiver = with_token();
    let event = take(&receiver, &token_body("token-7", "a")).unwrap();
    let mut again = token_body("token-7", "a");
    again["payload"]["retried"] = true.into();
    let error = take(&receiver, &again).unwrap_err();
    assert!(matches!(&error, EventError::Repeated(event) if event.body()["payload"]["retried"] == true));
    assert_eq!(error.status(), 200);
    assert!(take(&receiver, &token_body("token-7", "b")).is_ok());
    receiver.forget(&event);
    assert!(take(&receiver, &token_body("token-7", "a")).is_ok());
    assert!(matches!(take(&receiver, &token_body("token-7", "a")), Err(EventError::Repeated(_))));
}

#[test]
fn without_an_id_the_same_bytes_are_the_same_delivery() {
    let receiver = signed(NOW);
    assert!(take(&receiver, &signed_body()).is_ok());
    assert!(matches!(take(&receiver, &signed_body()), Err(EventError::Repeated(_))));
    let mut other = signed_body();
    other["data"]["event_type"] = json!(1002);
    assert!(take(&receiver, &other).is_ok(), "another event of the same time");
}

#[test]
fn an_empty_or_absent_id_makes_no_event_a_repeat_of_another() {
    let receiver = with_token();
    for id in [json!(""), Value::Null] {
        for item in [1, 2] {
            let mut body = token_body("token-7", "");
            body["header"]["uuid"] = id.clone();
            body["payload"]["id"] = json!(item);
            assert!(take(&receiver, &body).is_ok());
            assert!(matches!(take(&receiver, &body), Err(EventError::Repeated(_))));
        }
    }
}

#[test]
fn a_message_that_is_sent_again_is_refused_for_as_long_as_it_is_not_stale() {
    let now = Arc::new(AtomicI64::new(NOW - 300_000));
    let clock = Arc::clone(&now);
    let receiver = signed_builder(NOW)
        // No time of its own: what is signed is remembered for as long as it would pass as recent all the same.
        .remember(10, Duration::ZERO)
        .clock(move || Timestamp::from_millis(clock.load(Ordering::Relaxed)))
        .build()
        .unwrap();
    assert!(take(&receiver, &signed_body()).is_ok());
    now.store(NOW + 300_000, Ordering::Relaxed);
    assert!(matches!(take(&receiver, &signed_body()), Err(EventError::Repeated(_))));
    now.store(NOW + 300_001, Ordering::Relaxed);
    assert!(matches!(take(&receiver, &signed_body()), Err(EventError::Stale(_))));
}

#[test]
fn a_wrong_token_is_refused_and_the_right_one_is_shown_nowhere() {
    let receiver = with_token();
    for token in ["", "token-", "token-77", "Token-7"] {
        assert_eq!(take(&receiver, &token_body(token, "a")), Err(EventError::NotGenuine));
    }
    let event = take(&receiver, &token_body("token-7", "a")).unwrap();
    let repeated = take(&receiver, &token_body("token-7", "a")).unwrap_err();
    let builder = Receiver::<Value>::builder(&WITH_TOKEN).secret("token", "token-7");
    let shown = format!("{event:?} {repeated:?} {repeated} {receiver:?} {builder:?} {}", event.body());
    assert!(!shown.contains("token-7"), "{shown}");
    assert_eq!(event.body()["payload"]["id"], 9_007_199_254_740_993_i64);
    assert_eq!((event.actor(), event.delivery_id()), (Some("7"), Some("a")));
}

#[test]
fn an_odd_actor_costs_no_event() {
    let mut body = token_body("token-7", "a");
    body["header"]["operator"] = json!({"user_key": "7"});
    assert_eq!(take(&with_token(), &body).unwrap().actor(), None);
}

#[test]
fn what_a_body_lacks_is_named() {
    let changed = |change: fn(&mut Value)| {
        let mut body = signed_body();
        change(&mut body);
        take(&signed(NOW), &body).unwrap_err()
    };
    for (error, named) in [
        (changed(|body| drop(body.as_object_mut().unwrap().remove("signature"))), "`signature` is missing"),
        (changed(|body| body["request_time"] = Value::Null), "`request_time` is missing"),
        (changed(|body| body["request_time"] = json!(1.5)), "`request_time` is neither"),
        (changed(|body| body["data"] = json!([])), "`data.event_type` is missing"),
        (changed(|body| body["data"]["event_type"] = json!({})), "`data.event_type` is neither"),
        (signed(NOW).receive(b"{\"data\":").unwrap_err(), "no JSON"),
        (signed(NOW).receive(b"\xff").unwrap_err(), "no JSON"),
        (signed(NOW).receive("[".repeat(100_000).as_bytes()).unwrap_err(), "no JSON"),
    ] {
        assert_eq!(error.status(), 400);
        assert!(error.to_string().contains(named), "`{named}` is not in `{error}`");
    }
    let small = signed_builder(NOW).max_body(10).build().unwrap();
    let error = take(&small, &signed_body()).unwrap_err();
    assert_eq!((&error, error.status()), (&EventError::TooLarge(10), 413));
}

#[test]
fn a_receiver_that_anyone_could_deceive_is_not_made() {
    for (builder, said) in [
        (Receiver::<Value>::builder(&WITH_TOKEN), "need the secret `token`"),
        (Receiver::builder(&WITH_TOKEN).secret("token", ""), "need the secret `token`"),
        (Receiver::builder(&SIGNED).secret("app_id", "a"), "need the secret `callback_token`"),
        (Receiver::builder(&WITH_TOKEN).secret("tokn", "a"), "have no secret `tokn`; they have `token`"),
        (
            Receiver::builder(&WITH_TOKEN).secret("token", "a").remember(0, Duration::MAX),
            "remember at least one",
        ),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(said), "`{said}` is not in `{error}`");
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let name = prop_oneof![
        proptest::sample::select(vec![
            "header",
            "data",
            "event_type",
            "token",
            "uuid",
            "request_time",
            "source"
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_bytes_make_a_receiver_panic_or_pass(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(signed(NOW).receive(&bytes).is_err());
        prop_assert!(with_token().receive(&bytes).is_err());
    }

    #[test]
    fn no_shape_makes_a_receiver_panic_and_only_the_token_passes(
        mut body in any_json(), time in any_json(), event_type in any_json(), genuine in any::<bool>(),
    ) {
        prop_assert!(take(&with_token(), &body).is_err());
        if let Value::Object(members) = &mut body {
            let token = if genuine { "token-7" } else { "token-8" };
            members.insert("header".to_owned(), json!({"token": token, "event_type": event_type}));
            members.insert("request_time".to_owned(), time);
            members.insert("signature".to_owned(), OF_SECONDS.into());
            let is_typed = event_type.is_string() || event_type.is_i64() || event_type.is_u64();
            prop_assert_eq!(take(&with_token(), &body).is_ok(), genuine && is_typed);
            prop_assert!(take(&signed(NOW), &body).is_err());
        }
    }
}
