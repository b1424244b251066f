//! Calls of the emitted client against servers written by hand.

mod bodies;
mod cookies;
mod dates;
mod hosts;
mod kinds;
mod lists;
mod names;
mod null;
mod open;
mod pages;
mod parts;
mod responses;
mod secrets;
mod server;
mod streams;
mod unions;
