// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Files by their tokens: uploads in one request or in parts, for use in comments for instance, and
//! downloads.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::File;
use paceline_runtime::codegen::{Call, Client, Upload};
use crate::common::{FileToken, ProjectKey};

/// Files by their tokens: uploads in one request or in parts, for use in comments for instance, and
/// downloads.
///
/// Comes from [`Client::files`](crate::Client::files).
#[derive(Clone, Debug)]
pub struct Files(pub(crate) Client);

impl Files {
    /// Uploads a file in one request and returns its token.
    ///
    /// For files of up to 20 MB; larger ones go in parts, see `upload`. A file that is bound to nothing is
    /// removed after seven days, and cannot be downloaded until it is bound.
    ///
    /// `POST /open_api/:project_key/file/stream/resource/:resource_type/upload_form`,
    /// 《上传文件（表单）》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `resource_type`: What the file is for.
    /// - `file`: The file; its media type decides whether the web page can preview it.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "上传文件（表单）")]
    pub fn upload_form(
        &self,
        project_key: impl Into<ProjectKey>,
        resource_type: impl Into<FileUse>,
        file: File,
    ) -> UploadFormCall {
        UploadFormCall(
            Call::new(&self.0, &endpoints::UPLOAD_FORM)
                .path("project_key", &project_key.into())
                .path("resource_type", &resource_type.into())
                .file("file", file),
        )
    }

    /// Downloads a file by its token.
    ///
    /// `GET /open_api/:project_key/file/stream/download/:file_token`, 《下载文件》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `file_token`: The file.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33, community n8n node.
    #[doc(alias = "下载文件")]
    pub fn download(
        &self,
        project_key: impl Into<ProjectKey>,
        file_token: impl Into<FileToken>,
    ) -> DownloadCall {
        DownloadCall(
            Call::new(&self.0, &endpoints::DOWNLOAD)
                .path("project_key", &project_key.into())
                .path("file_token", &file_token.into()),
        )
    }

    /// Begins or resumes an upload in parts.
    ///
    /// The response says how large the parts are and which ones are still to be sent. Part `n` begins at
    /// `n` times that size, and the last part takes all that is left. Send them with `upload_part`, then
    /// call `finish_upload`. Given the id of an upload that was begun before, the response lists what is
    /// missing of it.
    ///
    /// `POST /open_api/:project_key/file/resource/:resource_type/upload/preprocess`, 《分片初始化》,
    /// write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `resource_type`: What the file is for.
    /// - `size`: Size of the whole file in bytes. For example `52428800`.
    /// - `file_name`: Name of the file. For example `"cover.png"`.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
    #[doc(alias = "分片初始化")]
    pub fn begin_upload(
        &self,
        project_key: impl Into<ProjectKey>,
        resource_type: impl Into<FileUse>,
        size: i64,
        file_name: impl Into<String>,
    ) -> BeginUploadCall {
        BeginUploadCall(
            Call::new(&self.0, &endpoints::BEGIN_UPLOAD)
                .path("project_key", &project_key.into())
                .path("resource_type", &resource_type.into())
                .body("size", &size)
                .body("file_name", &file_name.into()),
        )
    }

    /// Sends one part of a file.
    ///
    /// `POST /open_api/:project_key/file/stream/upload/multipart/:resource_id/:part_number`, 《上传分片》,
    /// write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `upload_id`: The upload.
    /// - `part_number`: Number of the part, from 0 on.
    /// - `md5`: MD5 of the part, as 32 small hexadecimal digits.
    /// - `part`: The bytes of the part.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
    #[doc(alias = "上传分片")]
    pub fn upload_part(
        &self,
        project_key: impl Into<ProjectKey>,
        upload_id: impl Into<UploadId>,
        part_number: i64,
        md5: impl Into<String>,
        part: File,
    ) -> UploadPartCall {
        UploadPartCall(
            Call::new(&self.0, &endpoints::UPLOAD_PART)
                .path("project_key", &project_key.into())
                .path("resource_id", &upload_id.into())
                .path("part_number", &part_number)
                .query("md5", &md5.into())
                .file("part", part),
        )
    }

    /// Puts the parts of an upload together and returns the file's token.
    ///
    /// `POST /open_api/:project_key/file/upload/multipart/finish/:resource_id`, 《完成分片上传》, write,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `upload_id`: The upload.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
    #[doc(alias = "完成分片上传")]
    pub fn finish_upload(
        &self,
        project_key: impl Into<ProjectKey>,
        upload_id: impl Into<UploadId>,
    ) -> FinishUploadCall {
        FinishUploadCall(
            Call::new(&self.0, &endpoints::FINISH_UPLOAD)
                .path("project_key", &project_key.into())
                .path("resource_id", &upload_id.into()),
        )
    }

    /// Gives an upload in parts up.
    ///
    /// `POST /open_api/:project_key/file/upload/multipart/abort/:resource_id`, 《终止分片上传》, write,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `upload_id`: The upload.
    ///
    /// Source: official Go SDK 1.0.23, official Java SDK 1.0.33.
    #[doc(alias = "终止分片上传")]
    pub fn abort_upload(
        &self,
        project_key: impl Into<ProjectKey>,
        upload_id: impl Into<UploadId>,
    ) -> AbortUploadCall {
        AbortUploadCall(
            Call::new(&self.0, &endpoints::ABORT_UPLOAD)
                .path("project_key", &project_key.into())
                .path("resource_id", &upload_id.into()),
        )
    }

    /// Uploads a file of any size and returns its token. A file that is bound to nothing is removed after
    /// seven days, and cannot be downloaded until it is bound.
    ///
    /// A file of up to 20 MB goes in one request, see [`upload_form`](Self::upload_form). A larger one
    /// goes in parts: [`begin_upload`](Self::begin_upload), [`upload_part`](Self::upload_part) for each
    /// part, several at once, and [`finish_upload`](Self::finish_upload). A part that fails is sent again
    /// by itself. Memory does not grow with the file, unless it is a
    /// [`File::stream`](crate::File::stream), whose parts are in memory while they are on their way. An
    /// upload that fails is given up, see [`abort_upload`](Self::abort_upload), unless `on_begun` or
    /// `resume` says that it is kept for another try.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `resource_type`: What the file is for.
    /// - `file`: The file.
    pub fn upload(
        &self,
        project_key: impl Into<ProjectKey>,
        resource_type: impl Into<FileUse>,
        file: File,
    ) -> UploadCall {
        UploadCall(
            Upload::new(&self.0, &endpoints::UPLOAD, file)
                .path("project_key", &project_key.into())
                .path("resource_type", &resource_type.into()),
        )
    }
}
