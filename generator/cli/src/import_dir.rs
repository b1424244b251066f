//! A folder that holds an imported spec, and what people added to it.
//!
//! An imported file says so in its first line, with a digest of the rest. Such a file is replaced by the next import as
//! long as nobody changed it; any other file is left alone.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use paceline_generator::SourceFile;
use sha2::{Digest, Sha256};

use crate::program::Program;
use crate::spec_dir;

/// How the first line of an imported file begins.
const MARK_START: &str = "# Imported by `";

/// How it goes on behind the command, up to the digest.
const MARK_END: &str = "`; what you add goes into the folder overlay. Digest ";

/// The folder of hand-made additions, below that of the spec.
pub(crate) const OVERLAY: &str = "overlay";

/// The file with all notes.
pub(crate) const NOTES: &str = "import-notes.json";

/// What an import changes in a folder.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The files of the folder that stay as they are, which the spec consists of as well.
    pub(crate) kept: Vec<SourceFile>,
    /// Files of an earlier import that this one does not have.
    stale: Vec<PathBuf>,
}

/// Puts the line that says where it comes from before an imported file.
pub(crate) fn marked(file: SourceFile, program: &Program) -> SourceFile {
    let digest = digest(&file.text);
    SourceFile {
        text: format!("{MARK_START}{} import-openapi{MARK_END}{digest}\n{}", program.name, file.text),
        path: file.path,
    }
}

/// Compares a folder with the files of an import; refuses if one of them would overwrite what a person wrote.
pub(crate) fn plan(dir: &Path, files: &[SourceFile]) -> Result<Plan> {
    let mut plan = Plan { kept: Vec::new(), stale: Vec::new() };
    let imported: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut changed = Vec::new();
    for path in yaml_files(dir)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        match (is_unchanged(&text), imported.contains(name.as_str())) {
            (Some(true), true) => {}
            (Some(true), false) => plan.stale.push(path),
            (Some(false), _) | (None, true) => changed.push(path.display().to_string()),
            (None, false) => plan.kept.push(SourceFile { path: name, text }),
        }
    }
    if !changed.is_empty() {
        bail!(
            "an import never overwrites what people wrote, and these files are not as an import left them: {}\n  \
             move the changes into files of the same name in {}, which are laid over what is imported, and delete the \
             files",
            changed.join(", "),
            dir.join(OVERLAY).display()
        );
    }
    Ok(plan)
}

/// The files of the overlay, by their paths below it.
pub(crate) fn overlay(dir: &Path) -> Result<Vec<SourceFile>> {
    let source = |path: PathBuf| -> Result<SourceFile> {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        Ok(SourceFile { path: name.to_owned(), text })
    };
    yaml_files(&dir.join(OVERLAY))?.into_iter().map(source).collect()
}

/// Writes an import: all new texts beside their targets first, so that nothing is half written when the disk is full, and
/// then renames them.
pub(crate) fn write(dir: &Path, plan: &Plan, files: &[SourceFile], notes: &str) -> Result<()> {
    fs::create_dir_all(dir).with_context(|| format!("cannot make the folder {}", dir.display()))?;
    let notes = SourceFile { path: NOTES.to_owned(), text: notes.to_owned() };
    let mut ready: Vec<(PathBuf, PathBuf)> = Vec::new();
    let written = files.iter().chain([&notes]).try_for_each(|file| {
        let path = dir.join(&file.path);
        let temporary = dir.join(format!("{}.import-new", file.path));
        ready.push((temporary.clone(), path));
        let mut out = fs::File::create(&temporary)?;
        out.write_all(file.text.as_bytes())?;
        out.sync_all()
    });
    if let Err(error) = written {
        ready.iter().for_each(|(temporary, _)| drop(fs::remove_file(temporary)));
        return Err(error).with_context(|| format!("cannot write into {}", dir.display()));
    }
    for (temporary, path) in ready {
        fs::rename(&temporary, &path).with_context(|| format!("cannot write {}", path.display()))?;
    }
    for path in &plan.stale {
        fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// The `*.yaml` files of a folder, in the order of their names; none if there is no such folder.
fn yaml_files(dir: &Path) -> Result<Vec<PathBuf>> {
    match spec_dir::yaml_files(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        files => files.with_context(|| format!("cannot list {}", dir.display())),
    }
}

/// Whether an imported file is as the import left it; `None` if it is not an imported one.
fn is_unchanged(text: &str) -> Option<bool> {
    let (first, rest) = text.split_once('\n')?;
    // Whichever program wrote it.
    let (_, wanted) = first.strip_prefix(MARK_START)?.split_once(MARK_END)?;
    Some(wanted.trim_end() == digest(rest))
}

/// A digest of a text, whatever the ends of its lines, which some tools change.
fn digest(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(file: SourceFile) -> SourceFile {
        super::marked(file, &Program { name: "paceline", checkout: None })
    }

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    #[test]
    fn an_import_replaces_its_own_files_and_no_others() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let first = [marked(file("api.yaml", "a\n")), marked(file("gone.yaml", "b\n"))];
        write(dir.path(), &plan(dir.path(), &first).unwrap(), &first, "[]").unwrap();
        fs::write(at("errors.yaml"), "mine\n").unwrap();

        let second = [marked(file("api.yaml", "c\n"))];
        let again = plan(dir.path(), &second).unwrap();
        assert_eq!(again.kept, [file("errors.yaml", "mine\n")]);
        write(dir.path(), &again, &second, "[]").unwrap();
        assert!(fs::read_to_string(at("api.yaml")).unwrap().ends_with("\nc\n"));
        assert!(!at("gone.yaml").exists());
        assert_eq!(fs::read_to_string(at("errors.yaml")).unwrap(), "mine\n");
        let names = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.count(), 3, "nothing is left over");

        // One letter changed by hand, and a file with the name of an imported one.
        fs::write(at("api.yaml"), second[0].text.replace("\nc\n", "\nd\n")).unwrap();
        let refused = plan(dir.path(), &second).unwrap_err().to_string();
        assert!(refused.contains("api.yaml") && refused.contains("overlay"), "{refused}");
        fs::write(at("api.yaml"), "hand-written\n").unwrap();
        assert!(plan(dir.path(), &second).is_err());
    }

    #[test]
    fn what_one_program_imported_another_replaces() {
        let other = Program { name: "cargo xtask", checkout: None };
        let text = super::marked(file("api.yaml", "a\n"), &other).text;
        assert!(text.starts_with("# Imported by `cargo xtask import-openapi`; "), "{text}");
        assert_eq!(is_unchanged(&text), Some(true));
    }

    #[test]
    fn other_ends_of_lines_are_no_change() {
        let text = marked(file("api.yaml", "a\nb\n")).text;
        assert_eq!(is_unchanged(&text), Some(true));
        assert_eq!(is_unchanged(&text.replace('\n', "\r\n")), Some(true));
        assert_eq!(is_unchanged("a: 1\n"), None);
    }
}
