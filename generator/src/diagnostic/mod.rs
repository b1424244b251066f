//! Diagnostics: errors and warnings about a spec, as data, and their rendering for people and for programs.

mod severity;
mod code;
mod diagnostics;
mod suggest;
mod json;
mod render;

pub use code::Code;
pub(crate) use code::render_catalogue;
pub use diagnostics::Diagnostic;
pub(crate) use diagnostics::Diagnostics;
pub use json::render_json;
pub use render::render;
pub use severity::Severity;
pub(crate) use suggest::{closest, join_words};
