//! Reading a folder of spec files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use paceline_generator::SourceFile;

/// Every `*.yaml` file of a folder, in the order of the names.
pub(crate) fn read(dir: &Path) -> Result<Vec<SourceFile>> {
    let entries =
        fs::read_dir(dir).with_context(|| format!("cannot read the spec folder {}", dir.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list {}", dir.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push(SourceFile { path: path.display().to_string(), text });
        }
    }
    if files.is_empty() {
        bail!("{} holds no .yaml file", dir.display());
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
