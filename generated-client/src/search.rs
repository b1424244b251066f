// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Searches: conditions with operators, joined in groups, and the hits they find.

mod types;
mod codec;
pub mod filter;

pub use self::types::*;
