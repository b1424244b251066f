//! All files of a spec.

use super::api_spec::{ApiSpec, parse_api};
use super::broken::Broken;
use super::endpoint_spec::{EndpointSpec, parse_endpoint};
use super::error_spec::{ErrorSpec, parse_error};
use super::event_spec::{CallbackSpec, parse_events};
use super::filter_spec::{FilterSpec, parse_filters};
use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Text};
use super::returns_spec::ReturnsSpec;
use super::scalar_kind::{parse_map, parse_prose, parse_text};
use super::tree::parse_tree;
use super::type_spec::{TypeSpec, parse_type};
use super::upload_spec::{UploadSpec, parse_uploads};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::file::SourceFile;
use crate::ir::{SourceLocation, Span};
use crate::parallel;

/// A whole spec as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) api: ApiSpec,
    pub(crate) errors: Vec<ErrorSpec>,
    pub(crate) resources: Vec<ResourceSpec>,
}

/// A resource as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ResourceSpec {
    pub(crate) name: Text,
    pub(crate) accessor: Option<Text>,
    pub(crate) host: Option<Text>,
    pub(crate) doc: Option<ProseText>,
    pub(crate) endpoints: Vec<EndpointSpec>,
    pub(crate) types: Vec<TypeSpec>,
    pub(crate) filters: Vec<FilterSpec>,
    pub(crate) uploads: Vec<UploadSpec>,
    pub(crate) events: Vec<CallbackSpec>,
}

impl ResourceSpec {
    /// What has a type of its own in the client because of an endpoint or an upload: what it is, the name of the endpoint or
    /// upload, and what is put after that.
    pub(crate) fn emitted_types(&self) -> impl Iterator<Item = (&'static str, &Text, &'static str)> {
        let calls = self.endpoints.iter().map(|endpoint| ("call of the endpoint", &endpoint.name, "_call"));
        let by_status = (self.endpoints.iter())
            .filter(|endpoint| endpoint.returns.as_ref().is_some_and(ReturnsSpec::is_by_status));
        let successes = by_status.map(|endpoint| ("success of the endpoint", &endpoint.name, "_success"));
        let uploads = self.uploads.iter().map(|upload| ("call of the upload", &upload.name, "_call"));
        calls.chain(uploads).chain(successes)
    }
}

/// What a file holds, or all files together.
#[derive(Default)]
struct Parts {
    /// Descriptions of the API, of which there should be one, each with where it starts; `None` if it has mistakes.
    apis: Vec<(SourceLocation, Option<ApiSpec>)>,
    errors: Vec<ErrorSpec>,
    resources: Vec<ResourceSpec>,
    broken: Broken,
}

/// What became of the files.
pub(crate) struct Parsed {
    /// What could be read; `None` if nothing describes the API.
    pub(crate) document: Option<Document>,
    /// All mistakes of form.
    pub(crate) diagnostics: Diagnostics,
    /// What could not be read because of them.
    pub(crate) broken: Broken,
}

/// Reads all files, in the order of their paths, and finds all mistakes of form. What is written as it must be is read
/// nevertheless, so that it is checked further in the same run.
pub(crate) fn parse_documents(files: &[SourceFile]) -> Parsed {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut diagnostics = Diagnostics::default();
    let mut parts = Parts::default();
    for (found, findings) in parse_each(&files) {
        diagnostics.append(findings);
        parts.broken.append(found.broken);
        parts.apis.extend(found.apis);
        parts.errors.extend(found.errors);
        parts.resources.extend(found.resources);
    }
    check_one_api(&parts.apis, &files, &mut diagnostics);
    let Parts { apis, errors, resources, mut broken } = parts;
    broken.note_mistakes(&diagnostics);
    let api = apis.into_iter().next().and_then(|(_, api)| api);
    Parsed { document: api.map(|api| Document { api, errors, resources }), diagnostics, broken }
}

/// Reads the files at once, each by itself, and gives what is found in their order.
fn parse_each(files: &[&SourceFile]) -> Vec<(Parts, Diagnostics)> {
    let mut found: Vec<_> = files.iter().map(|_| <(Parts, Diagnostics)>::default()).collect();
    let parse = |file: &&SourceFile, hand_over: &mut dyn FnMut((Parts, Diagnostics))| {
        let (mut parts, mut diagnostics) = Default::default();
        parse_file(file, &mut parts, &mut diagnostics);
        hand_over((parts, diagnostics));
    };
    parallel::for_each(files, parse, |index, result| found[index] = result);
    found
}

/// Checks that one file, and no more, describes the API as a whole.
fn check_one_api(
    apis: &[(SourceLocation, Option<ApiSpec>)],
    files: &[&SourceFile],
    diagnostics: &mut Diagnostics,
) {
    // If a file cannot be read, the missing `api` may well be in there.
    if apis.is_empty() && !diagnostics.has_errors() {
        let path = files.first().map_or("spec", |file| &*file.path);
        let origin = SourceLocation { file: path.into(), line: 1, column: 1, span: Span::new(0, 0) };
        let message = "no file describes the API as a whole";
        let help =
            "add a file with the key `api` and its companions; see the section `api.yaml` of spec/README.md";
        diagnostics.push(Diagnostic::new(Code::ApiCount, &origin, message).help(help));
    }
    for (origin, _) in apis.iter().skip(1) {
        let finding = Diagnostic::new(Code::ApiCount, origin, "the API is described twice");
        diagnostics.push(finding.note_at(&apis[0].0, "it is described here first"));
    }
}

/// Reads one file of whatever kind.
fn parse_file(file: &SourceFile, parts: &mut Parts, diagnostics: &mut Diagnostics) {
    let had_errors = diagnostics.has_errors();
    let Some(root) = parse_tree(file, diagnostics) else {
        parts.broken.note_lost_file();
        return;
    };
    if !had_errors && diagnostics.has_errors() {
        // Half of it may be missing.
        parts.broken.note_lost_file();
    }
    parts.broken.note_file(file, &root);
    let Kind::Map(entries) = &root.kind else {
        parts.broken.note_lost_file();
        let message = format!("expected a mapping at the top of the file, found {}", root.describe());
        diagnostics.push(Diagnostic::new(Code::FileKind, &root.origin, message).help(KINDS));
        return;
    };
    let key = |name: &str| entries.iter().map(|(key, _)| key).find(|key| key.value == name);
    match (key("api"), key("resource")) {
        (Some(api), Some(resource)) => {
            let message = "one file describes the API or a resource, not both";
            diagnostics.push(
                Diagnostic::new(Code::FileKind, &resource.origin, message)
                    .note_at(&api.origin, "`api` stands here")
                    .help("move the resource into a file of its own"),
            );
        }
        (Some(api), None) => parts.apis.push((api.origin.clone(), parse_api(&root, diagnostics))),
        (None, Some(resource)) => {
            parts.resources.extend(parse_resource(&resource.origin, &root, diagnostics))
        }
        (None, None) if key("errors").is_some() => {
            // Only to complain about other keys; the codes are read below.
            MappingReader::new(&dialect::ERRORS_FILE, &root.origin, &root, diagnostics);
        }
        (None, None) => {
            parts.broken.note_lost_file();
            let message = "this file describes neither the API nor a resource nor error codes";
            diagnostics.push(Diagnostic::new(Code::FileKind, &root.origin, message).help(KINDS));
        }
    }
    if let Some(errors) = root.get("errors") {
        parts.errors.extend(parse_map("error codes", errors, diagnostics, parse_error));
    }
}

const KINDS: &str = "a file starts with `api:`, with `resource:` or with `errors:`";

fn parse_resource(
    location: &SourceLocation,
    root: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<ResourceSpec> {
    let reader = MappingReader::new(&dialect::RESOURCE_FILE, location, root, diagnostics)?;
    let name = reader.need("resource").and_then(|node| parse_text(node, diagnostics));
    let resource = ResourceSpec {
        accessor: reader.get("accessor").and_then(|node| parse_text(node, diagnostics)),
        host: reader.get("host").and_then(|node| parse_text(node, diagnostics)),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        endpoints: reader
            .get("endpoints")
            .map_or_else(Vec::new, |node| parse_map("endpoints", node, diagnostics, parse_endpoint)),
        types: reader
            .get("types")
            .map_or_else(Vec::new, |node| parse_map("types", node, diagnostics, parse_type)),
        filters: reader.get("filters").map_or_else(Vec::new, |node| parse_filters(node, diagnostics)),
        uploads: reader.get("uploads").map_or_else(Vec::new, |node| parse_uploads(node, diagnostics)),
        events: reader.get("events").map_or_else(Vec::new, |node| parse_events(node, diagnostics)),
        name: name?,
    };
    Some(resource)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "the specs are on the disk")]

    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::parse::mapping_reader::asked;

    fn yaml_files(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                yaml_files(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                files.push(path);
            }
        }
    }

    /// A key that is declared and that nobody reads would be taken and lost without a word.
    #[test]
    fn every_declared_key_is_read() {
        let generator = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut paths = Vec::new();
        for folder in ["tests/accepts", "tests/cases", "tests/rejects", "../spec"] {
            yaml_files(&generator.join(folder), &mut paths);
        }
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            let file = SourceFile { path: path.to_string_lossy().into_owned(), text };
            // One by one, so that an API may be described in several of them.
            let _ = parse_documents(&[file]);
        }
        for mapping in dialect::MAPPINGS {
            let styles =
                if mapping.name == "pagination" { mapping.kinds } else { std::slice::from_ref(mapping) };
            for (style, key) in styles.iter().flat_map(|style| style.names().map(move |key| (style, key))) {
                // Error codes are read from all files alike.
                let anywhere = key == "errors" && style.name.ends_with("_file");
                assert!(anywhere || asked::contains(style, key), "nobody reads `{key}` of {}", style.name);
            }
        }
    }
}
