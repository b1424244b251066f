//! The same call by the official Go SDK, where Go is installed and `FEISHU_GO_SDK` names a checkout of the SDK.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// What a call costs there, in nanoseconds: elapsed (`…_time`) or of the processor (`…_processor`). And how often it
/// allocates.
#[derive(Deserialize)]
pub(crate) struct Official {
    pub(crate) sequential_time: f64,
    pub(crate) sequential_processor: f64,
    pub(crate) concurrent_time: f64,
    pub(crate) concurrent_processor: f64,
    pub(crate) allocations: f64,
}

/// Builds the program that calls through the SDK, and runs it against the server at `url`. `None` when no checkout is
/// named.
pub(crate) fn measure(url: &str) -> Option<Official> {
    let Some(sdk) = std::env::var_os("FEISHU_GO_SDK") else {
        eprintln!(
            "without the official Go SDK: set FEISHU_GO_SDK to a checkout of it, and have Go installed"
        );
        return None;
    };
    let sdk = Path::new(&sdk).canonicalize().expect("FEISHU_GO_SDK is a folder");
    let folder = tempfile::tempdir().expect("a folder");
    let module =
        format!("module call\n\ngo 1.15\n\nrequire {SDK} v0.0.0\n\nreplace {SDK} => {}\n", sdk.display());
    std::fs::write(folder.path().join("go.mod"), module).expect("go.mod is written");
    std::fs::write(folder.path().join("main.go"), include_str!("official.go")).expect("main.go is written");
    let program = folder.path().join("call");
    // The SDK needs nothing else, so nothing is to be downloaded.
    let mut build = Command::new("go");
    build.args(["build", "-o"]).arg(&program).arg(".").current_dir(folder.path());
    let built = build.env("GOPROXY", "off").env("GOFLAGS", "-mod=mod").status().expect("Go is installed");
    assert!(built.success(), "the program does not build with this checkout");
    let ran = Command::new(&program).arg(url).output().expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8_lossy(&ran.stdout);
    // The SDK may log to the same place.
    let line = text.lines().rev().find(|line| line.starts_with('{')).expect("the program prints its costs");
    Some(serde_json::from_str(line).expect("costs"))
}

const SDK: &str = "github.com/larksuite/project-oapi-sdk-golang";
