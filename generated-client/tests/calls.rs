//! The life of a call, against real servers on loopback: the sandbox, and one that misbehaves on purpose.

mod call;
mod support;
