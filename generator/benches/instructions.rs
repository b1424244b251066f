//! How many instructions generation takes: the same number on every machine, however busy it is.
//!
//! `cargo xtask bench generation` installs the runner and counts.
#![allow(clippy::disallowed_methods, reason = "the harness of gungraun reads its arguments")]
#![allow(missing_docs, reason = "the macros of gungraun make items without docs")]

mod synthetic;

use std::hint::black_box;

use generator::{Home, Loaded, Runtime, SourceFile};
use gungraun::{library_benchmark, library_benchmark_group, main};

fn loaded(endpoints: usize) -> Loaded {
    generator::load(&synthetic::spec(endpoints)).expect("the spec has no errors")
}

#[library_benchmark]
#[bench::endpoints_100(synthetic::spec(100))]
fn load(files: Vec<SourceFile>) -> Loaded {
    generator::load(black_box(&files)).expect("the spec has no errors")
}

#[library_benchmark]
#[bench::endpoints_100(loaded(100))]
fn generate(loaded: Loaded) -> usize {
    generator::generate(black_box(&loaded.api), &Home::Alone(Runtime::Version("1".into()))).len()
}

library_benchmark_group!(name = generation, benchmarks = [load, generate]);
main!(library_benchmark_groups = generation);
