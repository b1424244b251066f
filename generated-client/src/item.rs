// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What a work item is made of: its fields, status, workflow nodes, sub-tasks and reviews.

mod types;
mod codec;

pub use self::types::*;
