//! Responses of every kind, good and bad: no panic, and code and log id are kept whenever they can be read.
//!
//! A few cases run with the other tests. For a million:
//! `PROPTEST_CASES=1000000 cargo test --release --package paceline-runtime envelope::fuzz`

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::Map;
use crate::api::JsonPath;

const NORMAL: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["data"]),
};
const NESTED: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["error", "code"]),
    message: Some(&["error", "msg"]),
    detail: Some(&["error"]),
    log_id: Some(&["error", "log_id"]),
    data: Some(&["data"]),
};
const WHOLE: Envelope = Envelope { data: None, ..NORMAL };

#[derive(Clone, PartialEq)]
struct Item {
    id: i64,
    name: Option<String>,
    parts: Vec<Item>,
    flags: Map<String, bool>,
}

crate::record!(Item { id, name, parts, flags });

/// Reads a body with every kind of data that endpoints have; the heads must agree.
fn read_as_all_kinds(envelope: &Envelope, body: &[u8]) -> Head {
    let head = read_envelope(envelope, body, usize::MAX, &mut ()).0;
    let others = [
        read_envelope(envelope, body, usize::MAX, &mut Value::Null).0,
        read_envelope(envelope, body, usize::MAX, &mut Vec::<Item>::new()).0,
        read_envelope(envelope, body, usize::MAX, &mut Item::default()).0,
        read_envelope(envelope, body, usize::MAX, &mut Some(0_i64)).0,
        read_envelope(envelope, body, usize::MAX, &mut Map::<i64, String>::new()).0,
        read_envelope(envelope, body, usize::MAX, &mut 0.0_f64).0,
    ];
    for other in others {
        assert_eq!(
            (other.code, other.log_id),
            (head.code, head.log_id.clone()),
            "the data decides about the head"
        );
    }
    head
}

/// Any JSON, with names that envelopes and items have among the others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let name = prop_oneof![
        "(err_code|err_msg|err|log_id|code|error|data|id|name|parts|flags)".prop_map(String::from),
        "[a-z\"\\\\\u{0}-\u{1f}]{0,6}".prop_map(String::from),
    ];
    leaf.prop_recursive(5, 32, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(name.clone(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The text of an object with these members, in this order, and where each of them ends.
fn object(members: &[(&str, String)]) -> (String, Vec<usize>) {
    let mut text = String::from("{");
    let mut ends = Vec::new();
    for (index, (name, value)) in members.iter().enumerate() {
        text.push_str(if index > 0 { ", " } else { "" });
        text.push_str(&format!("{}: {value}", json!(name)));
        ends.push(text.len());
    }
    text.push('}');
    (text, ends)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(body in vec(any::<u8>(), 0..200)) {
        for envelope in [&NORMAL, &NESTED, &WHOLE] {
            read_as_all_kinds(envelope, &body);
        }
    }

    #[test]
    fn any_json_is_read_without_panic(body in any_json(), cut in any::<prop::sample::Index>()) {
        let text = body.to_string();
        for envelope in [&NORMAL, &NESTED, &WHOLE] {
            read_as_all_kinds(envelope, text.as_bytes());
            read_as_all_kinds(envelope, &text.as_bytes()[..cut.index(text.len() + 1)]);
        }
    }

    #[test]
    fn code_and_log_id_are_kept_whenever_they_can_be_read(
        code in any::<i64>(),
        code_as_text in any::<bool>(),
        log_id in "[0-9A-Za-z-]{1,40}",
        message in any_json(),
        data in any_json(),
        other in any_json(),
        order in Just(["err_code", "err", "err_msg", "data", "other"]).prop_shuffle(),
        cut in any::<prop::sample::Index>(),
    ) {
        let code_text = if code_as_text { json!(code.to_string()) } else { json!(code) }.to_string();
        let (inner, inner_ends) = object(&[("msg", message.to_string()), ("log_id", json!(log_id).to_string())]);
        let members = order.map(|name| (name, match name {
            "err_code" => code_text.clone(),
            "err" => inner.clone(),
            "err_msg" => message.to_string(),
            "data" => data.to_string(),
            _ => other.to_string(),
        }));
        let (text, ends) = object(&members);
        let end_of = |wanted: &str| ends[order.iter().position(|name| *name == wanted).unwrap()];
        // The log id ends before the end of the object that it is in.
        let log_id_end = end_of("err") - (inner.len() - inner_ends[1]);
        let cut = cut.index(text.len() + 1);
        for length in [text.len(), cut] {
            let head = read_as_all_kinds(&NORMAL, &text.as_bytes()[..length]);
            // A number ends where something else begins: what is cut off there may have been longer.
            let code_seen = length >= end_of("err_code") + usize::from(!code_as_text);
            if code_seen {
                prop_assert_eq!(head.code, Some(code), "{} of {}", length, text);
            } else {
                prop_assert_eq!(head.code, None, "half a number is none: {} of {}", length, text);
            }
            if length >= log_id_end {
                prop_assert_eq!(head.log_id.as_deref(), Some(log_id.as_str()), "{} of {}", length, text);
            }
        }
    }
}

#[test]
fn depth_range_and_bad_text_elsewhere_hide_nothing() {
    let deep = "[".repeat(5000);
    let bodies: [&[u8]; 6] = [
        &format!(r#"{{"data":{deep}{},"err_code":7,"err":{{"log_id":"L"}}}}"#, "]".repeat(5000)).into_bytes(),
        br#"{"data":1e999,"err_code":7,"err":{"log_id":"L"}}"#,
        br#"{"err_msg":"\ud800","err_code":7,"err":{"log_id":"L"}}"#,
        b"{\"err_msg\":\"\xff\",\"err_code\":7,\"err\":{\"log_id\":\"L\"}}",
        br#"{"err_msg":{"a":[]},"data":[{}],"err_code":"7","err":{"code":[],"log_id":"L"},"x":"#,
        br#"{"err":{"log_id":"L","more":{"err_code":1}},"err_code":7.0,"data":"#,
    ];
    for body in bodies {
        let head = read_as_all_kinds(&NORMAL, body);
        let shown = String::from_utf8_lossy(&body[..body.len().min(80)]);
        assert_eq!((head.code, head.log_id.as_deref()), (Some(7), Some("L")), "{shown}");
    }
}

#[test]
fn a_path_that_leads_nowhere_finds_no_code() {
    const DEEP: JsonPath = &["a", "b", "c"];
    let envelope = Envelope { code: Some(DEEP), ..NORMAL };
    for body in [r#"{"a":1}"#, r#"{"a":[{"b":1}]}"#, r#"{"a":{"b":"x"}}"#, r#"{"a":{"b":{"c":{}}}}"#] {
        let (head, result) = read_envelope(&envelope, body.as_bytes(), usize::MAX, &mut ());
        assert!(head.code.is_none() && result.is_ok(), "{body}");
    }
}
