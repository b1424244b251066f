//! The life of a call, against real servers on loopback: the sandbox, and one that misbehaves on purpose.

mod body;
mod check;
mod file;
mod give_up;
mod official;
mod raw;
mod refusal;
mod repeat;
mod secret;
mod seen;
mod server;
mod token;
mod user;
