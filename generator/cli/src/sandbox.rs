//! `paceline sandbox`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use paceline_sandbox::command;

/// Arguments of the sandbox; unlike its own program, it takes a spec from the folder it runs in.
#[derive(clap::Args)]
#[group(skip)]
#[command(mut_arg("spec", |spec| spec.default_value("spec").help("Folder of the spec's YAML files")))]
pub(crate) struct Arguments {
    #[command(flatten)]
    arguments: command::Arguments,
}

/// Serves until it is stopped.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("cannot start threads for the server")?.block_on(command::run(arguments.arguments))?;
    Ok(ExitCode::SUCCESS)
}
