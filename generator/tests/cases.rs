//! Small specs, one for each feature, and what is emitted for them.
//!
//! A case is `cases/<name>.yaml` together with `cases/base.yaml`; its snapshots are the files that it changes.

use paceline_generator::{CrateLayout, SourceFile, generate, load, render_diagnostics};

fn sources(names: &[&str]) -> Vec<SourceFile> {
    let read = |name: &&str| SourceFile {
        path: format!("{name}.yaml"),
        text: match *name {
            "base" => include_str!("cases/base.yaml"),
            "types" => include_str!("cases/types.yaml"),
            "calls" => include_str!("cases/calls.yaml"),
            "hostile" => include_str!("cases/hostile.yaml"),
            "events" => include_str!("cases/events.yaml"),
            "pages" => include_str!("cases/pages.yaml"),
            "streams" => include_str!("cases/streams.yaml"),
            other => panic!("no case {other}"),
        }
        .into(),
    };
    names.iter().map(read).collect()
}

fn emit(case: &str) -> Vec<paceline_generator::GeneratedFile> {
    let files = sources(&["base", case]);
    let loaded =
        load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)));
    generate(&loaded.api, &CrateLayout::Workspace)
}

#[track_caller]
fn snapshot(case: &str, paths: &[&str]) {
    let files = emit(case);
    for path in paths {
        let file = files.iter().find(|file| file.path == *path);
        let file = file.unwrap_or_else(|| {
            panic!("{path} is not emitted, only {:?}", files.iter().map(|f| &f.path).collect::<Vec<_>>())
        });
        insta::with_settings!({snapshot_path => "cases/snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(format!("{case}__{}", path.replace('/', "__")), file.text);
        });
    }
}

#[test]
fn a_type_of_each_shape() {
    snapshot("types", &["src/parcel.rs", "src/parcel/types.rs", "src/parcel/codec.rs"]);
}

#[test]
fn a_call_of_each_kind() {
    snapshot("calls", &["src/parcel.rs", "src/parcel/calls.rs", "src/parcel/endpoints.rs"]);
}

#[test]
fn a_stream_of_each_kind() {
    snapshot("streams", &["src/parcel.rs", "src/parcel/calls.rs", "openapi.json"]);
}

#[test]
fn a_callback_of_each_kind() {
    snapshot("events", &["src/parcel.rs", "src/parcel/events.rs", "src/lib.rs", "openapi.json"]);
}

#[test]
fn what_belongs_to_the_whole_api() {
    let paths = [
        "Cargo.toml",
        "src/lib.rs",
        "src/client.rs",
        "src/service.rs",
        "src/limits.rs",
        "src/hosts.rs",
        "src/links.rs",
    ];
    snapshot("calls", &paths);
    snapshot("calls", &["src/defaults.rs", "src/endpoints.rs", "src/error_code.rs", "src/errors.rs"]);
}

/// Text of a spec is data: it cannot end a comment or a string, and leaves nothing for rustdoc to trip over.
#[test]
fn hostile_text_stays_text() {
    snapshot("hostile", &["src/parcel.rs", "src/parcel/calls.rs", "src/parcel/endpoints.rs"]);
    for file in
        emit("hostile").iter().filter(|file| file.path.starts_with("src/") && file.path.ends_with(".rs"))
    {
        let parsed = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let functions = parsed.items.iter().filter(|item| matches!(item, syn::Item::Fn(_))).count();
        assert_eq!(functions, 0, "a function was injected into {}", file.path);
    }
}

#[test]
fn the_same_spec_gives_the_same_bytes_in_any_order_of_files() {
    let mut files = project_spec();
    let texts = |files: &[SourceFile]| -> Vec<(String, String)> {
        let loaded =
            load(files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, files, false)));
        generate(&loaded.api, &CrateLayout::Workspace)
            .into_iter()
            .map(|file| (file.path, file.text))
            .collect()
    };
    let first = texts(&files);
    assert_eq!(first, texts(&files), "a second run differs");
    files.reverse();
    assert_eq!(first, texts(&files), "another order of the files differs");
    let middle = files.len() / 2;
    files.rotate_left(middle);
    assert_eq!(first, texts(&files), "another order of the files differs");
}

/// What is committed is what the spec gives: the freshness check as a test.
#[test]
fn the_committed_client_is_fresh() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated-client/");
    let loaded = load(&project_spec()).expect("the project's spec has no errors");
    assert_eq!(loaded.warnings, [], "the project's spec has no warnings");
    for file in generate(&loaded.api, &CrateLayout::Workspace) {
        let committed = read(&format!("{root}{}", file.path));
        assert!(committed == file.text, "{} is stale: run `cargo xtask codegen`", file.path);
    }
}

#[test]
fn no_emitted_file_is_over_1500_lines() {
    let loaded = load(&project_spec()).expect("the project's spec has no errors");
    for file in
        generate(&loaded.api, &CrateLayout::Workspace).iter().filter(|file| file.path.ends_with(".rs"))
    {
        let lines = file.text.lines().count();
        assert!(lines <= 1500, "{} has {lines} lines: split its types over more resources", file.path);
    }
}

#[test]
fn no_character_hides_what_a_file_says() {
    let hidden =
        |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    for file in emit("hostile").iter().filter(|file| file.path.ends_with(".rs")) {
        assert_eq!(file.text.chars().find(hidden), None, "{}", file.path);
    }
}

fn project_spec() -> Vec<SourceFile> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");
    let mut paths: Vec<_> = entries(dir).into_iter().filter(|path| path.ends_with(".yaml")).collect();
    paths.sort();
    paths.into_iter().map(|path| SourceFile { text: read(&path), path }).collect()
}

// The generator itself never touches the disk; its tests have to.

#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn entries(dir: &str) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|error| panic!("{dir}: {error}"));
    entries.map(|entry| entry.expect("an entry").path().display().to_string()).collect()
}

#[test]
fn pages_lead_to_the_next_one() {
    snapshot("pages", &["src/parcel/endpoints.rs"]);
}
