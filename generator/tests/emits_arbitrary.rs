//! Whatever a valid spec says, what is emitted for it is Rust, and nothing of its text has become code.
//!
//! Names, types, bounds and values are random; texts are random or hostile: each hostile one tries to define a name `evil`. `PROPTEST_CASES` says how many specs are tried.

mod common;

use std::fmt::Write as _;

use common::arbitrary::{HOSTILE, arbitrary_spec, words};
use paceline_generator::{SourceFile, generate, load, render_diagnostics};
use proptest::prelude::*;

/// What names are made of.
static WORDS: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(words);

/// Types of fields, and a bound that fits each.
const TYPES: &[(&str, &str)] = &[
    ("string", ", max_length: 7"),
    ("i64", ", min: -3, max: 9223372036854775807"),
    ("f64", ", min: -1.5e300, max: 0.1"),
    ("bool", ""),
    ("timestamp", ", min: 0"),
    ("any", ""),
    ("secret", ", max_length: 4294967295"),
    ("[string]", ", min_items: 1, max_items: 4294967295"),
    ("[[Id]]", ", max_items: 0"),
    ("{map: i64}", ""),
    ("{map: [Thing], key: Id}", ""),
    ("{json: Thing}", ""),
    ("Id", ""),
    ("Number", ", max: 5"),
    ("Kind", ""),
    ("Level", ""),
    ("Either", ""),
    ("Thing", ""),
];

/// A text in quotes, everything that is not plain ASCII escaped.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(quoted, "\\{c}").unwrap(),
            ' '..='~' => quoted.push(c),
            c => write!(quoted, "\\U{:08x}", u32::from(c)).unwrap(),
        }
    }
    quoted + "\""
}

fn text() -> impl Strategy<Value = String> {
    let said = |text: String| if text.trim().is_empty() { "Nothing.".to_owned() } else { text };
    prop_oneof![prop::sample::select(HOSTILE).prop_map(str::to_owned), any::<String>().prop_map(said)]
}

/// A name on the wire: anything on one line. Who uses it puts something behind it that keeps names apart.
fn wire() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.chars().filter(|c| !c.is_control()).take(20).collect())
}

/// The fields of an object, each with a name of its own that starts with `prefix`.
fn fields(prefix: &'static str) -> impl Strategy<Value = String> {
    let field = (wire(), text(), prop::sample::select(TYPES), any::<[bool; 3]>());
    prop::collection::vec(field, 0..6).prop_map(move |fields| {
        let mut lines = String::from("{");
        for (index, (wire, doc, (ty, bound), [optional, documented, bounded])) in fields.iter().enumerate() {
            // The index keeps keys apart, on the wire and in Rust.
            let mark = if *optional { "?" } else { "" };
            write!(lines, "{}: {{type: {ty}, name: {prefix}{index}", quote(&format!("{wire}{index}{mark}")))
                .unwrap();
            if *documented {
                write!(lines, ", doc: {}", quote(doc)).unwrap();
            }
            if *bounded {
                lines.push_str(bound);
            }
            lines.push_str("}, ");
        }
        lines + "}"
    })
}

/// A resource with an id, objects, a union and two enums, with fields of random `TYPES`, and a random text wherever it has one.
fn resource() -> impl Strategy<Value = String> {
    let texts = prop::collection::vec(text(), 8);
    (fields("member"), fields("query"), fields("body"), texts, any::<i64>(), any::<bool>()).prop_map(
        |(thing, query, body, texts, number, write)| {
            let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(|index| quote(&texts[index]));
            // A thing that must hold a thing would never end.
            let thing = thing.replace("type: Thing", "type: [Thing]").replace("{json: Thing}", "[Thing]");
            // Of `TYPES`, these do not fit a query, or only with a style: such a query is left empty.
            let query = if query.contains("Thing") || query.contains("any") || query.contains("{map")
                || query.contains("secret") || query.contains("Either") || query.contains("[[")
            {
                "{}"
            } else {
                &query
            };
            let effect = if write { "write" } else { "read" };
            format!(
                "resource: thing\naccessor: things\ndoc: {a}\nendpoints:\n  act:\n    route: PUT /things/:id\n    summary: Acts.\n    doc: {b}\n    \
                 title: {c}\n    effect: {effect}\n    deprecated: {d}\n    permission: {e}\n    path: {{id: {{type: Id, doc: {f}}}}}\n    \
                 query: {query}\n    body: {body}\n    returns: [Thing]\n    errors: [{number}]\n\
                 types:\n  Id: {{id: string, doc: {g}}}\n  Number: {{id: i64}}\n  Thing: {{doc: {h}, fields: {thing}}}\n  \
                 Either: {{union: [string, [Number], Kinds]}}\n  Kinds: {{fields: {{kind: Kind}}}}\n  \
                 Kind: {{enum: string, values: [{{value: {v}, name: odd, doc: {a}}}, {{value: plain}}]}}\n  \
                 Level: {{enum: i64, values: [{{value: {number}, name: some}}]}}\n\
                 errors:\n  {number}: {{name: odd, title: {a}, category: unknown, retry: never, meaning: {b}, advice: {c}}}\n",
                v = quote(&format!("v{}", texts[0])),
            )
        },
    )
}

/// The names in a part of code, those inside texts and comments aside.
fn names(tokens: proc_macro2::TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(name) => found.push(name.to_string()),
            proc_macro2::TokenTree::Group(group) => found.extend(names(group.stream())),
            _ => {}
        }
    }
    found
}

#[allow(clippy::disallowed_methods, reason = "a test may be told to take its time")]
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(48), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_valid_spec_emits_rust(resource in resource()) {
        let files = [
            SourceFile { path: "api.yaml".into(), text: include_str!("cases/base.yaml").into() },
            SourceFile { path: "thing.yaml".into(), text: resource },
        ];
        let loaded = load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)));
        for file in generate(&loaded.api, &paceline_generator::CrateLayout::Workspace) {
            prop_assert!(!file.path.contains("..") && !file.path.starts_with('/'), "{}", file.path);
            if file.path.ends_with(".rs") {
                let parsed = syn::parse_file(&file.text);
                prop_assert!(parsed.is_ok(), "{}: {:?}\n{}", file.path, parsed.err(), file.text);
                let tokens = file.text.parse().expect("it has just been parsed");
                prop_assert!(!names(tokens).iter().any(|name| name == "evil"), "{}\n{}", file.path, file.text);
            }
        }
    }

    /// So it is with specs that between them have every key of the dialect. None of them differs from itself, whatever is in it.
    #[test]
    fn any_spec_at_all_emits_rust(seed in any::<u64>()) {
        let api = arbitrary_spec(seed, &WORDS).loaded.api;
        prop_assert_eq!(paceline_generator::diff(&api, &api), []);
        // A text that is not looked at for its languages would have none in the main one, which titles alone may lack.
        let written = format!("{api:?}");
        for (at, _) in written.match_indices("Prose { main: \"\"") {
            let start = written.floor_char_boundary(at.saturating_sub(200));
            prop_assert!(written[..at].ends_with("title: Some("), "{}", &written[start..at]);
        }
        for file in generate(&api, &paceline_generator::CrateLayout::Workspace) {
            prop_assert!(!file.path.contains("..") && !file.path.starts_with('/'), "{}", file.path);
            if file.path.ends_with(".rs") {
                prop_assert!(syn::parse_file(&file.text).is_ok(), "{}\n{}", file.path, file.text);
                let tokens = file.text.parse().expect("it has just been parsed");
                prop_assert!(!names(tokens).iter().any(|name| name == "evil"), "{}\n{}", file.path, file.text);
            }
        }
    }

    /// Any text may stand where a file of the spec stands.
    #[test]
    fn any_text_is_taken_or_refused(text in any::<String>(), at in any::<prop::sample::Index>()) {
        let whole = include_str!("cases/types.yaml");
        let at = whole.floor_char_boundary(at.index(whole.len()));
        let files = [
            SourceFile { path: "api.yaml".into(), text: include_str!("cases/base.yaml").into() },
            SourceFile { path: "thing.yaml".into(), text: format!("{}{text}{}", &whole[..at], &whole[at..]) },
        ];
        match load(&files) {
            Ok(loaded) => drop(generate(&loaded.api, &paceline_generator::CrateLayout::Workspace)),
            Err(errors) => drop(render_diagnostics(&errors, &files, false)),
        }
    }
}
