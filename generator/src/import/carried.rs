//! The spec that an exported document carries, so that it comes back whole.

use super::overlay::write_members;
use crate::file::SourceFile;
use crate::untyped::Untyped;

/// The member of a document that holds the files of its spec, by their names.
pub(crate) const CARRIED: &str = "x-spec";

/// The files as a document carries them: without comments, and without the folder that they lie in. `read` reads YAML.
pub(crate) fn carry(
    files: &[SourceFile],
    read: fn(&str) -> Result<Untyped, String>,
) -> Vec<(String, String)> {
    let folder = common_folder(files);
    let mut carried: Vec<(String, String)> = Vec::new();
    for file in files {
        // What was loaded can be read.
        let Ok(tree) = read(&file.text) else { continue };
        let mut text = String::new();
        write_members(&tree, 0, &mut text);
        carried.push((file.path[folder..].to_owned(), text));
    }
    carried.sort();
    carried
}

/// The length of the folder's path that all files have in common.
fn common_folder(files: &[SourceFile]) -> usize {
    let Some(first) = files.first() else { return 0 };
    let mut folders = first.path.match_indices(['/', '\\']).map(|(at, _)| at + 1);
    let is_common = |end: &usize| files.iter().all(|file| file.path.get(..*end) == first.path.get(..*end));
    folders.rfind(is_common).unwrap_or(0)
}

/// The files of the spec that a document carries; `None` if it carries none.
pub(crate) fn carried_spec(document: &Untyped) -> Option<Vec<SourceFile>> {
    let files = document.peek(CARRIED)?.peek_entries();
    let file = |(path, text): &(_, Untyped)| {
        let path: &crate::untyped::Key = path;
        Some(SourceFile { path: path.to_string(), text: text.as_str()?.to_owned() })
    };
    files.iter().map(file).collect()
}
