//! Specs that nobody wrote: made at random, valid, and between them with every key of the dialect.
//!
//! Names are those that emitted code uses itself, as far as the generator takes them: whatever it does not refuse must
//! compile.

mod api;
mod body;
mod endpoint;
mod event;
mod field;
mod filter;
mod link;
mod types;
mod upload;

use std::collections::{BTreeMap, BTreeSet};

use paceline_generator::{Code, CrateLayout, Loaded, SourceFile, generate, load, render_diagnostics};
use serde_json::{Map, Value, json};

use self::types::Def;

/// Texts that would do harm if they were pasted: each tries to define something called `evil`.
pub(crate) const HOSTILE: &[&str] = &[
    "*/ fn evil() {} /*",
    "\"); } pub fn evil() {} fn x() { (\"",
    "\"# ; fn evil() {} r#\"",
    "line\n\n```rust\nfn evil() {}\n```\n",
    "] #[evil] struct S;",
    "\\\" evil \\u{202e} \u{202e}",
    "{evil} {{evil}} {0}",
    "\r fn evil() {}",
    "\u{2028}fn evil() {}\u{2029}",
    "${evil} $evil #evil r\"evil",
    "\u{0} \u{7f} \u{85} \u{feff} 名 🦀",
    "<script>evil()</script> [evil](evil) [`evil`]",
    "Plain words.",
    "- a\n- list\n  1. in it\n\n# And a heading",
];

/// A spec and what comes of it.
pub(crate) struct ArbitrarySpec {
    /// Its files.
    pub(crate) files: Vec<SourceFile>,
    /// What they say.
    pub(crate) loaded: Loaded,
}

/// The spec of a seed.
pub(crate) fn arbitrary_spec(seed: u64, pool: &[String]) -> ArbitrarySpec {
    // What a name is for, and the name, where the generator refuses it.
    let mut refused = BTreeSet::new();
    for _ in 0..100 {
        let mut maker = Maker::new(seed, pool, &refused);
        let files = maker.spec();
        let taken = maker.taken;
        let errors = match load(&files) {
            Ok(loaded) => return ArbitrarySpec { files, loaded },
            Err(errors) => errors,
        };
        for error in &errors {
            let about_names = [Code::NameInvalid, Code::NameReserved, Code::NameTaken].contains(&error.code);
            let file = files.iter().find(|file| *file.path == *error.origin.file).expect("one of the files");
            let name = file.text[error.origin.span.start()..error.origin.span.end()].trim_matches(['"', '?']);
            match taken.get(name) {
                Some(role) if about_names => refused.insert((*role, name.to_owned())),
                _ => panic!("seed {seed}: {}", render_diagnostics(&errors, &files, false)),
            };
        }
    }
    panic!("seed {seed}: too many names are refused")
}

/// Every word that a client of the small shop is made of, in the spelling of modules and methods.
pub(crate) fn words() -> Vec<String> {
    let mut words = BTreeSet::new();
    for file in
        generate(&super::shop(), &CrateLayout::Workspace).iter().filter(|file| file.path.ends_with(".rs"))
    {
        collect(file.text.parse().expect("it is Rust"), &mut words);
    }
    // Of the prelude, of traits that values have, and of what looks odd.
    let more = [
        "a1",
        "as_ref",
        "as_str",
        "async_fn",
        "borrow",
        "call",
        "cmp",
        "drop",
        "eq",
        "every",
        "field",
        "fmt",
        "from_str",
        "get",
        "hash",
        "i64",
        "into_iter",
        "is_empty",
        "iter",
        "len",
        "macro_rules",
        "main",
        "ok",
        "option",
        "other",
        "partial_cmp",
        "push",
        "raw",
        "result",
        "some",
        "str",
        "to_owned",
        "to_string",
        "u8",
        "union",
        "usize",
        "vec",
        "x",
        "found",
        "lookup",
        "encode",
        "decode",
        "from_value",
        "as_text",
        "i",
        "e",
        "r",
        "value_2",
        "value2",
    ];
    words.extend(more.map(str::to_owned));
    words.into_iter().collect()
}

fn collect(tokens: proc_macro2::TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(name) => {
                if let Ok(name) = paceline_generator::ir::Name::new(&name.to_string()) {
                    words.insert(name.snake().to_owned());
                }
            }
            proc_macro2::TokenTree::Group(group) => collect(group.stream(), words),
            _ => {}
        }
    }
}

/// A resource in the making.
struct Resource {
    name: String,
    accessor: Option<String>,
    /// Its endpoints by their names.
    endpoints: Map<String, Value>,
    types: Map<String, Value>,
    filters: Map<String, Value>,
    uploads: Map<String, Value>,
    events: Map<String, Value>,
    errors: Map<String, Value>,
}

/// Makes one spec.
pub(crate) struct Maker<'a> {
    seed: u64,
    rng: paceline_test_support::Rng,
    pool: &'a [String],
    refused: &'a BTreeSet<(&'static str, String)>,
    /// Names that are in use, and what for.
    taken: BTreeMap<String, &'static str>,
    count: usize,
    resources: Vec<Resource>,
    defs: Vec<Def>,
    api: api::Known,
}

impl<'a> Maker<'a> {
    fn new(seed: u64, pool: &'a [String], refused: &'a BTreeSet<(&'static str, String)>) -> Self {
        let (taken, resources, defs) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self {
            seed,
            rng: paceline_test_support::Rng::with_seed(seed),
            pool,
            refused,
            taken,
            count: 0,
            resources,
            defs,
            api: api::Known::default(),
        }
    }

    fn spec(&mut self) -> Vec<SourceFile> {
        for _ in 0..self.rng.usize(1..=3) {
            let (name, accessor) = (self.name("resource"), self.name("accessor"));
            let accessor = chance(&mut self.rng, 70).then_some(accessor);
            let [endpoints, types, filters, uploads, events, errors] = [(); 6].map(|()| Map::new());
            self.resources.push(Resource {
                name,
                accessor,
                endpoints,
                types,
                filters,
                uploads,
                events,
                errors,
            });
        }
        self.make_types();
        let mut api = self.make_api();
        for resource in 0..self.resources.len() {
            self.make_endpoints(resource);
        }
        self.make_filter();
        self.make_upload();
        if let Some(links) = self.links() {
            api["links"] = links;
        }
        self.make_events();
        let mut files = vec![file("api.yaml", &api)];
        for index in 0..self.resources.len() {
            let value = self.resource(index);
            files.push(file(&format!("{index}.yaml"), &value));
        }
        if chance(&mut self.rng, 70) {
            let code = self.error_code();
            files.push(file("errors.yaml", &json!({"errors": {"9007199254740993": code}})));
        }
        files
    }

    fn resource(&mut self, index: usize) -> Value {
        let mut file = Map::new();
        let doc = self.doc();
        let resource = &mut self.resources[index];
        file.insert("resource".into(), json!(resource.name));
        if let Some(accessor) = &resource.accessor {
            file.insert("accessor".into(), json!(accessor));
            let host = chance(&mut self.rng, 20).then(|| json!(pick(&mut self.rng, &self.api.hosts)));
            put(&mut file, "host", host);
        }
        for (key, part) in [
            ("endpoints", &mut resource.endpoints),
            ("types", &mut resource.types),
            ("filters", &mut resource.filters),
            ("uploads", &mut resource.uploads),
            ("events", &mut resource.events),
            ("errors", &mut resource.errors),
        ] {
            if !part.is_empty() {
                file.insert(key.into(), Value::Object(std::mem::take(part)));
            }
        }
        put(&mut file, "doc", doc);
        Value::Object(file)
    }

    /// A name that nothing else in this spec has, and that the generator has not refused for this.
    fn name(&mut self, role: &'static str) -> String {
        self.named(role, |word| word.to_owned())
    }

    fn named(&mut self, role: &'static str, spell: impl Fn(&str) -> String) -> String {
        for _ in 0..40 {
            let name = spell(&pick(&mut self.rng, self.pool));
            if !self.taken.contains_key(&name) && !self.refused.contains(&(role, name.clone())) {
                self.taken.insert(name.clone(), role);
                return name;
            }
        }
        self.count += 1;
        let name = spell(&format!("{role}{}", self.count));
        self.taken.insert(name.clone(), role);
        name
    }

    /// A text of documentation, or none.
    fn doc(&mut self) -> Option<Value> {
        chance(&mut self.rng, 70).then(|| self.prose())
    }

    /// A text for people, in one language or in several.
    fn prose(&mut self) -> Value {
        match self.rng.usize(..6) {
            0 => json!({"no": self.text(), "en": self.text(), "zh-Hans": self.text()}),
            1 => json!({"en": self.text(), "no": self.text()}),
            2 => json!({"en": self.text()}),
            _ => json!(self.text()),
        }
    }

    /// What others call something, in whichever languages they do.
    fn title(&mut self) -> Value {
        match self.rng.usize(..4) {
            0 => json!({"zh-Hans": self.text()}),
            1 => json!({"zh-Hans": "Same words.", "no": "Same words."}),
            _ => self.prose(),
        }
    }

    fn text(&mut self) -> &'static str {
        pick(&mut self.rng, HOSTILE)
    }
}

/// Adds a member that may be missing.
fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value);
    }
}

/// JSON is YAML, if what is not plain is escaped.
fn file(path: &str, value: &Value) -> SourceFile {
    let json = serde_json::to_string_pretty(value).expect("it is JSON");
    let escape = |c: char| match c {
        ' '..='~' | '\n' => c.to_string(),
        c => format!("\\U{:08x}", u32::from(c)),
    };
    SourceFile { path: path.to_owned(), text: json.chars().map(escape).collect() }
}

/// True so many times in a hundred.
fn chance(rng: &mut paceline_test_support::Rng, percent: u8) -> bool {
    rng.u8(..100) < percent
}

/// One of some.
fn pick<T: Clone>(rng: &mut paceline_test_support::Rng, from: &[T]) -> T {
    rng.choice(from).expect("there is something to pick from").clone()
}
