//! Where an emitted crate is placed, and where it finds the runtime from there.

use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use paceline_generator::{CrateLayout, Runtime};

/// The layout of a crate in the folder `out`. The workspace's own client is a member of it; a crate in any other folder
/// stands alone, and takes the runtime from a registry if a version is given, else from the folder in this workspace.
pub(crate) fn of(out: &Path, version: Option<&str>) -> Result<CrateLayout> {
    let root = canonical(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    let out = canonical(out)?;
    Ok(match version {
        Some(version) => CrateLayout::Alone(Runtime::Version(version.to_owned())),
        None if out == root.join("generated-client") => CrateLayout::Workspace,
        None => {
            let path = relative_path(&out, &root.join("generator").join("runtime"));
            // Cargo takes `/` everywhere, and a manifest shall not depend on the system that wrote it.
            CrateLayout::Alone(Runtime::Path(path.display().to_string().replace('\\', "/")))
        }
    })
}

/// The absolute path without links and dots. Links are resolved in the part of the path that exists already.
fn canonical(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path).with_context(|| format!("cannot follow {}", path.display()))?;
    let existing = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, known)) = existing else { return Ok(path) };
    Ok(path.strip_prefix(above).map_or(known.clone(), |rest| known.join(rest)).components().collect())
}

/// The path from one folder to another: relative, so that both can be moved together; absolute if they share nothing
/// but the root of the disk.
fn relative_path(from: &Path, to: &Path) -> PathBuf {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b);
    let shares_a_folder = shared.clone().any(|(part, _)| matches!(part, Component::Normal(_)));
    if !shares_a_folder {
        return to.to_owned();
    }
    let shared = shared.count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.components().skip(shared)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_relative_where_folders_move_together() {
        let path = |from, to| relative_path(Path::new(from), Path::new(to)).display().to_string();
        assert_eq!(path("/a/other/client", "/a/here/runtime"), "../../here/runtime");
        assert_eq!(path("/a/here", "/a/here/runtime"), "runtime");
        assert_eq!(path("/tmp/client", "/a/runtime"), "/a/runtime");
    }

    #[test]
    fn only_the_workspaces_own_client_is_a_member_of_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        assert_eq!(of(&root.join("generated-client"), None).unwrap(), CrateLayout::Workspace);
        let elsewhere = of(&root.join("other").join("not-there-yet"), None).unwrap();
        assert_eq!(elsewhere, CrateLayout::Alone(Runtime::Path("../../generator/runtime".into())));
        let registry = of(&root.join("other"), Some("0.3")).unwrap();
        assert_eq!(registry, CrateLayout::Alone(Runtime::Version("0.3".into())));
    }
}
