//! The places of a spec where a name can stand.

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::fill::{
    accessors, appends, arguments, callback, compared, endpoints, enumeration, fields, filter, resources,
    setters, shared, turn, types, upload, values,
};

/// A place where names can stand.
pub(crate) struct NamePlace {
    /// What such a name is for.
    pub(crate) name: &'static str,
    /// Whether names are written as those of types.
    pub(crate) is_type: bool,
    /// The crate in which it is compiled. Places share one where their names do not meet.
    pub(crate) krate: &'static str,
    /// Has all of some names stand there.
    pub(crate) fill: fn(&mut Draft, &[String]),
}

/// All of them.
pub(crate) const PLACES: &[NamePlace] = &[
    place("resource", "resources", resources),
    place("accessor", "accessors", accessors),
    place("endpoint", "calls", endpoints),
    place("argument in the path", "calls", |draft, names| arguments(draft, names, "path")),
    place("argument in the query", "calls", |draft, names| arguments(draft, names, "query")),
    place("argument in the body", "calls", |draft, names| arguments(draft, names, "body")),
    place("setter of a read", "calls", |draft, names| {
        setters(draft, "zz_reads", names, json!({"returns": "ZzThing"}));
    }),
    place("setter of a write", "calls", |draft, names| {
        setters(draft, "zz_writes", names, json!({"effect": "write"}));
    }),
    place("setter of pages", "calls", |draft, names| {
        let pages = json!({"returns": ["ZzThing"], "pagination": "zz_row"});
        setters(draft, "zz_pages", names, pages);
    }),
    place("setter of pages in data", "calls", |draft, names| {
        let pages = json!({"returns": "ZzPage", "pagination": "zz_page", "items": "zz_items"});
        setters(draft, "zz_pages_in_data", names, pages);
    }),
    place("setter of whole pages", "calls", |draft, names| {
        let pages = json!({"returns": "ZzPage", "pagination": "zz_page", "whole_pages": true});
        setters(draft, "zz_whole_pages", names, pages);
    }),
    place("setter of a download", "calls", |draft, names| {
        setters(draft, "zz_downloads", names, json!({"returns": "bytes"}));
    }),
    place("setter of a stream", "calls", |draft, names| {
        setters(draft, "zz_streams", names, json!({"returns": "ZzThing", "stream": "events"}));
    }),
    place("append", "calls", appends),
    place("shared parameter", "api", shared),
    place("upload", "uploads", |draft, names| names.iter().for_each(|name| upload(draft, name, &[], ""))),
    place("argument of an upload", "uploads", |draft, names| {
        for (index, names) in names.chunks(9).enumerate() {
            upload(draft, &format!("zz_upload_{index}"), names, "");
        }
    }),
    place("setter of an upload", "uploads", |draft, names| upload(draft, "zz_sets", names, "?")),
    NamePlace {
        name: "type",
        is_type: true,
        krate: "types",
        fill: |draft, names| types(draft, "zz_thing", names),
    },
    NamePlace {
        name: "shared type",
        is_type: true,
        krate: "shared-types",
        fill: |draft, names| types(draft, "zz_common", names),
    },
    place("member", "members", |draft, names| {
        draft.define("ZzBoth", json!({"fields": fields(names, "?")}));
        draft.call("zz_both", json!({"body": {"zz": "ZzBoth"}, "returns": "ZzBoth"}));
    }),
    place("member of responses", "members", |draft, names| {
        draft.define("ZzReply", json!({"fields": fields(names, "?")}));
        draft.call("zz_reply", json!({"returns": "ZzReply"}));
    }),
    place("required member", "members", |draft, names| {
        for (index, names) in names.chunks(9).enumerate() {
            draft.define(&format!("ZzMust{index}"), json!({"fields": fields(names, "")}));
            draft.call(&format!("zz_must_{index}"), json!({"body": {"zz": format!("ZzMust{index}")}}));
        }
    }),
    place("member beside free ones", "members", |draft, names| {
        draft.define("ZzOpen", json!({"fields": fields(names, "?"), "free": "ZzPair"}));
        draft.call("zz_open", json!({"body": {"zz": "ZzOpen"}, "returns": "ZzOpen"}));
    }),
    place("constant member", "members", |draft, names| {
        let constant = |name: &String| (name.clone(), json!({"type": "string", "constant": "x"}));
        draft.define("ZzConstant", json!({"fields": Value::Object(names.iter().map(constant).collect())}));
        draft.call("zz_constant", json!({"body": {"zz": "ZzConstant"}}));
    }),
    place("value of an enum of texts", "values", |draft, names| {
        enumeration(draft, "ZzTexts", "string", values(names));
    }),
    place("value of an enum of numbers", "values", |draft, names| {
        let value = |(index, name): (usize, &String)| json!({"value": index, "name": name});
        enumeration(draft, "ZzNumbers", "i64", names.iter().enumerate().map(value).collect());
    }),
    place("variant of a union", "values", |draft, names| {
        let each = |name: &String| (format!("{name} 1"), json!({"type": "ZzPair", "name": name}));
        let of: Map<String, Value> = names.iter().map(each).collect();
        draft.define("ZzVariants", json!({"union": {"by": "zz_tag", "of": of}}));
        draft.call("zz_variants", json!({"body": {"zz": "ZzVariants"}, "returns": "ZzVariants"}));
    }),
    place("form of a value", "values", |draft, names| {
        let form = |(index, name): (usize, &String)| {
            (name.clone(), json!({"type": turn(&["string", "i64", "ZzPair", "ZzThing"], index)}))
        };
        let forms: Map<String, Value> = names.iter().enumerate().map(form).collect();
        draft.define("ZzForms", json!({"any": forms}));
        draft.call("zz_forms", json!({"body": {"zz": "ZzForms"}, "returns": "ZzForms"}));
    }),
    place("look-up", "values", |draft, names| {
        let lookup =
            |name: &String| (name.clone(), json!({"in": "zz_pairs", "by": ["key"], "value": "value"}));
        let lookups: Map<String, Value> = names.iter().map(lookup).collect();
        let fields = json!({"zz_pairs?": ["ZzPair"]});
        draft.define("ZzLookups", json!({"fields": fields, "lookups": lookups}));
        draft.call("zz_lookups", json!({"body": {"zz": "ZzLookups"}, "returns": "ZzLookups"}));
    }),
    place("host", "api", |draft, names| {
        let hosts = draft.api("hosts");
        hosts.extend(names.iter().map(|name| (name.clone(), json!({"url": "https://more.example"}))));
    }),
    place("variable", "api", |draft, names| {
        let variables = draft.api("variables");
        variables.extend(names.iter().map(|name| (name.clone(), json!({"type": "ZzId"}))));
    }),
    place("set of limits", "api", |draft, names| {
        let sets = draft.api("rate_limits/sets");
        sets.extend(names.iter().map(|name| (name.clone(), json!("7/h"))));
    }),
    place("envelope", "api", |draft, names| {
        draft.api("envelopes").extend(names.iter().map(|name| (name.clone(), json!({"data": "data"}))));
        for name in names {
            draft.call(&format!("zz_in_{name}"), json!({"envelope": name}));
        }
    }),
    place("style of pages", "api", |draft, names| {
        let style = json!({"kind": "number", "page": "page"});
        draft.api("pagination").extend(names.iter().map(|name| (name.clone(), style.clone())));
    }),
    place("error code", "api", |draft, names| {
        let code = |name| json!({"name": name, "category": "auth", "retry": "never", "meaning": "M.", "advice": "A."});
        let errors = draft.resource("zz_thing", "errors");
        errors.extend(names.iter().enumerate().map(|(index, name)| ((index + 2).to_string(), code(name))));
    }),
    place("credential", "credentials", |draft, names| {
        let credential = json!({"inputs": {"zz_token": "secret"}, "token": "{zz_token}"});
        draft.api("auth/credentials").extend(names.iter().map(|name| (name.clone(), credential.clone())));
    }),
    place("credential of a refresh token", "refresh-tokens", |draft, names| {
        let mut credential = draft.api("auth/credentials")["zz_login"].clone();
        credential["with"] = Value::Null;
        credential.as_object_mut().expect("an object").remove("with");
        draft.api("auth/credentials").extend(names.iter().map(|name| (name.clone(), credential.clone())));
    }),
    place("input of a credential", "api", |draft, names| {
        for (index, names) in names.chunks(9).enumerate() {
            let inputs: Map<String, Value> =
                names.iter().map(|name| (name.clone(), json!("secret"))).collect();
            let token: String = names.iter().map(|name| format!("{{{name}}}")).collect();
            let credential = json!({"inputs": inputs, "token": token});
            draft.api("auth/credentials").insert(format!("zz_credential_{index}"), credential);
        }
    }),
    place("kind of pages of the service", "links", |draft, names| {
        let page = |name: &String| {
            (name.clone(), json!({"address": format!("/{name}/:zz_id"), "path": {"zz_id": "ZzId"}}))
        };
        draft.api("links/pages").extend(names.iter().map(page));
    }),
    place("parameter of an address", "links", |draft, names| {
        for (index, names) in names.chunks(9).enumerate() {
            let params: String = names.iter().map(|name| format!("/:{name}")).collect();
            let ty = |index: usize| json!({"type": turn(&["string", "ZzId", "i64"], index)});
            let path: Map<String, Value> =
                names.iter().enumerate().map(|(index, name)| (name.clone(), ty(index))).collect();
            let page = json!({"address": format!("/zz-{index}{params}"), "path": path});
            draft.api("links/pages").insert(format!("zz_page_{index}"), page);
        }
    }),
    place("callback", "events", |draft, names| {
        names
            .iter()
            .for_each(|name| callback(draft, name, &["zz_proof".to_owned()], &["zz_made".to_owned()]));
    }),
    place("event type", "events", |draft, names| {
        callback(draft, "zz_types", &["zz_proof".to_owned()], names)
    }),
    place("input of a callback", "events", |draft, names| {
        for (index, names) in names.chunks(9).enumerate() {
            callback(draft, &format!("zz_callback_{index}"), names, &["zz_made".to_owned()]);
        }
    }),
    place("filter", "filters", |draft, names| {
        names.iter().for_each(|name| filter(draft, name, "", &["zz_words".to_owned()]));
    }),
    place("kind of fields of a filter", "filters", |draft, names| filter(draft, "zz_kinds", "kinds", names)),
    place("key of a filter", "filters", |draft, names| filter(draft, "zz_keys", "keys", names)),
    place("operator", "operators", |draft, names| compared(draft, "ZzOperator", "zz_op", names)),
    place("quantifier", "operators", |draft, names| compared(draft, "ZzQuantifier", "zz_how?", names)),
];

const fn place(name: &'static str, krate: &'static str, fill: fn(&mut Draft, &[String])) -> NamePlace {
    NamePlace { name, is_type: false, krate, fill }
}
