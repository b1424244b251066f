//! The commands that turn a spec into a client: what the program `paceline` offers, for other programs that offer the same,
//! and [`build`] for build scripts.
//!
//! `paceline --help` lists the commands. The feature `commands` holds them, `sandbox` adds the server to the program; both
//! are on by default, and a build script needs neither.

pub mod spec_dir;
pub mod build;
#[cfg(feature = "commands")]
mod program;
#[cfg(feature = "commands")]
pub mod crate_dir;
#[cfg(feature = "commands")]
pub mod report_format;
#[cfg(feature = "commands")]
pub mod crate_layout;
#[cfg(feature = "commands")]
mod write_mode;
#[cfg(feature = "commands")]
mod schema;
#[cfg(feature = "commands")]
mod watch;
#[cfg(feature = "commands")]
pub mod codegen;
#[cfg(feature = "commands")]
mod import_dir;
#[cfg(feature = "commands")]
mod import_openapi;
#[cfg(feature = "commands")]
mod openapi;
#[cfg(feature = "commands")]
mod spec_diff;
#[cfg(feature = "commands")]
mod command;

#[cfg(feature = "commands")]
pub use command::{Command, exit_code};
#[cfg(feature = "commands")]
pub use program::Program;
