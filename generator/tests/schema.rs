//! The schema says yes to every spec that loads, and no to every mistake of shape.
#![allow(clippy::disallowed_methods, reason = "the specs are on the disk")]

use std::fs;
use std::path::{Path, PathBuf};

use paceline_generator::{render_dialect_page, render_schema};
use paceline_test_support::spec_dir;
use serde_json::Value;

/// Cases of `rejects/` that are about a file's text: there is nothing yet that a schema could look at.
const TEXT: &[&str] = &[
    "key-duplicate",
    "value-kind-key",
    "yaml-depth",
    "yaml-feature",
    "yaml-feature-directive",
    "yaml-syntax",
    "yaml-syntax-at",
    "yaml-syntax-bracket",
    "yaml-syntax-dash",
    "yaml-syntax-indent",
    "yaml-syntax-percent",
    "yaml-syntax-quote",
    "yaml-syntax-tab",
];

/// Cases about the meaning of names and values, or about several files: each file by itself has the right shape.
const MEANING: &[&str] = &[
    "key-conflict-optional-body",
    "key-missing-envelope",
    "key-missing-language",
    "language-unknown",
    "language-unknown-undeclared",
    "value-invalid-language-twice",
    "address-taken",
    "api-count",
    "api-count-twice",
    "bounds-empty",
    "constraint-misfit",
    "constraint-misfit-style",
    "credential-unknown",
    "endpoint-unknown",
    "envelope-unknown",
    "error-unknown",
    "event-mismatch",
    "exchange-mismatch",
    "header-unknown",
    "limit-unknown",
    "name-invalid-edition",
    "name-reserved-limit",
    "limit-unused",
    "host-unknown",
    "key-conflict-credential",
    "key-conflict-method",
    "member-unknown",
    "name-reserved",
    "name-reserved-body",
    "name-reserved-resource-client",
    "name-taken-also",
    "name-taken-event",
    "name-taken-spread",
    "name-taken-call",
    "name-taken-files",
    "name-taken-variant",
    "pagination-unknown",
    "pagination-unused",
    "paging-mismatch-next",
    "paging-mismatch-place",
    "param-unused",
    "param-unknown",
    "path-mismatch",
    "path-mismatch-address",
    "placeholder-unknown",
    "route-shadowed",
    "route-taken",
    "source-unknown",
    "type-endless",
    "type-misplaced",
    "type-misplaced-nullable",
    "type-misplaced-address",
    "type-misplaced-filter",
    "type-misplaced-status",
    "type-misplaced-stream",
    "type-misplaced-variant",
    "type-unknown",
    "type-unused",
    "undocumented",
    "union-ambiguous",
    "upload-mismatch",
    "value-misfit",
    "value-misfit-example",
];

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(&render_schema()).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("the schema compiles")
}

/// The YAML files of a folder, or the one file.
fn yaml_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    spec_dir::paths(path).unwrap_or_else(|error| panic!("{error}: {}", error.source))
}

/// A file as an editor hands it to a schema; `None` when it cannot be read.
fn read(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(json(serde_yaml::from_str(&text).ok()?))
}

fn json(value: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::Mapping(entries) => {
            let key = |key: Yaml| match key {
                Yaml::String(text) => text,
                Yaml::Number(number) => number.to_string(),
                Yaml::Bool(value) => value.to_string(),
                other => format!("{other:?}"),
            };
            Value::Object(entries.into_iter().map(|(name, value)| (key(name), json(value))).collect())
        }
        Yaml::Sequence(items) => Value::Array(items.into_iter().map(json).collect()),
        Yaml::Tagged(tagged) => json(tagged.value),
        plain => serde_json::to_value(plain).unwrap_or(Value::Null),
    }
}

#[test]
fn every_spec_that_loads_is_valid() {
    let schema = schema();
    let mut count = 0;
    for path in
        [spec(), tests().join("accepts"), tests().join("cases")].iter().flat_map(|dir| yaml_files(dir))
    {
        let value = read(&path).unwrap_or_else(|| panic!("{} is YAML", path.display()));
        let errors: Vec<_> =
            schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}:\n{}", path.display(), errors.join("\n"));
        count += 1;
    }
    assert!(count > 40, "only {count} files");
}

#[test]
fn every_rejected_case_is_refused_unless_it_is_about_text_or_meaning() {
    let schema = schema();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(tests().join("rejects")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "snap") || TEXT.contains(&&*name) {
            continue;
        }
        let refused =
            yaml_files(&path).iter().any(|file| read(file).is_none_or(|value| !schema.is_valid(&value)));
        match (refused, MEANING.contains(&&*name)) {
            (true, true) => wrong.push(format!("{name} is refused; it is about shape after all")),
            (false, false) => wrong.push(format!("{name} is not refused")),
            _ => {}
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lists_name_cases_that_exist() {
    for name in TEXT.iter().chain(MEANING) {
        let case = tests().join("rejects").join(name);
        assert!(case.is_dir() || case.with_extension("yaml").is_file(), "no case `{name}`");
    }
}

#[test]
fn the_committed_schema_is_fresh() {
    let committed = fs::read_to_string(spec().join("schema.json")).unwrap_or_default();
    assert!(committed == render_schema(), "spec/schema.json is stale: run `cargo xtask schema`");
}

/// An editor finds the schema by the first line of a file.
#[test]
fn every_spec_file_names_the_schema() {
    for path in yaml_files(&spec()) {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert_eq!(first, "# yaml-language-server: $schema=schema.json", "{}", path.display());
    }
}

#[test]
fn the_tables_of_keys_and_codes_are_fresh() {
    let page = fs::read_to_string(spec().join("README.md")).unwrap();
    assert!(page.matches("written by `cargo xtask schema` -->").count() > 10, "the marks");
    let renewed = render_dialect_page(&page).unwrap();
    assert!(page == renewed, "spec/README.md is stale: run `cargo xtask schema`");
}

/// What completion offers is explained: each key has a description.
#[test]
fn every_key_is_explained() {
    fn walk(value: &Value, at: &str, bare: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    let path = format!("{at}/{key}");
                    let explains = value.get("description").is_some() || value.get("const").is_some();
                    if at.ends_with("/properties") && !explains && value.get("$ref").is_none() {
                        bare.push(path.clone());
                    }
                    walk(value, &path, bare);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{at}/*"), bare)),
            _ => {}
        }
    }
    let mut bare = Vec::new();
    walk(&serde_json::from_str(&render_schema()).unwrap(), "", &mut bare);
    bare.retain(|path| !path.ends_with("/body_kind") || !path.contains("allOf"));
    assert_eq!(bare, Vec::<String>::new());
}
