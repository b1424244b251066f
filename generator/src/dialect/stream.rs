//! Responses that are streams of items.

use super::mapping::{Companions, Item, Key, Mapping, Value};

/// How the items are written.
const KINDS: Value = Value::Words(&["events", "lines"]);

pub(crate) static STREAM: Mapping = Mapping::new(
    "stream",
    "a stream",
    "A response that is a stream of items.",
    &[
        Key::new(
            "kind",
            "`events`: server-sent events, the data of each of which is one item as JSON. `lines`: each line is one item as JSON.",
            KINDS,
        )
        .needed()
        .example("`kind: events` or `kind: lines`")
        .aliases(&["type", "as", "format", "media"]),
        Key::text("end", "The text that stands in place of an item and ends the stream, such as `[DONE]`.")
            .left_out("the stream ends with the response")
            .aliases(&["until", "done", "sentinel", "terminator"]),
        Key::text("end?", "Like `end`, for a text that may come or not.")
            .left_out("a stream that ends without its `end`, if it has one, has broken off"),
    ],
)
.companions(&[Companions::NotBoth("end", "end?")]);

/// The kind alone, or what more there is to say.
pub(super) const STREAM_VALUE: Value = Value::Either(&[
    Item { doc: "How the items are written, if there is nothing more to say.", value: KINDS },
    Item { doc: "", value: Value::Mapping(&STREAM) },
]);
