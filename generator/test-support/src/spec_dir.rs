//! Folders of spec files.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecFile {
    /// Its path, below the folder as it was given.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

impl SpecFile {
    /// Its name, without the folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// A folder or a file that cannot be read.
#[derive(Debug)]
pub struct ReadError {
    /// The folder or file.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}", self.path.display())
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// The paths of every `*.yaml` file of a folder, sorted, since folders are listed in no order.
///
/// # Errors
/// When the folder cannot be listed.
pub fn paths(dir: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |source| ReadError { path: dir.to_owned(), source };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Every `*.yaml` file of a folder, sorted by path.
///
/// # Errors
/// When the folder or one of the files cannot be read.
pub fn read(dir: &Path) -> Result<Vec<SpecFile>, ReadError> {
    let read = |path: PathBuf| match std::fs::read_to_string(&path) {
        Ok(text) => Ok(SpecFile { path, text }),
        Err(source) => Err(ReadError { path, source }),
    };
    paths(dir)?.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yaml_is_read_and_sorted() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
        let files = read(&dir).expect("the spec can be read");
        assert!(files.iter().any(|file| file.name() == "api.yaml" && file.text.contains("api:")));
        assert!(files.is_sorted_by(|a, b| a.path < b.path));
        assert!(files.iter().all(|file| file.name().ends_with(".yaml")));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = read(Path::new("no/such/folder")).expect_err("there is no such folder");
        assert_eq!(error.to_string(), "cannot read no/such/folder");
    }
}
