// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Settings that several resources share: fields, options, roles and relations of a work item type.

mod types;
mod codec;

pub use self::types::*;
