//! `codegen --watch`.
//!
//! The folder is polled several times a second. A spec is a few hundred kilobytes that the system keeps in memory, so
//! this costs next to nothing. File system events would need another dependency, and get lost on mounted folders.

use std::path::Path;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use paceline_generator::SourceFile;

use crate::report_format::ReportFormat;
use crate::spec_dir;

/// Time between two polls. A change counts once two polls in a row read the same, since editors save in several steps.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Runs `action` now and after every change of the spec, until the process is stopped.
pub(crate) fn run(
    spec: &Path,
    format: ReportFormat,
    action: impl Fn() -> Result<ExitCode>,
) -> Result<ExitCode> {
    loop {
        let before = read_spec(spec);
        // An error does not end the watch: the next change may fix it.
        if let Err(error) = action() {
            anstream::eprintln!("error: {error:#}");
        }
        format.print_status(&format!("watching {}; stop with Ctrl-C", spec.display()));
        wait_for_change(spec, &before);
    }
}

/// The spec as it is now, or why it cannot be read.
fn read_spec(spec: &Path) -> Result<Vec<SourceFile>, String> {
    spec_dir::read(spec).map_err(|error| format!("{error:#}"))
}

/// Waits until the spec differs from `before` and two polls in a row read the same.
fn wait_for_change(spec: &Path, before: &Result<Vec<SourceFile>, String>) {
    let mut last = read_spec(spec);
    loop {
        sleep(POLL_INTERVAL);
        let now = read_spec(spec);
        if now == last && now != *before {
            return;
        }
        last = now;
    }
}
