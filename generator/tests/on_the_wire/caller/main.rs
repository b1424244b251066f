//! Calls of the emitted client against servers written by hand.

mod bodies;
mod hosts;
mod lists;
mod names;
mod null;
mod responses;
mod secrets;
mod server;
