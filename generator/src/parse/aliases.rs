//! What other dialects call the keys of this one, and what keys are easily forgotten.

/// The key, among those that may stand here, that a word of another dialect means; `None` if there is no such key.
pub(super) fn translate(word: &str, keys: &[&str]) -> Option<&'static str> {
    let folded = word.to_lowercase().replace(['-', '_'], "");
    let known = ALIASES.iter().filter(|(_, words)| words.contains(&&*folded)).map(|(key, _)| *key);
    known.into_iter().find(|key| keys.contains(key))
}

/// By key of the dialect: other words for it, in small letters without `_` and `-`.
const ALIASES: &[(&str, &[&str])] = &[
    ("doc", &["description", "desc", "comment", "docs"]),
    ("summary", &["description"]),
    ("route", &["path", "url", "uri", "method", "endpoint"]),
    ("returns", &["response", "responses", "result", "output", "return", "answer"]),
    ("query", &["params", "parameters", "queryparams"]),
    ("body", &["request", "payload", "requestbody", "json"]),
    ("body_kind", &["contenttype", "encoding", "mediatype"]),
    ("limits", &["ratelimit", "ratelimits", "throttle", "quota"]),
    ("pagination", &["paging", "paginate", "paginated"]),
    ("auth", &["security", "credentials", "authorization"]),
    ("rules", &["constraints", "conditions", "oneof"]),
    ("errors", &["errorcodes", "codes"]),
    ("fields", &["properties", "members", "attributes"]),
    ("values", &["variants", "options", "items"]),
    ("union", &["oneof", "anyof"]),
    ("type", &["schema", "kind", "ref", "$ref"]),
    ("min", &["minimum"]),
    ("max", &["maximum"]),
    ("min_items", &["minlength"]),
    ("max_items", &["maxlength", "maxcount"]),
    ("one_of", &["enum", "values", "allowed"]),
    ("constant", &["const", "fixed", "value"]),
    ("kind", &["type", "style"]),
    ("page", &["pagenumber", "number"]),
    ("next", &["cursor"]),
    ("url", &["host", "address", "base"]),
    ("meaning", &["doc", "description"]),
];

/// Advice about a key of another dialect whose meaning is expressed without a key here; `None` if there is none. `keys` are
/// those that may stand here.
pub(super) fn other_way(word: &str, keys: &[&str]) -> Option<&'static str> {
    // Only fields have this key.
    let field = keys.contains(&"max_items");
    match word {
        "nullable" if field => Some(
            "write `type: {nullable: …}` if `null` says something else than leaving the field out, and a `?` at the end of its name if it may be left out",
        ),
        "required" | "optional" if field => Some(
            "a field is optional when its name ends with `?`, like `name?: string`, and required otherwise",
        ),
        "format" | "pattern" if field => Some("say it in words under `doc`"),
        _ => None,
    }
}

/// How a key that must be there is written, with the values that it may have where these are few.
pub(super) fn example_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "route" => "`route: GET /items/:item_id`",
        "summary" => "`summary: Reads one item.`",
        "effect" => "`effect: read`, or `effect: write` if the call changes anything",
        "type" => "`type: string`, or another type",
        "values" => "`values:` and below it `- {value: …, doc: \"…\"}` for each",
        "value" => "`value: …`, what travels on the wire",
        "url" => "`url: \"https://api.example.com\"`",
        "kind" => "`kind: number`, `kind: offset` or `kind: cursor`",
        "page" => "`page: page_num`, the parameter that counts pages",
        "offset" => "`offset: offset`, the parameter that says how many items to skip",
        "next" => {
            "`next: {cursor: data.next_cursor}`: the parameter, and where in the response its value stands"
        }
        "retry" => "`retry: never`, or `after_renewal`, `after_wait` or `maybe`",
        "category" => "`category: validation`, or another kind of failure",
        "status" => "`status: 429`",
        "sets" => "`sets: {standard: 15/s}`",
        "default" => "`default: standard`, the name of one of the `sets`",
        "doc" => "`doc: \"…\"`",
        "inputs" => "`inputs: {token: {type: secret, doc: \"…\"}}`",
        "token" => "`token: …`, where in the response's data the token stands",
        "proof" => "`proof: {token: token, at: header.token}`: an input, and where in the body it stands",
        "event_type" => "`event_type: header.type`, where in the body the event type stands",
        "types" => "`types:` and below it `created: {doc: \"…\"}` for each",
        "at" => "`at: header.token`, where in the body it stands",
        "endpoint" => "`endpoint: auth.token`, the id of the endpoint that returns the token",
        "envelopes" => "`envelopes: {plain: {}}` if responses are not wrapped",
        "hosts" => "`hosts: {main: {url: \"https://api.example.com\"}}`",
        "rate_limits" => "`rate_limits: {default: standard, sets: {standard: 15/s}}`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_elsewhere_lead_only_to_keys_that_the_place_has() {
        assert_eq!(translate("rateLimit", &["limits", "doc"]), Some("limits"));
        assert_eq!(translate("description", &["doc"]), Some("doc"));
        assert_eq!(translate("maximum", &["doc"]), None);
        assert_eq!(translate("nonsense", &["doc"]), None);
    }
}
