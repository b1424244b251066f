//! The emitted crate's manifest, and the note that keeps rustfmt out.

use super::{Plain, is_feature, needed_features, runtime};
use crate::ir::{Api, Group};

pub(super) fn emit_manifest(api: &Api) -> Plain {
    let features: Vec<&Group> = api.groups.iter().filter(|group| is_feature(api, group)).collect();
    let names: Vec<String> = features.iter().map(|group| format!("\"{}\"", group.name)).collect();
    let lines: String = features
        .iter()
        .map(|group| {
            let needed = needed_features(api, group);
            let needed: Vec<String> = needed.iter().map(|&id| format!("\"{}\"", api[id].name)).collect();
            format!("{} = [{}]\n", group.name, needed.join(", "))
        })
        .collect();
    let runtime = runtime::PACKAGE;
    let text = format!(
        r#"[package]
name = "{crate_name}"
description = "{description}"
version = "{version}"
edition.workspace = true
rust-version.workspace = true
license.workspace = true

[lints]
workspace = true

# Said in full so that the workspace loads, and codegen runs, while the file is missing.
[lib]
path = "src/lib.rs"

[features]
default = ["rustls", "all"]
# TLS by rustls, or by the system's library.
rustls = ["{runtime}/rustls"]
native-tls = ["{runtime}/native-tls"]
# Every resource.
all = [{all}]
# One resource each, with those whose types it needs.
{lines}
[dependencies]
{runtime}.workspace = true

[dev-dependencies]
bytes.workspace = true
futures-util.workspace = true
sandbox.workspace = true
serde_json.workspace = true
tempfile.workspace = true
tokio = {{ workspace = true, features = ["fs", "io-util", "macros", "net", "rt-multi-thread", "test-util", "time"] }}
tracing.workspace = true
tracing-subscriber.workspace = true
"#,
        crate_name = api.crate_name,
        description =
            toml_text(&format!("A typed client of {}, with a rate limiter for each endpoint", api.name)),
        version = toml_text(&api.version),
        all = names.join(", "),
    );
    Plain { path: "Cargo.toml".into(), text }
}

/// Text that may stand between quotation marks in TOML.
fn toml_text(text: &str) -> String {
    let printable = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(printable).collect::<String>().replace('\\', "\\\\").replace('"', "\\\"")
}

/// Emitted code is printed by prettyplease, which breaks lines elsewhere than rustfmt does.
pub(super) fn emit_rustfmt() -> Plain {
    Plain { path: "src/rustfmt.toml".into(), text: "disable_all_formatting = true\n".into() }
}
