//! What the dialect refuses about value forms, look-ups and appends.

use generator::{SourceFile, load};

const API: &str = r#"
api: {name: Test, crate: test-client, version: 0.1.0, doc: "A test."}
hosts: {main: {url: "https://example.com", doc: "The host."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 5/s}}
envelopes: {plain: {code: code}}
"#;

/// The findings about a resource, one line each, warnings left out.
fn findings(resource: &str) -> Vec<String> {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let text = format!("resource: thing\ndoc: Things.\n{resource}");
    match load(&[file("api.yaml", API), file("thing.yaml", &text)]) {
        Ok(_) => Vec::new(),
        Err(all) => {
            let errors = all.iter().filter(|finding| finding.severity == generator::Severity::Error);
            errors.map(|finding| format!("{}: {}", finding.code.name(), finding.message)).collect()
        }
    }
}

const GOOD: &str = r#"
endpoints:
  write:
    route: POST /things
    summary: Writes things.
    effect: write
    body:
      pairs: {type: [Pair], doc: "Pairs.", append: {name: pair, set: [key, value], doc: "Adds a pair."}}
    returns: Holder
types:
  Pair:
    doc: A pair.
    fields:
      key: {type: string, doc: "Key."}
      value?: {type: Content, doc: "Value."}
  Content:
    doc: Any content.
    any:
      text: {type: string, doc: "Text."}
      signal?: {type: bool, doc: "Signal."}
      count: {read: i64, doc: "Count."}
  Holder:
    doc: Holds pairs.
    fields:
      pairs?: {type: [Pair], doc: "Pairs."}
    lookups:
      pair: {in: pairs, by: [key], value: value, doc: "A value."}
"#;

#[test]
fn good_use_is_accepted() {
    assert_eq!(findings(GOOD), [] as [&str; 0]);
}

#[test]
fn each_mistake_is_named() {
    let mistakes = [
        ("text: {type: string,", "text: {", "key-missing: the form `text` has no type"),
        ("text: {type: string,", "null: {type: string,", "name-reserved: "),
        (
            "text: {type: string,",
            "as_text: {type: string,",
            "name-reserved: the form `as_text` has a name that looks like a reader's",
        ),
        ("text: {type: string,", "text: {type: secret,", "type-misplaced: a form cannot be a `secret`"),
        ("text: {type: string,", "text: {type: strin,", "type-unknown: the type `strin` is not defined"),
        ("{in: pairs,", "{in: pair,", "member-unknown: the type has no member `pair`"),
        ("by: [key]", "by: [kye]", "member-unknown: the type `Pair` has no member `kye`"),
        ("by: [key]", "by: [value]", "type-misplaced: `value` is `Content`, which is no key"),
        ("by: [key]", "by: []", "list-empty: the look-up `pair` compares nothing"),
        ("      pair: {in", "      pairs: {in", "name-taken: "),
        (
            "set: [key, value]",
            "set: [value]",
            "key-missing: `append` does not set `key`, which the type `Pair` must have",
        ),
        ("set: [key, value]", "set: [key, size]", "member-unknown: the type `Pair` has no member `size`"),
        ("{name: pair, set", "{name: send, set", "name-reserved: "),
        (
            "pairs: {type: [Pair], doc: \"Pairs.\", append",
            "pairs: {type: Pair, doc: \"Pairs.\", append",
            "type-misplaced: expected a list of objects, found `Pair`",
        ),
        (
            "pairs?: {type: [Pair], doc: \"Pairs.\"}",
            "pairs?: {type: [Pair], doc: \"Pairs.\", append: {name: pair, set: [key]}}",
            "key-conflict: `append` belongs to a parameter in the `body` of an endpoint",
        ),
    ];
    for (good, bad, finding) in mistakes {
        assert!(GOOD.contains(good), "{good}");
        let found = findings(&GOOD.replacen(good, bad, 1));
        assert!(found.iter().any(|line| line.starts_with(finding)), "{bad}: {found:?}");
    }
}
