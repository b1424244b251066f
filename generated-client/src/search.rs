// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Conditions for searches: groups of conditions with operators, and the parts of the integrated
//! search.

mod types;
mod wire;

pub use self::types::*;
