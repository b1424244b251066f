//! The emitted tests that call every endpoint once.

mod common;

use common::shop;
use paceline_generator::{CrateLayout, generate};

fn emitted(path: &str) -> String {
    let files = generate(&shop(), &CrateLayout::Workspace);
    files.into_iter().find(|file| file.path == path).expect("the file is emitted").text
}

#[test]
fn every_endpoint_is_called_with_nothing_optional_and_with_everything() {
    insta::assert_snapshot!(emitted("tests/endpoints/thing.rs"));
}

#[test]
fn the_fixture_is_written_by_hand() {
    let main = emitted("tests/endpoints/main.rs");
    assert!(main.contains("\nmod fixture;\n"), "{main}");
    assert!(
        !generate(&shop(), &CrateLayout::Workspace)
            .iter()
            .any(|file| file.path == "tests/endpoints/fixture.rs")
    );
}
