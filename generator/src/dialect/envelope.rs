//! Where the parts of a response stand.

use super::mapping::{Entries, Item, JSON_PATH, Key, Mapping, SCALAR, Value};

pub(crate) static ENVELOPE: Mapping = Mapping::new(
    "envelope",
    "an envelope",
    "Where the parts of a response stand; places are member names joined by dots.",
    &[
        Key::new(
            "success",
            "What proves success beside a 2xx status: `code` (it is there and 0), `status` (nothing more), or a member \
             with its value, such as `{ok: true}`.",
            Value::Either(&[
                Item {
                    doc: "`code`: the code is there and 0. `status`: a 2xx status is enough.",
                    value: Value::Words(&["code", "status"]),
                },
                Item {
                    doc: "A member and the value that it has on success.",
                    value: Value::Entries(&Entries::any(SCALAR).at_least(1).at_most(1)),
                },
            ]),
        )
        .left_out("the code, where there is one, else the status"),
        Key::new(
            "code",
            "The error code; any number but 0 is a refusal. A code that is a text is told by `error.text_code()`; `errors` explains numbers alone.",
            JSON_PATH,
        ),
        Key::new("message", "The message that goes with the code.", JSON_PATH),
        Key::new("detail", "Further details of an error.", JSON_PATH),
        Key::new("log_id", "The id under which the server logged the request.", JSON_PATH),
        Key::new("data", "The data.", JSON_PATH).left_out("the whole body"),
        Key::new(
            "fallback",
            "Whether any endpoint may be refused in it, as gateways do; it needs a `code`.",
            Value::Bool,
        )
        .left_out("`false`"),
    ],
);
