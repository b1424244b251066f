//! How many instructions generation takes: the same number on every machine, however busy it is.
//!
//! `cargo xtask bench generation` installs gungraun's runner and counts.
#![allow(clippy::disallowed_methods, reason = "the harness of gungraun reads its arguments")]
#![allow(missing_docs, reason = "the macros of gungraun make items without docs")]

mod synthetic;

use std::hint::black_box;

use gungraun::{
    Callgrind, EntryPoint, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use paceline_generator::{CrateLayout, Runtime, SourceFile};

/// The same as in `xtask`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[library_benchmark]
#[bench::endpoints_100(synthetic::spec(100))]
fn generate(files: Vec<SourceFile>) -> usize {
    let loaded = paceline_generator::load(black_box(&files)).expect("the spec has no errors");
    let mut bytes = 0;
    paceline_generator::generate_each(
        &loaded.api,
        &CrateLayout::Alone(Runtime::Version("1".into())),
        |file| {
            bytes += file.text.len();
        },
    );
    bytes
}

library_benchmark_group!(name = generation, benchmarks = [generate]);
main!(
    // The work is done by several threads, so all of the program is counted and not only the function.
    config = LibraryBenchmarkConfig::default().tool(Callgrind::default().entry_point(EntryPoint::None)),
    library_benchmark_groups = generation
);
