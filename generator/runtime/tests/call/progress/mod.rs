//! Progress: a future that was polled once and is then held holds up nobody. These tests hold futures; none drops one.

mod runtimes;
mod scripts;
mod stages;
