//! What a generated API client runs on.
//!
//! This crate knows no API by name: everything it does is told by the static descriptors that the generator emits.

pub mod limiter;
