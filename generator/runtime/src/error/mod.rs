//! The one error type.

mod kind;
mod facts;
mod predicates;
mod display;

pub use facts::{Error, Result};
pub use kind::ErrorKind;
