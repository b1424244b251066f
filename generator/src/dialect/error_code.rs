//! Error codes.

use super::mapping::{Key, Mapping, Value};

pub(crate) static ERROR_CODE: Mapping = Mapping::new(
    "error_code",
    "an error code",
    "An error code and what to do about it.",
    &[
        Key::text("name", "Its Rust name in snake case.").needed(),
        Key::prose("title", "The official wording, in whatever language that is: `{zh: …}`."),
        Key::new("status", "HTTP status that it comes with, if known.", Value::Notation("status"))
            .left_out("unknown"),
        Key::new(
            "category",
            "What kind of failure it is.",
            Value::Words(&[
                "auth",
                "permission",
                "not_found",
                "validation",
                "rate_limit",
                "idempotency",
                "conflict",
                "quota",
                "server",
                "unknown",
            ]),
        )
        .needed()
        .example("`category: validation`, or another kind of failure"),
        Key::new(
            "retry",
            "Whether sending again can help.",
            Value::Words(&["never", "after_renewal", "after_wait", "maybe"]),
        )
        .needed()
        .example("`retry: never`, or `after_renewal`, `after_wait` or `maybe`"),
        Key::prose("meaning", "What it means.").needed().aliases(&["doc", "description"]),
        Key::prose("advice", "What to do about it.").needed(),
    ],
);
