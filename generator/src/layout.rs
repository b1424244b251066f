//! Where an emitted crate is placed, as far as its manifest depends on it.

/// Where an emitted crate is placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrateLayout {
    /// A member of the runtime's own workspace: edition, lints, licence and dependencies are the workspace's, and the
    /// sandbox is a dependency of hand-written examples and tests.
    Workspace,
    /// Anywhere else. The manifest inherits nothing.
    Alone(Runtime),
}

/// Where a crate outside of the workspace finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// In this folder; the path stands in the manifest as it is.
    Path(String),
    /// In a registry, by a version requirement.
    Version(String),
}
