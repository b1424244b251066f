//! What can go wrong when a sandbox starts.

use std::path::PathBuf;

/// Why a sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder of the spec cannot be read.
    #[error("cannot read the spec at `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The spec has errors; the text is their rendering.
    #[error("the spec has errors\n{0}")]
    Spec(String),
    /// The port is not free.
    #[error("cannot listen on 127.0.0.1:{port}")]
    Listen {
        /// The port.
        port: u16,
        /// The cause.
        source: std::io::Error,
    },
    /// Events cannot be sent as asked for; the text says why.
    #[error("{0}")]
    Events(String),
    /// The journal's file cannot be written.
    #[error("cannot write the journal to `{}`", path.display())]
    Journal {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
}
