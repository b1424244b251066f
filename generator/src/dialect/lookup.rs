//! Methods that find an item of a list by its key.

use super::mapping::{Key, Mapping, NAMES};

pub(crate) static LOOKUP: Mapping = Mapping::new(
    "lookup",
    "a look-up",
    "A method that finds an item of a list by its key.",
    &[
        Key::text("in", "The member that holds the list.").needed(),
        Key::new("by", "The item's members that are compared with the key, the first one first.", NAMES)
            .needed(),
        Key::text("value", "The member of the item that is wanted.").left_out("the item itself"),
        Key::doc("What it finds."),
    ],
);
