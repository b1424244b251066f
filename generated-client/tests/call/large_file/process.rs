//! The examples as processes of their own, whose memory can be measured and which can be killed.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// An example, built like this test.
pub(super) fn example(name: &str) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--offline", "-p", "feishu-project", "--example", name]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success());
    let test = std::env::current_exe().unwrap();
    test.parent().unwrap().parent().unwrap().join("examples").join(name)
}

/// Starts a process that calls a server with these credentials.
pub(super) fn start(
    program: &PathBuf,
    settings: [(&str, &str); 5],
    arguments: &[impl AsRef<OsStr>],
) -> Child {
    let mut command = Command::new(program);
    for (name, value) in settings {
        command.env(format!("FEISHU_PROJECT_{name}"), value);
    }
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits for the end of a process, or until something is so; gives the greatest number of bytes that it had in memory.
pub(super) fn watch(process: &mut Child, until: impl Fn() -> bool) -> u64 {
    let mut most = 0;
    while process.try_wait().unwrap().is_none() && !until() {
        std::thread::sleep(Duration::from_millis(2));
        most = most.max(peak(process));
    }
    most
}

/// Waits for the end of a process that must end well.
pub(super) fn finish(mut process: Child) -> (u64, Output) {
    let most = watch(&mut process, || false);
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (most, output)
}

fn peak(process: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or(0, |line| line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024)
}
