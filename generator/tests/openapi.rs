//! The OpenAPI document of a small spec that has one of everything.

mod common;

use common::shop;
use paceline_generator::openapi;

#[test]
fn one_of_everything() {
    insta::assert_snapshot!(openapi(&shop()));
}

#[test]
fn the_same_api_gives_the_same_bytes() {
    let document = openapi(&shop());
    assert_eq!(document, openapi(&shop()));
    assert!(document.ends_with("}\n") && document.starts_with("{\n  \"openapi\""));
}
