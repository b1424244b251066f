//! The API that is measured.

use anyhow::{Context, Result};
use paceline_cli::report_format::ReportFormat;
use paceline_cli::{codegen, spec_dir};
use paceline_generator::ir::Api;

use super::tool;

/// The project's own API.
pub(crate) fn load() -> Result<Api> {
    let sources = spec_dir::read(&tool::root().join("spec"))?;
    let deny_warnings = false;
    let loaded = codegen::load(&sources, ReportFormat::Text, deny_warnings).context("the spec has errors")?;
    Ok(loaded.api)
}
