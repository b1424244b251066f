//! Objects of several types, told apart by one of their members.

use serde_json::Value;

use super::decode::{Decode, Empty, Input, Members};
use super::encode::{Encode, Writer};
use super::error::DecodeError;

/// Implements reading, writing and serde's traits for an enum of objects; `by` names the member that tells them apart.
/// An object with another tag, or none, is kept as it came.
///
/// ```ignore
/// tagged_union!(Target by "type", Item = "ITEM", Reply = "REPLY");
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! tagged_union {
    ($ty:ident by $by:literal, $($variant:ident = $tag:literal),+ $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                let $crate::json::Input::Object(object) = input else {
                    return ::std::result::Result::Err(input.type_mismatch("an object"));
                };
                let mut whole = $crate::json::whole_object(object)?;
                *self = match $crate::json::tag(&whole, $by) {
                    $(::std::option::Option::Some($tag) => {
                        Self::$variant($crate::json::tagged_variant(object, &mut whole, $by)?)
                    })+
                    _ => Self::Unknown($crate::json::unknown(object, whole)),
                };
                ::std::result::Result::Ok(())
            }
        }

        $crate::const_default!(
            /// No object at all.
            $ty = Self::Unknown($crate::Value::Null)
        );

        impl $crate::json::Encode for $ty {
            fn encode(&self, to: &mut $crate::json::Writer<'_>) {
                match self {
                    $(Self::$variant(value) => $crate::json::write_tagged(to, $by, $tag, value),)+
                    Self::Unknown(value) => $crate::json::Encode::encode(value, to),
                }
            }
        }

        $crate::serde_traits!($ty);
    };
}

/// All members of an object. The tag may be the last of them.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro above calls it")]
pub fn whole_object(object: &mut dyn Members) -> Result<Value, DecodeError> {
    let mut whole = Value::Null;
    whole.decode_from(Input::Object(object))?;
    Ok(whole)
}

/// The tag of an object.
#[doc(hidden)]
#[must_use]
pub fn tag<'v>(whole: &'v Value, by: &str) -> Option<&'v str> {
    whole.get(by)?.as_str()
}

/// The object as it came, since it is of no variant that is known.
#[doc(hidden)]
pub fn unknown(object: &mut dyn Members, whole: Value) -> Value {
    object.keep_unknown();
    whole
}

/// The object as the type of a variant, without the tag, which is no member of it, not even a free one. What does not fit is
/// left out, or not, as in the text around it.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, reason = "only the macro above calls it")]
pub fn tagged_variant<T: Empty>(
    object: &mut dyn Members,
    whole: &mut Value,
    by: &str,
) -> Result<T, DecodeError> {
    take_out(whole, by);
    let mut value = T::empty();
    object.read_again(whole, &mut value)?;
    Ok(value)
}

fn take_out(whole: &mut Value, member: &str) {
    if let Value::Object(members) = whole {
        members.remove(member);
    }
}

/// Writes an object with its tag as the first member.
#[doc(hidden)]
pub fn write_tagged(to: &mut Writer<'_>, by: &'static str, tag: &str, value: &dyn Encode) {
    to.tagged(by, &tag, value);
}

pub use tagged_union;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::json::{DecodeError, Writer, read_tolerantly};

    #[derive(Clone, PartialEq)]
    struct Item {
        id: i64,
        note: Option<String>,
    }

    crate::json::macros::record!(Item { id, note } required ["id"]);

    #[derive(Clone, PartialEq)]
    struct Reply {
        parent: Option<String>,
    }

    crate::json::macros::record!(Reply { parent });

    #[derive(Clone, Debug, PartialEq)]
    enum Target {
        Item(Item),
        Reply(Reply),
        Unknown(Value),
    }

    tagged_union!(Target by "type", Item = "ITEM", Reply = "REPLY");

    #[derive(Clone, PartialEq)]
    struct Comment {
        about: Option<Target>,
        others: Option<Vec<Target>>,
    }

    crate::json::macros::record!(Comment { about, others });

    /// What is read, and where something was left out.
    fn read(text: &Value) -> Result<(Comment, Vec<String>), DecodeError> {
        let mut comment = Comment::default();
        let left_out = read_tolerantly(text.to_string().as_bytes(), usize::MAX, &mut comment)?;
        Ok((comment, left_out.iter().map(DecodeError::path).collect()))
    }

    fn written(target: &Target) -> String {
        String::from_utf8(Writer::to_vec(target)).unwrap()
    }

    #[test]
    fn the_tag_tells_wherever_it_stands_and_is_written_first() {
        let target: Target = serde_json::from_str(r#"{"id": 5, "note": "n", "type": "ITEM"}"#).unwrap();
        assert_eq!(target, Target::Item(Item { id: 5, note: Some("n".to_owned()) }));
        assert_eq!(written(&target), r#"{"type":"ITEM","id":5,"note":"n"}"#);
        let empty = Target::Reply(Reply::default());
        assert_eq!(written(&empty), r#"{"type":"REPLY"}"#);
    }

    #[test]
    fn another_tag_or_none_is_kept_as_it_came() {
        for object in
            [json!({"type": "VIEW", "id": [1]}), json!({"type": 7}), json!({}), json!({"type": null})]
        {
            let target: Target = serde_json::from_value(object.clone()).unwrap();
            assert_eq!(target, Target::Unknown(object.clone()));
            assert_eq!(serde_json::to_value(&target).unwrap(), object);
        }
        assert!(serde_json::from_value::<Target>(json!("ITEM")).is_err());
    }

    #[test]
    fn an_odd_value_inside_fails_no_more_than_in_any_other_object() {
        let (comment, left_out) = read(&json!({
            "about": {"note": {}, "type": "ITEM", "id": 1},
            "others": [{"type": "REPLY", "parent": "p"}, {"type": "ITEM", "id": "x"}, {"type": "REPLY", "parent": {}}],
        }))
        .unwrap();
        assert_eq!(comment.about, Some(Target::Item(Item { id: 1, note: None })));
        let parent = Reply { parent: Some("p".to_owned()) };
        assert_eq!(comment.others, Some(vec![Target::Reply(parent), Target::Reply(Reply::default())]));
        assert_eq!(left_out, ["about.note", "others[1].id", "others[2].parent"]);
    }
}
