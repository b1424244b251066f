//! What the emitted types read and write is what the schemas say: values that are made at random from the schemas of a document
//! alone are read by the types that are emitted for it, and written again. They come back as they were (`same.rs` says what that
//! means), and they are still valid.
//!
//! `PROVE_TYPES=FOLDER cargo test -p paceline-generator --release --test proves_types -- --ignored --nocapture` does it with
//! all documents of a folder, and prints what it finds.
#![allow(clippy::disallowed_methods, reason = "compilers read from the disk")]

#[path = "../import_complete/yaml.rs"]
mod yaml;

mod merge;
mod proof;
mod random;
mod run;
mod same;
mod sampler;
mod schema;
mod text;

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use run::{Difference, Proof, prove};
use serde_json::Value;
use yaml::Yaml;

fn read(text: &str) -> Value {
    if let Ok(value) = serde_json::from_str(text) {
        return value;
    }
    serde_yaml::from_str::<Yaml>(text).expect("the document is YAML").0
}

/// Schemas hold each other, and each level is a recursion.
fn with_room<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let worker = thread::Builder::new().stack_size(256 << 20).spawn(work).expect("a thread");
    worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The differences by their kinds, the most frequent first, each with one of them.
fn report(proof: &Proof) -> String {
    let mut kinds: BTreeMap<&str, Vec<&Difference>> = BTreeMap::new();
    for difference in &proof.differences {
        kinds.entry(&difference.what).or_default().push(difference);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, all)| usize::MAX - all.len());
    let short = |text: &str| text.chars().take(300).collect::<String>();
    let lines = kinds.iter().take(10).map(|(what, all)| {
        let least = all.iter().min_by_key(|one| one.before.to_string().len()).expect("there is one");
        let Difference { name, path, before, after, .. } = least;
        let (before, after) = (short(&before.to_string()), short(after));
        format!("{:>6} {what}\n       {name}, at `{path}`\n       {before}\n       {after}\n", all.len())
    });
    lines.collect()
}

#[test]
fn values_of_all_kinds_of_schemas_come_back() {
    let proof = with_room(|| prove(&read(include_str!("document.yaml")), "kinds"));
    assert!(proof.differences.is_empty(), "{}", report(&proof));
    assert_eq!((&proof.any[..], &proof.unmade[..]), (&["Anything".to_owned()][..], &[][..]));
    assert_eq!((proof.instances, proof.untyped_members), (proof.proved * 20, 3));
}

#[test]
#[ignore = "it needs a folder of documents: PROVE_TYPES names it"]
fn values_of_the_types_of_real_documents_come_back() {
    let folder = std::env::var("PROVE_TYPES").expect("PROVE_TYPES names a folder");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let title = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a text");
        let named = title.clone();
        let proof = with_room(move || prove(&read(&text), &named));
        println!(
            "{title}: {} types proved; of {} instances {} come back, {} differ; {} schemas are `any`, {} had no instance, {} \
             members are untyped, {} of them although the document says more",
            proof.proved,
            proof.instances,
            proof.instances - proof.differences.len(),
            proof.differences.len(),
            proof.any.len(),
            proof.unmade.len(),
            proof.untyped_members,
            proof.given_up,
        );
        println!("{}", report(&proof));
        println!("  any: {:?}\n  without an instance: {:?}\n", proof.any, proof.unmade);
    }
}
