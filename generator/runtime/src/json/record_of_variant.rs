//! Objects of which some members are always there, and the others are those of one of several objects: all on one level.

use serde_json::Value;

use super::decode::{Decode, Input};
use super::encode::{Encode, Writer};
use super::error::DecodeError;
use super::map::{Map, free_entries};
use super::record::{read_open_record, write_record};

/// Reads each known member of an object into its place, and all others as an object into `variant`.
///
/// # Errors
/// When it is no object, a member does not fit, or one that is required is missing.
pub fn read_record_of_variant(
    input: Input<'_>,
    members: &[&str],
    required: &[&'static str],
    places: &mut [&mut dyn Decode],
    variant: &mut dyn Decode,
) -> Result<(), DecodeError> {
    let Input::Object(object) = input else { return Err(input.type_mismatch("an object")) };
    let mut others: Map<String, Value> = Map::new();
    read_open_record(Input::Object(object), members, required, places, free_entries(&mut others))?;
    object.read_again(&Value::Object(others.into_iter().collect()), variant)
}

/// Writes an object of members that have these values, with those of `variant` behind them. None of these may be called as one
/// that stands there anyway: the value is not sent then, and is written without it.
pub fn write_record_of_variant(
    to: &mut Writer<'_>,
    members: &[&str],
    values: &[&dyn Encode],
    variant: &dyn Encode,
) {
    let tag = to.tag_here();
    write_record(to, members, values);
    let taken = to.join(variant, &|name| members.contains(&name) || tag == Some(name));
    if let Some(name) = taken {
        to.reject(format!("`{name}` has a field of its own and cannot be a member of the variant"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::codegen::Rule;
    use crate::json::{DecodeError, Map, Writer, read, read_tolerantly};

    #[derive(Clone, PartialEq)]
    struct Story {
        points: i64,
        note: Option<String>,
    }

    crate::json::macros::record!(Story { points, note } required ["points"]);

    #[derive(Clone, PartialEq)]
    struct Bug {
        severity: Option<String>,
        others: Map<String, i64>,
    }

    crate::json::macros::record!(Bug { severity } free others);

    #[derive(Clone, Debug, PartialEq)]
    enum ItemVariant {
        Story(Story),
        Bug(Bug),
        Unknown(Value),
    }

    crate::json::macros::tagged_union!(ItemVariant by "type", Story = "STORY", Bug = "BUG");

    #[derive(Clone, PartialEq)]
    struct Item {
        id: i64,
        name: Option<String>,
        variant: ItemVariant,
    }

    crate::json::macros::record!(Item { id, name } variant variant required ["id"]
        rules [Rule::Length("name", 1, 3)] constants ["version" = "2"]);

    #[derive(Clone, PartialEq)]
    struct Page {
        items: Vec<Item>,
    }

    crate::json::macros::record!(Page { items });

    fn item(text: &str) -> Item {
        let mut item = Item::default();
        read(text.as_bytes(), &mut item).unwrap();
        item
    }

    fn written(item: &Item) -> String {
        String::from_utf8(Writer::to_vec(item)).unwrap()
    }

    fn rejection(item: &Item) -> Option<String> {
        Writer::write(item, &mut |_| {}).1.rejection
    }

    #[test]
    fn each_member_is_in_one_place_wherever_it_stands() {
        let story = item(r#"{"points":5,"id":1,"type":"STORY","name":"a","note":"n"}"#);
        let variant = ItemVariant::Story(Story { points: 5, note: Some("n".to_owned()) });
        assert_eq!(story, Item { id: 1, name: Some("a".to_owned()), variant });
        assert_eq!(
            written(&story),
            r#"{"id":1,"name":"a","version":2,"type":"STORY","points":5,"note":"n"}"#
        );
        assert_eq!(serde_json::from_str::<Item>(&written(&story)).unwrap(), story);
        let bug = item(r#"{"type":"BUG","id":1,"more":7}"#);
        assert_eq!(written(&bug), r#"{"id":1,"version":2,"type":"BUG","more":7}"#);
    }

    #[test]
    fn an_unknown_variant_is_kept_without_the_members_of_the_object() {
        let other = item(r#"{"id":1,"type":"TASK","due":[1]}"#);
        assert_eq!(other.variant, ItemVariant::Unknown(json!({"type": "TASK", "due": [1]})));
        assert_eq!(written(&other), r#"{"id":1,"version":2,"due":[1],"type":"TASK"}"#);
        let none = item(r#"{"id":1}"#);
        assert_eq!(none.variant, ItemVariant::Unknown(json!({})));
        assert_eq!(written(&none), r#"{"id":1,"version":2}"#);
        assert_eq!(written(&Item::default()), r#"{"id":0,"version":2}"#);
    }

    #[test]
    fn what_does_not_fit_is_told_at_its_place() {
        let text = r#"{"items":[{"id":1,"type":"STORY","points":{}},{"id":2,"type":"BUG","severity":{},"a":"x","b":1}]}"#;
        let mut page = Page { items: Vec::new() };
        let left_out = read_tolerantly(text.as_bytes(), usize::MAX, &mut page).unwrap();
        let places: Vec<String> = left_out.iter().map(DecodeError::path).collect();
        assert_eq!(places, ["items[0].points", "items[1].a", "items[1].severity"]);
        assert_eq!(page.items.len(), 1);
        let missing = read(br#"{"type":"STORY","points":1}"#, &mut Item::default()).unwrap_err();
        assert_eq!(missing.to_string(), "member `id` is missing");
    }

    #[test]
    fn nothing_is_written_twice_and_such_a_value_is_not_sent() {
        let with = |variant| Item { id: 1, name: None, variant };
        let others = Map::from([("id".to_owned(), 9), ("z".to_owned(), 3)]);
        for variant in [
            ItemVariant::Unknown(json!({"id": 9, "type": "BUG", "z": 3})),
            ItemVariant::Bug(Bug { severity: None, others }),
        ] {
            let clashing = with(variant);
            assert_eq!(written(&clashing), r#"{"id":1,"version":2,"type":"BUG","z":3}"#);
            let why = "`id` has a field of its own and cannot be a member of the variant";
            assert_eq!(rejection(&clashing).as_deref(), Some(why));
        }
        let story = with(ItemVariant::Story(Story { points: 1, note: None }));
        assert_eq!(rejection(&story), None);
        // Rules are those of the members of the object.
        assert!(rejection(&Item { name: Some("long".to_owned()), ..story }).is_some());
    }
}
