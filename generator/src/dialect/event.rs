//! Events: what the service sends by itself.

use super::mapping::{
    Companions, Entries, Item, JSON_PATH, Key, Mapping, PLAIN_FIELD, SNAKE_CASE, TYPE, Value,
};

pub(crate) static CALLBACK: Mapping = Mapping::new(
    "callback",
    "a callback",
    "A kind of request that the service sends when something happened; places in its body are names joined by dots.",
    &[
        Key::doc("What it is, and how it is set up."),
        Key::new(
            "inputs",
            "What both sides know, each a `string`, a `secret` or an id over `string`; arguments of `receiver`.",
            Value::Entries(&Entries::named(SNAKE_CASE, PLAIN_FIELD)),
        )
        .needed()
        .example("`inputs: {token: {type: secret, doc: \"…\"}}`"),
        Key::new("proof", "How the service proves that it sent a body.", Value::Mapping(&PROOF))
            .needed()
            .example("`proof: {token: token, at: header.token}`: an input, and where in the body it stands"),
        Key::new("event_type", "Where the event type stands, a text or a whole number.", JSON_PATH)
            .needed()
            .example("`event_type: header.type`, where in the body the event type stands"),
        Key::new(
            "sent_at",
            "Where the time of sending stands, in seconds or milliseconds since 1970, which its size tells; what is \
             too old is refused.",
            JSON_PATH,
        )
        .left_out("the age is not checked"),
        Key::new(
            "delivery_id",
            "Where the id stands that all deliveries of one event share; with it repeats are known.",
            JSON_PATH,
        )
        .left_out("the same bytes are a repeat"),
        Key::new("actor", "Where the body says which user made the change.", JSON_PATH).left_out("it does not say so"),
        Key::new(
            "cause",
            "In which way the change was made; a receiver drops changes made through the API unless it is told \
             otherwise.",
            Value::Mapping(&CAUSE),
        )
        .left_out("no change is dropped"),
        Key::new("payload", "Where the payload stands.", JSON_PATH).left_out("the whole body"),
        Key::new("payload_type", "The type of payloads whose event type has no `type`.", TYPE).left_out("`any`"),
        Key::new(
            "types",
            "The event types, by what stands at `event_type`.",
            Value::Entries(&Entries::any(Value::Mapping(&EVENT_TYPE))),
        )
        .needed()
        .example("`types:` and below it `created: {doc: \"…\"}` for each"),
        Key::sources(),
    ],
);

pub(crate) static PROOF: Mapping = Mapping::new(
    "proof",
    "a proof",
    "How the service proves that a body is its own.",
    &[
        Key::new(
            "sha256",
            "What is joined without a separator and hashed; hexadecimal digits prove it.",
            Value::List(&Item { doc: "", value: Value::Mapping(&PROOF_PART) }, 0),
        )
        .left_out("`token` proves it"),
        Key::text("token", "The input that is sent as it is.").left_out("`sha256` proves it"),
        Key::new("at", "Where the proof stands.", JSON_PATH).needed().example(AT),
    ],
)
.companions(&[Companions::ExactlyOne(&["sha256", "token"])]);

pub(crate) static PROOF_PART: Mapping = Mapping::new(
    "proof_part",
    "a part of a proof",
    "A part of what is hashed.",
    &[
        Key::text("input", "An input.").left_out("the part is a `member`"),
        Key::new("member", "A member of the body, as it stands there.", JSON_PATH)
            .left_out("the part is an `input`"),
    ],
)
.companions(&[Companions::ExactlyOne(&["input", "member"])]);

pub(crate) static CAUSE: Mapping = Mapping::new(
    "cause",
    "a cause",
    "Which member says in which way a change was made.",
    &[
        Key::new("at", "Where the body says in which way the change was made.", JSON_PATH)
            .needed()
            .example(AT),
        Key::new(
            "through_api",
            "The values that stand for changes made through the API.",
            Value::List(&Item { doc: "A value.", value: Value::Text }, 0),
        )
        .needed()
        .example("`through_api: [openapi]`, the values that stand for changes made through the API"),
    ],
);

pub(crate) static EVENT_TYPE: Mapping = Mapping::new(
    "event_type",
    "an event type",
    "An event type.",
    &[
        Key::text("name", "Its Rust name in snake case, when the text on the wire does not serve.")
            .left_out("the text on the wire"),
        Key::doc("What happened."),
        Key::ty("The type of its payload.").left_out("the `payload_type` of the callback"),
        Key::new(
            "also",
            "Other texts that mean the same; a `*` at the end stands for any ending.",
            Value::List(&Item { doc: "A text.", value: Value::Text }, 0),
        )
        .left_out("none"),
    ],
);

const AT: &str = "`at: header.token`, where in the body it stands";
