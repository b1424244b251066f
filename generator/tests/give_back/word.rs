//! Every name that an emitted crate defines or uses.

use std::collections::BTreeSet;

use paceline_generator::ir::Name;
use paceline_generator::{CrateLayout, Runtime, generate, load};
use proc_macro2::{TokenStream, TokenTree};

use super::draft::Draft;

/// What the runtime's macros write into an emitted crate.
const MACROS: [&str; 7] = [
    include_str!("../../runtime/src/call_builder.rs"),
    include_str!("../../runtime/src/upload/builder.rs"),
    include_str!("../../runtime/src/json/any_value.rs"),
    include_str!("../../runtime/src/json/macros.rs"),
    include_str!("../../runtime/src/json/record.rs"),
    include_str!("../../runtime/src/json/tagged_union.rs"),
    include_str!("../../runtime/src/json/union.rs"),
];

/// What neither says, and yet has a meaning to compilers, Cargo or readers of code.
const MORE: &str = "alloc any_of async await bin bool box build char cmp core crate dyn eq examples f64 finally fn fmt gen hash i64 \
    iter len macro macro_rules main mod partial_cmp proc_macro raw ref safe self static std str super test tests benches to_owned \
    to_string try type u8 union unsafe usize vec where yield abstract become final override priv typeof unsized virtual as_str \
    get borrow drop push option option_ext result send sync copy future iterator extend try_from try_into fn_once unpin a1 x i \
    config files page pages event item order project user tag label status error api service client account customer transaction \
    request response token key value data list map set break continue do extern loop move trait auto";

/// All words, as modules and methods are called.
pub(crate) fn words() -> Vec<String> {
    let mut words = BTreeSet::new();
    for text in all() {
        if let Ok(name) = Name::new(&text) {
            words.insert(name.snake().to_owned());
        } else {
            // A keyword is given back as it is.
            words.insert(text);
        }
    }
    // A name that is none for another reason than its being a keyword says nothing.
    words.retain(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    words.into_iter().collect()
}

/// All words, as types are called.
pub(crate) fn types() -> Vec<String> {
    let names = all().into_iter().filter_map(|text| Some(Name::new(&text).ok()?.pascal().to_owned()));
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

fn all() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = MORE.split_whitespace().map(str::to_owned).collect();
    let files = Draft::new().files();
    let api = load(&files).expect("the base has no mistakes").api;
    for layout in [CrateLayout::Workspace, CrateLayout::Alone(Runtime::Path("..".into()))] {
        for file in generate(&api, &layout) {
            let path = file.path.rsplit_once('.').map_or(&*file.path, |(path, _)| path);
            words.extend(path.split('/').map(str::to_lowercase));
            if file.path.ends_with(".rs") {
                collect(file.text.parse().expect("it is Rust"), &mut words);
            } else if file.path == "Cargo.toml" {
                let keys =
                    file.text.lines().filter_map(|line| Some(line.split_once(" =")?.0.replace('-', "_")));
                words.extend(keys);
            }
        }
    }
    for text in MACROS {
        collect(text.parse().expect("it is Rust"), &mut words);
    }
    // What the base itself is called is no word of the emitter's, unlike what it makes of that.
    let made = ["call", "condition", "envelope", "credential"];
    words.retain(|word| {
        let word = word.to_lowercase();
        !word.starts_with("zz") || made.iter().any(|end| word.ends_with(end))
    });
    words
}

fn collect(tokens: TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => drop(words.insert(name.to_string())),
            TokenTree::Group(group) => collect(group.stream(), words),
            _ => {}
        }
    }
}
