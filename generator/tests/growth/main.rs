//! Twice as much takes twice as long, whatever there is much of; and no chain is too long for the stack.
//!
//! Time is no matter of every run: `cargo test -p paceline-generator --test growth -- --ignored --nocapture` measures, in
//! CPU time of the process, so that other programs matter little. `GROWTH_ONLY` chooses shapes by a part of their names, and
//! `GROWTH_LARGEST` another largest size. Where the times say more than that, valgrind counts the instructions, which decide.
#![allow(clippy::disallowed_methods, reason = "a measurement may be told what to measure")]

mod document;
mod spec;

use std::process::Command;
use std::time::Duration;

use paceline_generator::{
    CrateLayout, Runtime, SourceFile, generate_each, import_openapi, load, render_diagnostics,
};

/// The largest of the sizes that are measured, each twice the one before. The last two are compared.
const LARGEST: usize = 10_000;
/// How many times longer twice as much may take; where memory makes the time a poor measure, how many times as many
/// instructions.
const MOST: f64 = 2.2;
/// How many rounds are measured at least; an odd number, so that one of them is the median.
const LEAST_ROUNDS: usize = 3;
/// How many rounds are measured if twice as much seems to take longer than it may.
const MOST_ROUNDS: usize = 11;
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

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// One thing that is measured: its name, and what makes an input of a size and gives what is to be run on it.
struct Measured {
    name: String,
    prepare: Box<dyn Fn(usize) -> Box<dyn Fn()>>,
}

impl Measured {
    fn new<I: 'static>(name: String, make: impl Fn(usize) -> I + 'static, run: fn(&I)) -> Self {
        let prepare = move |size| -> Box<dyn Fn()> {
            let input = make(size);
            Box::new(move || run(&input))
        };
        Self { name, prepare: Box::new(prepare) }
    }

    /// All that are measured.
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for shape in spec::SHAPES {
            let make = |size| spec::of(shape, size);
            all.push(Self::new(format!("codegen: {}", shape.0), make, |files| generate(files)));
        }
        for &(name, make) in document::SHAPES {
            let text = move |size| make(size).to_string();
            all.push(Self::new(format!("import: {name}"), text, |text| drop(import(text))));
            let files = move |size| import(&make(size).to_string());
            all.push(Self::new(format!("codegen of an import: {name}"), files, |files| generate(files)));
        }
        all
    }

    /// Prints how long each size takes, and what twice the size costs; the name of what costs too much.
    fn is_slow(&self) -> Option<String> {
        let inputs = sizes().map(&self.prepare);
        let timed = |run: &dyn Fn()| {
            let start = cpu_time();
            run();
            (cpu_time() - start).as_secs_f64()
        };
        let (mut rounds, mut ratios) = (Vec::new(), Vec::new());
        // In pairs and by turns: what else happens on the machine is the same for both sizes of a pair. Noise makes a ratio
        // greater as often as less, so that the median is what twice the size costs.
        for round in 0..MOST_ROUNDS {
            let times = inputs.each_ref().map(|run| timed(&**run));
            ratios.push(times[3] / times[2]);
            rounds.push(times);
            if round + 1 >= LEAST_ROUNDS && round % 2 == 0 && median(&ratios) <= MOST {
                break;
            }
        }
        let ratio = median(&ratios);
        let of_size = |size: usize| rounds.iter().map(|times| times[size] * 1e3).collect::<Vec<_>>();
        let [a, b, c, d] = [0, 1, 2, 3].map(|size| median(&of_size(size)));
        let name = &self.name;
        println!("{ratio:5.2}  {a:7.0} {b:7.0} {c:7.0} {d:7.0} ms  {name}");
        if ratio <= MOST {
            return None;
        }
        // More memory is slower memory, for any program. How much there is to do does not depend on that.
        let [less, more] = [LARGEST / 8, LARGEST / 4].map(|size| instructions(name, size));
        let ratio = more / less;
        println!(
            "{ratio:5.2}  {:7.0} {:7.0} million instructions at an eighth and a quarter of the largest size",
            less / 1e6,
            more / 1e6
        );
        (ratio > MOST).then(|| name.clone())
    }
}

/// How many instructions it takes to make an input of this size and to run it, as valgrind counts them in another process.
fn instructions(name: &str, size: usize) -> f64 {
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap());
    valgrind.args(["--ignored", "--exact", "--test-threads=1", "one_is_run_once"]);
    let output = valgrind.env("GROWTH_ONE", name).env("GROWTH_SIZE", size.to_string()).output();
    let output = output.expect("valgrind is needed to count instructions");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let count = said.lines().find_map(|line| line.split_once("Collected :")).expect("a count");
    count.1.trim().parse().expect("a number")
}

#[test]
#[ignore = "another test counts the instructions of this one"]
fn one_is_run_once() {
    let Some(name) = asked("GROWTH_ONE") else { return };
    let size = asked("GROWTH_SIZE").and_then(|size| size.parse().ok()).expect("a size");
    let measured = Measured::all().into_iter().find(|measured| measured.name == name).expect("a known name");
    (measured.prepare)(size)();
}

#[test]
#[ignore = "it measures time"]
fn twice_as_much_takes_twice_as_long() {
    println!("ratio  {:?}", sizes());
    let only = asked("GROWTH_ONLY").unwrap_or_default();
    let all = Measured::all().into_iter().filter(|measured| measured.name.contains(&only));
    let too_slow: Vec<String> = all.filter_map(|measured| measured.is_slow()).collect();
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
