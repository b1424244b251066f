//! What is read of envelopes, whole and broken.

use super::*;

const NORMAL: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["err_code"]),
    message: Some(&["err_msg"]),
    detail: Some(&["err"]),
    log_id: Some(&["err", "log_id"]),
    data: Some(&["data"]),
};
const WITHIN: Envelope = Envelope {
    success: Success::Code,
    code: Some(&["error", "code"]),
    message: Some(&["error", "msg"]),
    detail: Some(&["error"]),
    log_id: None,
    data: Some(&["data"]),
};
const WHOLE: Envelope = Envelope { detail: None, log_id: None, data: None, ..NORMAL };

#[test]
fn head_and_data_come_in_any_order_and_may_lie_within_each_other() {
    let body = br#"{"data":[1,"2"],"err":{"log_id":"L","x":1},"err_code":5,"err_msg":"no"}"#;
    let mut data: Vec<i64> = Vec::new();
    let (head, result) = read_envelope(&NORMAL, body, usize::MAX, &mut data);
    assert!(result.is_ok());
    assert_eq!((data, head.code, head.log_id.as_deref()), (vec![1, 2], Some(5), Some("L")));
    assert_eq!(head.detail, Some(serde_json::json!({"log_id": "L", "x": 1})));

    let mut data = String::new();
    let (head, result) =
        read_envelope(&WITHIN, br#"{"error":{"code":7,"msg":"m"},"data":"d"}"#, usize::MAX, &mut data);
    assert!(result.is_ok());
    assert_eq!((data.as_str(), head.code, head.message.as_deref()), ("d", Some(7), Some("m")));

    let mut data = Value::Null;
    let (head, result) = read_envelope(&WHOLE, br#"{"err_code":9,"rest":true}"#, usize::MAX, &mut data);
    assert!(result.is_ok());
    assert_eq!((data["rest"].as_bool(), head.code), (Some(true), Some(9)));
}

#[test]
fn a_bare_list_has_no_room_for_a_code() {
    let mut data: Vec<i64> = Vec::new();
    let (head, result) = read_envelope(&WHOLE, b" [1, 2]", usize::MAX, &mut data);
    assert!(result.is_ok());
    assert_eq!((data, head.code), (vec![1, 2], None));
}

/// An API whose refusals have code and message may well respond with a text or a number, which has room for neither.
#[test]
fn what_is_no_object_is_data_without_a_head() {
    fn read<T: Empty + 'static>(body: &str) -> (T, Head) {
        let mut data = T::empty();
        let (head, result) = read_envelope(&WHOLE, body.as_bytes(), usize::MAX, &mut data);
        result.unwrap_or_else(|error| panic!("{body}: {error}"));
        (data, head)
    }
    let (text, head) = read::<String>(" \"{}\"");
    assert_eq!((text.as_str(), head.code, head.message), ("{}", None, None));
    assert_eq!(read::<u64>("18446744073709551615").0, u64::MAX);
    assert!(read::<bool>("true").0);
    assert_eq!(read::<Value>("0.5").0, 0.5);
    assert_eq!(read::<Option<i64>>("7").0, Some(7));
    // Of an object, both are read.
    let (_, head) = read::<Value>(r#"{"err_code":9,"err_msg":"no"}"#);
    assert_eq!((head.code, head.message.as_deref()), (Some(9), Some("no")));
}

#[test]
fn code_and_log_id_outlive_data_that_does_not_fit() {
    let body = br#"{"data":[1,{"a":[2]}],"err_code":30005,"err_msg":"m","err":{"log_id":"L"}}"#;
    let mut data: Vec<i64> = Vec::new();
    let (head, result) = read_envelope(&NORMAL, body, usize::MAX, &mut data);
    let left_out: Vec<String> = result.unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(left_out, ["`data[1]`: expected a whole number, found an object"]);
    assert_eq!((data, head.code, head.log_id.as_deref()), (vec![1], Some(30005), Some("L")));
    let (head, result) = read_envelope(&NORMAL, body, usize::MAX, &mut 0_i64);
    assert_eq!(result.unwrap_err().to_string(), "`data`: expected a whole number, found a list");
    assert_eq!((head.code, head.log_id.as_deref()), (Some(30005), Some("L")));
}

#[test]
fn data_may_be_missing_only_where_nothing_is_expected() {
    for body in [br#"{"err_code":0}"#.as_slice(), br#"{"err_code":0,"data":null}"#] {
        assert!(read_envelope(&NORMAL, body, usize::MAX, &mut ()).1.is_ok());
        assert!(read_envelope(&NORMAL, body, usize::MAX, &mut Vec::<i64>::new()).1.is_ok());
        assert!(read_envelope(&NORMAL, body, usize::MAX, &mut None::<i64>).1.is_ok());
        let error = read_envelope(&NORMAL, body, usize::MAX, &mut 0_i64).1.unwrap_err();
        assert_eq!(error.to_string(), "member `data` is missing");
    }
}

#[test]
fn what_is_not_an_object_is_refused() {
    for body in [b"".as_slice(), b"<html>", b"[]", b"7", br#""x""#, br#"{"data":"#, b"{} {}"] {
        assert!(
            read_envelope(&NORMAL, body, usize::MAX, &mut ()).1.is_err(),
            "{}",
            String::from_utf8_lossy(body)
        );
    }
}
