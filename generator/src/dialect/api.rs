//! The file that describes the API as a whole.

use super::auth::AUTH;
use super::envelope::ENVELOPE;
use super::error_code::ERROR_CODE;
use super::link::LINKS;
use super::mapping::{
    Entries, Item, Key, LANGUAGE, Mapping, PLAIN_FIELD, PROSE, SNAKE_CASE, TEMPLATE, Value,
};
use super::pagination::PAGINATION;
use super::rate_limit::RATE_LIMITS;

/// The name of a header.
const HEADER_NAME: &str = "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$";

/// An SPDX expression.
const LICENSE: &str = "^[A-Za-z0-9.+() -]+$";

/// A keyword of a package.
const KEYWORD: &str = "^[A-Za-z][A-Za-z0-9_+-]{0,19}$";

pub(crate) static API_FILE: Mapping = Mapping::new(
    "api_file",
    "the file of the API",
    "What belongs to the API as a whole.",
    &[
        Key::new("api", "What the API and its client are called.", Value::Mapping(&API)).needed(),
        Key::new(
            "languages",
            "The tags of the languages of texts, the main one first: plain texts are in that one, and a text with several has it.",
            Value::List(&Item { doc: "The tag of a language, like `en`.", value: Value::Pattern(LANGUAGE) }, 1),
        )
        .left_out("no text names its language")
        .aliases(&["language", "locales"]),
        Key::new(
            "sources",
            "Where facts come from; endpoints and types refer to these.",
            Value::Entries(&Entries::any(PROSE).entry("What it is.")),
        )
        .left_out("none"),
        Key::new(
            "hosts",
            "Where the API is served; the first one is the default.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&HOST)).at_least(1)),
        )
        .needed()
        .example("`hosts: {main: {url: \"https://api.example.com\"}}`"),
        Key::new(
            "variables",
            "Values that a caller sets on the client, and may override for single calls.",
            Value::Entries(&Entries::named(SNAKE_CASE, PLAIN_FIELD)),
        )
        .left_out("none"),
        Key::new(
            "parameters",
            "Parameters that stand in several routes and page addresses. One that describes a parameter of such a name itself has its own.",
            Value::Notation("path_fields"),
        )
        .left_out("none"),
        Key::new(
            "headers",
            "Every header of a request, in one rule each.",
            Value::Entries(&Entries::named(HEADER_NAME, Value::Mapping(&HEADER))),
        )
        .left_out("none"),
        Key::new("rate_limits", "How many requests the server takes.", Value::Mapping(&RATE_LIMITS))
            .needed()
            .example("`rate_limits: {default: standard, sets: {standard: 15/s}}`"),
        Key::new("auth", "How callers are let in.", Value::Mapping(&AUTH))
            .left_out("calls have no token")
            .aliases(&["security", "credentials", "authorization"]),
        Key::new(
            "envelopes",
            "Shapes of responses; the first one is the default.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&ENVELOPE)).at_least(1)),
        )
        .needed()
        .example("`envelopes: {plain: {}}` if responses are not wrapped"),
        Key::new(
            "log_id_headers",
            "Response headers that may hold the log id.",
            Value::List(&Item { doc: "A header.", value: Value::Pattern(HEADER_NAME) }, 0),
        )
        .left_out("none"),
        Key::new(
            "pagination",
            "The pagination styles.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&PAGINATION))),
        )
        .left_out("none")
        .aliases(&["paging", "paginate", "paginated"]),
        Key::new("links", "Web addresses of the service's pages.", Value::Mapping(&LINKS))
            .left_out("the client has no module `links`"),
        ERRORS.left_out("they stand in other files"),
    ],
);

/// The error codes, which may stand in every file.
pub(super) const ERRORS: Key =
    Key::new("errors", "The error codes, each under its number on the wire.", Value::Entries(&ERROR_CODES))
        .aliases(&["errorcodes", "codes"]);

static ERROR_CODES: Entries = Entries::named("^-?[0-9]+$", Value::Mapping(&ERROR_CODE));

pub(crate) static API: Mapping = Mapping::new(
    "api",
    "`api`",
    "What the API and its client are called.",
    &[
        Key::text("name", "Name of the service, as its users write it.").needed(),
        Key::new("crate", "Package name of the client.", Value::Pattern("^[a-z][a-z0-9_-]*$")).needed(),
        Key::new(
            "version",
            "Version of the client, like `0.1.0`.",
            Value::Pattern("^[0-9]+\\.[0-9]+\\.[0-9]+([-+][A-Za-z0-9.+-]+)?$"),
        )
        .needed(),
        Key::doc("One paragraph for the crate's front page.").needed().example("`doc: \"…\"`"),
        Key::new(
            "license",
            "Licence of the client, in a crate of its own, as Cargo takes it: `MIT OR Apache-2.0`.",
            Value::Pattern(LICENSE),
        )
        .left_out("none, and no registry takes the crate")
        .aliases(&["licence"]),
        Key::new("repository", "Web address of the client's source.", Value::Pattern("^https?://[^\\s\"]+$"))
            .left_out("none"),
        Key::new(
            "keywords",
            "At most five words by which a registry finds the client.",
            Value::List(&Item { doc: "A keyword.", value: Value::Pattern(KEYWORD) }, 0),
        )
        .left_out("none"),
    ],
);

pub(crate) static HOST: Mapping = Mapping::new(
    "host",
    "a host",
    "A host; any other URL can be given at run time.",
    &[
        Key::new(
            "url",
            "Scheme and host, without a `/` at its end.",
            Value::Pattern("^https?://[A-Za-z0-9._:\\[\\]-]+$"),
        )
        .needed()
        .example("`url: \"https://api.example.com\"`")
        .aliases(&["host", "address", "base"]),
        Key::doc("Who uses it."),
    ],
);

pub(crate) static HEADER: Mapping = Mapping::new(
    "header",
    "a header",
    "The rule for one header.",
    &[
        Key::new(
            "value",
            "What it holds; `{token}`, `{idempotency_key}` and `{variable}` are filled in.",
            TEMPLATE,
        )
        .needed()
        .example("`value: …`, what travels on the wire"),
        Key::new(
            "credentials",
            "The credentials with which it is sent.",
            Value::List(&Item { doc: "The name of a credential.", value: Value::Text }, 0),
        )
        .left_out("all"),
        Key::new(
            "effect",
            "Sent only with calls of this effect; what destroys is a write, too.",
            Value::Words(&["read", "write", "destroy"]),
        )
        .left_out("with all calls"),
        Key::new(
            "required",
            "Whether a call fails before it is sent when the value is not known.",
            Value::Bool,
        )
        .left_out("`false`"),
        Key::doc("What it is for."),
    ],
);
