//! `cargo xtask codegen --watch`.
//!
//! The folder is looked at several times a second. A spec is a few hundred kilobytes that the system keeps in memory, so
//! that this costs next to nothing; it needs no events of the operating system, which get lost on mounted folders, nor the
//! packages that listen to them.

use std::path::Path;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use paceline_generator::SourceFile;

use crate::format::Format;
use crate::spec_dir;

/// Time between two looks. A change counts when two looks in a row see the same, since editors save in several steps.
const PAUSE: Duration = Duration::from_millis(200);

/// Runs `action` now and after every change of the spec, until the process is stopped.
pub(crate) fn run(spec: &Path, format: Format, action: impl Fn() -> Result<ExitCode>) -> Result<ExitCode> {
    loop {
        let before = read(spec);
        // Whatever is wrong, be it with the spec or the disk, the next change may fix it.
        if let Err(error) = action() {
            anstream::eprintln!("error: {error:#}");
        }
        format.say(&format!("watching {}; stop with Ctrl-C", spec.display()));
        wait(spec, &before);
    }
}

/// The spec as it is now, or why it cannot be read.
fn read(spec: &Path) -> Result<Vec<SourceFile>, String> {
    spec_dir::read(spec).map_err(|error| format!("{error:#}"))
}

/// Waits until the spec is another and stays so for a moment.
fn wait(spec: &Path, before: &Result<Vec<SourceFile>, String>) {
    let mut last = read(spec);
    loop {
        sleep(PAUSE);
        let now = read(spec);
        if now == last && now != *before {
            return;
        }
        last = now;
    }
}
