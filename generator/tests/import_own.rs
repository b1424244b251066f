//! The project's own exported document, imported again: the same spec, as the document carries it. Once the rest of a
//! document is changed, that no longer counts; then the same comes back that comes from a document without it.
//!
//! What does not come back from the rest alone: the envelopes (a document describes whole bodies, so the data stands inside
//! objects of its own), headers and variables (they come back as parameters of each call), ids (a document has no word for
//! them: they are strings and numbers), rules between parameters (`if`, `not`), pages, uploads, filters, links, events, and
//! names of resources that the import reserves for types.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use paceline_generator::ir::{Api, BodyKind, Endpoint, Method, ParamLocation};
use paceline_generator::{
    CrateLayout, GeneratedFile, Imported, SourceFile, generate, import_openapi, load, openapi,
    render_diagnostics,
};
use paceline_test_support::spec_dir;

/// The spec in this folder below the workspace.
fn spec(folder: &str) -> Api {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let files = spec_dir::read(&folder).unwrap();
    let files: Vec<SourceFile> = files
        .into_iter()
        .map(|file| SourceFile { path: file.path.display().to_string(), text: file.text })
        .collect();
    load(&files).expect("the spec has no errors").api
}

/// A document without the spec that it carries.
fn without_spec(document: &str) -> String {
    let mut document: serde_json::Value = serde_json::from_str(document).unwrap();
    document.as_object_mut().unwrap().remove("x-spec").expect("it carries its spec");
    document.to_string()
}

fn imported(document: &str) -> Imported {
    let mut no_files = |path: &str| Err(format!("there is no file `{path}`"));
    import_openapi(document, "1/h", &mut no_files).unwrap()
}

fn imported_again(api: &Api) -> Api {
    let imported = imported(&without_spec(&openapi(api)));
    match load(&imported.files) {
        Ok(loaded) => loaded.api,
        Err(errors) => panic!("{}", render_diagnostics(&errors, &imported.files, false)),
    }
}

/// What an endpoint is, as far as a document can say it.
fn essence(api: &Api, endpoint: &Endpoint) -> BTreeMap<&'static str, String> {
    let params: BTreeSet<String> = endpoint
        .params
        .iter()
        // A body of a `GET` is nothing that a document may have.
        .filter(|param| param.location != ParamLocation::Body || endpoint.method != Method::Get)
        // What the API's rules send comes back as parameters of each call.
        .filter(|param| param.location != ParamLocation::Header)
        // The bytes that are a body have no name.
        .filter(|param| param.location != ParamLocation::Body || endpoint.body != BodyKind::Bytes)
        .map(|param| format!("{:?} {} {:?}", param.location, param.field.wire, param.field.presence))
        .collect();
    let limits: Vec<String> = (endpoint.limits.iter())
        .flat_map(|one| {
            let set = &api[one.set];
            set.limits.iter().map(move |limit| format!("{limit} {:?} weight {}", set.scope, one.weight))
        })
        .collect();
    let codes: BTreeSet<i64> = endpoint.errors.iter().map(|error| api[*error].code).collect();
    BTreeMap::from([
        ("name", endpoint.name.to_string()),
        ("title", format!("{:?}", endpoint.title.iter().flat_map(|title| title.texts()).collect::<Vec<_>>())),
        ("summary", endpoint.summary.to_string()),
        ("effect", format!("{:?}", endpoint.effect)),
        ("limits", limits.join(", ")),
        ("errors", format!("{codes:?}")),
        ("max_transit", format!("{:?}", endpoint.max_transit)),
        ("params", format!("{params:?}")),
        ("empty_statuses", format!("{:?}", endpoint.empty_statuses)),
    ])
}

/// The endpoints by method and path.
fn essences(api: &Api) -> BTreeMap<String, BTreeMap<&'static str, String>> {
    let route = |endpoint: &Endpoint| format!("{:?} {}", endpoint.method, endpoint.path);
    api.endpoints.iter().map(|endpoint| (route(endpoint), essence(api, endpoint))).collect()
}

#[test]
fn the_exported_document_is_imported_to_the_same_endpoints_limits_and_error_codes() {
    let before = spec("spec");
    let after = imported_again(&before);
    let (wanted, found) = (essences(&before), essences(&after));
    let routes = |essences: &BTreeMap<String, _>| essences.keys().cloned().collect::<Vec<_>>();
    assert_eq!(routes(&wanted), routes(&found));
    let different: Vec<String> = (wanted.iter())
        .flat_map(|(route, wanted)| wanted.iter().map(move |(key, value)| (route, key, value)))
        .filter(|(route, key, value)| found[*route][*key] != **value)
        .map(|(route, key, value)| format!("{route}: {key} {value} came back as {}", found[route][key]))
        .collect();
    assert_eq!(different, [""; 0]);
    let errors = |api: &Api| -> Vec<String> {
        let text = |error: &paceline_generator::ir::ErrorCode| {
            let paceline_generator::ir::ErrorCode {
                code,
                name,
                title,
                status,
                category,
                retry,
                meaning,
                advice,
                ..
            } = error;
            format!("{code} {name} {title:?} {status:?} {category:?} {retry:?} {meaning} {advice}")
        };
        api.errors.iter().map(text).collect()
    };
    assert_eq!(errors(&before), errors(&after));
}

/// All that is emitted for an API, the document among it.
fn emitted(api: &Api) -> Vec<GeneratedFile> {
    generate(api, &CrateLayout::Workspace)
}

#[track_caller]
fn comes_back_whole(api: &Api) {
    let again = imported(&openapi(api));
    assert_eq!(again.notes, []);
    let loaded = load(&again.files).expect("the spec has no errors");
    for (before, after) in emitted(api).iter().zip(emitted(&loaded.api)) {
        assert_eq!((&before.path, &before.text), (&after.path, &after.text));
    }
}

#[test]
fn the_exported_document_is_imported_to_the_same_model() {
    comes_back_whole(&spec("spec"));
    let words = common::arbitrary::words();
    for seed in 0..20 {
        comes_back_whole(&common::arbitrary::arbitrary_spec(seed, &words).loaded.api);
    }
}

#[test]
fn what_is_changed_in_a_document_counts() {
    let document = openapi(&spec("generator/tests/shop"));
    let changed = document.replacen("\"summary\": \"", "\"summary\": \"Now: ", 1);
    assert_ne!(changed, document);
    let imported = imported(&changed);
    assert!(imported.notes.iter().any(|note| note.message.contains("says something else than the document")));
    assert!(imported.files.iter().any(|file| file.text.contains("Now: ")));
}
