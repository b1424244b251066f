//! The command where there is no checkout: its own folder, its own spec, and nothing of this repository but the runtime that
//! it is told of.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// What a stranger has: a document of an API.
const DOCUMENT: &str = r##"{
  "openapi": "3.1.0",
  "info": {"title": "Depot", "version": "1", "description": "Keeps parcels."},
  "servers": [{"url": "https://depot.example"}],
  "security": [{"key": []}],
  "paths": {
    "/parcels": {
      "get": {
        "operationId": "listParcels", "summary": "Lists parcels.",
        "responses": {"200": {"description": "Parcels.", "content": {"application/json": {"schema":
          {"type": "array", "items": {"$ref": "#/components/schemas/Parcel"}}}}}}
      },
      "post": {
        "operationId": "createParcel", "summary": "Makes a parcel.",
        "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Parcel"}}}},
        "responses": {"201": {"description": "It.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Parcel"}}}}}
      }
    }
  },
  "components": {
    "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
    "schemas": {"Parcel": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}
  }
}"##;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

/// A folder with the program and the document in it, and nothing else.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        fs::copy(env!("CARGO_BIN_EXE_paceline"), folder.path("paceline")).expect("a copy of the program");
        fs::write(folder.path("depot.json"), DOCUMENT).unwrap();
        folder
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(self.path("paceline"));
        command.args(line.split_whitespace()).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    fn paceline(&self, line: &str) -> Output {
        self.command(line).output().expect("the program runs")
    }

    /// Runs a command that must succeed.
    #[track_caller]
    fn run(&self, line: &str) -> String {
        succeed(line, &self.paceline(line))
    }

    /// Runs cargo in the emitted crate, with what the workspace has compiled.
    #[track_caller]
    fn cargo(&self, line: &str, environment: &[(String, String)]) -> String {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(line.split_whitespace()).arg("--offline").current_dir(self.path("client"));
        cargo.env("CARGO_TARGET_DIR", target).envs(environment.iter().cloned());
        cargo.env("CARGO_PROFILE_DEV_DEBUG", debug_information());
        succeed(line, &cargo.output().expect("cargo runs"))
    }

    fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"))
    }
}

/// As in the workspace, so that what it has compiled serves here, too.
fn debug_information() -> String {
    std::env::var("CARGO_PROFILE_DEV_DEBUG").unwrap_or_else(|_| "line-tables-only".to_owned())
}

#[track_caller]
fn succeed(line: &str, output: &Output) -> String {
    let text = said(output);
    assert!(output.status.success(), "{line}\n{text}");
    text
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// A process that is stopped whatever becomes of the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_document_becomes_a_crate_that_is_compiled_tested_and_called() {
    let folder = Folder::new();
    let runtime = root().join("generator/runtime");
    fs::create_dir_all(folder.path("spec/overlay")).unwrap();
    let publishing = "api: {license: MIT, repository: \"https://git.example/depot\", keywords: [depot]}\n";
    fs::write(folder.path("spec/overlay/api.yaml"), publishing).unwrap();
    folder.run("import-openapi depot.json --out spec --limit 20/s");
    let first = folder.read("spec/api.yaml");
    assert!(first.starts_with("# Imported by `paceline import-openapi`; "), "{first}");
    let codegen = format!("codegen --spec ./spec --out ./client --runtime-path {}", runtime.display());
    folder.run(&codegen);
    folder.run(&format!("{codegen} --check"));
    let lib = folder.read("client/src/lib.rs");
    assert!(lib.starts_with("// This file is written by `paceline codegen` from a spec."), "{lib}");

    // The same versions as everywhere: nothing has to be fetched. TLS is left out, and the build is shorter.
    fs::copy(root().join("Cargo.lock"), folder.path("client/Cargo.lock")).unwrap();
    folder.cargo("test --no-default-features --features all", &[]);

    // A registry would take it: cargo misses nothing of what it asks for.
    let package = folder.cargo("package --list --allow-dirty", &[]);
    assert!(!package.contains("warning"), "{package}");
    for file in ["README.md", "examples/first_call.rs", "src/lib.rs", "tests/first_call.rs"] {
        assert!(package.lines().any(|line| line == file), "{file} is not in\n{package}");
    }

    let mut sandbox = folder.command("sandbox --spec spec --port 0");
    let mut sandbox = Running(sandbox.stdout(Stdio::piped()).spawn().expect("the sandbox starts"));
    let mut lines = BufReader::new(sandbox.0.stdout.take().expect("a stream")).lines().map_while(Result::ok);
    let greeting = lines.next().expect("a line of the sandbox");
    let url =
        greeting.split_once("listens on ").expect("its address").1.split(". ").next().unwrap_or_default();
    let token = lines.find_map(|line| Some(line.rsplit_once(": ")?.1.to_owned())).expect("a token");
    let environment = [("DEPOT_CLIENT_URL", url), ("DEPOT_CLIENT_ACCESS_TOKEN", &token)];
    let called = folder.cargo(
        "run --quiet --no-default-features --features all --example first_call",
        &environment.map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    assert!(called.contains("name"), "{called}");
}

#[test]
fn without_a_checkout_the_runtime_is_of_a_registry() {
    let folder = Folder::new();
    folder.run("import-openapi depot.json --out spec");
    let manifest = |arguments: &str| {
        folder.run(&format!("codegen {arguments}"));
        folder.read("client/Cargo.toml")
    };
    let version = env!("CARGO_PKG_VERSION");
    let published = format!("paceline-runtime = {{ version = \"{version}\", default-features = false }}");
    let text = manifest("");
    assert!(text.contains(&published) && !text.contains("path = \".."), "{text}");
    assert!(manifest("--runtime 0.3").contains("paceline-runtime = { version = \"0.3\", "));
    let git = manifest("--runtime-git https://git.example/paceline#v1");
    assert!(git.contains("git = \"https://git.example/paceline\", rev = \"v1\", "), "{git}");

    let both = folder.paceline("codegen --runtime 1 --runtime-git https://git.example/paceline");
    assert_eq!(both.status.code(), Some(2), "{}", said(&both));
    let nowhere = folder.paceline("codegen --runtime-path spec");
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(said(&nowhere).contains("error: spec is not the folder of the package `paceline-runtime`"));
}

#[test]
fn mistakes_have_places_and_exit_codes() {
    let folder = Folder::new();
    let missing = folder.paceline("codegen");
    assert_eq!(missing.status.code(), Some(1));
    assert!(said(&missing).starts_with("error: cannot read spec: "), "{}", said(&missing));

    folder.run("import-openapi depot.json --out spec");
    let parcel = folder.read("spec/parcels.yaml");
    fs::write(folder.path("spec/parcels.yaml"), parcel.replace("effect: read", "effect: reed")).unwrap();
    let wrong = folder.paceline("codegen");
    assert_eq!(wrong.status.code(), Some(1));
    let text = said(&wrong);
    assert!(text.contains("did you mean `read`?") && text.contains("spec/parcels.yaml:"), "{text}");
    assert!(!folder.path("client").exists());
    assert_eq!(folder.paceline("spec-diff spec spec").status.code(), Some(2));
    let sandbox = folder.paceline("sandbox --port 0");
    assert_eq!(sandbox.status.code(), Some(1));
    assert!(said(&sandbox).contains("did you mean `read`?"), "{}", said(&sandbox));

    let help = folder.run("--help");
    for command in ["codegen", "openapi", "import-openapi", "schema", "spec-diff", "sandbox"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))), "{help}");
    }
    assert!(!help.contains("xtask"), "{help}");
    assert!(!folder.run("codegen --help").contains("xtask"));
}

#[test]
fn what_people_changed_is_theirs() {
    let folder = Folder::new();
    folder.run("import-openapi depot.json --out spec");
    folder.run("codegen");
    let readme = folder.read("client/README.md");
    fs::write(folder.path("client/README.md"), format!("{readme}\nMine.\n")).unwrap();
    fs::remove_file(folder.path("client/tests/first_call.rs")).unwrap();
    fs::write(folder.path("client/examples/mine.rs"), "fn main() {}\n").unwrap();

    // What is missing is stale, what was changed is not.
    let check = folder.paceline("codegen --check");
    assert_eq!(check.status.code(), Some(1));
    assert!(said(&check).contains("  tests/first_call.rs\n") && !said(&check).contains("README"));
    folder.run("codegen");
    folder.run("codegen --check");
    assert!(folder.read("client/README.md").ends_with("\nMine.\n"));
    assert!(folder.path("client/examples/mine.rs").exists());

    // What nobody changed follows the spec, or goes.
    let parcels = folder.read("spec/parcels.yaml");
    fs::write(folder.path("spec/parcels.yaml"), parcels.replace("GET /parcels", "GET /v2/parcels")).unwrap();
    folder.run("codegen");
    assert!(folder.read("client/tests/first_call.rs").contains("GET /v2/parcels"));
    assert!(folder.read("client/README.md").ends_with("\nMine.\n"));
    fs::write(folder.path("spec/parcels.yaml"), parcels.replace("effect: read", "effect: write")).unwrap();
    folder.run("codegen");
    assert!(!folder.path("client/examples/first_call.rs").exists());
    folder.run("codegen --check");
}
