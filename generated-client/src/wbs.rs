// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Rows of WBS plans, with their deliverables and their order.

mod types;
mod codec;

pub use self::types::*;
