//! The program `paceline`.

#[cfg(feature = "sandbox")]
mod sandbox;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use paceline_cli::Program;

/// Allocation is about a quarter of the work of generation, and this allocator makes it cheaper.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Writes typed, rate-limited Rust clients of HTTP APIs from a description in YAML.
#[derive(Parser)]
#[command(name = "paceline", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    General(paceline_cli::Command),
    /// Run the sandbox: a server on this machine that acts the API of a spec out.
    #[cfg(feature = "sandbox")]
    Sandbox(sandbox::Arguments),
}

fn main() -> ExitCode {
    let program = Program { name: "paceline", checkout: None };
    paceline_cli::exit_code(match Arguments::parse().command {
        Command::General(command) => command.run(&program),
        #[cfg(feature = "sandbox")]
        Command::Sandbox(arguments) => sandbox::run(arguments),
    })
}
