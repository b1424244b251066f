//! A document from its text to what came back of the values of its types.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use paceline_generator::{CrateLayout, Runtime, generate, import_openapi, ir::Api, load, render_diagnostics};
use serde_json::Value;

use crate::proof::{member, reference, untyped, with_proof};
use crate::random::Random;
use crate::same::difference;
use crate::sampler::Sampler;
use crate::schema::as_json_schema;

/// So many values are made of each type, if as many can be found.
const INSTANCES: usize = 20;
const ATTEMPTS: usize = 200;

const MANIFEST: &str = r#"[package]
name = "CALLER"
version = "0.0.0"
edition = "2024"
publish = false

# It lies in the target folder, and is no member of the workspace around that.
[workspace]

[dependencies]
client = { package = "CLIENT", path = "../client", default-features = false, features = ["all"] }
serde_json = "1"

[profile.dev]
debug = "line-tables-only"
"#;

/// A value that did not come back as it was.
#[derive(Debug)]
pub(crate) struct Difference {
    /// What kind of difference it is.
    pub(crate) what: String,
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) before: Value,
    /// What came back, or why nothing did.
    pub(crate) after: String,
}

/// What came of a document.
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// Types all of whose values came back.
    pub(crate) proved: usize,
    /// Schemas that became `any`, whose values come back whatever they are.
    pub(crate) any: Vec<String>,
    /// Schemas of which no valid value was found.
    pub(crate) unmade: Vec<String>,
    /// Members of types that hold an `any`. Of most of these the document says no more than that they are there.
    pub(crate) untyped_members: usize,
    /// Places of the document that say more of a value, which became an `any` none the less.
    pub(crate) given_up: usize,
    pub(crate) instances: usize,
    pub(crate) differences: Vec<Difference>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

/// Makes values of each named schema of a document, and has the emitted types read and write them.
pub(crate) fn prove(document: &Value, title: &str) -> Proof {
    let schemas = document["components"]["schemas"].as_object().expect("named schemas");
    let names: Vec<String> = schemas.keys().cloned().collect();
    let text = with_proof(document, &names).to_string();
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let imported = import_openapi(&text, "1000/s", &mut no_files).expect("the document is imported");
    let loaded = load(&imported.files);
    let api =
        loaded.unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &imported.files, false))).api;
    let (any, untyped_members) = untyped(&api, names.len());
    let given_up = imported.notes.iter().filter(|note| note.message.ends_with("imported as `any`"));
    let given_up = given_up.map(|note| note.places.len()).sum();
    let mut proof = Proof { untyped_members, given_up, ..Proof::default() };

    let root = as_json_schema(document);
    let options = jsonschema::options().with_draft(jsonschema::Draft::Draft202012);
    let validators = options.build_map(&root_with_uses(&root, &names)).expect("the schemas are schemas");
    let validator = |n: usize| validators.get(&format!("#/$defs/{n}"));
    let mut lines = String::new();
    let mut asked: Vec<(usize, Value)> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        if any[n] {
            proof.any.push(name.clone());
            continue;
        }
        let Some(validator) = validator(n) else {
            // The schema is none.
            proof.unmade.push(name.clone());
            continue;
        };
        let schema = &root["components"]["schemas"][name];
        let mut made = 0;
        for attempt in 0..ATTEMPTS {
            let seed = (n * ATTEMPTS + attempt) as u64;
            let mut sampler = Sampler { root: &root, random: Random::new(seed), fuel: 5000 };
            let Some(value) = sampler.value(schema, 0).filter(|value| validator.is_valid(value)) else {
                continue;
            };
            writeln!(lines, "{}", Value::from_iter([(member(n), value.clone())])).expect("a text");
            asked.push((n, value));
            made += 1;
            if made == INSTANCES {
                break;
            }
        }
        if made == 0 {
            proof.unmade.push(name.clone());
        }
    }
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("proves-types").join(title);
    let _ = fs::remove_dir_all(&dir);
    let responses = ask(&dir, title, &api, &lines);
    assert_eq!(responses.lines().count(), asked.len(), "a line for each value");
    let mut good: BTreeMap<usize, bool> = BTreeMap::new();
    for ((n, before), response) in asked.into_iter().zip(responses.lines()) {
        let (mark, text) = response.split_at(1);
        let found = if mark == "!" {
            let why = text.rsplit_once("`: ").map_or(text, |(_, why)| why);
            Some((String::new(), format!("not read: {why}"), text.to_owned()))
        } else {
            let after: Value = serde_json::from_str(text).expect("JSON");
            let after = after.get(member(n)).cloned().unwrap_or(Value::Null);
            let validator = validator(n).expect("it was asked before");
            let differs = difference(&before, &after, "");
            let invalid = || {
                let error = validator.validate(&after).err()?;
                Some((error.instance_path().to_string(), "no longer valid".to_owned()))
            };
            differs.or_else(invalid).map(|(path, what)| (path, what, after.to_string()))
        };
        proof.instances += 1;
        *good.entry(n).or_insert(true) &= found.is_none();
        proof.differences.extend(found.map(|(path, what, after)| Difference {
            what,
            name: names[n].clone(),
            path,
            before,
            after,
        }));
    }
    proof.proved = good.values().filter(|good| **good).count();
    proof
}

/// The schemas, and beside them a use of each, which has a validator of its own.
fn root_with_uses(root: &Value, names: &[String]) -> Value {
    let mut all = root.clone();
    all["$defs"] = names.iter().enumerate().map(|(n, name)| (n.to_string(), reference(name))).collect();
    all
}

/// Compiles the emitted client and a program that has its types read and write these lines.
fn ask(dir: &Path, title: &str, api: &Api, lines: &str) -> String {
    let runtime = Runtime::Path(root().join("generator/runtime").display().to_string());
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for file in generate(api, &CrateLayout::Alone(runtime)) {
        write(dir.join("client").join(file.path), &file.text);
    }
    let caller = dir.join("caller");
    let manifest = MANIFEST.replace("CLIENT", &api.crate_name).replace("CALLER", &format!("proves-{title}"));
    write(caller.join("Cargo.toml"), &manifest);
    write(caller.join("src/main.rs"), include_str!("caller.rs"));
    write(dir.join("lines"), lines);
    // The same versions as everywhere: nothing has to be fetched, and little compiled.
    fs::copy(root().join("Cargo.lock"), caller.join("Cargo.lock")).expect("a file");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--offline", "--quiet", "--"]).arg(dir.join("lines")).current_dir(caller);
    cargo.env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS").env("CARGO_INCREMENTAL", "0");
    let output = cargo.output().expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the crates are in {}\n{said}", dir.display());
    String::from_utf8(output.stdout).expect("JSON is text")
}
