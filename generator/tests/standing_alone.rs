//! What a crate of its own has beside its sources: manifest, README, an example and a test of a first call.
#![allow(clippy::disallowed_methods, reason = "the second API is on the disk")]

mod common;

use std::fs;
use std::path::Path;

use common::shop;
use paceline_generator::ir::Api;
use paceline_generator::{
    CrateLayout, Runtime, SourceFile, generate, is_as_offered, is_offered, load, render_diagnostics,
};

/// The API that is as different from the first one as a public one can be, with all that a registry wants to know.
fn second() -> Api {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second");
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).expect("the second API") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a file");
        let publishing = "  license: MIT OR Apache-2.0\n  repository: https://git.example/client\n  \
                          keywords: [streams, api-client]\n";
        let text = text.replace("  version: 0.1.0\n", &format!("  version: 0.1.0\n{publishing}"));
        files.push(SourceFile { path: path.file_name().unwrap().to_string_lossy().into(), text });
    }
    let loaded = load(&files);
    loaded.unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false))).api
}

fn check(name: &str, api: &Api) {
    let files = generate(api, &CrateLayout::Alone(Runtime::Version("0.1.0".into())));
    let beside: Vec<_> =
        files.iter().filter(|file| is_offered(&file.path) || file.path == "Cargo.toml").collect();
    assert_eq!(beside.len(), 4, "{beside:?}");
    for file in beside {
        assert!(file.path == "Cargo.toml" || is_as_offered(&file.text), "{}", file.text);
        insta::assert_snapshot!(format!("{name}__{}", file.path.replace('/', "__")), file.text);
    }
}

#[test]
fn a_crate_of_the_shop_has_all_that_it_begins_with() {
    check("shop", &shop());
}

#[test]
fn a_crate_of_the_second_api_has_what_a_registry_wants() {
    check("second", &second());
}

/// In this workspace and in somebody's crate, these files are other people's.
#[test]
fn no_other_layout_has_them() {
    for layout in [CrateLayout::Workspace, CrateLayout::Module] {
        assert!(generate(&shop(), &layout).iter().all(|file| !is_offered(&file.path)), "{layout:?}");
    }
    let module = generate(&shop(), &CrateLayout::Module);
    let [file] = &module[..] else { panic!("one file: {}", module.len()) };
    assert_eq!(file.path, "shop.rs");
    for left_over in ["cfg(feature", "crate::", "no_run"] {
        let found = file.text.lines().find(|line| line.replace("pub(crate)", "").contains(left_over));
        assert_eq!(found, None, "{left_over}");
    }
}

/// An API without a call that reads has a README all the same.
#[test]
fn where_nothing_is_read_there_is_no_first_call() {
    let mut api = shop();
    api.endpoints.iter_mut().for_each(|endpoint| endpoint.effect = paceline_generator::ir::Effect::Write);
    let files = generate(&api, &CrateLayout::Alone(Runtime::Version("0.1.0".into())));
    let beside: Vec<_> = files.iter().map(|file| &*file.path).filter(|path| is_offered(path)).collect();
    assert_eq!(beside, ["README.md"]);
}
