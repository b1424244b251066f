//! Descriptors of uploads: which endpoints take part, and what is called how.

use crate::api::{Endpoint, JsonPath};

/// How files of any size are uploaded: in one request up to a size, in parts above it. Parameters are given by their names
/// on the wire.
#[derive(Debug)]
pub struct UploadFlow {
    /// The call that sends a whole file, if there is one.
    pub form: Option<FormStep>,
    /// The call that begins or resumes an upload in parts.
    pub begin: BeginStep,
    /// Where its response says what is to be sent.
    pub plan: PlanPaths,
    /// The call that sends a part.
    pub part: PartStep,
    /// The call that puts the parts together. It takes no body.
    pub finish: UploadStep,
    /// The call that gives an upload up, if there is one.
    pub abort: Option<UploadStep>,
}

/// A call that sends a whole file as a part of a form.
#[derive(Debug)]
pub struct FormStep {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// The part of the form that is the file.
    pub file: &'static str,
    /// The size in bytes up to which a file is sent so, unless the caller says otherwise.
    pub up_to: u64,
}

/// A call that begins or resumes an upload in parts.
#[derive(Debug)]
pub struct BeginStep {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// The size of the whole file in bytes.
    pub size: &'static str,
    /// The name of the file.
    pub file_name: &'static str,
    /// The media type of the file.
    pub media_type: Option<&'static str>,
    /// The upload to resume; `None` if none can be.
    pub upload_id: Option<&'static str>,
}

/// Where the response of [`BeginStep`] says what is to be sent.
#[derive(Debug)]
pub struct PlanPaths {
    /// The id of the upload.
    pub upload_id: JsonPath,
    /// Whether parts are to be sent at all; they are if this is not said.
    pub in_parts: Option<JsonPath>,
    /// The size of a part in bytes; the last part ends where the file ends.
    pub part_size: JsonPath,
    /// The size of a part if the response does not say it.
    pub usual_part_size: Option<u64>,
    /// The number of parts; one for each whole size if this is not said.
    pub part_count: Option<JsonPath>,
    /// The numbers of the parts that the server lacks, from 0 on; all if this is not said.
    pub missing: Option<JsonPath>,
}

/// A call that sends a part, whose bytes are the body. Sending a part again must do no harm.
#[derive(Debug)]
pub struct PartStep {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// The id of the upload.
    pub upload_id: &'static str,
    /// The number of the part, from 0 on.
    pub number: &'static str,
    /// The MD5 of the part as small hexadecimal digits.
    pub md5: Option<&'static str>,
}

/// A call about an upload as a whole.
#[derive(Debug)]
pub struct UploadStep {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// The id of the upload.
    pub upload_id: &'static str,
}
