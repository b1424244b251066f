//! Web addresses of pages, and the ids in them. Nothing is asked of the service.

mod error;
mod host;
mod address;
mod values;
mod pattern;
mod patterns;

pub use error::LinkError;
pub use pattern::LinkPattern;
pub use patterns::LinkPatterns;
pub use values::LinkValues;
