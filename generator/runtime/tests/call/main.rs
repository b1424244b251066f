//! Calls of a small API against a real server.
//!
//! Time is paused where a test is about time, so that what is counted is exact: client and server share one thread, and
//! what is written to loopback can be read at once.

mod cause;
mod credential;
mod cursors;
mod effects;
mod fixture;
mod outage;
mod own_host;
mod pages;
mod progress;
mod promise;
mod refusals;
mod served;
mod script;
mod shared_limit;
mod statuses;
mod streams;
mod surroundings;
mod wire;
