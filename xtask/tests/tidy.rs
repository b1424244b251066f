//! The project's never-rules, as far as a program can hold them. README.md, "Never", says why.

#[path = "tidy/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// Every file of the working tree that git tracks or would track, with its text; binary files are left out.
fn files() -> Vec<(String, String)> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is installed");
    let paths = String::from_utf8(listed.stdout).expect("paths are text");
    let files: Vec<_> = (paths.lines())
        .filter_map(|path| Some((path.to_owned(), fs::read_to_string(root().join(path)).ok()?)))
        .collect();
    assert!(files.len() > 100, "git lists only {} files", files.len());
    files
}

fn rust_under(dir: &str) -> Vec<(String, String)> {
    files().into_iter().filter(|(path, _)| path.starts_with(dir) && path.ends_with(".rs")).collect()
}

#[track_caller]
fn assert_none(findings: Vec<String>) {
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Lines of `files` that hold one of `words`, outside of tests.
fn holding(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                found.push(format!("{path}:{}: `{word}`", number + 1));
            }
        }
    }
    found
}

#[test]
fn the_top_level_has_no_folder_but_the_known_ones() {
    let mut found = Vec::new();
    for (path, _) in files() {
        let top = path.split('/').next().unwrap_or_default();
        let known = ["spec", "generator", "generated-client", "xtask"];
        if path.contains('/') && !known.contains(&top) && !top.starts_with('.') {
            found.push(format!("{path}: `{top}` is not a folder of the top level"));
        }
    }
    assert_none(found);
}

#[test]
fn yaml_is_seen_only_by_the_first_two_stages() {
    let files = rust_under("generator/src/");
    let later: Vec<_> = (files.into_iter())
        .filter(|(path, _)| {
            !path.starts_with("generator/src/parse/") && !path.starts_with("generator/src/lower/")
        })
        .filter(|(path, _)| path != "generator/src/lib.rs")
        .collect();
    assert_none(holding(&later, &["crate::parse", "serde_yaml"]));
}

#[test]
fn the_model_is_plain_data() {
    let files = rust_under("generator/src/ir/");
    assert_none(holding(&files, &["serde", "quote!", "TokenStream"]));
    let others: Vec<_> = files.into_iter().filter(|(path, _)| !path.ends_with("/name.rs")).collect();
    assert_none(holding(&others, &["Ident"]));
}

#[test]
fn the_name_of_the_runtimes_crate_stands_in_one_place() {
    let files = rust_under("generator/src/");
    let others: Vec<_> =
        files.into_iter().filter(|(path, _)| path != "generator/src/emit/runtime.rs").collect();
    assert_none(holding(&others, &["paceline_runtime"]));
}

/// The generator, the runtime and the limiter are about no API and no language in particular.
#[test]
fn generator_and_runtime_know_no_api_by_name() {
    let folders = ["generator/src/", "generator/runtime/src/", "generator/limiter/src/"];
    let files: Vec<_> = folders.into_iter().flat_map(rust_under).collect();
    // Modules of tests alone may take their examples from anywhere.
    let is_test = |path: &str| path.ends_with("/tests.rs") || path.ends_with("/fuzz.rs");
    let lower: Vec<_> = files
        .into_iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| (path, text.to_lowercase()))
        .collect();
    let words = [
        "feishu",
        "meegle",
        "larksuite",
        "x-plugin",
        "x-user-key",
        "x-idem",
        "plugin_token",
        "project_key",
        "err_code",
        // And not the second one, which stands in for all others.
        "twitch",
        "helix",
        "client-id",
        "client_id",
        "broadcaster",
        // Nor one language.
        "_zh",
        "-zh",
        "chinese",
    ];
    assert_none(holding(&lower, &words));
}

/// One word for one concept: what was called otherwise once is not called so again.
#[test]
fn the_old_words_are_gone() {
    let folders = [
        "generator/src/",
        "generator/tests/",
        "generator/benches/",
        "generator/limiter/",
        "generator/sandbox/",
        "generator/cli/",
        "generator/test-support/",
        "xtask/",
        "generated-client/tests/endpoints/fixture.rs",
    ];
    let mut found = Vec::new();
    for (path, text) in folders.into_iter().flat_map(rust_under) {
        for (line, name) in words::identifiers(&text) {
            let known = words::OLD_WORDS.iter().find(|word| word.old == name);
            if let Some(word) = known.filter(|_| !words::FOREIGN.contains(&(&*path, name))) {
                found.push(format!("{path}:{line}: say `{}` for `{name}`", word.new));
            }
        }
    }
    assert_none(found);
}

/// What a builder's callers can do.
fn builder_methods(path: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let methods =
        text.split("impl ClientBuilder {").nth(1).unwrap_or_else(|| panic!("{path} has no builder"));
    let methods = methods.split("\n}\n").next().unwrap_or_default();
    let declared = methods.lines().filter_map(|line| line.trim().strip_prefix("pub fn "));
    declared.filter_map(|rest| Some(rest.split_once(['(', '<'])?.0.to_owned())).collect()
}

#[test]
fn the_emitted_builder_offers_all_that_the_runtime_can_do() {
    let emitted = builder_methods("generated-client/src/client.rs");
    // Credentials and variables become methods of their own names.
    let renamed = ["credential", "variable"];
    let runtime = builder_methods("generator/runtime/src/client/builder.rs");
    assert!(runtime.len() > 10, "{runtime:?}");
    let missing = runtime.iter().filter(|name| !emitted.contains(name) && !renamed.contains(&name.as_str()));
    assert_none(missing.map(|name| format!("`{name}` is missing in generator/src/emit/client.rs")).collect());
}

#[test]
fn commands_do_not_decide_what_code_looks_like() {
    for manifest in ["xtask/Cargo.toml", "generator/cli/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).expect("it has a manifest");
        for package in ["quote", "syn", "proc-macro2", "prettyplease", "serde_yaml"] {
            assert!(!text.contains(package), "{manifest} depends on `{package}`");
        }
    }
}

/// Files people write by hand stay small enough to be read in one go.
#[test]
fn hand_written_files_are_short() {
    let emitted = |text: &str| text.starts_with("// This file is written by");
    let files: Vec<_> =
        files().into_iter().filter(|(path, text)| path.ends_with(".rs") && !emitted(text)).collect();
    let long = files.iter().filter_map(|(path, text)| {
        let lines = text.lines().count();
        (lines > 400).then(|| format!("{path} has {lines} lines; 400 are allowed"))
    });
    assert_none(long.collect());
}

/// A lint is switched off by name, in one place, with a reason.
#[test]
fn no_lint_is_switched_off_in_passing() {
    let files = [rust_under("generator/"), rust_under("generated-client/"), rust_under("xtask/")].concat();
    let files: Vec<_> = files.into_iter().filter(|(path, _)| !path.ends_with("tidy.rs")).collect();
    assert_none(holding(&files, &["allow(clippy::all", "allow(warnings", "allow(unused"]));
    let bare = holding(&files, &["allow("]).into_iter().filter(|found| {
        let (place, _) = found.split_once(": ").expect("a place and a word");
        let (path, number) = place.rsplit_once(':').expect("a path and a line");
        let text = &files.iter().find(|(known, _)| known == path).expect("a listed file").1;
        let from: usize = number.parse().expect("a line number");
        let attribute: String = text.lines().skip(from - 1).take(8).collect();
        !attribute.contains("reason =")
    });
    assert_none(bare.collect());
}

/// Public text speaks of the project alone.
#[test]
fn no_path_of_a_machine_is_committed() {
    let files: Vec<_> = files().into_iter().filter(|(path, _)| !path.ends_with("tidy.rs")).collect();
    assert_none(holding(&files, &["/home/", "/root/", "registry/src/"]));
}

/// What the README shows as code is part of an example that is compiled.
#[test]
fn the_code_in_the_readme_is_compiled() {
    let readme = fs::read_to_string(root().join("README.md")).expect("a README");
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let examples: String = (files().iter())
        .filter(|(path, _)| path.starts_with("generated-client/examples/"))
        .map(|(_, text)| squeeze(text))
        .collect();
    let blocks: Vec<&str> =
        readme.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!blocks.is_empty(), "the README shows no code");
    for block in blocks {
        assert!(examples.contains(&squeeze(block)), "not in any example:\n{block}");
    }
}
