//! `cargo xtask sandbox`: starts the sandbox's own package, so that codegen need not build a server.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

/// Run the sandbox.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Arguments of the sandbox, such as `--port 8080`; `--help` lists them.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "paceline-sandbox", "--"])
        .args(&arguments.rest)
        .status()
        .context("cannot start cargo")?;
    // A process that a signal ended has no code.
    Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)))
}
