//! What generation costs for an endpoint: time, its growth with the number of endpoints, and memory.
//!
//! `cargo bench -p paceline-generator --bench generation`, or with `-- --figures` for the table of `cargo xtask bench`.
#![allow(
    clippy::disallowed_methods,
    reason = "a bench reads the project's spec, the clock and its own memory"
)]

mod synthetic;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput};
use paceline_generator::{CrateLayout, Runtime, SourceFile, render_diagnostics};
use paceline_test_support::spec_dir;

/// The same as in `xtask`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The argument by which the bench starts itself to measure memory, followed by a number of endpoints.
const MEMORY: &str = "--memory-of";
/// Endpoints of the synthetic specs.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// The project's own spec.
fn whole_spec() -> Vec<SourceFile> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let files = spec_dir::read(&dir).expect("the spec can be read");
    files
        .into_iter()
        .map(|file| SourceFile { path: file.path.display().to_string(), text: file.text })
        .collect()
}

/// From YAML to the text of every file of the crate; the number of endpoints and of bytes written.
fn generate(files: &[SourceFile]) -> (usize, usize) {
    let loaded = paceline_generator::load(files)
        .unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, files, false)));
    let layout = CrateLayout::Alone(Runtime::Version("1".into()));
    let mut bytes = 0;
    paceline_generator::generate_each(&loaded.api, &layout, |file| bytes += file.text.len());
    (loaded.api.endpoints.len(), bytes)
}

/// Milliseconds for each endpoint, the best of as many runs as fit into a while, and of two at least: the first one of a
/// large spec takes all its memory from the system, as none is left over from a run before.
fn milliseconds(files: &[SourceFile], budget: Duration) -> f64 {
    let (began, mut best) = (Instant::now(), f64::INFINITY);
    let mut runs = 0;
    while runs < 2 || began.elapsed() < budget {
        runs += 1;
        let start = Instant::now();
        let (endpoints, _) = generate(files);
        best = best.min(start.elapsed().as_secs_f64() * 1e3 / endpoints as f64);
    }
    best
}

/// The most memory that this process has had so far, in KB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("memory is measured on Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is told");
    line.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Prints what generation adds to the memory of a process that holds the texts of a spec, in KB an endpoint.
fn print_memory(endpoints: &str) {
    let files = synthetic::spec(endpoints.parse().expect("a number of endpoints"));
    let before = peak();
    let (endpoints, _) = generate(&files);
    println!("{}", (peak() - before) / endpoints as f64);
}

/// The same, of a process of its own.
fn memory(endpoints: usize) -> f64 {
    let this = std::env::current_exe().expect("this program has a path");
    let output = Command::new(this).args([MEMORY, &endpoints.to_string()]).output().expect("it starts");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("it prints a number")
}

/// One line of the table, as JSON.
fn print_figure(what: &str, unit: &str, ours: f64, most: f64) {
    let (goal, holds) = (format!("<= {most} {unit}"), ours <= most);
    let goal = goal.trim_end();
    println!(
        r#"{{"area":"generation","what":"{what}","unit":"{unit}","ours":{ours},"goal":"{goal}","holds":{holds}}}"#
    );
}

fn print_figures() {
    let budget = Duration::from_secs(3);
    let whole = milliseconds(&whole_spec(), budget);
    print_figure("the whole spec, time an endpoint", "ms", whole, 0.5);
    let times = SIZES.map(|size| milliseconds(&synthetic::spec(size), budget));
    for (size, time) in SIZES.into_iter().zip(times) {
        print_figure(&format!("{size} endpoints, time an endpoint"), "ms", time, 0.5);
    }
    // Time for an endpoint grows as the size to the power of this, less one.
    let exponent = 1.0 + (times[2] / times[1]).log10();
    print_figure("growth from 1000 to 10000 endpoints, exponent", "", exponent, 1.05);
    for size in SIZES {
        print_figure(&format!("{size} endpoints, peak memory an endpoint"), "KB", memory(size), 20.0);
    }
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generation");
    group.sample_size(10);
    let specs = SIZES[..2].iter().map(|&size| (format!("{size} endpoints"), synthetic::spec(size)));
    for (name, files) in std::iter::once(("the whole spec".to_owned(), whole_spec())).chain(specs) {
        let (endpoints, _) = generate(&files);
        group.throughput(Throughput::Elements(endpoints as u64));
        group.bench_function(name, |b| b.iter_batched(|| (), |()| generate(&files), BatchSize::PerIteration));
    }
    group.finish();
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == MEMORY) {
        print_memory(arguments.get(at + 1).expect("a number of endpoints"));
    } else if arguments.iter().any(|argument| argument == "--figures") {
        print_figures();
    } else {
        let mut criterion = Criterion::default().configure_from_args();
        benches(&mut criterion);
        criterion.final_summary();
    }
}
