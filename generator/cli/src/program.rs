//! The program that offers the commands.

use std::path::PathBuf;

/// What the program that offers the commands knows, and they do not.
#[derive(Clone, Debug)]
pub struct Program {
    /// How it is called, such as `paceline`: for messages that say what to run.
    pub name: &'static str,
    /// The folder of this project's checkout, for the program that runs in it: crates are emitted for the runtime in that
    /// folder, and the project's own client as a member of its workspace. Without it, the runtime comes from a registry.
    pub checkout: Option<PathBuf>,
}
