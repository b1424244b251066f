//! Progress: a future that was polled once and is then held holds up nobody. These tests hold futures; none drops one.
//!
//! Time is paused where a test is about time, so that goodput is exact: client and server share one thread, and what is
//! written to loopback can be read at once.

mod fixture;
mod runtimes;
mod scripts;
mod stages;
