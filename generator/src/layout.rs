//! Where an emitted crate will live, as far as its manifest has to know.

/// The place of an emitted crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrateLayout {
    /// A member of the runtime's own workspace: edition, lints, licence and dependencies are the workspace's, and the
    /// sandbox is at hand for hand-written examples and tests.
    Workspace,
    /// Anywhere else. The manifest says everything itself.
    Alone(Runtime),
}

/// Where a crate that lives alone finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// In this folder, given as the manifest shall name it.
    Path(String),
    /// In a registry, by a version requirement.
    Version(String),
}
