// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Ids, and types that several resources share.

mod types;
mod codec;

pub use self::types::*;
