//! Helpers that tests, benches and the project's own tools share. No published crate depends on it.

pub mod any_window;
pub mod figure;
pub mod rate_server;
pub mod network;
#[cfg(feature = "server")]
pub mod server;
pub mod spec_dir;

/// The random source of all tests: seeded, so that every run is the same.
pub use fastrand::Rng;
