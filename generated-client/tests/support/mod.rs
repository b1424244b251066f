//! What the tests of the client share.
#![allow(dead_code, reason = "each test program uses a part of it")]

pub(crate) mod sandbox;
pub(crate) mod script;
pub(crate) mod server;
