//! The sandbox as a program.

use clap::Parser;
use paceline_sandbox::command;

/// A loopback server of an HTTP API, made from the spec that its client is generated from.
#[derive(Debug, Parser)]
#[command(name = "sandbox", version)]
struct Program {
    #[command(flatten)]
    arguments: command::Arguments,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    command::run(Program::parse().arguments).await
}
