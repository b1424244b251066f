// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Values of fields: one maker and one reader for each shape, and the objects that values are made of.

mod types;
mod codec;

pub use self::types::*;
