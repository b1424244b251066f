//! Types that are written as mappings.

use super::mapping::{Key, Mapping, TYPE};

pub(crate) static MAP_TYPE: Mapping = Mapping::new(
    "map_type",
    "a `map` type",
    "An object with arbitrary keys: `{map: T}`, or `{map: T, key: K}`.",
    &[
        Key::new("map", "Type of the values.", TYPE).needed(),
        Key::new("key", "Type of the keys.", TYPE).left_out("a string"),
    ],
);

pub(crate) static JSON_TYPE: Mapping = Mapping::new(
    "json_type",
    "a `json` type",
    "A string that holds JSON text of a type: `{json: T}`.",
    &[Key::new("json", "The type of what the text holds.", TYPE).needed()],
);

pub(crate) static TEXT_TYPE: Mapping = Mapping::new(
    "text_type",
    "a `text` type",
    "An id over whole numbers, in a place where it travels as text: `{text: T}`.",
    &[Key::new("text", "The id.", TYPE).needed()],
);

pub(crate) static NULLABLE_TYPE: Mapping = Mapping::new(
    "nullable_type",
    "a `nullable` type",
    "A value that may be `null`, which is not the same as being absent: `{nullable: T}`.",
    &[Key::new("nullable", "The type of what is not `null`.", TYPE).needed()],
);
