//! Rate limits where documents write them. A wrong one is worse than none.

use paceline_generator::NoteKind;
use serde_json::{Value, json};

use super::{document, file, holds, import, places};

const INFERRED: &str = "a rate limit inferred from";

/// The limits of `GET /t`, whose operation has these members, beside those of `GET /u`, which says nothing.
fn limits_of(members: &Value) -> String {
    let mut operation = json!({"operationId": "get", "responses": {}});
    for (key, value) in members.as_object().expect("an object") {
        operation[key] = value.clone();
    }
    let paths = json!({"/t": {"get": operation}, "/u": {"get": {"operationId": "other", "responses": {}}}});
    let imported = import(&document(&paths, &json!({})));
    let line = file(&imported, "t.yaml").lines().find_map(|line| line.trim().strip_prefix("limits: "));
    let inferred = places(&imported, NoteKind::Changed, INFERRED);
    assert_eq!(inferred.len(), usize::from(line.is_some()), "each is marked by a note: {:?}", imported.notes);
    if line.is_some() {
        assert_eq!(inferred, ["#/paths/~1t/get"]);
    }
    // No name begins with a digit.
    line.map_or("", |line| line.trim_start_matches("n_")).to_owned()
}

#[test]
fn members_state_limits_in_several_shapes() {
    for (value, wanted) in [
        (json!("100/minute"), "100_per_min"),
        (json!("5 requests per second"), "5_per_s"),
        (json!({"limit": 100, "window": "60s"}), "100_per_min"),
        (json!({"max": 10, "period": "minute", "description": "Slow."}), "10_per_min"),
        (json!({"enabled": true, "events": 1000, "window": "1m"}), "1000_per_min"),
        (json!({"requests": 3, "windowSeconds": 30}), "3_per_30s"),
        (json!({"requests_per_minute": 60}), "60_per_min"),
        (json!({"rate": "100/hour"}), "100_per_h"),
        // A bucket that holds less than a minute's worth: full again after three seconds.
        (json!({"limit": 100, "per": "minute", "burst": 5}), "5_per_3s"),
        (json!([{"limit": 5, "unit": "second"}, "100/minute"]), "5_per_s_100_per_min"),
    ] {
        for key in ["x-rate-limit", "x-rate-limits", "x-ratelimit", "x-rateLimit"] {
            assert_eq!(limits_of(&json!({key: value})), wanted, "{key}: {value}");
        }
    }
    for value in [
        json!(100),
        json!(true),
        json!("fast"),
        json!([]),
        json!({}),
        json!({"limit": 100}),
        // Seconds, or milliseconds?
        json!({"max": 10, "window": 60}),
        json!({"limit": 100, "window": "1 month"}),
        json!({"limit": 0, "window": "1s"}),
        json!({"limit": -1, "window": "1s"}),
        json!({"limit": 9.5, "window": "1s"}),
        json!({"limit": 10, "requests": 20, "window": "1s"}),
        json!({"limit": 10, "window": "1s", "tier": "free"}),
        json!({"limit": 10, "window": "1s", "enabled": false}),
        json!({"read": "600 requests/minute", "write": "120 requests/minute"}),
        json!(["100/minute", "often"]),
    ] {
        assert_eq!(limits_of(&json!({"x-rate-limit": value})), "", "{value}");
    }
}

#[test]
fn descriptions_state_limits() {
    let described = |text: &str| limits_of(&json!({"description": text}));
    assert_eq!(described("Gets it. Rate limit: 10 requests per minute."), "10_per_min");
    let table = "Gets it.\n\n| Rate (requests per second) | Burst |\n| ---- | ---- |\n| 0.5 | 30 |\n";
    assert_eq!(described(table), "30_per_min");
    assert_eq!(described("Rate limit: 10 requests per minute, 20 requests per minute for friends."), "");
}

#[test]
fn a_limit_of_the_whole_document_takes_the_place_of_the_standard_one() {
    let get = |id: &str| json!({"get": {"operationId": id, "responses": {}}});
    let mut own = get("own");
    own["get"]["x-rate-limit"] = json!("2/s");
    let mut whole = document(&json!({"/t": get("get"), "/u": own}), &json!({}));
    whole["info"]["description"] = json!("All of it.\n\nCalls are limited to 60 requests per minute.");
    let imported = import(&whole);
    holds(
        file(&imported, "api.yaml"),
        &[
            "  default: standard\n  sets:\n    standard: {per: credential, limits: [60/min]}\n    n_2_per_s: [2/s]\n",
        ],
    );
    holds(file(&imported, "u.yaml"), &["limits: [standard, n_2_per_s]"]);
    assert!(!file(&imported, "t.yaml").contains("limits:"));
    assert_eq!(places(&imported, NoteKind::Changed, INFERRED), ["#/paths/~1u/get", "#/info"]);
}

#[test]
fn what_responses_tell_is_told() {
    let headers = |remaining: &str, reset: &str| {
        let header = json!({"schema": {"type": "integer"}});
        json!({"429": {"description": "", "headers": {remaining: header, reset: header}}})
    };
    let get = |id: &str, responses: Value| json!({"get": {"operationId": id, "responses": responses}});
    let imported = import(&document(
        &json!({
            "/t": get("t", headers("x-ratelimit-remaining", "X-RateLimit-Reset")),
            "/u": get("u", headers("RateLimit-Remaining", "RateLimit-Policy")),
        }),
        &json!({}),
    ));
    let told = "told: {told: {remaining: \"x-ratelimit-remaining\", reset: \"X-RateLimit-Reset\"}}";
    holds(file(&imported, "api.yaml"), &["standard: 10/s\n", told]);
    holds(file(&imported, "t.yaml"), &["limits: [standard, told]"]);
    assert!(!file(&imported, "u.yaml").contains("limits:"));
    // Where all tell it, all count in it.
    let imported = import(&document(
        &json!({"/t": get("t", headers("X-RateLimit-Remaining", "X-RateLimit-Reset"))}),
        &json!({}),
    ));
    holds(file(&imported, "api.yaml"), &["default: [standard, told]", "standard: 10/s\n"]);
}

#[test]
fn operations_of_a_category_share_a_limit() {
    let of = |id: &str, category: &str| json!({"get": {"operationId": id, "x-ratelimit-category": category, "responses": {}}});
    let mut write = json!({"post": {"operationId": "c", "responses": {}}});
    write["post"]["x-host"] = json!({"triggersNotification": true});
    let imported = import(&document(
        &json!({"/a": of("a", "ads_read"), "/b": of("b", "ads_read"), "/c": write}),
        &json!({}),
    ));
    holds(file(&imported, "api.yaml"), &["ads_read: {per: credential, limits: 10/s}"]);
    holds(file(&imported, "a.yaml"), &["limits: ads_read"]);
    holds(file(&imported, "b.yaml"), &["limits: ads_read"]);
    assert_eq!(places(&imported, NoteKind::Changed, "of a category").len(), 2);
    assert_eq!(places(&imported, NoteKind::Open, "send notifications").len(), 1);
}
