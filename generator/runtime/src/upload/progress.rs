//! How far an upload is.

/// How far an upload is. Bytes count once the server has confirmed them, so a part that is sent again counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadProgress {
    /// The bytes that the server has, those of an earlier run that is resumed included.
    pub done: u64,
    /// The size of the file in bytes.
    pub total: u64,
}
