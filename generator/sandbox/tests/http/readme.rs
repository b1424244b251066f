//! What the READMEs tell strangers to type, typed: the commands that start a sandbox, and the calls with curl.
//!
//! In a block marked `bash`, a line `# → …` says what the command above it prints, among other things.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const READMES: &[&str] = &["../../README.md", "README.md"];
const START: &str = "cargo xtask sandbox ";

/// A sandbox in a process of its own, as the command line starts it.
struct Started {
    process: Child,
    url: String,
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a sandbox with these arguments, but on a free port.
fn start(arguments: &str) -> Started {
    let mut words: Vec<_> = arguments.split_whitespace().map(str::to_owned).collect();
    if let Some(port) = words.iter().position(|word| word == "--port") {
        words[port + 1] = "0".to_owned();
    }
    let mut process = Command::new(env!("CARGO_BIN_EXE_paceline-sandbox"))
        .args(words)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
    let greeting = lines.next().unwrap_or_else(|| panic!("`{arguments}` starts nothing"));
    let url = greeting.split_whitespace().find_map(|word| word.strip_prefix("http://"));
    let url = format!("http://{}", url.unwrap().trim_end_matches(';'));
    // Whoever prints into a closed pipe ends, so the rest is read, too.
    std::thread::spawn(move || lines.for_each(drop));
    Started { process, url }
}

fn text(readme: &str) -> String {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).unwrap();
    if readme == "README.md" {
        return text;
    }
    // The other sections are about other things.
    let section = text.split("\n## The sandbox\n").nth(1).expect("a section about the sandbox");
    section.split("\n## ").next().unwrap_or_default().to_owned()
}

fn blocks(text: &str) -> Vec<&str> {
    text.split("```bash\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
#[ignore = "needs bash and curl; the gate runs this"]
fn what_the_readmes_show_is_what_happens() {
    for readme in READMES {
        let (mut starts, mut calls) = (0, 0);
        let text = text(readme);
        for block in blocks(&text) {
            for arguments in block.lines().filter_map(|line| line.strip_prefix(START)) {
                start(arguments);
                starts += 1;
            }
            if block.contains("curl") {
                run(block);
                calls += 1;
            }
        }
        assert!(starts > 0 && calls > 0, "{readme} shows {starts} starts and {calls} calls");
    }
}

/// Runs a block against a sandbox of its own, and looks for what it is said to print.
fn run(block: &str) {
    let sandbox = start("--port 0");
    let own: Vec<_> = block.lines().filter(|line| !line.starts_with(START)).collect();
    let script = own.join("\n").replace("http://127.0.0.1:8080", &sandbox.url);
    let output = Command::new("bash").args(["-euo", "pipefail", "-c", &script]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{script}\n{printed}\n{}", String::from_utf8_lossy(&output.stderr));
    let mut rest = printed.as_str();
    for expected in own.iter().filter_map(|line| line.trim().strip_prefix("# → ")) {
        let (_, after) = rest.split_once(expected).unwrap_or_else(|| panic!("no `{expected}` in:\n{rest}"));
        rest = after;
    }
}
