//! The project's own commands.

mod crate_dir;
mod report_format;
mod crate_layout;
mod write_mode;
mod schema;
mod spec_dir;
mod watch;
mod codegen;
mod bench;
mod import_dir;
mod import_openapi;
mod openapi;
mod sandbox;
mod spec_diff;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Allocation is about a quarter of the work of generation, and this allocator makes it cheaper.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the client crate, and its OpenAPI document, from the spec.
    Codegen(codegen::Arguments),
    /// Write the spec as an OpenAPI 3.1 document.
    Openapi(openapi::Arguments),
    /// Write a starting spec from an OpenAPI document, with a list of what a spec cannot express.
    ImportOpenapi(import_openapi::Arguments),
    /// Run the sandbox: a server of the API on this machine. Arguments go to the sandbox; try `--help` after `--`.
    Sandbox(sandbox::Arguments),
    /// Write the dialect's JSON Schema, and the tables of keys and diagnostic codes into the README.md beside it.
    Schema(schema::Arguments),
    /// Run the benches, beside peers, and print a table of ratios.
    Bench(bench::Arguments),
    /// Report what changed between two specs, and which changes break callers; fail when one does.
    SpecDiff(spec_diff::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Openapi(arguments) => openapi::run(&arguments),
        Command::ImportOpenapi(arguments) => import_openapi::run(&arguments),
        Command::Sandbox(arguments) => sandbox::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::SpecDiff(arguments) => spec_diff::run(&arguments),
    };
    outcome.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
