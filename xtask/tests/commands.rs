//! The commands as they are run: processes, folders, output and exit codes.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

fn xtask(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

fn output(arguments: &[&str]) -> Output {
    xtask(arguments).output().expect("xtask runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A small spec in a folder of its own.
struct Spec {
    dir: tempfile::TempDir,
}

impl Spec {
    fn new() -> Self {
        let spec = Self { dir: tempfile::tempdir().expect("a folder") };
        fs::create_dir(spec.path("spec")).unwrap();
        let base = root().join("generator/tests/cases/base.yaml");
        // Without what only the cases use: it would be warned of.
        let unused = ["  address: {", "  linked: {", "  after: {"];
        let text = fs::read_to_string(base).unwrap();
        let kept = text.lines().filter(|line| !unused.iter().any(|start| line.starts_with(start)));
        fs::write(spec.path("spec/api.yaml"), kept.collect::<Vec<_>>().join("\n")).unwrap();
        spec.write(RIGHT);
        spec
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.dir.path().join(inside)
    }

    fn text_path(&self, inside: &str) -> String {
        self.path(inside).display().to_string()
    }

    fn write(&self, thing: &str) {
        fs::write(self.path("spec/thing.yaml"), thing).unwrap();
    }

    fn codegen(&self, more: &[&str]) -> Output {
        let (spec, out) = (self.text_path("spec"), self.text_path("out"));
        let mut arguments = vec!["codegen", "--spec", &spec, "--out", &out];
        arguments.extend(more);
        output(&arguments)
    }
}

const RIGHT: &str = "\
resource: thing
doc: Things.
endpoints:
  list:
    route: GET /things
    summary: Lists things.
    effect: read
    limits: bulk
    pagination: counted
    query:
      page?: {type: i64, doc: \"Which page.\"}
      size?: {type: i64, doc: \"How many.\"}
    returns: [string]
";

#[test]
fn findings_as_json_are_all_that_stands_on_standard_output() {
    let spec = Spec::new();
    let wrong = RIGHT.replace("effect: read", "effect: reed").replace("[string]", "strin");
    spec.write(&wrong);
    let output = spec.codegen(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    let [line, other] = said.lines().collect::<Vec<_>>()[..] else { panic!("two findings:\n{said}") };
    assert!(other.starts_with(r#"{"code": "type-unknown", "#), "{other}");
    for part in [
        r#"{"code": "value-unknown", "severity": "error", "message": ""#,
        r#"thing.yaml", "line": 7, "column": 13, "end": {"line": 7, "column": 17}, "help": "did you mean `read`?""#,
        r#""notes": []}"#,
    ] {
        assert!(line.contains(part), "{part} is missing in {line}");
    }
    assert!(text(&output.stderr).contains("2 errors in the spec; nothing was written"));

    spec.write(RIGHT);
    let output = spec.codegen(&["--format", "json"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
}

#[test]
fn docs_are_in_one_language_of_the_spec_and_the_document_in_all() {
    let spec = Spec::new();
    spec.write(&RIGHT.replace("summary: Lists things.", "summary: {en: Lists things., zh: 列出。}"));
    let output = spec.codegen(&["--language", "fr"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(said.contains("`fr` is no language of the spec; it has en, zh"), "{said}");

    for (arguments, has) in [
        (&["--language", "zh"][..], [false, true]),
        (&["--language", "en"], [true, false]),
        (&[], [true, true]),
    ] {
        let output = spec.codegen(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let read = |file: &str| fs::read_to_string(spec.path(file)).unwrap();
        let client = read("out/src/thing.rs");
        assert_eq!(["Lists things.", "列出。"].map(|words| client.contains(words)), has, "{arguments:?}");
        let document: serde_json::Value = serde_json::from_str(&read("out/openapi.json")).unwrap();
        let operation = &document["paths"]["/things"]["get"];
        assert_eq!(operation["summary"], "Lists things.");
        assert_eq!(operation["x-translations"]["zh"]["summary"], "列出。");
    }
}

#[test]
fn warnings_are_told_and_with_deny_they_are_errors() {
    let spec = Spec::new();
    spec.write(&RIGHT.replace("{type: i64, doc: \"How many.\"}", "i64"));
    let output = spec.codegen(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("warning[undocumented]"), "{}", text(&output.stderr));
    fs::remove_dir_all(spec.path("out")).unwrap();

    let output = spec.codegen(&["--deny", "warnings"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("1 warning in the spec; nothing was written"));
    assert!(!spec.path("out").exists());
}

#[test]
fn the_schema_is_written_and_checked() {
    let spec = Spec::new();
    let schema = spec.text_path("spec/schema.json");
    assert_eq!(output(&["schema", "--check", "--out", &schema]).status.code(), Some(1));
    assert_eq!(output(&["schema", "--out", &schema]).status.code(), Some(0));
    assert_eq!(output(&["schema", "--check", "--out", &schema]).status.code(), Some(0));
    assert_eq!(spec.codegen(&[]).status.code(), Some(0));
    assert_eq!(spec.codegen(&["--check"]).status.code(), Some(0));

    fs::write(&schema, "{}").unwrap();
    let output = spec.codegen(&["--check"]);
    assert_eq!(output.status.code(), Some(1));
    let fix = format!("`cargo xtask schema --out {schema}` fixes it");
    assert!(text(&output.stderr).contains(&fix), "{}", text(&output.stderr));
}

#[test]
fn the_tables_of_a_page_beside_the_schema_are_written_and_checked() {
    const START: &str = "<!-- keys of lookup: written by `cargo xtask schema` -->\n";
    const END: &str = "<!-- end of keys -->\n";
    let spec = Spec::new();
    let (schema, page) = (spec.text_path("spec/schema.json"), spec.path("spec/README.md"));
    fs::write(&page, format!("Before.\n{START}stale\n{END}Behind.\n")).unwrap();
    assert_eq!(output(&["schema", "--check", "--out", &schema]).status.code(), Some(1));
    assert_eq!(output(&["schema", "--out", &schema]).status.code(), Some(0));
    let written = fs::read_to_string(&page).unwrap();
    assert!(
        written.starts_with(&format!("Before.\n{START}\n| key | means | when left out |\n")),
        "{written}"
    );
    assert!(written.ends_with(&format!("\n{END}Behind.\n")) && !written.contains("stale"), "{written}");
    assert_eq!(output(&["schema", "--check", "--out", &schema]).status.code(), Some(0));

    fs::write(&page, START).unwrap();
    let output = output(&["schema", "--out", &schema]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("lacks its end, `<!-- end of keys -->`"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(fs::read_to_string(&page).unwrap(), START);
}

#[test]
fn a_change_that_breaks_callers_fails_and_another_does_not() {
    let (old, new) = (Spec::new(), Spec::new());
    let (before, after) = (old.text_path("spec"), new.text_path("spec"));
    let compare = |format: &str| output(&["spec-diff", &before, &after, "--format", format]);
    let same = compare("text");
    assert_eq!(
        (same.status.code(), text(&same.stdout)),
        (Some(0), "nothing changed for callers\n".to_owned())
    );

    new.write(&RIGHT.replace("GET /things", "GET /v2/things"));
    let harmless = compare("text");
    assert_eq!(harmless.status.code(), Some(0));
    assert!(text(&harmless.stdout).contains("[route-changed]"), "{}", text(&harmless.stdout));

    new.write(&RIGHT.replace("limits: bulk", "max_transit: 2s").replace("[string]", "[i64]"));
    let breaking = compare("json");
    assert_eq!(breaking.status.code(), Some(1));
    let said = text(&breaking.stdout);
    assert!(
        said.contains(r#"{"kind": "response-changed", "breaks": true, "subject": "endpoint `thing.list`""#),
        "{said}"
    );
    assert!(said.contains(r#"{"kind": "limit-raised", "breaks": false"#), "{said}");

    new.write("resource: [");
    assert_eq!(compare("text").status.code(), Some(2));
}

/// A process that is stopped whatever becomes of the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The lines of a stream as they come.
fn lines(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

#[track_caller]
fn wait_for(lines: &Receiver<String>, part: &str) {
    let deadline = Instant::now() + Duration::from_secs(30);
    let mut seen = Vec::new();
    while let Some(left) = deadline.checked_duration_since(Instant::now()) {
        match lines.recv_timeout(left) {
            Ok(line) if line.contains(part) => return,
            Ok(line) => seen.push(line),
            Err(_) => break,
        }
    }
    panic!("no line with {part}, only:\n{}", seen.join("\n"));
}

#[test]
fn watching_survives_mistakes_and_writes_after_each_change() {
    let spec = Spec::new();
    let (from, to) = (spec.text_path("spec"), spec.text_path("out"));
    let mut command = xtask(&["codegen", "--spec", &from, "--out", &to, "--watch"]);
    let mut running =
        Running(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("xtask runs"));
    let said = lines(running.0.stdout.take().expect("a stream"));
    let complained = lines(running.0.stderr.take().expect("a stream"));
    wait_for(&said, "watching");
    let emitted = spec.path("out/src/thing/endpoints.rs");
    assert!(fs::read_to_string(&emitted).unwrap().contains("/things"));

    spec.write(&RIGHT.replace("effect: read", "effect: reed"));
    wait_for(&complained, "error[value-unknown]");
    wait_for(&said, "watching");

    // The folder itself may be away for a moment, as while another branch is checked out.
    fs::rename(spec.path("spec"), spec.path("away")).unwrap();
    wait_for(&complained, "cannot read ");
    wait_for(&said, "watching");
    fs::rename(spec.path("away"), spec.path("spec")).unwrap();
    spec.write(&RIGHT.replace("GET /things", "GET /v2/things"));
    wait_for(&said, "wrote");
    assert!(fs::read_to_string(&emitted).unwrap().contains("v2"));
    wait_for(&said, "watching");

    assert!(running.0.try_wait().expect("its state").is_none(), "it still watches");
}
