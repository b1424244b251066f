//! Specs that several tests read: a small one that has one of everything, and those that nobody wrote.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod arbitrary;
pub(crate) mod compile;
pub(crate) mod keys;

use paceline_generator::{SourceFile, ir::Api, load, render_diagnostics};

/// The shop.
pub(crate) fn shop() -> Api {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [
        file("api.yaml", include_str!("../shop/api.yaml")),
        file("errors.yaml", include_str!("../shop/errors.yaml")),
        file("thing.yaml", include_str!("../shop/thing.yaml")),
    ];
    let loaded =
        load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)));
    loaded.api
}
