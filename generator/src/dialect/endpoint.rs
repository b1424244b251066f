//! Endpoints.

use super::mapping::{Companions, Entries, Item, JSON_PATH, Key, MEDIA_TYPE, Mapping, TYPE, Value};
use super::rate_limit::LIMIT_USES;
use super::rule::RULE;
use super::stream::STREAM_VALUE;

/// A method and a path. A segment is a parameter, as in `:id`, or a text with parameters inside, as in `{id}.json`; none is
/// empty. At the end may stand a `/`, and a word behind a `#` that tells routes apart.
const ROUTE: &str = "^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE) +/((:[A-Za-z0-9_]+|([A-Za-z0-9._~!$&'()*+,;=@%-]|\\{[A-Za-z0-9_]+\\})([:A-Za-z0-9._~!$&'()*+,;=@%-]|\\{[A-Za-z0-9_]+\\})*)(/(:[A-Za-z0-9_]+|([A-Za-z0-9._~!$&'()*+,;=@%-]|\\{[A-Za-z0-9_]+\\})([:A-Za-z0-9._~!$&'()*+,;=@%-]|\\{[A-Za-z0-9_]+\\})*))*/?)?(#[A-Za-z0-9._-]+)?$";
const ENVELOPE_NAME: Item = Item { doc: "The name of an envelope.", value: Value::Text };

/// Where calls go that do not go to the client's host.
pub(super) const HOST: Key = Key::new(
    "host",
    "The name of one of `hosts`, to which calls go. Where the client's base URL is none of the `hosts`, they go to that URL.",
    Value::Notation("name"),
)
.aliases(&["server", "baseurl"]);

pub(crate) static ENDPOINT: Mapping = Mapping::new(
    "endpoint",
    "an endpoint",
    "A call: one method of the client.",
    &[
        Key::new(
            "route",
            "Method and path: `POST /items/:item_id`. A parameter with text around it is `{name}`, as in \
             `/items/{item_id}.json`; each is described under `path`. What the server tells apart otherwise may have the \
             same route, with a word behind it that is not sent: `PUT /items/:item_id#copy`.",
            Value::Pattern(ROUTE),
        )
        .needed()
        .example("`route: GET /items/:item_id`")
        .aliases(&["path", "url", "uri", "method", "endpoint"]),
        Key::new("summary", "One sentence, a full stop at its end.", Value::Notation("summary"))
            .needed()
            .example("`summary: Reads one item.`"),
        Key::doc("More than the summary says."),
        Key::prose("title", "The title in the official documentation, in whatever language that is: `{zh: …}`."),
        Key::new(
            "effect",
            "Whether the call changes anything: decides idempotency keys and retries. `destroy` is a write that removes \
             something which cannot be had back: the docs say so, and a client can be told to refuse such calls.",
            Value::Words(&["read", "write", "destroy"]),
        )
        .needed()
        .example("`effect: read`, or `effect: write` if the call changes anything"),
        HOST.left_out("that of the resource, or the client's"),
        Key::new("path", "The route's parameters.", Value::Notation("path_fields"))
            .left_out("the shared `parameters` beside `api`"),
        Key::new("query", "Query parameters.", FIELDS)
            .left_out("none")
            .aliases(&["params", "parameters", "queryparams"]),
        Key::new("header", "Headers that belong to this call alone.", FIELDS)
            .left_out("none")
            .aliases(&["headerparams", "headerparameters"]),
        Key::new("cookie", "Cookies that belong to this call alone.", FIELDS)
            .left_out("none")
            .aliases(&["cookies", "cookieparams", "cookieparameters"]),
        Key::new(
            "body",
            "Members of the JSON body, parts of the form, or the one field that is the body.",
            FIELDS,
        )
        .left_out("none")
        .aliases(&["request", "payload", "requestbody", "json"]),
        Key::new(
            "body?",
            "Like `body`, for a body that need not be sent: what it needs is needed only if anything of it is set.",
            FIELDS,
        )
        .left_out("a `body`, if there is one, is always sent"),
        Key::new(
            "body_kind",
            "How the body is written: `value` is one field as JSON, `text` and `bytes` are one field as it is, and only `multipart` \
             holds files beside other fields.",
            Value::Words(&["json", "value", "form", "multipart", "text", "bytes", "none"]),
        )
        .left_out("`json` if there is a `body`, else `none`")
        .aliases(&["contenttype", "encoding"]),
        Key::new("media", "The media type of the body, such as `application/merge-patch+json`; of `bytes` also a range, `image/*`, of which the \
             file must be.", MEDIA_TYPE)
            .left_out("the usual one of its kind")
            .aliases(&["mediatype", "consumes"]),
        Key::new("accept", "The media type to ask for, such as `application/vnd.api+json`.", MEDIA_TYPE)
            .left_out("the server's choice")
            .aliases(&["produces"]),
        Key::new(
            "envelope",
            "The name of an envelope, or a list of them: the first whose code or proof of success is there is taken.",
            Value::Either(&[
                ENVELOPE_NAME,
                Item { doc: "Names of envelopes.", value: Value::List(&ENVELOPE_NAME, 0) },
            ]),
        )
        .left_out("the default envelope"),
        Key::new(
            "returns",
            "Type of the response's data, `T?` where a success may come without, `{200: T, 202: U, 204: nothing}` where \
             the status decides; `bytes` for a raw download.",
            Value::Notation("returns"),
        )
        .left_out("the call returns no data")
        .aliases(&["response", "responses", "result", "output", "return", "answer"]),
        Key::new(
            "stream",
            "That the response is a stream of items, each of the type at `returns`, and how they are written.",
            STREAM_VALUE,
        )
        .left_out("the response is one value")
        .aliases(&["streaming", "streamed", "sse", "eventstream"]),
        Key::new(
            "refusals",
            "Types of the bodies of refusals by their statuses: `{404: T, 4xx: U, default: V}`; the most particular \
             counts. An error gives the body with its type.",
            Value::Entries(&Entries::named("^([345][0-9][0-9]|[345]xx|default)$", TYPE).at_least(1)),
        )
        .left_out("an error has the code and message of the envelope alone")
        .aliases(&["errortypes", "errorbodies", "failures"]),
        Key::new(
            "limits",
            "The names of the rate limit sets that its requests count in: one, a list, or `{name: weight}`; or `none`.",
            LIMIT_USES,
        )
        .left_out("`rate_limits.default`")
            .aliases(&["ratelimit", "ratelimits", "throttle", "quota"]),
        Key::new(
            "max_transit",
            "The longest time from the sending of a request until the server counts it, like `5s`; for endpoints that are slower \
             than others.",
            Value::Notation("duration"),
        )
        .left_out("the limiter's own"),
        Key::text("pagination", "The name of a pagination style.")
            .left_out("not paged")
            .aliases(&["paging", "paginate", "paginated"]),
        Key::new("items", "Where in the data the page's list stands, like `list`.", JSON_PATH)
            .left_out("the data is the list"),
        Key::new(
            "whole_pages",
            "Whether the data is no list, so that a page is all of it: `pages()` gives the data, there is no `items()`.",
            Value::Bool,
        )
        .left_out("`false`"),
        Key::new(
            "auth",
            "`none`, or the list of credentials that the endpoint takes.",
            Value::Either(&[
                Item { doc: "Called without a token.", value: Value::Words(&["none"]) },
                Item {
                    doc: "Only these credentials.",
                    value: Value::List(&Item { doc: "The name of a credential.", value: Value::Text }, 1),
                },
            ]),
        )
        .left_out("every credential")
        .aliases(&["security", "credentials", "authorization"]),
        Key::new(
            "headers",
            "Per header `optional` or `never`, where the endpoint departs from the API's rule.",
            Value::Entries(
                &Entries::any(Value::Words(&["optional", "never"]))
                    .entry("`optional`: sent when known. `never`: not sent."),
            ),
        )
        .left_out("the API's rule"),
        Key::new(
            "rules",
            "Conditions over several fields, checked before sending.",
            Value::List(&Item { doc: "", value: Value::Mapping(&RULE) }, 0),
        )
        .left_out("none")
        .aliases(&["constraints", "conditions", "oneof"]),
        Key::new(
            "errors",
            "The error codes to expect, of those that stand under `errors` in any file.",
            Value::List(&Item { doc: "", value: Value::Int }, 0),
        )
        .left_out("none")
        .aliases(&["errorcodes", "codes"]),
        Key::prose("permission", "The permission a plugin needs.").left_out("unknown"),
        Key::prose("deprecated", "What to use instead.").left_out("current"),
        Key::sources(),
    ],
)
.companions(&[
    Companions::NotBoth("body", "body?"),
    Companions::WordNeeds("body_kind", "value", &["body"]),
    Companions::WordNeeds("body_kind", "form", &["body", "body?"]),
    Companions::WordNeeds("body_kind", "multipart", &["body", "body?"]),
    Companions::WordNeeds("body_kind", "text", &["body"]),
    Companions::WordNeeds("body_kind", "bytes", &["body"]),
    Companions::WordForbids("body_kind", "none", "body"),
    Companions::WordForbids("body_kind", "none", "body?"),
    Companions::Needs("items", "pagination"),
    Companions::Needs("pagination", "returns"),
    Companions::Needs("whole_pages", "pagination"),
    Companions::Needs("stream", "returns"),
    Companions::NotBoth("stream", "pagination"),
]);

const FIELDS: Value = Value::Notation("fields");
