//! Reading a folder of spec files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use paceline_generator::SourceFile;

/// Every `*.yaml` file of a folder, in the order of the names; at least one.
///
/// # Errors
/// When the folder or a file in it cannot be read, or no file is of a spec.
pub fn read(dir: &Path) -> Result<Vec<SourceFile>> {
    let files = yaml_files(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    if files.is_empty() {
        bail!("{} holds no .yaml file", dir.display());
    }
    let source = |path: PathBuf| {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(SourceFile { path: path.display().to_string(), text })
    };
    files.into_iter().map(source).collect()
}

/// The `*.yaml` files of a folder, in the order of their names, since folders are listed in no order.
pub(crate) fn yaml_files(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yaml_is_read_and_sorted_and_what_is_missing_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let refused = read(dir.path()).unwrap_err().to_string();
        assert!(refused.ends_with("holds no .yaml file"), "{refused}");
        for name in ["b.yaml", "a.yaml", "c.txt"] {
            fs::write(dir.path().join(name), name).unwrap();
        }
        let texts: Vec<String> = read(dir.path()).unwrap().into_iter().map(|file| file.text).collect();
        assert_eq!(texts, ["a.yaml", "b.yaml"]);
        assert_eq!(read(Path::new("no/such")).unwrap_err().to_string(), "cannot read no/such");
    }
}
