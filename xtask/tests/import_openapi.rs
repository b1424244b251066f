//! From an OpenAPI document to a client that compiles, by the commands that people use.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().expect("the command starts")
}

#[track_caller]
fn good(output: Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// A folder with a document of several files, and the arguments that import it.
fn split_document(dir: &Path) -> [String; 4] {
    let write = |path: &str, text: &str| {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "api/root.yaml",
        "openapi: 3.1.0\ninfo: {title: Split}\npaths:\n  /items/{id}: {$ref: 'paths/item.yaml#/one'}\n",
    );
    write(
        "api/paths/item.yaml",
        "one:\n  get:\n    operationId: get_item\n    x-later: 1\n    parameters: [{$ref: '../../shared.json#/id'}]\n    \
         responses:\n      '200': {content: {application/json: {schema: {$ref: '../../shared.json#/Item'}}}}\n",
    );
    let item = r##"{"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/Item"}}}"##;
    let id = r#"{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}"#;
    write("shared.json", &format!(r#"{{"Item": {item}, "id": {id}}}"#));
    let path = |name: &str| dir.join(name).display().to_string();
    ["import-openapi".to_owned(), path("api/root.yaml"), "--out".to_owned(), path("spec")]
}

fn strs(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

#[test]
fn references_to_other_files_are_followed_or_named() {
    let dir = tempfile::tempdir().unwrap();
    let import = split_document(dir.path());
    let told = good(xtask(&strs(&import)));
    assert!(told.contains("1 endpoint of 1 operation, 1 type"), "{told}");
    let spec = fs::read_to_string(dir.path().join("spec/items.yaml")).unwrap();
    assert!(spec.contains("id: {type: i64") && spec.contains("next?: {type: Item"), "{spec}");
    // Where a key stands that nobody read, is said with its file.
    let notes = fs::read_to_string(dir.path().join("spec/import-notes.json")).unwrap();
    assert!(notes.contains("paths/item.yaml#/one/get/x-later"), "{notes}");

    fs::remove_file(dir.path().join("shared.json")).unwrap();
    let refused = xtask(&strs(&import));
    let text = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && text.contains("`$ref: ../../shared.json#/id` in paths/item.yaml"),
        "{text}"
    );
}

#[test]
fn additions_survive_the_next_import() {
    let dir = tempfile::tempdir().unwrap();
    let import = split_document(dir.path());
    good(xtask(&strs(&import)));
    let spec = dir.path().join("spec");
    let item = || fs::read_to_string(spec.join("items.yaml")).unwrap();
    fs::create_dir(spec.join("overlay")).unwrap();
    fs::write(spec.join("overlay/items.yaml"), "endpoints: {get_item: {summary: Reads an item.}}\n").unwrap();
    fs::write(
        spec.join("mine.yaml"),
        "resource: mine\ndoc: Mine.\ntypes:\n  Mine: {id: string, doc: Mine.}\n",
    )
    .unwrap();

    // The document changes.
    let shared = dir.path().join("shared.json");
    let text = fs::read_to_string(&shared).unwrap().replace("\"next\"", "\"later\"");
    fs::write(&shared, text).unwrap();
    good(xtask(&strs(&import)));
    assert!(item().contains("Reads an item.") && item().contains("later?:"), "{}", item());
    assert!(spec.join("mine.yaml").exists());

    // What does not fit any more is a mistake, and nothing is written.
    let before = item();
    fs::write(spec.join("overlay/items.yaml"), "endpoints: {get_items: {summary: Reads an item.}}\n")
        .unwrap();
    let refused = xtask(&strs(&import));
    let text = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && text.contains("get_items") && text.contains("nothing was written"),
        "{text}"
    );
    assert_eq!(item(), before);
    fs::remove_dir_all(spec.join("overlay")).unwrap();

    // What was changed by hand is not overwritten.
    fs::write(spec.join("items.yaml"), before.replace("Reads an item.", "Reads one.")).unwrap();
    let refused = xtask(&strs(&import));
    let text = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && text.contains("overlay"), "{text}");
    assert!(item().contains("Reads one."));
}

#[test]
fn notes_can_be_denied_and_read_by_programs() {
    let dir = tempfile::tempdir().unwrap();
    let import = split_document(dir.path());
    let with = |more: &[&str]| xtask(&[&strs(&import), more].concat());
    let denied = with(&["--deny", "unread"]);
    assert!(!denied.status.success() && !dir.path().join("spec").exists());
    assert!(String::from_utf8_lossy(&denied.stderr).contains("nothing was written"));
    good(with(&["--deny", "left-out"]));

    let told = good(with(&["--format", "json"]));
    let notes: serde_json::Value =
        serde_json::from_str(&told).expect("notes are JSON, and nothing else is printed");
    let unread = notes.as_array().unwrap().iter().find(|note| note["message"] == "`x-later` of an operation");
    let pointer = &unread.expect("the key was not read")["places"][0]["pointer"];
    assert_eq!(pointer, "paths/item.yaml#/one/get/x-later");
}

#[test]
fn an_imported_document_becomes_a_client_that_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace");
    let dir = tempfile::tempdir().unwrap();
    for document in ["shop.json", "clock.yaml"] {
        let document = root.join("generator/tests/import").join(document).display().to_string();
        let [spec, out] = ["spec", "client"].map(|name| dir.path().join(name).display().to_string());
        let told = good(xtask(&["import-openapi", &document, "--out", &spec, "--limit", "5/min"]));
        assert!(told.contains("error codes; write errors.yaml by hand"), "{told}");
        assert!(fs::read_to_string(dir.path().join("spec/api.yaml")).unwrap().contains("standard: 5/min"));

        let bad = xtask(&["import-openapi", &document, "--out", &format!("{spec}-bad"), "--limit", "often"]);
        assert!(String::from_utf8_lossy(&bad.stderr).contains("is not a rate limit"));
        assert!(!dir.path().join("spec-bad").exists());

        good(xtask(&["codegen", "--deny", "warnings", "--spec", &spec, "--out", &out]));
        fs::copy(root.join("Cargo.lock"), dir.path().join("client/Cargo.lock")).unwrap();
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["check", "--offline", "--quiet", "--no-default-features", "--features", "all"]);
        cargo.current_dir(&out).env("CARGO_TARGET_DIR", target);
        let checked = cargo.output().expect("cargo starts");
        assert_eq!(String::from_utf8_lossy(&checked.stderr), "", "neither errors nor warnings");
        good(checked);
        fs::remove_dir_all(&spec).unwrap();
        fs::remove_dir_all(&out).unwrap();
    }
}
