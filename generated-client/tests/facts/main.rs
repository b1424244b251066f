//! The description held against what is known of the API: every endpoint, parameter, member, allowed value and error code
//! of `data/facts.json` is in the OpenAPI document, of the same kind, or listed in `data/departures.txt` with a reason.
//!
//! `.ci/facts FOLDER` writes the lists anew.

#![cfg(feature = "all")]

mod compare;
mod facts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use feishu_project::api::Endpoint;
use feishu_project::endpoints::ENDPOINTS;

use compare::Comparison;
use facts::Facts;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What is left out or told otherwise on purpose, each with its reason: `difference — reason`, one a line.
fn departures() -> BTreeMap<String, String> {
    let text = read(&data("departures.txt"));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (difference, reason) = line.split_once(" — ").unwrap_or_else(|| panic!("no reason: {line}"));
            (difference.to_owned(), reason.to_owned())
        })
        .collect()
}

#[test]
fn the_description_holds_all_that_is_known_of_the_api() {
    let facts = Facts::parse(&read(&data("facts.json")));
    let document = serde_json::from_str(&read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json")));
    let found = Comparison::of(&facts, &document.expect("the document is JSON"));
    let known = departures();
    let new: Vec<&String> = found.iter().filter(|difference| !known.contains_key(*difference)).collect();
    let stale: Vec<&String> = known.keys().filter(|difference| !found.contains(*difference)).collect();
    let list = |lines: &[&String]| lines.iter().map(|line| format!("  {line}\n")).collect::<String>();
    assert!(
        new.is_empty() && stale.is_empty(),
        "{} differences without a reason (describe the API in spec/, or add a line to tests/data/departures.txt):\n{}\
         {} lines of tests/data/departures.txt that no longer differ:\n{}",
        new.len(),
        list(&new),
        stale.len(),
        list(&stale)
    );
}

/// The facts know every endpoint that is described, so that none is made up, and none twice.
#[test]
fn every_described_endpoint_is_known() {
    let facts = Facts::parse(&read(&data("facts.json")));
    let known: BTreeSet<String> = facts.endpoints.into_iter().map(|endpoint| endpoint.route).collect();
    let route = |endpoint: &Endpoint| {
        format!("{} {}", format!("{:?}", endpoint.method).to_uppercase(), endpoint.path)
    };
    let described: Vec<String> = ENDPOINTS.iter().map(|endpoint| route(endpoint)).collect();
    let unknown: Vec<&String> = described.iter().filter(|route| !known.contains(*route)).collect();
    assert_eq!(unknown, [""; 0]);
    assert_eq!(
        described.iter().collect::<BTreeSet<_>>().len(),
        described.len(),
        "an endpoint is there twice"
    );
}

#[test]
fn every_error_code_is_described() {
    let facts = Facts::parse(&read(&data("facts.json")));
    let described = feishu_project::errors::ERRORS.iter().map(|known| known.code).collect::<Vec<_>>();
    let missing: Vec<i64> = facts.codes.into_iter().filter(|code| !described.contains(code)).collect();
    assert_eq!(missing, [0_i64; 0]);
}
