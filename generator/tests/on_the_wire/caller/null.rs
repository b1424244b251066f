//! `null`, absence and a value are three things; numbers without a sign have 64 bits.

use wire_client::things::{ChangeCall, Things};
use wire_client::{Color, Nullable, Part};

use crate::server::{arrived, open};

/// 2^63, above all numbers with a sign, and 2^64 - 1.
const LARGE: [u64; 2] = [9_223_372_036_854_775_808, 18_446_744_073_709_551_615];

#[tokio::test]
async fn null_is_sent_where_it_is_set_and_nowhere_else() {
    let cases: [(fn(Things) -> ChangeCall, &str); 8] = [
        (|things| things.change(7), "{}"),
        (|things| things.change(7).lag(Nullable::Null), r#"{"lag":null}"#),
        (|things| things.change(7).lag(5), r#"{"lag":5}"#),
        (|things| things.change(7).lag(Nullable::Null).plain(1), r#"{"lag":null,"plain":1}"#),
        (|things| things.change(7).title(Nullable::Null), r#"{"title":null}"#),
        (|things| things.change(7).color(Nullable::Null), r#"{"color":null}"#),
        (|things| things.change(7).color(Color::Red).title("x"), r##"{"color":"red","title":"x"}"##),
        // A member of an object in the body.
        (|things| things.change(7).part(Part::new().name(Nullable::Null)), r#"{"part":{"name":null}}"#),
    ];
    for (call, wanted) in cases {
        let request = arrived(async |client| call(client.things()).send().await.unwrap()).await;
        assert_eq!(request.line(), "PATCH /v1/things/7");
        assert_eq!(request.content(), (Some("application/json"), wanted));
    }
}

const THING: &str = r#"{"serial":18446744073709551615,"serials":[9223372036854775808,0,18446744073709551615],
    "by_name":{"a":9223372036854775808},"marks":["x",null,"y"],"levels":[null,3],"parts":[{"size":1},null],"was":null}"#;

#[tokio::test]
async fn items_that_are_null_and_large_numbers_are_read_and_sent_back_as_they_were() {
    let (request, thing) = open("200 OK", THING, async |client| client.things().read(7).send().await).await;
    assert_eq!(request.line(), "GET /v1/things/7");
    let thing = thing.unwrap();
    assert_eq!(thing.serial, LARGE[1]);
    assert_eq!(thing.serials.as_deref(), Some(&[LARGE[0], 0, LARGE[1]][..]));
    assert_eq!(thing.by_name.as_ref().and_then(|map| map.get("a")), Some(&LARGE[0]));
    assert_eq!(thing.marks.as_deref(), Some(&["x".into(), Nullable::Null, "y".into()][..]));
    assert_eq!(thing.levels.as_deref(), Some(&[Nullable::Null, 3.into()][..]));
    assert_eq!(thing.parts.as_deref(), Some(&[Part::new().size(1).into(), Nullable::Null][..]));
    assert!(thing.was.is_null());
    // The list that was absent is not sent as an empty one, which would set it.
    assert_eq!(thing.more, None);
    let request = arrived(async |client| client.things().replace(7, thing).send().await.unwrap()).await;
    let compact: String = THING.split_whitespace().collect();
    assert_eq!(request.body, format!("{{\"thing\":{compact}}}"));
}

#[tokio::test]
async fn what_is_only_read_may_be_null_too() {
    for (body, was, marks, serial) in [
        (r#"{"was":null,"marks":[null],"serial":null,"part":null}"#, None, vec![None], None),
        (
            r#"{"was":"a","marks":["b",null],"serial":9223372036854775808}"#,
            Some("a"),
            vec![Some("b"), None],
            Some(LARGE[0]),
        ),
    ] {
        let (_, seen) = open("200 OK", body, async |client| client.things().seen().send().await).await;
        let seen = seen.unwrap();
        assert_eq!((seen.was.as_deref(), seen.serial, seen.part), (was, serial, None));
        let read: Vec<_> = seen.marks.iter().map(|mark| mark.as_option().map(String::as_str)).collect();
        assert_eq!(read, marks);
    }
}

#[tokio::test]
async fn a_response_itself_may_hold_both() {
    let (_, rows) =
        open("200 OK", "[[1,null],[],[null]]", async |client| client.things().rows().send().await).await;
    assert_eq!(rows.unwrap(), [vec![1.into(), Nullable::Null], vec![], vec![Nullable::Null]]);
    for number in LARGE {
        let (_, serial) =
            open("200 OK", &number.to_string(), async |client| client.things().serial().send().await).await;
        assert_eq!(serial.unwrap(), number);
    }
}
