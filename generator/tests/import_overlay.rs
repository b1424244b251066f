//! Hand-made additions, laid over imported files.

use paceline_generator::{SourceFile, apply_overlay};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), text: text.into() }
}

#[test]
fn what_is_laid_over_is_merged_replaced_removed_or_added() {
    let imported = vec![
        file(
            "api.yaml",
            "# Notes.\n\napi: {name: A}\nhosts:\n  main: {url: \"https://a\", doc: \"A: b.\"}\n",
        ),
        file("item.yaml", "resource: item # stays\n"),
    ];
    let overlay = [
        file(
            "api.yaml",
            "api: {name: null, version: 1.0.0}\nhosts: {main: {url: \"https://b\"}}\nlist: [1, 2.5, true]\n",
        ),
        file("errors.yaml", "errors: {}\n"),
    ];
    let merged = apply_overlay(imported.clone(), &overlay).unwrap();
    assert_eq!(
        merged[0].text,
        "# Notes.\n\napi:\n  version: \"1.0.0\"\nhosts:\n  main:\n    url: \"https://b\"\n    doc: \"A: b.\"\nlist: [1, 2.5, true]\n"
    );
    assert_eq!(merged[1], imported[1]);
    assert_eq!(merged[2], overlay[1]);

    let refused = |text: &str| apply_overlay(imported.clone(), &[file("api.yaml", text)]).unwrap_err();
    assert!(refused("api: {nothing: null}").contains("api.yaml: api: nothing is to be removed"));
    assert!(refused("[1]").contains("a file is a mapping"));
    assert!(refused("a: [").contains("not YAML"));
}
