//! Twice as much takes twice as long, whatever there is much of; and no chain is too long for the stack.
//!
//! Time is no matter of every run: `cargo test -p paceline-generator --test growth -- --ignored --nocapture` measures, in
//! CPU time of the process, so that other programs matter little. `GROWTH_ONLY` chooses shapes by a part of their names, and
//! `GROWTH_LARGEST` another largest size.
#![allow(clippy::disallowed_methods, reason = "a measurement may be told what to measure")]

mod document;
mod spec;

use std::time::Duration;

use paceline_generator::{
    CrateLayout, Runtime, SourceFile, generate_each, import_openapi, load, render_diagnostics,
};

/// The largest of the sizes that are measured, each twice the one before. The last two are compared.
const LARGEST: usize = 10_000;
/// How many times longer twice as much may take.
const MOST: f64 = 2.2;
/// How long the chains are that must fit on the stack.
const DEEP: usize = 20_000;

/// CPU time that this process has used.
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(
        time.tv_sec.try_into().expect("not negative"),
        time.tv_nsec.try_into().expect("not negative"),
    )
}

fn generate(files: &[SourceFile]) {
    let loaded =
        load(files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors[..1], files, false)));
    let mut bytes = 0;
    generate_each(&loaded.api, &CrateLayout::Alone(Runtime::Version("1".into())), |file| {
        bytes += file.text.len()
    });
    assert!(bytes > 0);
}

fn import(text: &str) -> Vec<SourceFile> {
    import_openapi(text, "10/s", &mut |path| Err(path.to_owned()))
        .unwrap_or_else(|refused| panic!("{refused}"))
        .files
}

fn asked(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

/// The sizes that are measured.
fn sizes() -> [usize; 4] {
    let largest = asked("GROWTH_LARGEST").map_or(LARGEST, |size| size.parse().expect("a number"));
    [8, 4, 2, 1].map(|part| largest / part)
}

/// Prints how long each size takes, and what twice the size costs; the names of what costs too much.
fn measure<I>(what: &str, name: &str, make: impl Fn(usize) -> I, run: impl Fn(&I)) -> Option<String> {
    let only = asked("GROWTH_ONLY").unwrap_or_default();
    let name = format!("{what}: {name}");
    if !name.contains(&only) {
        return None;
    }
    let timed = |input: &I| {
        let start = cpu_time();
        run(input);
        (cpu_time() - start).as_secs_f64()
    };
    let inputs = sizes().map(&make);
    let mut best = [f64::INFINITY; 4];
    // In pairs and by turns: what else happens on the machine is the same for all sizes.
    for round in 0..5 {
        for (input, best) in inputs.iter().zip(&mut best) {
            *best = best.min(timed(input));
        }
        if round > 0 && best[3] / best[2] <= MOST {
            break;
        }
    }
    let ratio = best[3] / best[2];
    let [a, b, c, d] = best.map(|seconds| seconds * 1e3);
    println!("{ratio:5.2}  {a:7.0} {b:7.0} {c:7.0} {d:7.0} ms  {name}");
    (ratio > MOST).then_some(name)
}

#[test]
#[ignore = "it measures time"]
fn twice_as_much_takes_twice_as_long() {
    println!("ratio  {:?}", sizes());
    let mut too_slow = Vec::new();
    for shape in spec::SHAPES {
        too_slow.extend(measure("codegen", shape.0, |size| spec::of(shape, size), |files| generate(files)));
    }
    for (name, make) in document::SHAPES {
        too_slow.extend(measure("import", name, |size| make(size).to_string(), |text| drop(import(text))));
        too_slow.extend(measure(
            "codegen of an import",
            name,
            |size| import(&make(size).to_string()),
            |files| generate(files),
        ));
    }
    assert!(too_slow.is_empty(), "{too_slow:#?}");
}

#[test]
#[ignore = "it takes a minute"]
fn long_chains_fit_on_the_stack() {
    for shape in spec::SHAPES {
        println!("codegen: {}", shape.0);
        generate(&spec::of(shape, DEEP));
    }
    for (name, make) in document::SHAPES {
        println!("import and codegen: {name}");
        generate(&import(&make(DEEP).to_string()));
    }
}
