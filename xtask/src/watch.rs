//! `cargo xtask codegen --watch`.
//!
//! The folder is looked at several times a second. A spec is a few hundred kilobytes that the system keeps in memory, so
//! that this costs next to nothing; it needs no events of the operating system, which get lost on mounted folders, nor the
//! packages that listen to them.

use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use paceline_generator::SourceFile;

use crate::codegen::{self, Arguments};
use crate::spec_dir;

/// Time between two looks. A change counts when two looks in a row see the same, since editors save in several steps.
const PAUSE: Duration = Duration::from_millis(200);

/// Runs codegen now and after every change, until the process is stopped.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    loop {
        let before = look(arguments);
        // Whatever is wrong, be it with the spec or the disk, the next change may mend it.
        if let Err(error) = codegen::run_once(arguments) {
            anstream::eprintln!("error: {error:#}");
        }
        arguments.format.say(&format!("watching {}; stop with Ctrl-C", arguments.spec.display()));
        wait(arguments, &before);
    }
}

/// The spec as it is now, or why it cannot be read.
fn look(arguments: &Arguments) -> Result<Vec<SourceFile>, String> {
    spec_dir::read(&arguments.spec).map_err(|error| format!("{error:#}"))
}

/// Waits until the spec is another and stays so for a moment.
fn wait(arguments: &Arguments, before: &Result<Vec<SourceFile>, String>) {
    let mut last = look(arguments);
    loop {
        sleep(PAUSE);
        let now = look(arguments);
        if now == last && now != *before {
            return;
        }
        last = now;
    }
}
