//! Limits that real services document: what is emitted for them, what their documents say, and what comes back.

#![allow(clippy::disallowed_methods, reason = "the specs are on the disk")]

use std::collections::BTreeSet;
use std::path::Path;

use paceline_generator::ir::{Api, Endpoint, LimitScope, LimitUse};
use paceline_generator::{CrateLayout, SourceFile, generate, import_openapi, load, render_diagnostics};
use paceline_test_support::spec_dir;
use serde_json::Value;

fn files(service: &str) -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/limits").join(service);
    let paths = spec_dir::paths(&folder).unwrap_or_else(|error| panic!("{}", error.source));
    let file = |path: &std::path::PathBuf| SourceFile {
        path: path.file_name().unwrap().to_string_lossy().into_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    paths.iter().map(file).collect()
}

fn api(files: &[SourceFile]) -> Api {
    load(files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, files, false))).api
}

fn emitted(service: &str, path: &str) -> String {
    let files = generate(&api(&files(service)), &CrateLayout::Workspace);
    files.into_iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}")).text
}

#[track_caller]
fn snapshot(service: &str, paths: &[&str]) {
    for path in paths {
        let name = format!("{service}__{}", path.replace('/', "__"));
        insta::with_settings!({snapshot_path => "limits/snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(name, emitted(service, path));
        });
    }
}

#[test]
fn primary_and_secondary_limits_of_github() {
    snapshot("github", &["src/limits.rs", "src/repo/endpoints.rs", "src/service.rs", "src/repo.rs"]);
}

#[test]
fn buckets_of_discord() {
    snapshot("discord", &["src/limits.rs", "src/channel/endpoints.rs", "src/service.rs"]);
}

#[test]
fn the_table_of_the_selling_partner_api() {
    snapshot("selling_partner", &["src/limits.rs", "src/order/endpoints.rs", "src/lib.rs"]);
}

/// What an endpoint counts in, as far as callers can tell: sets that are windows alone are one.
fn told(api: &Api) -> Vec<(String, BTreeSet<String>)> {
    let one = |endpoint: &Endpoint| {
        let of = |one: &LimitUse| {
            let set = &api[one.set];
            let name =
                if set.is_plain() { String::new() } else { format!("{:?} {}", set.name.snake(), one.weight) };
            let mut told = vec![format!("{name} {:?} {:?} {:?}", set.scope, set.concurrent, set.told)];
            told.extend(
                set.limits.iter().copied().chain(set.gap_limit()).map(|limit| format!("{name} {limit}")),
            );
            told
        };
        (endpoint.id.clone(), endpoint.limits.iter().flat_map(of).collect())
    };
    api.endpoints.iter().map(one).collect()
}

/// The document says all of it, also without the spec that it carries.
#[test]
fn the_document_is_read_back() {
    for service in ["github", "discord", "selling_partner"] {
        let before = api(&files(service));
        let mut document: Value = serde_json::from_str(&emitted(service, "openapi.json")).unwrap();
        let object = document.as_object_mut().unwrap();
        assert!(object.remove("x-spec").is_some());
        let mut no_files = |path: &str| Err(path.to_owned());
        let imported = import_openapi(&document.to_string(), "7/s", &mut no_files).unwrap();
        let after = api(&imported.files);
        let named: Vec<_> = told(&before).into_iter().filter(|(_, sets)| !sets.is_empty()).collect();
        let back: Vec<_> =
            told(&after).into_iter().filter(|(id, _)| named.iter().any(|(known, _)| known == id)).collect();
        assert_eq!(named, back, "{service}");
    }
}

#[test]
fn sets_say_whose_requests_count_together() {
    let api = api(&files("discord"));
    let scopes: Vec<_> = api.limit_sets.iter().map(|set| (set.name.snake(), set.scope)).collect();
    assert_eq!(scopes, [("global", LimitScope::Credential), ("route", LimitScope::CredentialAndEndpoint)]);
}
