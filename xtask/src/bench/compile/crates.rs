//! The crates to compile, in a workspace of their own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use paceline_cli::crate_dir;
use paceline_generator::{CrateLayout, Runtime, ir::Api};

use super::{caller, peer_caller};
use crate::bench::peer::{self, Peer};
use crate::bench::tool;

/// The manifest of their workspace.
const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["ours", "ours-caller", "peer", "peer-caller"]
"#;

/// The crates.
pub(super) struct Crates {
    /// The folder of their workspace.
    pub(super) dir: PathBuf,
    /// The features of the emitted crate that are one resource each.
    pub(super) resources: Vec<String>,
}

impl Crates {
    /// Writes all of them but the peer's client, which the peer has written already.
    pub(super) fn write(api: &Api, peer: &Peer) -> Result<Self> {
        let dir = tool::dir().join("compile");
        write(&dir.join("Cargo.toml"), WORKSPACE)?;
        // The versions that the client is tested with; what only the peer needs is added by cargo.
        fs::copy(tool::root().join("Cargo.lock"), dir.join("Cargo.lock"))
            .context("cannot copy Cargo.lock")?;

        let ours = dir.join("ours");
        let runtime = tool::root().join("generator").join("runtime").display().to_string();
        let files = paceline_generator::generate(api, &CrateLayout::Alone(Runtime::Path(runtime)));
        crate_dir::apply(&ours, &crate_dir::compare(&ours, &files)?)?;
        let manifest =
            files.iter().find(|file| file.path == "Cargo.toml").context("a crate has a manifest")?;

        let ours_caller = dir.join("ours-caller");
        let client = &api.crate_name;
        let dependency =
            format!("{client} = {{ path = \"../ours\", default-features = false, features = [\"all\"] }}\n");
        write(&ours_caller.join("Cargo.toml"), &caller_manifest("ours-caller", &dependency))?;
        for file in caller::files(api)? {
            write(&ours_caller.join("src").join(&file.path), &file.text)?;
        }

        let peer_caller = dir.join("peer-caller");
        let dependency = format!(
            "{} = {{ path = \"../peer\" }}\n{}",
            peer::CRATE,
            dependencies(&read(&peer.dir.join("Cargo.toml"))?)
        );
        write(&peer_caller.join("Cargo.toml"), &caller_manifest("peer-caller", &dependency))?;
        let client = read(&peer.dir.join("src").join("lib.rs"))?;
        let lib = peer_caller::lib(&client, &peer::CRATE.replace('-', "_"), peer.endpoints)?;
        write(&peer_caller.join("src").join("lib.rs"), &lib)?;
        Ok(Self { dir, resources: resources(&manifest.text) })
    }
}

/// The manifest of a crate that calls a client; `dependencies` are lines of it.
fn caller_manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    )
}

/// The dependencies that a manifest ends with.
fn dependencies(manifest: &str) -> &str {
    manifest.split("[dependencies]\n").nth(1).unwrap_or_default()
}

/// The features of an emitted manifest that are one resource each.
fn resources(manifest: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| !line.starts_with("# One resource each"));
    let lines = lines.skip(1).take_while(|line| !line.is_empty());
    lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect()
}

/// The text of a file.
fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, and makes its folder where there is none.
fn write(path: &Path, text: &str) -> Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(dir).with_context(|| format!("cannot make the folder {}", dir.display()))?;
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_read_from_the_manifest() {
        let manifest = read(&tool::root().join("generated-client").join("Cargo.toml")).unwrap();
        let found = resources(&manifest);
        assert!(found.len() > 20 && found.contains(&"comment".to_owned()), "{found:?}");
        assert!(!found.iter().any(|name| name == "all" || name == "rustls"), "{found:?}");
    }
}
