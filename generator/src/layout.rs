//! Where an emitted crate is placed, as far as its manifest depends on it.

/// Where an emitted crate is placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrateLayout {
    /// A member of the runtime's own workspace: edition, lints, licence and dependencies are the workspace's, and the
    /// sandbox is a dependency of hand-written examples and tests.
    Workspace,
    /// Anywhere else. The manifest inherits nothing.
    Alone(Runtime),
    /// Inside somebody's crate, whose build script writes it: one file, called like the crate that it would be, with one
    /// module of that name, to be taken in by `include!`. It is all of the client; Cargo features and files that are not
    /// Rust code are left out.
    Module,
}

/// What the first line of a file says that codegen wrote, behind the marker of a comment: in this project's own client.
pub const HEADER: &str =
    "This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.";

/// The same in a crate that stands alone.
const HEADER_ALONE: &str =
    "This file is written by `paceline codegen` from a spec. Change the spec, not the file.";

/// The same in a file that a build script wrote.
const HEADER_MODULE: &str =
    "This file is written by a build script from a spec. Change the spec, not the file.";

/// The headers of files that codegen wrote. Files without one are never overwritten or removed.
pub const HEADERS: [&str; 2] = [HEADER, HEADER_ALONE];

impl CrateLayout {
    /// The header of its files: it names the command that wrote them.
    #[must_use]
    pub(crate) fn header(&self) -> &'static str {
        match self {
            Self::Workspace => HEADER,
            Self::Alone(_) => HEADER_ALONE,
            Self::Module => HEADER_MODULE,
        }
    }
}

/// Where a crate outside of the workspace finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// In this folder; the path stands in the manifest as it is.
    Path(String),
    /// In a registry, by a version requirement.
    Version(String),
    /// In a git repository.
    Git {
        /// The address that it is cloned from.
        url: String,
        /// A commit or a tag; the newest commit where none is given.
        revision: Option<String>,
    },
}
