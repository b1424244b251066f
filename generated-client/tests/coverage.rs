//! The client has every endpoint of the API, and no other: `data/endpoints.txt` lists them all, by method and path.
#![cfg(feature = "all")]

use std::collections::BTreeSet;

use feishu_project::endpoints::ENDPOINTS;

const LIST: &str = include_str!("data/endpoints.txt");

fn known() -> BTreeSet<&'static str> {
    LIST.lines().filter(|line| !line.is_empty()).collect()
}

fn ours() -> Vec<String> {
    ENDPOINTS
        .iter()
        .map(|endpoint| format!("{} {}", format!("{:?}", endpoint.method).to_uppercase(), endpoint.path))
        .collect()
}

#[test]
fn no_endpoint_is_missing_and_none_is_unknown() {
    let ours = ours();
    let (known, ours): (_, BTreeSet<&str>) = (known(), ours.iter().map(String::as_str).collect());
    let missing: Vec<_> = known.difference(&ours).collect();
    let unknown: Vec<_> = ours.difference(&known).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:#?}\nunknown: {unknown:#?}");
}

#[test]
fn the_list_is_whole_and_no_endpoint_is_there_twice() {
    assert_eq!(known().len(), 133);
    assert_eq!(ENDPOINTS.len(), 133);
    assert!(LIST.lines().is_sorted(), "the list is kept sorted");
}
