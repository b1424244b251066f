//! What the dialect refuses about value forms, look-ups, appends, filters, rules and spellings.

use paceline_generator::{CrateLayout, SourceFile, generate, load, render_diagnostics};

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
            let errors = all.iter().filter(|finding| finding.severity == paceline_generator::Severity::Error);
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

/// Packages that the client is built from, or that every crate has in scope.
#[test]
fn a_package_has_a_name_of_its_own() {
    let named = |name: &str| {
        let api = API.replace("test-client", name);
        let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
        let found = load(&[file("api.yaml", &api), file("thing.yaml", &format!("resource: thing\n{GOOD}"))]);
        found.err().map(|all| all.iter().map(|finding| finding.code.name()).collect::<Vec<_>>())
    };
    for name in ["std", "core", "proc_macro", "paceline-runtime", "paceline_runtime", "paceline"] {
        assert_eq!(named(name), Some(vec!["name-reserved"]), "{name}");
    }
    assert_eq!(named("serde-json"), None);
}

/// A type that is sent has setters, which look-ups must not be called like; one that is only received has none.
#[test]
fn a_look_up_differs_from_setters() {
    let of_list = GOOD.replace("      pair: {in", "      pairs: {in");
    assert_eq!(findings(&of_list), [] as [&str; 0]);
    let sent = of_list
        .replace("    returns: Holder", "      holder: {type: Holder, doc: \"One.\"}\n    returns: Holder");
    assert_eq!(
        findings(&sent),
        ["name-taken: the setter `pairs` and the look-up `pairs` are both `pairs` in Rust"]
    );
}

#[test]
fn each_mistake_is_named() {
    let mistakes = [
        ("text: {type: string,", "text: {", "key-missing: the form `text` has no type"),
        ("text: {type: string,", "null: {type: string,", "name-reserved: "),
        (
            "text: {type: string,",
            "value: {type: string,",
            "name-reserved: the reader of the form `value` has a name that the emitted client needs itself: `as_value`",
        ),
        ("text: {type: string,", "text: {type: secret,", "type-misplaced: a form cannot be a `secret`"),
        ("text: {type: string,", "text: {type: strin,", "type-unknown: the type `strin` is not defined"),
        ("{in: pairs,", "{in: pair,", "member-unknown: the type has no member `pair`"),
        ("by: [key]", "by: [kye]", "member-unknown: the type `Pair` has no member `kye`"),
        ("by: [key]", "by: [value]", "type-misplaced: `value` is `Content`, which is no key"),
        ("by: [key]", "by: []", "list-empty: the look-up `pair` compares nothing"),
        (
            "      pair: {in",
            "      find_pair: {in: pairs, by: [key], doc: \"A pair.\"}\n      pair: {in",
            "name-taken: the look-up `find_pair` and the look-up without an error `pair` are both `find_pair` in Rust",
        ),
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

const FILTERS: &str = r#"
endpoints:
  find:
    route: POST /find
    summary: Finds things.
    effect: read
    body: {group: {type: Group, doc: "Conditions."}}
types:
  Join: {doc: "Conjunction.", enum: string, values: [{value: AND, name: and, doc: "All."}, {value: OR, name: or, doc: "One."}]}
  Op: {doc: "Operator.", enum: string, values: [{value: "=", name: equal, doc: "Equal."}, {value: "NULL", name: is_null, doc: "Empty."}]}
  Group:
    doc: A group.
    fields:
      join: {type: Join, doc: "Conjunction."}
      params?: {type: [Param], doc: "Conditions."}
      groups?: {type: [Group], doc: "Groups."}
  Param:
    doc: A condition.
    fields:
      key: {type: string, doc: "Key."}
      op: {type: Op, doc: "Operator."}
      value?: {type: any, doc: "Value."}
filters:
  filter:
    doc: Conditions.
    group: {type: Group, conjunction: join, all: AND, any: OR, conditions: params, groups: groups}
    condition: {type: Param, key: key, operator: op, value: value}
    takes_nothing: [is_null]
    sets: {both: [equal, is_null]}
    kinds:
      text: {operators: [both], value: string, doc: "Text."}
    keys:
      title: {kind: text, doc: "The title."}
"#;

#[test]
fn a_good_filter_is_accepted() {
    assert_eq!(findings(FILTERS), [] as [&str; 0]);
}

#[test]
fn each_mistake_of_a_filter_is_named() {
    let mistakes = [
        (
            "group: {type: Group, conj",
            "group: {type: Grup, conj",
            "type-unknown: a filter names the type `Grup`, which is not defined",
        ),
        ("conjunction: join", "conjunction: joint", "member-unknown: the type `Group` has no member `joint`"),
        (
            "conjunction: join",
            "conjunction: params",
            "type-misplaced: `params` is `[Param]`, which is no enum",
        ),
        ("all: AND", "all: ALL", "value-misfit: the text `ALL` is none of the enum's values"),
        ("key: key", "key: value", "type-misplaced: `value` is `any`"),
        ("[is_null]\n", "[is_nul]\n", "value-unknown: the filter has no operator or set `is_nul`"),
        (
            "{both: [equal, is_null]}",
            "{both: [equals, is_null]}",
            "value-unknown: the enum of operators has no operator `equals`",
        ),
        ("operators: [both]", "operators: [bot]", "value-unknown: the filter has no operator or set `bot`"),
        (
            "value: string, doc: \"Text",
            "doc: \"Text",
            "key-missing: operators of `text` compare with a value, yet no `value` is given",
        ),
        ("kind: text", "kind: txt", "value-unknown: the filter has no kind `txt`"),
        ("      title:", "      text:", "name-taken: the subject `text` is defined twice"),
        ("      title:", "      all:", "name-reserved: "),
        ("      title: {kind: text,", "      title: {", "key-missing: a key needs the key `operators`"),
    ];
    for (good, bad, finding) in mistakes {
        assert!(FILTERS.contains(good), "{good}");
        let found = findings(&FILTERS.replacen(good, bad, 1));
        assert!(found.iter().any(|line| line.starts_with(finding)), "{bad}: {found:?}");
    }
}

/// The conversion of clauses stands with the first of them, so the second needs its resource.
#[test]
fn a_filter_over_the_types_of_another_turns_on_its_feature() {
    let second = FILTERS.split_once("filters:").unwrap().1;
    let spec = |resource: &str, text: &str| SourceFile {
        path: format!("{resource}.yaml"),
        text: format!("resource: {resource}\ndoc: Things.\n{text}"),
    };
    let (types, own) = FILTERS.split_once("filters:").unwrap();
    let other = "endpoints:\n  find:\n    route: POST /more\n    summary: Finds more.\n    effect: read\n    \
                 body: {group: {type: Group, doc: Conditions.}}\n";
    let types = types.split_once("types:").unwrap();
    let files = [
        SourceFile { path: "api.yaml".into(), text: API.into() },
        spec("alpha", &format!("{}filters:{own}", types.0)),
        spec("beta", &format!("{other}filters:{second}")),
        spec("shared", &format!("types:{}", types.1)),
    ];
    let api =
        load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false))).api;
    let emitted = generate(&api, &CrateLayout::Workspace);
    let manifest = &emitted.iter().find(|file| file.path == "Cargo.toml").unwrap().text;
    assert!(manifest.contains(r#"beta = ["alpha", "shared"]"#), "{manifest}");
}

const RULES: &str = r#"
endpoints:
  write:
    route: POST /things
    summary: Writes things.
    effect: write
    body:
      text?: {type: string, min_length: 1, max_length: 9, doc: "Text."}
      list?: {type: [string], doc: "List."}
      more?: {type: [Part], without: [secret], doc: "More."}
    rules:
      - {all_or_none: [text, list]}
      - {together: [list, more], max_items: 9}
      - {forbidden: [list], when: {text: [a]}}
types:
  Part:
    doc: A part.
    fields:
      kind?: {type: Kind, doc: "Kind."}
      name?: {type: string, doc: "Name."}
    rules:
      - {at_least_one: [kind, name]}
  Kind:
    doc: A kind.
    enum: string
    values:
      - {value: one_two, also: [one-two], doc: "One."}
      - {value: two, doc: "Two."}
"#;

#[test]
fn good_rules_are_accepted() {
    assert_eq!(findings(RULES), [] as [&str; 0]);
}

#[test]
fn each_mistake_of_a_rule_is_named() {
    let mistakes = [
        (
            "all_or_none: [text, list]",
            "all_or_none: [text]",
            "rule-invalid: the rule is about too few fields to decide anything",
        ),
        (
            "together: [list, more]",
            "together: [list, text]",
            "rule-invalid: `text` is `string`, which has no items to count",
        ),
        (", max_items: 9}", "}", "key-missing: a rule needs the key `max_items`"),
        (
            "{all_or_none: [text, list]}",
            "{all_or_none: [text, list], max_items: 9}",
            "key-conflict: `max_items` belongs to `together`, not to `all_or_none`",
        ),
        (
            "{forbidden: [list], when: {text: [a]}}",
            "{forbidden: [list]}",
            "key-missing: `forbidden` needs a `when`",
        ),
        (
            "at_least_one: [kind, name]",
            "at_least_one: [kind, nam]",
            "param-unknown: the rule names `nam`, which is no member of the type",
        ),
        ("min_length: 1", "min_length: 10", "bounds-empty: `min_length` 10 is greater than `max_length` 9"),
        (
            "name?: {type: string,",
            "name?: {type: string, without: [a],",
            "constraint-misfit: `without` looks for members, but `name` is `string`",
        ),
        ("also: [one-two]", "also: [one_two]", "name-taken: the enum has the value `one_two` twice"),
        (
            "also: [one-two]",
            "also: [1]",
            "value-misfit: the number `1` is of another kind than the enum's values",
        ),
        (
            "{value: two,",
            "{value: two, also: [one_two],",
            "name-taken: the enum has the value `one_two` twice",
        ),
    ];
    for (good, bad, finding) in mistakes {
        assert!(RULES.contains(good), "{good}");
        let found = findings(&RULES.replacen(good, bad, 1));
        assert!(found.iter().any(|line| line.starts_with(finding)), "{bad}: {found:?}");
    }
}
