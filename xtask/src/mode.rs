//! What to do with files that should be different.

/// What to do with files that should be different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write them.
    Write,
    /// Only tell, and fail if there are any.
    Check,
    /// Only tell.
    DryRun,
}
