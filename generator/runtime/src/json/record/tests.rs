//! Objects are read and written with the members that their types name, and with free ones beside these.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::json::{DecodeError, Map, Writer, read, read_tolerantly};

#[derive(Clone, PartialEq)]
struct Counted {
    name: Option<String>,
    others: Map<String, i64>,
}

crate::json::macros::record!(Counted { name: "the name" } free others constants ["kind" = "7"]);

#[derive(Clone, PartialEq)]
struct Open {
    id: i64,
    more: Map<String, Value>,
}

crate::json::macros::record!(Open { id } free more required ["id"]);

#[derive(Clone, PartialEq)]
struct Bounded {
    word: Option<String>,
    more: Map<String, Value>,
}

crate::json::macros::record!(Bounded { word } free more rules [crate::api::Rule::Length("word", 2, 3)]);

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Counted(Counted),
    Unknown(Value),
}

crate::json::macros::tagged_union!(Kind by "how", Counted = "COUNTED");

fn written(value: &dyn crate::json::Encode) -> String {
    String::from_utf8(Writer::to_vec(value)).unwrap()
}

fn rejection(value: &dyn crate::json::Encode) -> Option<String> {
    Writer::write(value, &mut |_| {}).1.rejection
}

#[test]
fn named_and_free_members_come_back_unchanged() {
    let text = r#"{"id":1,"":[],"a":{"b":[1,null]},"c":null,"\"":18446744073709551615}"#;
    let mut open = Open::default();
    read(text.as_bytes(), &mut open).unwrap();
    assert_eq!((open.id, open.more.len()), (1, 4));
    let again: Value = serde_json::from_str(&written(&open)).unwrap();
    assert_eq!(again, serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(
        format!("{:?}", Open { id: 2, more: Map::from([("z".to_owned(), json!(1))]) }),
        r#"Open {"id":2,"z":1}"#
    );
    // What was there before is gone.
    read(br#"{"id":3}"#, &mut open).unwrap();
    assert_eq!(written(&open), r#"{"id":3}"#);
    assert_eq!(read(br#"{"i":3}"#, &mut open).unwrap_err().to_string(), "member `id` is missing");
}

#[test]
fn an_odd_free_member_is_told_and_left_out_and_of_repeated_ones_the_last_counts() {
    let text = r#"{"b":1,"the name":"n","a":{},"kind":9,"c":2,"b":3,"the name":"m","d":[1],"c":"x"}"#;
    let mut counted = Counted::default();
    let told = read_tolerantly(text.as_bytes(), usize::MAX, &mut counted).unwrap();
    let told: Vec<String> = told.iter().map(DecodeError::path).collect();
    assert_eq!(told, ["a", "d", "c"]);
    assert_eq!(written(&counted), r#"{"the name":"m","kind":7,"b":3,"c":2}"#);
    assert_eq!(read(text.as_bytes(), &mut counted).unwrap_err().path(), "a");
}

#[test]
fn free_members_take_room_as_entries_of_maps_do() {
    let text: String = (0..100).map(|n| format!(",\"{n}\":1")).collect();
    let text = format!(r#"{{"the name":"n"{text}}}"#);
    let mut counted = Counted::default();
    read_tolerantly(text.as_bytes(), 100_000, &mut counted).unwrap();
    assert_eq!(counted.others.len(), 100);
    let error = read_tolerantly(text.as_bytes(), 1_000, &mut counted).unwrap_err();
    assert!(error.to_string().contains("room"), "{error}");
}

#[test]
fn nothing_is_written_twice_and_such_a_value_is_not_sent() {
    let others = |name: &str| Map::from([("a".to_owned(), 1), (name.to_owned(), 2), ("z".to_owned(), 3)]);
    for name in ["the name", "kind"] {
        let counted = Counted { name: None, others: others(name) };
        assert_eq!(written(&counted), r#"{"kind":7,"a":1,"z":3}"#);
        let why = format!("`{name}` has a field of its own and cannot be a free member");
        assert_eq!(rejection(&counted), Some(why));
    }
    assert_eq!(rejection(&Counted { name: None, others: others("name") }), None);
}

#[test]
fn the_tag_of_a_union_is_no_free_member() {
    let text = r#"{"b":1,"how":"COUNTED","the name":"n"}"#;
    let mut kind = Kind::default();
    read(text.as_bytes(), &mut kind).unwrap();
    let others = Map::from([("b".to_owned(), 1)]);
    assert_eq!(kind, Kind::Counted(Counted { name: Some("n".to_owned()), others }));
    assert_eq!(written(&kind), r#"{"how":"COUNTED","the name":"n","kind":7,"b":1}"#);
    let counted = |others| Kind::Counted(Counted { name: None, others });
    let clashing = counted(Map::from([("how".to_owned(), 1)]));
    assert_eq!(written(&clashing), r#"{"how":"COUNTED","kind":7}"#);
    assert!(rejection(&clashing).is_some());
    // Outside of the union it is a name as any other.
    let Kind::Counted(bare) = clashing else { unreachable!("it was made so") };
    assert_eq!((written(&bare), rejection(&bare)), (r#"{"kind":7,"how":1}"#.to_owned(), None));
}

#[test]
fn rules_hold_beside_free_members() {
    let bounded = |word: &str| Bounded {
        word: Some(word.to_owned()),
        more: Map::from([("long".to_owned(), json!("a long text"))]),
    };
    assert_eq!(rejection(&bounded("abc")), None);
    assert!(rejection(&bounded("abcd")).is_some());
    assert_eq!(written(&bounded("abc")), r#"{"word":"abc","long":"a long text"}"#);
}

proptest! {
    #[test]
    fn any_object_with_the_named_members_comes_back(
        others in proptest::collection::btree_map("[a-e]{0,2}", any::<i64>(), 0..20),
        name in proptest::option::of("[x-z]{0,3}"),
        at in any::<proptest::sample::Index>(),
    ) {
        let mut members: Vec<String> = others.iter().map(|(key, value)| format!("{key:?}:{value}")).collect();
        members.extend(["\"kind\":7".to_owned()]);
        if let Some(name) = &name {
            members.insert(at.index(members.len()), format!("\"the name\":{name:?}"));
        }
        let text = format!("{{{}}}", members.join(","));
        let mut counted = Counted::default();
        read(text.as_bytes(), &mut counted).unwrap();
        prop_assert_eq!(&counted.name, &name);
        let again: Value = serde_json::from_str(&written(&counted)).unwrap();
        prop_assert_eq!(again, serde_json::from_str::<Value>(&text).unwrap());
    }
}
