//! Reading a folder of spec files.

use std::path::Path;

use anyhow::{Result, bail};
use paceline_generator::SourceFile;

/// Every `*.yaml` file of a folder, in the order of the names; at least one.
pub(crate) fn read(dir: &Path) -> Result<Vec<SourceFile>> {
    let files = paceline_test_support::spec_dir::read(dir)?;
    if files.is_empty() {
        bail!("{} holds no .yaml file", dir.display());
    }
    let source = |file: paceline_test_support::spec_dir::SpecFile| SourceFile {
        path: file.path.display().to_string(),
        text: file.text,
    };
    Ok(files.into_iter().map(source).collect())
}
