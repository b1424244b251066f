//! Files that exist only in memory: the generator reads no disk and writes none.

/// A file of the spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path, as diagnostics show it.
    pub path: String,
    /// Its contents.
    pub text: String,
}

/// A file of the emitted client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Its path below the output folder, with `/` between folders.
    pub path: String,
    /// Its contents.
    pub text: String,
}
