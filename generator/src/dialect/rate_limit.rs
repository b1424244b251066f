//! How many requests the server takes.

use super::mapping::{Companions, Entries, Item, Key, Mapping, SNAKE_CASE, Value};

pub(crate) static RATE_LIMITS: Mapping = Mapping::new(
    "rate_limits",
    "`rate_limits`",
    "How many requests the server takes.",
    &[
        Key::new("per", "Whose requests count together in sets that do not say it themselves.", PER)
            .left_out("`[credential, endpoint]`"),
        Key::new("default", "What holds where an endpoint says nothing.", LIMIT_USES)
            .needed()
            .example("`default: standard`, the name of one of the `sets`, or `default: none`"),
        Key::new(
            "sets",
            "The named sets of limits: `15/s`, or `[15/s, 450/min]`, which hold all at once, or a mapping.",
            Value::Entries(&Entries::named(
                SNAKE_CASE,
                Value::Either(&[
                    Item { doc: "", value: LIMIT },
                    Item { doc: "Limits that hold all at once.", value: LIMITS },
                    Item { doc: "", value: Value::Mapping(&LIMIT_SET) },
                ]),
            )),
        )
        .left_out("none")
        .example("`sets: {standard: 15/s}`"),
        Key::new("throttled", "How a refusal for too many requests looks.", Value::Mapping(&REFUSAL))
            .left_out("status 429"),
        Key::new("duplicate", "How a repeated idempotency key looks.", Value::Mapping(&REFUSAL))
            .left_out("it is not told from other errors"),
    ],
);

/// What the limits of an endpoint are written as.
pub(super) const LIMIT_USES: Value = Value::Notation("limit_uses");

/// A number of requests in a window.
const LIMIT: Value = Value::Notation("limit");

/// Several of them.
const LIMITS: Value = Value::List(&Item { doc: "", value: LIMIT }, 1);

/// Whose requests count together.
const PER: Value = Value::Either(&[
    Item {
        doc: "All of a `credential`, all on an `endpoint`, or `all` that count in the set.",
        value: Value::Words(&["credential", "endpoint", "all"]),
    },
    Item {
        doc: "Those of each credential on each endpoint.",
        value: Value::List(
            &Item { doc: "One of the two.", value: Value::Words(&["credential", "endpoint"]) },
            1,
        ),
    },
]);

pub(crate) static LIMIT_SET: Mapping = Mapping::new(
    "limit_set",
    "a set of limits",
    "Limits that hold all at once.",
    &[
        Key::doc("What is limited, and where that is documented."),
        Key::new("per", "Whose requests count together.", PER).left_out("what `rate_limits.per` says"),
        Key::new(
            "limits",
            "Requests in any window of a length: `15/s`, `50/10s`, `5000/day`, or a list of such.",
            Value::Either(&[
                Item { doc: "", value: LIMIT },
                Item { doc: "Limits that hold all at once.", value: LIMITS },
            ]),
        )
        .left_out("their number is not known, or not limited")
        .aliases(&["limit", "rate", "rates", "window", "windows"]),
        Key::new(
            "concurrent",
            "How many requests there may be at the same time.",
            Value::IntWithin(1, u32::MAX as i64),
        )
        .left_out("any number")
        .aliases(&["concurrency", "parallel", "maxconcurrent"]),
        Key::new("gap", "The least time between two requests, such as `1s`.", Value::Notation("duration"))
            .left_out("none")
            .aliases(&["interval", "pause", "spacing"]),
        Key::new(
            "told",
            "The response headers that say what is left. They only lower what the limits allow.",
            Value::Mapping(&TOLD),
        )
        .left_out("the server does not say it")
        .aliases(&["headers"]),
        Key::text(
            "weight_header",
            "The response header that says how much a request weighed, in place of the weight at the endpoint.",
        )
        .left_out("each request weighs what the endpoint says")
        .aliases(&["cost", "costheader"]),
    ],
)
.companions(&[Companions::AtLeastOne(&["limits", "concurrent", "gap", "told"])]);

pub(crate) static TOLD: Mapping = Mapping::new(
    "told",
    "`told`",
    "What response headers say of a set of limits.",
    &[
        Key::text("remaining", "The header with the number of requests that are left."),
        Key::text(
            "reset",
            "The header that says when that number is renewed: in how many seconds, or at which Unix time.",
        ),
        Key::text(
            "policy",
            "The name of the policy in the header `RateLimit` of the IETF draft, in place of `remaining` and `reset`.",
        ),
    ],
)
.companions(&[
    Companions::ExactlyOne(&["remaining", "policy"]),
    Companions::NotBoth("reset", "policy"),
    Companions::Needs("remaining", "reset"),
]);

pub(crate) static REFUSAL: Mapping = Mapping::new(
    "refusal",
    "a refusal",
    "A refusal that the client must know.",
    &[
        Key::new("status", "The HTTP status.", Value::Notation("status")).needed().example("`status: 429`"),
        Key::new("code", "The error code, if the status alone does not tell.", Value::Int)
            .left_out("the status alone tells"),
    ],
);
