//! The emitted crate's manifest, and the configuration that keeps rustfmt out.

use super::feature::Features;
use super::first_call::FirstCall;
use super::module::TextFile;
use super::runtime;
use crate::ir::{Api, Resource};
use crate::layout::{CrateLayout, Runtime};

/// The edition that emitted code is written in: that of the workspace.
const EDITION: &str = "2024";
/// The oldest compiler that takes emitted code and the runtime: that of the workspace.
const RUST_VERSION: &str = env!("CARGO_PKG_RUST_VERSION");
/// The runtime's version: that of the whole workspace.
const RUNTIME_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A feature beside those of the resources, and what the manifest says before it.
struct FixedFeature {
    name: &'static str,
    about: &'static str,
}

const fn feature(name: &'static str, about: &'static str) -> FixedFeature {
    FixedFeature { name, about }
}

/// The features that a client has for its runtime.
const OF_RUNTIME: [FixedFeature; 11] = [
    feature("rustls", "# TLS by rustls, or by the system's library.\n"),
    feature("native-tls", ""),
    feature("gzip", "# Responses that the server or a gateway compresses.\n"),
    feature("brotli", ""),
    feature("zstd", ""),
    feature("socks", "# Proxies of the kind `socks5://`.\n"),
    feature("redis", "# Limits that several processes share on a Redis server, with or without TLS.\n"),
    feature("redis-rustls", ""),
    feature("redis-native-tls", ""),
    feature("jiff", "# Conversions of dates and instants from and to those of these crates.\n"),
    feature("chrono", ""),
];

/// The features beside those of the resources.
pub(crate) const FEATURES: [&str; 2 + OF_RUNTIME.len()] = {
    let mut names = [""; 2 + OF_RUNTIME.len()];
    (names[0], names[1]) = (DEFAULT, ALL);
    let mut index = 0;
    while index < OF_RUNTIME.len() {
        names[index + 2] = OF_RUNTIME[index].name;
        index += 1;
    }
    names
};

/// The feature that Cargo turns on by itself.
const DEFAULT: &str = "default";

/// The feature that is all resources.
const ALL: &str = "all";

/// The folder of `src` whose files are programs to Cargo, unless it is told not to look for any.
const PROGRAMS: &str = "bin";

pub(super) fn emit_manifest(api: &Api, layout: &CrateLayout) -> TextFile {
    let known = Features::of(api);
    let features = || api.resources.iter().filter(|resource| known.has(resource));
    let all: Vec<String> = features().map(|resource| format!("\"{}\"", resource.name)).collect();
    let line = |resource: &Resource| {
        let needed: Vec<String> =
            known.needed(resource).iter().map(|resource| format!("\"{}\"", resource.name)).collect();
        format!("{} = [{}]\n", resource.name, needed.join(", "))
    };
    let is_resource = |resource: &&Resource| !resource.only_holds_types(api);
    let resources: String = features().filter(is_resource).map(line).collect();
    let shared: String = features().filter(|resource| !is_resource(resource)).map(line).collect();
    let shared = match &shared[..] {
        "" => String::new(),
        lines => format!("\n# Types that several resources share: each turns on those it needs.\n{lines}"),
    };
    let runtime = runtime::PACKAGE;
    let of_runtime =
        OF_RUNTIME.map(|FixedFeature { name, about }| format!("{about}{name} = [\"{runtime}/{name}\"]\n"));
    let text = format!(
        r#"[package]
name = "{crate_name}"
description = "{description}"
version = "{version}"
{no_programs}{package}
# Said in full so that the workspace loads, and codegen runs, while the file is missing.
[lib]
path = "src/lib.rs"

[features]
{DEFAULT} = ["rustls", "gzip", "{ALL}"]
{of_runtime}# Every resource.
{ALL} = [{all}]
# One resource each, with those whose types it needs.
{resources}{shared}
[dependencies]
{dependencies}"#,
        crate_name = api.crate_name,
        description =
            toml_text(&format!("A typed client of {}, with a rate limiter for each endpoint", api.name)),
        version = toml_text(&api.version),
        no_programs = emit_no_programs(api),
        package = emit_package(api, layout),
        of_runtime = of_runtime.concat(),
        all = all.join(", "),
        dependencies = emit_dependencies(layout, FirstCall::of(api).as_ref()),
    );
    TextFile { path: "Cargo.toml".into(), text }
}

/// The rest of the section on the package, and the lints: the workspace's where there is one.
fn emit_package(api: &Api, layout: &CrateLayout) -> String {
    match layout {
        CrateLayout::Workspace => {
            "edition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n\n\
                            [lints]\nworkspace = true\n"
                .to_owned()
        }
        CrateLayout::Alone(_) | CrateLayout::Module => {
            // No licence if the spec says none: that of a client of someone else's API is not ours to choose.
            let said = [("license", &api.license), ("repository", &api.repository)];
            let said = said
                .into_iter()
                .filter_map(|(key, value)| Some(format!("{key} = \"{}\"\n", toml_text(value.as_deref()?))));
            let keywords: Vec<String> =
                api.keywords.iter().map(|word| format!("\"{}\"", toml_text(word))).collect();
            let keywords = match &keywords[..] {
                [] => String::new(),
                words => format!("keywords = [{}]\n", words.join(", ")),
            };
            format!(
                "edition = \"{EDITION}\"\nrust-version = \"{RUST_VERSION}\"\n{}{keywords}",
                said.collect::<String>()
            )
        }
    }
}

/// The word to Cargo that there are no programs, where the files of a resource look like some.
fn emit_no_programs(api: &Api) -> &'static str {
    if api.resources.iter().any(|resource| resource.name.snake() == PROGRAMS) {
        "autobins = false\n"
    } else {
        ""
    }
}

/// What the hand-written examples, tests and benches beside the emitted code need.
const DEV_DEPENDENCIES: &str = r#"allocation-counter.workspace = true
axum.workspace = true
bytes.workspace = true
criterion.workspace = true
futures-util.workspace = true
governor.workspace = true
indicatif.workspace = true
md-5.workspace = true
paceline-generator.workspace = true
paceline-sandbox.workspace = true
paceline-test-support = { workspace = true, features = ["server"] }
reqwest.workspace = true
serde.workspace = true
serde_json.workspace = true
sha2.workspace = true
tempfile.workspace = true
tokio = { workspace = true, features = ["fs", "io-util", "macros", "net", "process", "rt-multi-thread", "test-util", "time"] }
tracing.workspace = true
tracing-subscriber.workspace = true
"#;

/// The hand-written benches: each has a `main` of its own.
const BENCHES: [&str; 3] = ["burst", "call", "decode"];

/// The dependencies, and those of hand-written code beside them where the workspace has it, with its benches.
fn emit_dependencies(layout: &CrateLayout, first: Option<&FirstCall<'_>>) -> String {
    let package = runtime::PACKAGE;
    let source = match layout {
        CrateLayout::Workspace => {
            let benches =
                BENCHES.map(|name| format!("\n[[bench]]\nname = \"{name}\"\nharness = false\n")).concat();
            return format!("{package}.workspace = true\n\n[dev-dependencies]\n{DEV_DEPENDENCIES}{benches}");
        }
        CrateLayout::Alone(Runtime::Path(path)) => {
            format!("path = \"{}\", version = \"{RUNTIME_VERSION}\"", toml_text(path))
        }
        CrateLayout::Alone(Runtime::Version(version)) => format!("version = \"{}\"", toml_text(version)),
        CrateLayout::Module => format!("version = \"{RUNTIME_VERSION}\""),
        CrateLayout::Alone(Runtime::Git { url, revision }) => {
            let revision =
                revision.iter().map(|text| format!(", rev = \"{}\"", toml_text(text))).collect::<String>();
            format!("git = \"{}\"{revision}, version = \"{RUNTIME_VERSION}\"", toml_text(url))
        }
    };
    format!(
        "{package} = {{ {source}, default-features = false }}\n\n[dev-dependencies]\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n{}",
        emit_example(first)
    )
}

/// The example of a crate that stands alone, which needs the feature of a resource.
fn emit_example(first: Option<&FirstCall<'_>>) -> String {
    let feature = first.and_then(FirstCall::feature);
    feature.map_or_else(String::new, |feature| {
        format!("\n[[example]]\nname = \"first_call\"\nrequired-features = [\"{feature}\"]\n")
    })
}

/// Text that may stand between quotation marks in TOML.
fn toml_text(text: &str) -> String {
    let printable = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(printable).collect::<String>().replace('\\', "\\\\").replace('"', "\\\"")
}

/// Emitted code is printed by prettyplease, which breaks lines elsewhere than rustfmt does.
pub(super) fn emit_rustfmt() -> TextFile {
    TextFile { path: "src/rustfmt.toml".into(), text: "disable_all_formatting = true\n".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_alone_says_what_the_workspace_says() {
        let workspace = include_str!("../../../Cargo.toml");
        let alone = emit_package(&Api::default(), &CrateLayout::Alone(Runtime::Version("1".into())));
        for line in alone.lines().filter(|line| !line.is_empty()) {
            assert!(workspace.contains(line), "`{line}` is not what the workspace says");
        }
    }

    #[test]
    fn a_crate_alone_finds_the_runtime_in_a_folder_or_a_registry() {
        let version = emit_dependencies(&CrateLayout::Alone(Runtime::Version("0.3".into())), None);
        assert!(version.starts_with("paceline-runtime = { version = \"0.3\", default-features = false }\n"));
        let path = emit_dependencies(&CrateLayout::Alone(Runtime::Path("../a \"b\"".into())), None);
        assert!(path.starts_with(r#"paceline-runtime = { path = "../a \"b\"", version = ""#), "{path}");
        let git = Runtime::Git { url: "https://git.example/x".into(), revision: Some("v1".into()) };
        let git = emit_dependencies(&CrateLayout::Alone(git), None);
        let wanted = r#"paceline-runtime = { git = "https://git.example/x", rev = "v1", version = ""#;
        assert!(git.starts_with(wanted), "{git}");
    }
}
