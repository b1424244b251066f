//! What another process needs to resume an upload.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};
use crate::file::File;

/// What another process needs to resume an upload, beside the file and the parameters of the call. It can be stored by
/// serde as soon as the upload has begun; which parts are missing then, the server says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadState {
    upload_id: String,
    file_name: String,
    length: u64,
    /// When the file was changed last, in milliseconds since 1970, if it is one on the disk.
    #[serde(default)]
    modified: Option<u64>,
}

impl UploadState {
    pub(super) fn new(upload_id: &str, file: &File) -> Self {
        Self {
            upload_id: upload_id.to_owned(),
            file_name: file.name.clone(),
            length: file.length(),
            modified: file.modified(),
        }
    }

    /// The id that the server gave the upload.
    #[must_use]
    pub fn upload_id(&self) -> &str {
        &self.upload_id
    }

    /// Refuses a file that cannot be the one whose upload began: the parts of two files would be put together.
    pub(super) fn check(&self, file: &File) -> Result<()> {
        let changed = matches!((self.modified, file.modified()), (Some(then), Some(now)) if then != now);
        if (self.length, self.file_name.as_str()) == (file.length(), file.name.as_str()) && !changed {
            return Ok(());
        }
        let message = format!(
            "the upload `{}` is of `{}` with {} bytes, and this file has another name or length, or was changed since; \
             begin it anew without `resume`",
            self.upload_id, self.file_name, self.length
        );
        Err(Error::new(ErrorKind::Invalid, message))
    }
}
