//! The file that describes the API as a whole.

use super::shape::Definitions;
use super::shape::{
    SNAKE_CASE, any_keys, described, entries, exactly_one, having, integer, list, never_optional, object,
    one_of, pattern, reference, text, typed, with,
};
use crate::json::Json;

/// Regular expressions for strings of the spec: `15/s`, `data.list`, text whose braces match, the name of a header.
const RATE_LIMIT: &str = "^ *[0-9]*[1-9][0-9]* */ *(s|min|h) *$";
const JSON_PATH: &str = "^[^\\s.]+(\\.[^\\s.]+)*$";
const TEMPLATE: &str = "^([^{}]|\\{[^{}]*\\})+$";
const HEADER_NAME: &str = "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$";

/// The definitions that `api.yaml` and its parts use.
pub(super) fn definitions() -> Definitions {
    vec![
        ("api_file", api_file()),
        ("json_path", pattern("Member names joined by dots, like `data.list`.", JSON_PATH)),
        ("header", header()),
        ("limit", pattern("A count and a window: `15/s`, `450/min` or `100/h`.", RATE_LIMIT)),
        ("refusal", refusal()),
        ("credential", credential()),
        ("exchange", exchange()),
        ("envelope", envelope()),
        ("pagination", pagination()),
    ]
}

/// A mapping that has at least one entry.
fn some_entries(doc: &str, value: Json) -> Json {
    with(entries(doc, SNAKE_CASE, value), "minProperties", Json::Int(1))
}

/// The file as a whole.
fn api_file() -> Json {
    let host = object(
        "A host.",
        &[
            (
                "url",
                pattern("Scheme and host, without a `/` at its end.", "^https?://[A-Za-z0-9._:\\[\\]-]+$"),
            ),
            ("doc", text("Who uses it.")),
        ],
        &["url"],
    );
    let headers = with(
        any_keys("Every header of a request, in one rule each.", reference("header")),
        "propertyNames",
        Json::object([("pattern", Json::from(HEADER_NAME))]),
    );
    object(
        "What belongs to the API as a whole.",
        &[
            ("api", identity()),
            (
                "sources",
                any_keys("Where facts come from; endpoints and types refer to these.", text("What it is.")),
            ),
            ("hosts", some_entries("Where the API is served; the first one is the default.", host)),
            (
                "variables",
                entries("Values that a caller sets on the client.", SNAKE_CASE, reference("plain_field")),
            ),
            (
                "parameters",
                never_optional(described(
                    "Parameters that routes and addresses take when they do not describe their own of that name.",
                    reference("fields"),
                )),
            ),
            ("headers", headers),
            ("rate_limits", rate_limits()),
            ("auth", auth()),
            (
                "envelopes",
                some_entries("Shapes of responses; the first one is the default.", reference("envelope")),
            ),
            (
                "log_id_headers",
                list("Response headers that may hold the log id.", pattern("A header.", HEADER_NAME)),
            ),
            ("pagination", entries("The pagination styles.", SNAKE_CASE, reference("pagination"))),
            ("links", reference("links")),
            (
                "errors",
                entries(
                    "The error codes, each under its number on the wire.",
                    "^-?[0-9]+$",
                    reference("error_code"),
                ),
            ),
        ],
        &["api", "hosts", "rate_limits", "envelopes"],
    )
}

fn identity() -> Json {
    object(
        "What the API and its client are called.",
        &[
            ("name", text("Name of the service, as its users write it.")),
            ("crate", pattern("Package name of the client.", "^[a-z][a-z0-9_-]*$")),
            (
                "version",
                pattern(
                    "Version of the client, like `0.1.0`.",
                    "^[0-9]+\\.[0-9]+\\.[0-9]+([-+][A-Za-z0-9.+-]+)?$",
                ),
            ),
            ("doc", text("One paragraph for the crate's front page.")),
        ],
        &["name", "crate", "version", "doc"],
    )
}

fn header() -> Json {
    object(
        "The rule for one header.",
        &[
            (
                "value",
                pattern(
                    "What it holds; `{token}`, `{idempotency_key}` and `{variable}` are filled in.",
                    TEMPLATE,
                ),
            ),
            (
                "credentials",
                list(
                    "The credentials with which it is sent; all when left out.",
                    text("The name of a credential."),
                ),
            ),
            (
                "effect",
                one_of("Sent only with calls of this effect; with all when left out.", &["read", "write"]),
            ),
            (
                "required",
                described(
                    "Whether a call fails before it is sent when the value is not known.",
                    typed("boolean"),
                ),
            ),
            ("doc", text("What it is for.")),
        ],
        &["value"],
    )
}

fn rate_limits() -> Json {
    let several = with(list("Limits that hold all at once.", reference("limit")), "minItems", Json::Int(1));
    let set = exactly_one(vec![reference("limit"), several]);
    let per = with(
        list(
            "What a limit counts: each pair of these.",
            one_of("One of the two.", &["credential", "endpoint"]),
        ),
        "minItems",
        Json::Int(2),
    );
    object(
        "How many requests the server takes.",
        &[
            ("per", per),
            ("default", text("The set that holds where an endpoint names none.")),
            ("sets", entries("The named sets of limits: `15/s`, or `[15/s, 450/min]`.", SNAKE_CASE, set)),
            ("throttled", described("How a refusal for too many requests looks.", reference("refusal"))),
            ("duplicate", described("How a repeated idempotency key looks.", reference("refusal"))),
        ],
        &["default", "sets"],
    )
}

fn refusal() -> Json {
    object(
        "A refusal that the client must know.",
        &[
            ("status", described("The HTTP status.", reference("status"))),
            ("code", described("The error code, if the status alone does not tell.", typed("integer"))),
        ],
        &["status"],
    )
}

fn auth() -> Json {
    let codes = |doc: &str| list(doc, typed("integer"));
    object(
        "How callers are let in.",
        &[
            ("renew_on", codes("Codes that mean: renew the token, send once more.")),
            ("never_renew_on", codes("Codes that look like it and are not.")),
            (
                "renew_before_expiry",
                described("How long before its end a token is renewed, like `180s`.", reference("duration")),
            ),
            (
                "credentials",
                entries("Each becomes a method of the client builder.", SNAKE_CASE, reference("credential")),
            ),
        ],
        &["credentials"],
    )
}

fn credential() -> Json {
    let schema = object(
        "An authentication scheme, with either an `exchange` or a `token`.",
        &[
            ("doc", text("What it is and when to use it.")),
            ("inputs", entries("What the caller must have.", SNAKE_CASE, reference("plain_field"))),
            ("exchange", described("How a token is had.", reference("exchange"))),
            (
                "token",
                pattern("The token, made of inputs like `{token}`; used as it is, never renewed.", TEMPLATE),
            ),
        ],
        &["inputs"],
    );
    with(schema, "oneOf", Json::List(vec![having(&["exchange"]), having(&["token"])]))
}

fn exchange() -> Json {
    object(
        "A call that yields a token.",
        &[
            ("with", text("Another credential, with which the exchange itself is called.")),
            ("endpoint", text("The endpoint, like `auth.token`.")),
            (
                "send",
                any_keys("Members of its body: values, or templates of the inputs.", reference("scalar")),
            ),
            ("token", described("Where in the response's data the token stands.", reference("json_path"))),
            ("expires_in", described("Where its lifetime in seconds stands.", reference("json_path"))),
            (
                "rotates",
                any_keys(
                    "Inputs that each response replaces, and where in the data the successor stands.",
                    reference("json_path"),
                ),
            ),
        ],
        &["endpoint", "send", "token"],
    )
}

fn envelope() -> Json {
    let path = |doc: &str| described(doc, reference("json_path"));
    object(
        "Where the parts of a response stand.",
        &[
            ("success", success()),
            ("code", path("The error code; any but 0 is a refusal.")),
            ("message", path("The message that goes with the code.")),
            ("detail", path("Further details of an error.")),
            ("log_id", path("The id under which the server logged the request.")),
            ("data", path("The data; the whole body when left out.")),
            (
                "fallback",
                described("Whether any endpoint may refuse in it, as gateways do.", typed("boolean")),
            ),
        ],
        &[],
    )
}

fn success() -> Json {
    let member = with(
        any_keys("A member and the value that it has on success.", reference("scalar")),
        "minProperties",
        Json::Int(1),
    );
    let member = with(member, "maxProperties", Json::Int(1));
    let words =
        one_of("`code`: the code is there and 0. `status`: a 2xx status is enough.", &["code", "status"]);
    described(
        "What proves, beside a 2xx status, that a call succeeded; the code where there is one, else the status.",
        exactly_one(vec![words, member]),
    )
}

fn pagination() -> Json {
    let path = |doc: &str| described(doc, reference("json_path"));
    // A style has keys of its own, one of them needed, and the keys that all styles share.
    let style = |kind: &str, doc: &str, own: Vec<(&'static str, Json)>, needed: &str| {
        let mut keys =
            vec![("kind", Json::object([("const", Json::from(kind))])), ("doc", text("What it is."))];
        keys.extend(own);
        keys.extend([
            ("size", path("The parameter for the number of items.")),
            ("total", path("Where in the response the number of all items stands.")),
            ("has_more", path("Where in the response it says whether another page follows.")),
        ]);
        object(doc, &keys, &["kind", needed])
    };
    let next = with(
        any_keys("The parameter to set, and where in the response its value stands.", reference("json_path")),
        "minProperties",
        Json::Int(1),
    );
    let number = vec![
        ("page", path("The parameter that counts pages.")),
        ("first", integer("The number of the first page, 1 when left out.", i64::MIN, i64::MAX)),
    ];
    let offset = vec![("offset", path("The parameter for the number of items to skip."))];
    exactly_one(vec![
        style("number", "Pages are counted.", number, "page"),
        style("offset", "Items are skipped.", offset, "offset"),
        style("cursor", "The response says where to go on.", vec![("next", next)], "next"),
    ])
}
