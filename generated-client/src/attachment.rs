// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Files: upload, attach to a work item, download and delete.

mod calls;
pub(crate) mod endpoints;

pub use self::calls::*;

use paceline_runtime::File;
use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{FileId, ProjectKey, WorkItemId, WorkItemTypeKey};

/// Files: upload, attach to a work item, download and delete.
///
/// Comes from [`Client::attachments`](crate::Client::attachments).
#[derive(Clone, Debug)]
pub struct Attachments(pub(crate) Client);

impl Attachments {
    /// Uploads a file or an image for rich text and returns its address.
    ///
    /// A file may have up to 100 MB. Use the address in rich text.
    ///
    /// `POST /open_api/:project_key/file/upload`, 《文件上传》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `file`: The file, one per call; its media type decides whether the web page can preview it.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30016: No space has this key.
    /// - 1000050174: The file is larger than 100 MB.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "文件上传")]
    pub fn upload(&self, project_key: impl Into<ProjectKey>, file: File) -> UploadCall {
        UploadCall(
            Call::new(&self.0, &endpoints::UPLOAD)
                .path("project_key", &project_key.into())
                .file("file", file),
        )
    }

    /// Uploads a file into an attachment field of a work item.
    ///
    /// A file may have up to 100 MB, and a field holds up to 50 files.
    ///
    /// Set at least one of `field_key` and `field_alias`.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/upload`,
    /// 《添加附件》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `file`: The file, one per call; its media type decides whether the web page can preview it.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20024: The file is larger than 100 MB.
    /// - 20040: The upload was not a multipart form, or the form was empty.
    /// - 20070: The attachment field is disabled.
    /// - 1000050174: The file is larger than 100 MB.
    /// - 1000050190: The multipart form is empty or malformed.
    /// - 1000050255: No space has this key.
    /// - 1000050262: The server could not store the file.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "添加附件")]
    pub fn add(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        file: File,
    ) -> AddCall {
        AddCall(
            Call::new(&self.0, &endpoints::ADD)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .file("file", file),
        )
    }

    /// Downloads a file of a work item.
    ///
    /// A file may have up to 100 MB.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file/download`,
    /// 《下载附件》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `uuid`: The file, as the value of its field names it.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000050255: No space has this key.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "下载附件")]
    pub fn download(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        uuid: impl Into<FileId>,
    ) -> DownloadCall {
        DownloadCall(
            Call::new(&self.0, &endpoints::DOWNLOAD)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("uuid", &uuid.into()),
        )
    }

    /// Deletes files from an attachment field of a work item.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// Set at least one of `field_key` and `field_alias`.
    ///
    /// Not enforced, since one weak source alone says so: set at most one of `field_key` and
    /// `field_alias`.
    ///
    /// `POST /open_api/file/delete`, 《删除附件》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `uuids`: Files to delete.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30019: The file does not exist or the user may not read it.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "删除附件")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        uuids: impl IntoIterator<Item = impl Into<FileId>>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("uuids", &list::<FileId, _>(uuids)),
        )
    }
}
