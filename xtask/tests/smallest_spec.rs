//! The smallest spec, as spec/README.md shows it: the commands beside it work. That it is the smallest is shown where specs are
//! read, in `generator/tests/smallest_spec.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use paceline_generator::SourceFile;
use paceline_sandbox::Sandbox;

/// Where the page tells to put the spec.
const FOLDER: &str = "my-api/spec";

const CALLER: &str = r#"[package]
name = "smallest-spec-caller"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
# Without TLS: the sandbox is on this machine, and the build is shorter.
my-api = { path = "../client", default-features = false, features = ["all"] }
tokio = { version = "1", features = ["macros", "rt", "time"] }

[profile.dev]
debug = "line-tables-only"
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// The blocks of code of one language in the section.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string(root().join("spec/README.md")).expect("the page can be read");
    let (_, section) = page.split_once("\n## The smallest spec\n").expect("the page has the section");
    let (section, _) = section.split_once("\n## ").expect("a section comes after it");
    let start = format!("```{language}\n");
    let parts = section.split(start.as_str()).skip(1);
    parts.map(|part| part.split_once("```").expect("the block has an end").0.to_owned()).collect()
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

/// Runs a line of the page in a folder that stands for the repository.
fn run(line: &str, dir: &Path) {
    let words: Vec<&str> = line.split(' ').collect();
    let mut command = match words.as_slice() {
        ["cargo", "xtask", rest @ ..] => {
            let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
            command.args(rest);
            command
        }
        ["cargo", rest @ ..] => {
            let mut command = Command::new(env!("CARGO"));
            command.args(rest).arg("--offline");
            // What the workspace has compiled is not compiled anew.
            let target =
                Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
            command.env("CARGO_TARGET_DIR", target);
            command
        }
        _ => panic!("a line that is no command of cargo: {line}"),
    };
    let output = command.current_dir(dir).output().expect("the command starts");
    let text =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "{line}\n{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_commands_and_the_call_beside_it_work() {
    let dir = tempfile::tempdir().unwrap();
    let (repository, spec_dir) = (dir.path().join("repository"), dir.path().join(FOLDER));
    fs::create_dir(&repository).unwrap();
    fs::create_dir_all(&spec_dir).unwrap();
    for file in spec() {
        fs::write(spec_dir.join(&file.path), &file.text).unwrap();
    }
    let commands = blocks("sh").concat();
    let [codegen, check, sandbox] = commands.lines().collect::<Vec<_>>().try_into().expect("three commands");
    run(codegen, &repository);
    // The same versions as everywhere: nothing has to be fetched.
    let lock = root().join("Cargo.lock");
    fs::copy(&lock, dir.path().join("my-api/client/Cargo.lock")).unwrap();
    run(&format!("{check} --no-default-features --features all"), &repository);

    // Not the command itself, which takes a port that may be in use.
    assert_eq!(sandbox, format!("cargo xtask sandbox --spec ../{FOLDER}"));
    let sandbox = Sandbox::builder().spec_dir(spec_dir).start().await.unwrap();
    let caller = dir.path().join("my-api/caller");
    fs::create_dir_all(caller.join("src")).unwrap();
    fs::write(caller.join("Cargo.toml"), CALLER).unwrap();
    fs::copy(&lock, caller.join("Cargo.lock")).unwrap();
    let url = sandbox.url();
    let call = blocks("rust").concat().replace("http://127.0.0.1:7777", &url);
    assert!(call.contains(&url), "the call goes to the sandbox's usual address");
    let main = format!(
        "#[tokio::main(flavor = \"current_thread\")]\nasync fn main() -> Result<(), my_api::Error> {{\n{call}    Ok(())\n}}\n"
    );
    fs::write(caller.join("src/main.rs"), main).unwrap();
    run("cargo run --manifest-path ../my-api/caller/Cargo.toml", &repository);
    let served: Vec<_> =
        sandbox.journal().iter().map(|entry| (entry.endpoint.clone(), entry.status)).collect();
    assert_eq!(served, [(Some("item.get".to_owned()), Some(200))]);
}
