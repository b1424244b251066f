//! A client of another API: emitted by the command, into a folder outside of this workspace, compiled there, and used
//! against a sandbox of that API. Whatever in generator, runtime or sandbox is about one API alone fails here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use paceline_sandbox::Sandbox;

const CALLER: &str = r#"[package]
name = "second-api-caller"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
# Without TLS: the sandbox is on this machine, and the build is shorter.
twitch-helix = { path = "../client", default-features = false, features = ["all"] }
tokio = { version = "1", features = ["macros", "rt", "time"] }

[profile.dev]
debug = "line-tables-only"
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// Runs a command to its end; its output shows when it fails.
#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().expect("the command starts");
    let text =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "{command:?}\n{text}");
    text
}

/// Emits the client, writes the program beside it, and gives the program, compiled.
fn build(dir: &Path) -> PathBuf {
    let spec = root().join("generator/tests/second");
    let mut codegen = Command::new(env!("CARGO_BIN_EXE_xtask"));
    codegen.args(["codegen", "--deny", "warnings", "--spec"]).arg(spec).arg("--out").arg(dir.join("client"));
    run(&mut codegen);
    let caller = dir.join("caller");
    fs::create_dir_all(caller.join("src")).unwrap();
    fs::write(caller.join("Cargo.toml"), CALLER).unwrap();
    fs::write(caller.join("src/main.rs"), include_str!("second/caller.rs")).unwrap();
    // The same versions as everywhere: nothing has to be fetched, and little compiled.
    fs::copy(root().join("Cargo.lock"), caller.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--offline", "--quiet"]).current_dir(&caller).env("CARGO_TARGET_DIR", target);
    run(&mut cargo);
    target.join("debug/second-api-caller")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_of_another_api_is_emitted_compiled_and_calls_its_sandbox() {
    let dir = tempfile::tempdir().unwrap();
    let program = build(dir.path());
    let sandbox = Sandbox::builder().spec_dir(root().join("generator/tests/second")).start().await.unwrap();
    let mut caller = Command::new(program);
    caller.env("SANDBOX_URL", sandbox.url());
    caller.env("SANDBOX_TOKEN", sandbox.input("user", "access_token").expect("a fixed token"));
    run(&mut caller);

    let journal = sandbox.journal();
    let responses = |id: &str| -> Vec<Option<u16>> {
        let entries = journal.iter().filter(|entry| entry.endpoint.as_deref() == Some(id));
        entries.map(|entry| entry.status).collect()
    };
    assert_eq!(responses("stream.list").len(), 5, "one page, three in a row, and one that was refused");
    assert_eq!(responses("channel.followers").len(), 3);
    assert_eq!(responses("clip.list").len(), 0, "what is wrong in itself was not sent");
    assert_eq!(responses("chat.whisper"), [Some(200); 5]);
    assert_eq!(responses("chat.check"), [Some(200); 5], "the sixth was not sent");
    assert_eq!(responses("user.query"), [Some(200), Some(401)], "a fixed token is not tried again");
}
