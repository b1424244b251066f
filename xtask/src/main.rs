//! `cargo xtask`: the commands of the program `paceline` with the folders of this repository, the sandbox, which is built when it
//! is asked for alone, and the benches.

mod bench;
mod sandbox;

use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use paceline_cli::Program;

/// With the allocator of the system a quarter of the work of generation is allocation, and with this one a sixth.
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
    #[command(flatten)]
    General(paceline_cli::Command),
    /// Run the sandbox: a server of the API on this machine. Arguments go to the sandbox; try `--help` after `--`.
    Sandbox(sandbox::Arguments),
    /// Run the benches, beside peers, and print a table of ratios.
    Bench(bench::Arguments),
}

/// The arguments, with the folders of this repository as defaults.
fn parse() -> Arguments {
    let out = |command: clap::Command, default: &'static str| {
        command.mut_arg("out", |argument| argument.default_value(default))
    };
    let command = Arguments::command()
        .mut_subcommand("codegen", |codegen| {
            out(codegen, "generated-client").mut_arg("runtime", |argument| {
                argument.help(
                    "Take the runtime, the package `paceline-runtime`, from a registry, by this version requirement. \
                     Without it, a crate outside of this workspace refers to the runtime's folder here",
                )
            })
        })
        .mut_subcommand("openapi", |openapi| out(openapi, "generated-client/openapi.json"));
    Arguments::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}

fn main() -> ExitCode {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let program = Program { name: "cargo xtask", checkout: Some(checkout) };
    paceline_cli::exit_code(match parse().command {
        Command::General(command) => command.run(&program),
        Command::Sandbox(arguments) => sandbox::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
    })
}
