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

        let again = xtask(&["import-openapi", &document, "--out", &spec]);
        assert!(!again.status.success(), "an import overwrites nothing");
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
