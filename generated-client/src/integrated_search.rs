// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The parts of a query in the grammar of the web application, and what it gives.

mod types;
mod codec;

pub use self::types::*;
