//! Whatever a valid spec says, what is emitted for it compiles without a warning.
//!
//! The names are those that emitted code uses itself, and the features those of a whole API, mixed at random.

mod common;

use std::collections::BTreeSet;

use common::arbitrary::{arbitrary_spec, words};
use common::compile::{compile_without_a_warning, seeds};
use common::keys;

/// How many specs are tried; each is about as long as that of a small API. `COMPILES_ARBITRARY` asks for others: `100..140`.
const SPECS: std::ops::Range<u64> = 0..24;

/// A key that no spec of the sample has would be one that nothing is known of.
#[test]
fn the_sample_has_every_key_of_the_dialect() {
    let words = words();
    let mut used = BTreeSet::new();
    for seed in SPECS {
        for file in arbitrary_spec(seed, &words).files {
            keys::used(&serde_yaml::from_str(&file.text).expect("it is YAML"), &mut used);
        }
    }
    let missing: Vec<_> = keys::all().into_iter().filter(|key| !used.contains(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_sample_of_all_that_is_valid_compiles_without_a_warning() {
    let words = words();
    compile_without_a_warning(seeds("COMPILES_ARBITRARY", SPECS), |seed| {
        let spec = arbitrary_spec(seed, &words);
        (spec.loaded.api, spec.files)
    });
}
