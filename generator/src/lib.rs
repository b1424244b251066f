//! YAML in, Rust out.
//!
//! ```text
//! spec/*.yaml ─parse→ Document ─lower→ ir::Api ─emit→ Vec<Module> ─render→ Vec<GeneratedFile>
//!                                            └──openapi→ openapi.json
//! ```
//!
//! Each arrow is a module of that name. The generator is a pure function from files in memory to files in memory: it knows no disk,
//! no environment, no clock. [`load`] runs the first two stages and finds every mistake that a spec can hold, so the
//! stages after it cannot fail.

mod file;
mod offered;
pub mod ir;
mod untyped;
mod json;
mod diagnostic;
mod diff;
mod layout;
mod emit;
mod parallel;
mod dialect;
mod parse;
mod lower;
mod import;
mod render;
mod openapi;
mod schema;

pub use diagnostic::{
    Code, Diagnostic, Severity, render as render_diagnostics, render_json as render_diagnostics_json,
};
pub use diff::{Change, ChangeKind, diff, render_changes, render_changes_json};
pub use file::{GeneratedFile, SourceFile};
pub use import::{ImportError, Imported, Note, NoteKind, NotePlace, Only, render_notes_json};
pub use layout::{CrateLayout, HEADER, HEADERS, Runtime};
pub use offered::{is_as_offered, is_offered};
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
    let parse::Parsed { document, mut diagnostics, broken } = parse::parse_documents(files);
    let Some(document) = document else { return Err(diagnostics.into_sorted()) };
    match lower::lower_document(&document) {
        Ok((api, warnings)) if !diagnostics.has_errors() => {
            let mut files = files.to_vec();
            files.sort_by(|a, b| a.path.cmp(&b.path));
            Ok(Loaded { api: ir::Api { files, ..api }, warnings })
        }
        Ok(_) => Err(diagnostics.into_sorted()),
        Err(mut findings) => {
            // What could be read is checked all the same. What is missed there may be what could not be read.
            if diagnostics.has_errors() {
                findings.leave_out(|finding| broken.explains(finding));
            }
            diagnostics.append(findings);
            Err(diagnostics.into_sorted())
        }
    }
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
    let header = layout.header();
    if *layout == CrateLayout::Module {
        let module = emit::emit_single_file(api, &emit::parts(api, layout));
        take(render::render_module(module, header));
        return;
    }
    // The document comes first: it is the longest part, and nothing shall wait for it alone.
    let parts: Vec<Option<emit::Part<'_>>> =
        std::iter::once(None).chain(emit::parts(api, layout).into_iter().map(Some)).collect();
    let print = |part: &Option<emit::Part<'_>>, hand_over: &mut dyn FnMut(GeneratedFile)| match part {
        Some(part) => part.emit(api, &mut |module| hand_over(render::render_module(module, header))),
        None => hand_over(GeneratedFile { path: "openapi.json".into(), text: openapi_of(api, layout) }),
    };
    parallel::for_each(&parts, print, |_, file| take(file));
    emit::emit_offered(api, layout).into_iter().map(render::render_offered).for_each(&mut take);
    emit::emit_text_files(api, layout)
        .iter()
        .map(|file| render::render_text_file(file, header))
        .for_each(take);
}

/// Describes an API as an OpenAPI 3.1 document: JSON text with a fixed order of members. It carries the spec that it is
/// written from, under `x-spec`, without comments.
///
/// The same API always gives the same bytes.
#[must_use]
pub fn openapi(api: &ir::Api) -> String {
    openapi_of(api, &CrateLayout::Workspace)
}

/// The document as it stands beside a crate in its place: only the command differs that it is said to be written by.
#[must_use]
pub fn openapi_of(api: &ir::Api, layout: &CrateLayout) -> String {
    openapi::openapi(api, import::carry(&api.files, parse::parse_yaml), layout.header())
}

/// Makes a starting spec of an OpenAPI 3.0 or 3.1 document, or one of Swagger 2.0, in JSON or YAML. `limit` is the rate limit
/// that all of its endpoints get, such as `10/s`. `load_file` gives the text of another file that the document refers to, by its path
/// from the folder of the document, or says why it cannot.
///
/// # Errors
/// When the text is no such document, when a reference in it leads nowhere, when the limit is none, or when there is
/// nothing that the dialect can say.
///
/// ```
/// let text = "openapi: 3.1.0\npaths: {/now: {get: {responses: {'204': {description: ok}}}}}";
/// let mut no_files = |path: &str| Err(format!("no file `{path}`"));
/// let imported = paceline_generator::import_openapi(text, "10/s", &mut no_files).unwrap();
/// assert_eq!(imported.files[1].path, "now.yaml");
/// assert!(imported.notes.iter().any(|note| note.message.contains("rate limits")));
/// ```
pub fn import_openapi(
    text: &str,
    limit: &str,
    load_file: &mut LoadFile<'_>,
) -> Result<Imported, ImportError> {
    import_some_of_openapi(text, limit, &[], load_file)
}

/// Makes a starting spec of some operations of such a document: of those that one of `only` chooses, with the types and
/// credentials that they need. Of the others nothing is told.
///
/// # Errors
/// As [`import_openapi`], and when one of `only` chooses nothing.
///
/// ```
/// let text = "openapi: 3.1.0\npaths:\n  /now: {get: {responses: {'204': {description: ok}}}}\n  /then: {get: {responses: {'204': {description: ok}}}}";
/// let mut no_files = |path: &str| Err(format!("no file `{path}`"));
/// let only = ["path:/now".parse().unwrap()];
/// let imported = paceline_generator::import_some_of_openapi(text, "10/s", &only, &mut no_files).unwrap();
/// assert_eq!(imported.operations, 1);
/// ```
pub fn import_some_of_openapi(
    text: &str,
    limit: &str,
    only: &[Only],
    load_file: &mut LoadFile<'_>,
) -> Result<Imported, ImportError> {
    let refused = |message: String| ImportError { message, notes: Vec::new() };
    load(&[import::probe_limit(limit)]).map_err(|mistakes| {
        let messages: Vec<&str> = mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
        refused(format!("the limit `{limit}` cannot be used: {}", messages.join("; ")))
    })?;
    let document = parse::parse_untyped(text).map_err(refused)?;
    // A document that this project exported carries the spec that it was written from. That counts as long as nobody changed
    // the rest of the document.
    if only.is_empty()
        && let Some(files) = import::carried_spec(&document)
        && let Ok(loaded) = load(&files)
        && is_export(&loaded.api, &document)
    {
        return Ok(Imported { files, notes: Vec::new(), operations: import::count_operations(&document) });
    }
    let mut read_file = |path: &str| load_file(path).and_then(|text| parse::parse_untyped(&text));
    import::import(document, limit, only, &mut read_file, &|files| load(files).err().unwrap_or_default())
}

/// Whether a document is an API's own, whichever command wrote it.
fn is_export(api: &ir::Api, document: &untyped::Untyped) -> bool {
    let alone = CrateLayout::Alone(Runtime::Version(String::new()));
    let written = |layout: &CrateLayout| parse::parse_untyped(&openapi_of(api, layout));
    [CrateLayout::Workspace, alone].iter().any(|layout| written(layout).as_ref() == Ok(document))
}

/// Gives the text of a file, by its path from the folder of a document, or says why there is none.
pub type LoadFile<'a> = dyn FnMut(&str) -> Result<String, String> + 'a;

/// Lays additions over the files of a spec. A file of the overlay is merged into that of the same name: where both have a
/// mapping, key by key; otherwise the overlay's value takes the place of the other one; `null` removes a key. A file that
/// the spec does not have is added as it is.
///
/// Files that the overlay does not touch stay as they are; the others lose their comments but for those at the top.
///
/// # Errors
/// When a file of the overlay is not YAML, is no mapping, or removes what is not there.
///
/// ```
/// use paceline_generator::{SourceFile, apply_overlay};
/// let file = |text: &str| SourceFile { path: "item.yaml".into(), text: text.into() };
/// let imported = vec![file("resource: item\nendpoints:\n  list: {summary: Lists.}\n")];
/// let overlay = [file("endpoints: {list: {pagination: page}}")];
/// let merged = apply_overlay(imported, &overlay).unwrap();
/// assert!(merged[0].text.contains("summary: \"Lists.\""));
/// assert!(merged[0].text.contains("pagination: \"page\""));
/// ```
pub fn apply_overlay(files: Vec<SourceFile>, overlay: &[SourceFile]) -> Result<Vec<SourceFile>, String> {
    import::apply_overlay(files, overlay, parse::parse_untyped)
}
