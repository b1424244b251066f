//! What the tests and benches of several packages share. Nothing that is published depends on it.

pub mod any_window;
pub mod rate_server;
pub mod network;
pub mod server;

/// The random source of all tests: seeded, so that every run is the same.
pub use fastrand::Rng;
