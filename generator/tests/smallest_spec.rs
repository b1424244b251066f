//! The smallest spec, as spec/README.md shows it: what a newcomer copies from there loads, and nothing of it but the
//! type's one member can be left out without an error or a warning.
#![allow(clippy::disallowed_methods, reason = "the page is on the disk")]

use std::fs;
use std::path::{Path, PathBuf};

use paceline_generator::{CrateLayout, SourceFile, generate, load, render_diagnostics};
use serde_yaml::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

/// The blocks of code of one language in a section.
fn blocks_in(section: &str, language: &str) -> Vec<String> {
    let page = fs::read_to_string(root().join("spec/README.md")).expect("the page can be read");
    let (_, section) = page.split_once(&format!("\n## {section}\n")).expect("the page has the section");
    let (section, _) = section.split_once("\n## ").expect("a section comes after it");
    let start = format!("```{language}\n");
    let parts = section.split(start.as_str()).skip(1);
    parts.map(|part| part.split_once("```").expect("the block has an end").0.to_owned()).collect()
}

/// The blocks of code of one language that show the smallest spec.
fn blocks(language: &str) -> Vec<String> {
    blocks_in("The smallest spec", language)
}

/// The spec: each block says in its first line which file it is.
fn spec() -> Vec<SourceFile> {
    let file = |text: String| {
        let name =
            text.lines().next().and_then(|line| line.strip_prefix("# ")).expect("the name of the file");
        SourceFile { path: name.to_owned(), text }
    };
    blocks("yaml").into_iter().map(file).collect()
}

/// What is said of a spec, errors or warnings.
fn said(files: &[SourceFile]) -> String {
    let findings = load(files).map_or_else(|errors| errors, |loaded| loaded.warnings);
    render_diagnostics(&findings, files, false)
}

/// Every value with one of its keys left out, at any depth, and which one.
fn without_one_key(value: &Value) -> Vec<(String, Value)> {
    let Value::Mapping(mapping) = value else { return Vec::new() };
    let mut all = Vec::new();
    for (key, inner) in mapping {
        let name = key.as_str().unwrap_or_default();
        let mut rest = mapping.clone();
        rest.shift_remove(key);
        all.push((name.to_owned(), Value::Mapping(rest)));
        for (path, inner) in without_one_key(inner) {
            let mut rest = mapping.clone();
            rest.insert(key.clone(), inner);
            all.push((format!("{name}.{path}"), Value::Mapping(rest)));
        }
    }
    all
}

#[test]
fn it_is_in_two_languages_as_the_page_shows() {
    let mut files = spec();
    let [languages, texts] = &blocks_in("Languages", "yaml")[..] else { panic!("two blocks") };
    files[0].text.push_str(languages);
    files[1].text = files[1].text.replace("    summary: Reads an item.\n", texts);
    assert_eq!(said(&files), "");
    let loaded = load(&files).expect("it loads");
    let client = generate(&loaded.api, &CrateLayout::Workspace);
    let text = &client.iter().find(|file| file.path == "src/item.rs").expect("the resource has a file").text;
    for words in ["/// Reads an item.\n", "/// 读取一个条目。\n", "#[doc(alias = \"获取条目\")]\n"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn it_loads_without_a_warning_and_nothing_but_a_member_can_be_left_out() {
    let files = spec();
    assert_eq!(files.len(), 2);
    assert_eq!(said(&files), "");
    let mut tried = 0;
    for index in 0..files.len() {
        let value: Value = serde_yaml::from_str(&files[index].text).expect("it is YAML");
        // A type may have no members. This one has one, so that the call in Rust, which stands in the same section of the page,
        // has something to print: `item.name`.
        let every = without_one_key(&value).into_iter().filter(|(path, _)| path != "types.Item.fields.name");
        for (path, less) in every {
            let mut files = files.clone();
            files[index].text = serde_yaml::to_string(&less).expect("it can be written");
            assert_ne!(said(&files), "", "`{path}` of {} can be left out", files[index].path);
            tried += 1;
        }
    }
    assert!(tried > 20, "only {tried} keys");
}
