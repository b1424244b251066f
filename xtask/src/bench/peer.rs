//! progenitor: another generator of clients, from an OpenAPI document.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use paceline_generator::ir::Api;

use super::{openapi_30, tool};

/// Its name in the table.
pub(crate) const NAME: &str = "progenitor 0.15.1";
const PACKAGE: &str = "cargo-progenitor";
const VERSION: &str = "0.15.1";
/// The crate that it writes.
pub(crate) const CRATE: &str = "peer-client";

/// The client that it wrote for an API.
pub(crate) struct Peer {
    /// The folder of its crate.
    pub(crate) dir: PathBuf,
    /// How many endpoints the client has.
    pub(crate) endpoints: usize,
    /// CPU seconds that writing it took.
    pub(crate) cpu_seconds: f64,
}

impl Peer {
    /// Lets it write a client of the same API.
    pub(crate) fn generate(api: &Api) -> Result<Self> {
        let program = tool::install(PACKAGE, VERSION)?;
        let document = serde_json::from_str(&paceline_generator::openapi(api))
            .context("our OpenAPI document is no JSON")?;
        let found = openapi_30::downgrade(document);
        anstream::eprintln!("{NAME}: {} endpoints, without {}", found.endpoints, found.removed.join(", "));
        let (input, dir) = (tool::dir().join("openapi-3.0.json"), tool::dir().join("compile").join("peer"));
        fs::write(&input, format!("{:#}\n", found.document))
            .with_context(|| format!("cannot write {}", input.display()))?;
        let mut command = Command::new(program);
        command.args(["progenitor", "--name", CRATE, "--version", "0.0.0", "--input"]).arg(&input);
        command.arg("--output").arg(&dir);
        let cpu_seconds = tool::cpu_seconds(|| tool::output(&mut command).map(|_| ()))?;
        Ok(Self { dir, endpoints: found.endpoints, cpu_seconds })
    }
}
