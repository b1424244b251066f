//! The commands that every program here offers.

use std::process::ExitCode;

use anyhow::Result;

use crate::program::Program;
use crate::{codegen, import_openapi, openapi, schema, spec_diff};

/// A command and its arguments.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Write the client crate, and its OpenAPI document, from the spec.
    Codegen(codegen::Arguments),
    /// Write the spec as an OpenAPI 3.1 document.
    Openapi(openapi::Arguments),
    /// Write a starting spec from an OpenAPI document, with a list of what a spec cannot express.
    ImportOpenapi(import_openapi::Arguments),
    /// Write the dialect's JSON Schema, and the tables of keys and diagnostic codes into the README.md beside it.
    Schema(schema::Arguments),
    /// Report what changed between two specs, and which changes break callers; fail when one does.
    SpecDiff(spec_diff::Arguments),
}

impl Command {
    /// Runs it.
    ///
    /// # Errors
    /// When it cannot do its work at all, as when a folder cannot be read. What is wrong with a spec is printed, and the exit
    /// code tells of it.
    pub fn run(&self, program: &Program) -> Result<ExitCode> {
        match self {
            Self::Codegen(arguments) => codegen::run(arguments, program),
            Self::Openapi(arguments) => openapi::run(arguments, program),
            Self::ImportOpenapi(arguments) => import_openapi::run(arguments, program),
            Self::Schema(arguments) => schema::run(arguments, program),
            Self::SpecDiff(arguments) => spec_diff::run(arguments),
        }
    }
}

/// The exit code of a program, which prints the error if there is one.
#[must_use]
pub fn exit_code(outcome: Result<ExitCode>) -> ExitCode {
    outcome.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
