//! The OpenAPI document of a small spec that has one of everything.

use generator::{SourceFile, load, openapi, render_diagnostics};

fn document() -> String {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [
        file("api.yaml", include_str!("openapi/api.yaml")),
        file("errors.yaml", include_str!("openapi/errors.yaml")),
        file("thing.yaml", include_str!("openapi/thing.yaml")),
    ];
    let loaded =
        load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)));
    openapi(&loaded.api)
}

#[test]
fn one_of_everything() {
    insta::assert_snapshot!(document());
}

#[test]
fn the_same_api_gives_the_same_bytes() {
    let document = document();
    assert_eq!(document, self::document());
    assert!(document.ends_with("}\n") && document.starts_with("{\n  \"openapi\""));
}
