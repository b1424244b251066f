//! YAML in, Rust out.
//!
//! ```text
//! spec/*.yaml ─parse→ Document ─lower→ ir::Api ─emit→ Vec<Module> ─render→ Vec<GeneratedFile>
//!                                            └──openapi→ openapi.json
//! ```
//!
//! Each arrow is a folder. The generator is a pure function from files in memory to files in memory: it knows no disk,
//! no environment, no clock. [`load`] runs the first two stages and finds every mistake that a spec can hold, so the
//! stages after it cannot fail.

mod file;
pub mod ir;
mod json;
mod diagnostic;
mod diff;
mod layout;
mod emit;
mod untyped;
mod parallel;
mod dialect;
mod parse;
mod lower;
mod import;
mod render;
mod openapi;
mod schema;

use diagnostic::Diagnostics;

pub use diagnostic::{
    Code, Diagnostic, Severity, render as render_diagnostics, render_json as render_diagnostics_json,
};
pub use diff::{Change, ChangeKind, diff, render_changes, render_changes_json};
pub use file::{GeneratedFile, SourceFile};
pub use import::{Imported, Note};
pub use layout::{CrateLayout, Runtime};
pub use openapi::openapi;
pub use render::HEADER;
pub use schema::{render_dialect_page, render_schema};

/// A spec without errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The API that it describes.
    pub api: ir::Api,
    /// What is probably not meant, in the order of the places.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a spec. The order of the files does not matter.
///
/// # Errors
/// Everything that is wrong with the spec, in the order of the places. Warnings wait until nothing is wrong.
pub fn load(files: &[SourceFile]) -> Result<Loaded, Vec<Diagnostic>> {
    let document = parse::parse_documents(files).map_err(Diagnostics::into_sorted)?;
    let (api, warnings) = lower::lower_document(&document).map_err(Diagnostics::into_sorted)?;
    Ok(Loaded { api, warnings })
}

/// Writes the client crate of an API and its description as `openapi.json`: every file with its path in the crate, in
/// the order of the paths.
///
/// The same API at the same layout always gives the same bytes.
#[must_use]
pub fn generate(api: &ir::Api, layout: &CrateLayout) -> Vec<GeneratedFile> {
    let mut files = Vec::new();
    generate_each(api, layout, |file| files.push(file));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Like [`generate`], one file after the other and in no particular order, so that not all of them need to fit into
/// memory at once.
pub fn generate_each(api: &ir::Api, layout: &CrateLayout, mut take: impl FnMut(GeneratedFile)) {
    // The document comes first: it is the longest part, and nothing shall wait for it alone.
    let parts: Vec<Option<emit::Part<'_>>> =
        std::iter::once(None).chain(emit::parts(api, layout).into_iter().map(Some)).collect();
    let print = |part: &Option<emit::Part<'_>>, hand_over: &mut dyn FnMut(GeneratedFile)| match part {
        Some(part) => part.emit(api, &mut |module| hand_over(render::render_module(module))),
        None => hand_over(GeneratedFile { path: "openapi.json".into(), text: openapi(api) }),
    };
    parallel::for_each(&parts, print, |_, file| take(file));
    emit::emit_text_files(api, layout).iter().map(render::render_text_file).for_each(take);
}

/// Makes a starting spec of an OpenAPI 3.0 or 3.1 document, in JSON or YAML. `limit` is the rate limit that all of its
/// endpoints get, such as `10/s`.
///
/// # Errors
/// When the text is no such document, or has nothing that the dialect can say.
pub fn import_openapi(text: &str, limit: &str) -> Result<Imported, String> {
    import::import(&parse::parse_untyped(text)?, limit)
}
