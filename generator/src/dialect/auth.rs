//! How callers are let in.

use super::mapping::{
    Companions, Entries, Item, JSON_PATH, Key, Mapping, PLAIN_FIELD, SCALAR, SNAKE_CASE, TEMPLATE, Value,
};

pub(crate) static AUTH: Mapping = Mapping::new(
    "auth",
    "`auth`",
    "How callers are let in.",
    &[
        Key::new("renew_on", "Codes that mean: renew the token, send once more.", CODES).left_out("none"),
        Key::new(
            "never_renew_on",
            "Codes that look as if the token had to be renewed, and mean something else.",
            CODES,
        )
        .left_out("none"),
        Key::new(
            "renew_before_expiry",
            "How long before its end a token is renewed, like `180s`.",
            Value::Notation("duration"),
        )
        .left_out("at its end"),
        Key::new(
            "credentials",
            "Each becomes a method of the client builder.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&CREDENTIAL))),
        )
        .needed(),
    ],
);

const CODES: Value = Value::List(&Item { doc: "", value: Value::Int }, 0);

pub(crate) static CREDENTIAL: Mapping = Mapping::new(
    "credential",
    "a credential",
    "An authentication scheme: a `token` or an `exchange` that yields one for `headers` beside `api`, or what it sends itself.",
    &[
        Key::doc("What it is and when to use it."),
        Key::new(
            "inputs",
            "What the caller must have.",
            Value::Entries(&Entries::named(SNAKE_CASE, PLAIN_FIELD)),
        )
        .needed()
        .example("`inputs: {token: {type: secret, doc: \"…\"}}`"),
        Key::new("exchange", "How a token is had.", Value::Mapping(&EXCHANGE))
            .left_out("the `token` is used"),
        Key::new(
            "token",
            "The token, made of inputs like `{token}`; used as it is, never renewed. `{basic:user:password}` is two inputs as \
             `Authorization: Basic` has them.",
            TEMPLATE,
        )
        .left_out("the `exchange` yields one, or there is none"),
        Key::new(
            "headers",
            "Headers that it sends itself, made of its inputs and of `{token}`: `{X-Key: \"{key}\"}`.",
            SENT,
        )
        .left_out("none"),
        Key::new("query", "Query parameters that it sends itself, made of its inputs and of `{token}`: `{api_key: \"{key}\"}`.", SENT)
            .left_out("none"),
    ],
)
.companions(&[
    Companions::NotBoth("exchange", "token"),
    Companions::AtLeastOne(&["exchange", "token", "headers", "query"]),
]);

const SENT: Value = Value::Entries(&Entries::any(TEMPLATE));

pub(crate) static EXCHANGE: Mapping = Mapping::new(
    "exchange",
    "an exchange",
    "A call that yields a token.",
    &[
        Key::text("with", "Another credential, with which the exchange itself is called.")
            .left_out("it is called without a token"),
        Key::text("endpoint", "The endpoint, like `auth.token`.")
            .needed()
            .example("`endpoint: auth.token`, the id of the endpoint that returns the token"),
        Key::new(
            "send",
            "Members of the body of this call: values, or templates of the inputs.",
            Value::Entries(&Entries::any(SCALAR)),
        )
        .needed(),
        Key::new("token", "Where in the response's data the token stands.", JSON_PATH)
            .needed()
            .example("`token: …`, where in the response's data the token stands"),
        Key::new(
            "expires_in",
            "Where in the response's data the token's lifetime in seconds stands.",
            JSON_PATH,
        )
        .left_out("a token is kept until the server refuses it"),
        Key::new(
            "rotates",
            "Inputs that each response replaces, and where in the data the successor stands.",
            Value::Entries(&Entries::any(JSON_PATH)),
        )
        .left_out("none"),
    ],
);
