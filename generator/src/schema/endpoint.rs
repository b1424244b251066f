//! Endpoints.

use super::shape::Definitions;
use super::shape::{
    any_keys, described, entries, exactly_one, having, integer, list, never_optional, object, one_of,
    pattern, reference, text, typed, with,
};
use crate::json::Json;

/// A method and a path; no segment is empty, and one that starts with a colon is a parameter.
fn route() -> String {
    const PLAIN: &str = "A-Za-z0-9._~!$&'()*+,;=@%-";
    let segment = format!("(:[A-Za-z0-9_]+|[{PLAIN}][:{PLAIN}]*)");
    format!("^(GET|POST|PUT|PATCH|DELETE) +/({segment}(/{segment})*)?$")
}

/// The definitions that endpoints use.
pub(super) fn definitions() -> Definitions {
    vec![
        ("endpoint", endpoint()),
        ("returns", returns()),
        ("summary", summary()),
        ("rule", rule()),
        ("duration", duration()),
    ]
}

fn endpoint() -> Json {
    let mut keys = request_keys();
    keys.extend(response_keys());
    keys.extend(sending_keys());
    let schema = object("A call: one method of the client.", &keys, &["route", "summary", "effect"]);
    let kind = |word: &str| {
        let constant = Json::object([("const", Json::from(word))]);
        let properties = Json::object([("body_kind", constant)]);
        with(having(&["body_kind"]), "properties", properties)
    };
    let no_body = Json::object([("not", having(&["body"]))]);
    let if_then = |given: Json, then: Json| Json::object([("if", given), ("then", then)]);
    let conditions = vec![
        if_then(kind("multipart"), having(&["body"])),
        if_then(kind("bytes"), having(&["body"])),
        if_then(kind("none"), no_body),
    ];
    let companions = Json::object([
        ("items", Json::list(["pagination"])),
        ("pagination", Json::list(["returns"])),
        ("whole_pages", Json::list(["pagination"])),
    ]);
    with(with(schema, "allOf", Json::List(conditions)), "dependentRequired", companions)
}

fn request_keys() -> Vec<(&'static str, Json)> {
    let path = never_optional(described("The parameters of the route.", reference("fields")));
    vec![
        (
            "route",
            pattern(
                "Method and path: `POST /items/:item_id`. Each `:name` is described under `path`.",
                &route(),
            ),
        ),
        ("summary", described("One sentence, a full stop at its end.", reference("summary"))),
        ("doc", text("More than the summary says.")),
        ("title", text("The title in the official documentation.")),
        (
            "effect",
            one_of(
                "Whether the call changes anything: decides idempotency keys and retries.",
                &["read", "write"],
            ),
        ),
        ("path", path),
        ("query", described("Query parameters.", reference("fields"))),
        (
            "body",
            described(
                "Members of the JSON body, parts of the form, or the one file whose bytes are the body.",
                reference("fields"),
            ),
        ),
        (
            "body_kind",
            one_of(
                "How the body is written: `json` when there is a `body`, else `none`.",
                &["json", "multipart", "bytes", "none"],
            ),
        ),
    ]
}

/// A type, an optional one, or what each status returns.
fn returns() -> Json {
    let optional = pattern("A type whose value may be missing: `T?`.", "^\\w+\\?$");
    let data = || vec![reference("type_expression"), optional.clone()];
    let nothing = Json::object([("const", Json::from("nothing"))]);
    let status = Json::object([("anyOf", Json::List([data(), vec![nothing]].concat()))]);
    let statuses =
        entries("What each status of a success returns: `{200: T, 204: nothing}`.", "^2[0-9][0-9]$", status);
    exactly_one([data(), vec![statuses]].concat())
}

fn response_keys() -> Vec<(&'static str, Json)> {
    vec![
        (
            "envelope",
            described(
                "The name of an envelope, or several in the order in which they are tried; the first one of the API when left out.",
                exactly_one(vec![
                    text("The name of an envelope."),
                    list("Names of envelopes.", text("The name of an envelope.")),
                ]),
            ),
        ),
        (
            "returns",
            described(
                "Type of the response's data, with `?` where it may be missing; `bytes` for a raw download; or what each status returns.",
                reference("returns"),
            ),
        ),
        ("pagination", text("The name of a pagination style.")),
        (
            "items",
            text(
                "Where in the data the page's list stands, like `list`; the data is the list when left out.",
            ),
        ),
        (
            "whole_pages",
            described(
                "Whether the data is no list, so that a page is all of it: `pages()` gives the data, there is no `items()`.",
                typed("boolean"),
            ),
        ),
        ("errors", list("Codes of errors.yaml to expect.", typed("integer"))),
    ]
}

fn sending_keys() -> Vec<(&'static str, Json)> {
    let some =
        with(list("Only these credentials.", text("The name of a credential.")), "minItems", Json::Int(1));
    let auth = exactly_one(vec![one_of("Called without a token.", &["none"]), some]);
    vec![
        ("limits", text("The name of a rate limit set; the default set when left out.")),
        (
            "max_transit",
            described("Longest time a request may take to be counted, like `5s`.", reference("duration")),
        ),
        (
            "auth",
            described(
                "`none`, or the list of credentials that the endpoint takes; every one when left out.",
                auth,
            ),
        ),
        (
            "headers",
            any_keys(
                "Where the endpoint departs from the API's rule for a header.",
                one_of("`optional`: sent when known. `never`: not sent.", &["optional", "never"]),
            ),
        ),
        ("rules", list("Conditions over several fields, checked before sending.", reference("rule"))),
        ("permission", text("The permission a plugin needs.")),
        ("deprecated", text("What to use instead.")),
        ("sources", reference("sources")),
    ]
}

fn summary() -> Json {
    let sentence = pattern("One sentence, a full stop at its end, on one line.", "^\\s*\\S[^\\n]*\\.\\s*$");
    with(sentence, "not", Json::object([("pattern", Json::from("\\. [A-Z]"))]))
}

fn duration() -> Json {
    pattern("A whole number and a unit: `500ms`, `180s`, `3min` or `1h`.", "^[0-9]+ *(ms|s|min|h) *$")
}

fn rule() -> Json {
    let names = |doc: &str, least: i64| {
        with(list(doc, text("The wire name of a parameter.")), "minItems", Json::Int(least))
    };
    let rule = |doc: &str, keys: &[(&str, Json)], required: &[&str]| {
        let known = one_of(
            "How well the rule is known; one that a weak source alone tells of is not checked.",
            &["strong", "weak"],
        );
        object(doc, &[keys, &[("evidence", known)]].concat(), required)
    };
    let of = |key: &'static str, doc: &str| rule(doc, &[(key, names(doc, 2))], &[key]);
    let when = described(
        "The field that decides, and the values at which the others are needed.",
        with(
            with(
                with(
                    typed("object"),
                    "additionalProperties",
                    with(list("Values.", reference("scalar")), "minItems", Json::Int(1)),
                ),
                "minProperties",
                Json::Int(1),
            ),
            "maxProperties",
            Json::Int(1),
        ),
    );
    exactly_one(vec![
        of("exactly_one", "One of these, and only one."),
        of("at_least_one", "One of these or more."),
        of("at_most_one", "One of these or none."),
        of("all_or_none", "All of these or none."),
        rule(
            "Lists that hold no more than so many items taken together.",
            &[
                ("together", names("The lists.", 2)),
                ("max_items", integer("Greatest number of items in all of them.", 0, u32::MAX.into())),
            ],
            &["together", "max_items"],
        ),
        rule(
            "Left out when another field has one of some values.",
            &[("forbidden", names("What must not be there then.", 1)), ("when", when.clone())],
            &["forbidden", "when"],
        ),
        rule(
            "Needed when another field has one of some values.",
            &[("required", names("What is needed then.", 1)), ("when", when)],
            &["required", "when"],
        ),
    ])
}
