//! How many requests the server takes.

use super::mapping::{Entries, Item, Key, Mapping, SNAKE_CASE, Value};

pub(crate) static RATE_LIMITS: Mapping = Mapping::new(
    "rate_limits",
    "`rate_limits`",
    "How many requests the server takes.",
    &[
        Key::new(
            "per",
            "What a limit counts: each pair of these.",
            Value::List(
                &Item { doc: "One of the two.", value: Value::Words(&["credential", "endpoint"]) },
                2,
            ),
        )
        .left_out("`[credential, endpoint]`"),
        Key::text("default", "The set that holds where an endpoint names none.")
            .needed()
            .example("`default: standard`, the name of one of the `sets`"),
        Key::new(
            "sets",
            "The named sets of limits: `15/s`, or `[15/s, 450/min]`, which hold all at once.",
            Value::Entries(&Entries::named(
                SNAKE_CASE,
                Value::Either(&[
                    Item { doc: "", value: LIMIT },
                    Item {
                        doc: "Limits that hold all at once.",
                        value: Value::List(&Item { doc: "", value: LIMIT }, 1),
                    },
                ]),
            )),
        )
        .needed()
        .example("`sets: {standard: 15/s}`"),
        Key::new("throttled", "How a refusal for too many requests looks.", Value::Mapping(&REFUSAL))
            .left_out("status 429"),
        Key::new("duplicate", "How a repeated idempotency key looks.", Value::Mapping(&REFUSAL))
            .left_out("it is not told from other errors"),
    ],
);

const LIMIT: Value = Value::Form("limit");

pub(crate) static REFUSAL: Mapping = Mapping::new(
    "refusal",
    "a refusal",
    "A refusal that the client must know.",
    &[
        Key::new("status", "The HTTP status.", Value::Form("status")).needed().example("`status: 429`"),
        Key::new("code", "The error code, if the status alone does not tell.", Value::Int)
            .left_out("the status alone tells"),
    ],
);
