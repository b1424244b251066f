//! Maps are read sorted, whatever the order, and hold each key once.

use proptest::prelude::*;

use super::*;
use crate::json::{Writer, read};

proptest! {
    #[test]
    fn whatever_the_order_it_is_read_as_a_sorted_map(
        entries in proptest::collection::vec(("[a-e]{0,2}", any::<i64>()), 0..40),
    ) {
        let members: Vec<String> = entries.iter().map(|(key, value)| format!("{key:?}:{value}")).collect();
        let mut map = Map::<String, i64>::new();
        read(format!("{{{}}}", members.join(",")).as_bytes(), &mut map).unwrap();
        let wanted: BTreeMap<String, i64> = entries.into_iter().collect();
        prop_assert_eq!(&map, &Map::from(wanted.clone()));
        prop_assert_eq!(Writer::to_vec(&map), serde_json::to_vec(&wanted).unwrap());
        prop_assert!(wanted.iter().all(|(key, value)| map.get(key.as_str()) == Some(value)));
    }
}

#[test]
fn a_name_that_is_no_key_is_refused() {
    let error = read(br#"{"1":2,"x":3}"#, &mut Map::<i64, i64>::new()).unwrap_err();
    assert_eq!(error.to_string(), "`x`: expected a whole number as name, found another name");
}

#[test]
fn entries_come_and_go() {
    let mut map = Map::from([(2, "b"), (1, "a"), (2, "c")]);
    assert_eq!(map.insert(3, "d"), None);
    assert_eq!(map.insert(1, "e"), Some("a"));
    assert_eq!(map.remove(&3), Some("d"));
    assert_eq!(format!("{map:?}"), r#"{1: "e", 2: "c"}"#);
    map.extend([(0, "z")]);
    assert_eq!(map.keys().copied().collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!((map[&0], map.len(), map.contains_key(&7)), ("z", 3, false));
}
