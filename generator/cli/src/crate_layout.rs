//! Where an emitted crate is placed, and where it finds the runtime from there.

use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use paceline_generator::{CrateLayout, Runtime};

use crate::program::Program;

/// The version of the runtime that emitted code is written for: all packages of the workspace have the same.
const RUNTIME_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where the manifest of a client says that its runtime is.
#[derive(clap::Args, Clone, Debug, Default)]
#[group(multiple = false)]
pub struct RuntimeArguments {
    /// Take the runtime, the package `paceline-runtime`, from a registry, by this version requirement. That is the default,
    /// with the version of this program
    #[arg(long, value_name = "VERSION")]
    runtime: Option<String>,
    /// Take the runtime from this folder. The manifest names it relative to the crate
    #[arg(long, value_name = "DIR")]
    runtime_path: Option<PathBuf>,
    /// Take the runtime from this git repository; `#REVISION` behind it names a commit or a tag
    #[arg(long, value_name = "URL[#REVISION]")]
    runtime_git: Option<String>,
}

/// The layout of a crate in the folder `out`. In a checkout of this project, its own client is a member of the workspace,
/// and a crate in any other folder takes the runtime from the folder there, unless the arguments say otherwise.
///
/// # Errors
/// When a folder cannot be followed, or the one that is named is not that of the runtime.
pub fn of(out: &Path, runtime: &RuntimeArguments, program: &Program) -> Result<CrateLayout> {
    let out = canonical(out)?;
    if let Some(version) = &runtime.runtime {
        return Ok(CrateLayout::Alone(Runtime::Version(version.clone())));
    }
    if let Some(dir) = &runtime.runtime_path {
        return Ok(CrateLayout::Alone(Runtime::Path(path_of_runtime(&out, dir)?)));
    }
    if let Some(git) = &runtime.runtime_git {
        let (url, revision) = git.split_once('#').map_or((&**git, None), |(url, rev)| (url, Some(rev)));
        let (url, revision) = (url.to_owned(), revision.map(str::to_owned));
        return Ok(CrateLayout::Alone(Runtime::Git { url, revision }));
    }
    let Some(checkout) = &program.checkout else {
        return Ok(CrateLayout::Alone(Runtime::Version(RUNTIME_VERSION.to_owned())));
    };
    let root = canonical(checkout)?;
    if out == root.join("generated-client") {
        return Ok(CrateLayout::Workspace);
    }
    let runtime = root.join("generator").join("runtime");
    Ok(CrateLayout::Alone(Runtime::Path(path_of_runtime(&out, &runtime)?)))
}

/// The path from a crate to the folder of the runtime, as a manifest has it.
fn path_of_runtime(out: &Path, dir: &Path) -> Result<String> {
    let manifest = std::fs::read_to_string(dir.join("Cargo.toml")).unwrap_or_default();
    if !manifest.lines().any(|line| line.replace(' ', "") == "name=\"paceline-runtime\"") {
        bail!(
            "{} is not the folder of the package `paceline-runtime`, which is `generator/runtime` of its repository",
            dir.display()
        );
    }
    // Cargo takes `/` everywhere, and a manifest shall not depend on the system that wrote it.
    Ok(relative_path(out, &canonical(dir)?).display().to_string().replace('\\', "/"))
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

    fn checkout() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn in_a_checkout_only_its_own_client_is_a_member_of_the_workspace() {
        let root = checkout();
        let program = Program { name: "cargo xtask", checkout: Some(root.clone()) };
        let of = |out: &Path, runtime: &RuntimeArguments| of(out, runtime, &program).unwrap();
        let unsaid = RuntimeArguments::default();
        assert_eq!(of(&root.join("generated-client"), &unsaid), CrateLayout::Workspace);
        let elsewhere = of(&root.join("other").join("not-there-yet"), &unsaid);
        assert_eq!(elsewhere, CrateLayout::Alone(Runtime::Path("../../generator/runtime".into())));
        let version = RuntimeArguments { runtime: Some("0.3".into()), ..RuntimeArguments::default() };
        let registry = of(&root.join("other"), &version);
        assert_eq!(registry, CrateLayout::Alone(Runtime::Version("0.3".into())));
    }

    #[test]
    fn outside_of_a_checkout_the_runtime_is_where_the_arguments_say() {
        let program = Program { name: "paceline", checkout: None };
        let of = |runtime: RuntimeArguments| of(Path::new("client"), &runtime, &program);
        let unsaid = of(RuntimeArguments::default()).unwrap();
        assert_eq!(unsaid, CrateLayout::Alone(Runtime::Version(RUNTIME_VERSION.into())));

        let git = |text: &str| {
            let runtime = RuntimeArguments { runtime_git: Some(text.into()), ..RuntimeArguments::default() };
            of(runtime).unwrap()
        };
        let url = || "https://git.example/paceline".to_owned();
        let expected = |revision: Option<&str>| {
            CrateLayout::Alone(Runtime::Git { url: url(), revision: revision.map(str::to_owned) })
        };
        assert_eq!(git(&url()), expected(None));
        assert_eq!(git(&format!("{}#v0.1.0", url())), expected(Some("v0.1.0")));

        let dir =
            |path: PathBuf| of(RuntimeArguments { runtime_path: Some(path), ..RuntimeArguments::default() });
        let found = dir(checkout().join("generator/runtime")).unwrap();
        assert_eq!(found, CrateLayout::Alone(Runtime::Path("../../runtime".into())));
        let refused = dir(checkout().join("spec")).unwrap_err().to_string();
        assert!(refused.contains("is not the folder of the package `paceline-runtime`"), "{refused}");
    }
}
