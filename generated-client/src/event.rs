// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Events that the service sends by itself: those that a plugin listens to, and the webhooks of
//! automation rules.

mod types;
mod codec;
mod events;

pub use self::types::*;
pub use self::events::*;
