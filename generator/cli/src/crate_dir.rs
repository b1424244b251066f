//! A folder that holds an emitted crate.
//!
//! Only files that carry codegen's own mark are ever overwritten or removed, and a file is replaced by a rename,
//! so that a reader never sees a half-written one. README, example and test of a crate that stands alone are for people to
//! change: their mark holds a digest, and once it does not fit, the file is theirs and counts as fresh.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use paceline_generator::{GeneratedFile, HEADERS, is_as_offered, is_offered};

/// The writes and removals that bring a folder up to date with a generated crate.
#[derive(Debug, Default)]
pub struct Changes<'a> {
    /// Files to write: new ones and changed ones.
    pub write: Vec<&'a GeneratedFile>,
    /// Files that an earlier run of codegen wrote and this one does not.
    pub remove: Vec<PathBuf>,
}

impl Changes<'_> {
    /// Whether the folder is up to date.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }

    /// The paths of all files to write or remove, relative to the crate.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let written = self.write.iter().map(|file| file.path.clone());
        written.chain(self.remove.iter().map(|path| path.display().to_string())).collect()
    }
}

/// Compares a folder with the files of a crate. Stale files are looked for in `src`, `tests` and `examples` only.
///
/// # Errors
/// When the folder cannot be read, or someone else's file stands where one belongs.
pub fn compare<'a>(dir: &Path, files: &'a [GeneratedFile]) -> Result<Changes<'a>> {
    let mut changes = compare_files(dir, files)?;
    let expected: HashSet<&Path> = files.iter().map(|file| Path::new(&file.path)).collect();
    for folder in ["src", "tests", "examples"] {
        find_stale(dir, &dir.join(folder), &expected, &mut changes.remove)?;
    }
    changes.remove.sort();
    Ok(changes)
}

/// Compares these files with those in the folder. Other files of the folder are not looked at.
///
/// # Errors
/// When one of them cannot be read, or is someone else's.
pub fn compare_files<'a>(dir: &Path, files: &'a [GeneratedFile]) -> Result<Changes<'a>> {
    let mut changes = Changes::default();
    for file in files {
        let path = dir.join(&file.path);
        match fs::read_to_string(&path) {
            Ok(text) if text == file.text => {}
            // What is for people to change is theirs once it is changed, and if it was there before.
            Ok(text) if is_offered(&file.path) => {
                if is_as_offered(&text) {
                    changes.write.push(file);
                }
            }
            Ok(text) if is_ours(&text) => changes.write.push(file),
            Ok(_) => bail!(
                "{} stands where a generated file belongs, but was not written by codegen; move it away",
                path.display()
            ),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => changes.write.push(file),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }
    Ok(changes)
}

/// Adds to `found` the files below `dir` that carry codegen's mark and are not in `expected`, by their paths below
/// `root`.
fn find_stale(root: &Path, dir: &Path, expected: &HashSet<&Path>, found: &mut Vec<PathBuf>) -> Result<()> {
    if !dir.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(dir).with_context(|| format!("cannot list {}", dir.display()))? {
        let entry = entry.with_context(|| format!("cannot list {}", dir.display()))?;
        let path = entry.path();
        if entry.file_type().with_context(|| format!("cannot look at {}", path.display()))?.is_dir() {
            find_stale(root, &path, expected, found)?;
            continue;
        }
        let relative = path.strip_prefix(root).unwrap_or(&path);
        if !expected.contains(relative)
            && fs::read_to_string(&path).is_ok_and(|text| is_ours(&text) || is_as_offered(&text))
        {
            found.push(relative.to_owned());
        }
    }
    Ok(())
}

/// Whether a text carries codegen's mark: the header on the first line, after the comment marker. JSON has no comments:
/// there the header is a member near the top of the document.
fn is_ours(text: &str) -> bool {
    let first_line = text.lines().next().unwrap_or_default();
    if first_line == "{" {
        // Two spaces: a member of the document itself, not of something inside it.
        let mark = |header: &str| format!("  \"x-generated-by\": \"{header}\",");
        return HEADERS.iter().any(|header| text.lines().take(4).any(|line| line == mark(header)));
    }
    HEADERS.contains(&first_line.trim_start_matches(['/', '#', ' ']))
}

/// Makes the changes.
///
/// # Errors
/// When a file cannot be written or removed.
pub fn apply(dir: &Path, changes: &Changes<'_>) -> Result<()> {
    for file in &changes.write {
        replace(&dir.join(&file.path), &file.text)?;
    }
    for path in &changes.remove {
        let path = dir.join(path);
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        // The folder goes too when this was the last file in it.
        if let Some(parent) = path.parent() {
            let _ = fs::remove_dir(parent);
        }
    }
    Ok(())
}

/// Writes a file beside its target and renames it, so that the target is never half written.
fn replace(path: &Path, text: &str) -> Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(dir).with_context(|| format!("cannot make the folder {}", dir.display()))?;
    let temporary = path.with_extension("codegen-new");
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    };
    write().with_context(|| {
        let _ = fs::remove_file(&temporary);
        format!("cannot write {}", path.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, body: &str) -> GeneratedFile {
        GeneratedFile { path: path.into(), text: format!("// {}\n\n{body}\n", paceline_generator::HEADER) }
    }

    #[test]
    fn only_what_changed_is_written_and_only_own_files_are_removed() {
        let dir = tempfile::tempdir().unwrap();
        let first = [file("src/lib.rs", "a"), file("src/old/gone.rs", "b")];
        apply(dir.path(), &compare(dir.path(), &first).unwrap()).unwrap();
        fs::write(dir.path().join("src/hand_written.rs"), "// mine\n").unwrap();

        let second = [file("src/lib.rs", "a"), file("src/new.rs", "c")];
        let changes = compare(dir.path(), &second).unwrap();
        assert_eq!(changes.paths(), ["src/new.rs", "src/old/gone.rs"]);
        apply(dir.path(), &changes).unwrap();

        assert!(compare(dir.path(), &second).unwrap().is_empty());
        assert!(!dir.path().join("src/old").exists());
        assert!(dir.path().join("src/hand_written.rs").exists());
    }

    #[test]
    fn tests_are_kept_fresh_like_the_sources() {
        let dir = tempfile::tempdir().unwrap();
        let first = [file("tests/endpoints/gone.rs", "a")];
        apply(dir.path(), &compare(dir.path(), &first).unwrap()).unwrap();
        fs::write(dir.path().join("tests/mine.rs"), "// mine\n").unwrap();
        assert_eq!(compare(dir.path(), &[]).unwrap().paths(), ["tests/endpoints/gone.rs"]);
    }

    #[test]
    fn a_json_file_is_ours_by_its_mark() {
        let dir = tempfile::tempdir().unwrap();
        let json = |mark: &str| format!("{{\n  \"openapi\": \"3.1.0\",\n{mark}\n}}\n");
        let mark = format!("  \"x-generated-by\": \"{}\",", paceline_generator::HEADER);
        let wanted = [GeneratedFile { path: "openapi.json".into(), text: json("  \"new\": 1") }];
        let path = dir.path().join("openapi.json");

        fs::write(&path, json(&mark)).unwrap();
        assert_eq!(compare(dir.path(), &wanted).unwrap().paths(), ["openapi.json"]);
        // Deeper in the document the mark is somebody's text.
        for other in [json("  \"mine\": 1"), json(&format!("  {mark}"))] {
            fs::write(&path, other).unwrap();
            assert!(compare(dir.path(), &wanted).is_err());
        }
    }

    #[test]
    fn a_file_of_someone_else_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("src")).unwrap();
        fs::write(dir.path().join("src/lib.rs"), "// mine\n").unwrap();
        let error = compare(dir.path(), &[file("src/lib.rs", "a")]).unwrap_err();
        assert!(error.to_string().contains("not written by codegen"), "{error}");
    }
}
