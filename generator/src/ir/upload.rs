//! Uploads: how several endpoints together take a file of any size.

use super::endpoint::Param;
use super::id::{EndpointId, ResourceId};
use super::json_path::JsonPath;
use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// A method that uploads a file of any size. Parameters are given by their names on the wire.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    /// Name of the method.
    pub name: Name,
    /// The resource whose client has it.
    pub resource: ResourceId,
    /// What it is for; never empty.
    pub docs: Prose,
    /// The endpoint that takes a whole file, if there is one.
    pub form: Option<UploadForm>,
    /// The endpoint that begins an upload in parts.
    pub begin: UploadBegin,
    /// Where its response says what is to be sent.
    pub plan: UploadPlan,
    /// The endpoint that takes a part.
    pub part: UploadPart,
    /// The endpoint that puts the parts together.
    pub finish: EndpointId,
    /// The endpoint that gives an upload up, if there is one.
    pub abort: Option<EndpointId>,
    /// The parameter of `part`, `finish` and `abort` that is the id of the upload.
    pub upload_id: String,
    /// What callers must give beside the file: parameters of `begin`, which the others share.
    pub arguments: Vec<Param>,
    /// What callers may give: parameters of `begin` that `form` takes as well.
    pub setters: Vec<Param>,
    /// What the last call returns.
    pub returns: TypeRef,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// The endpoint that takes a whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadForm {
    /// The endpoint.
    pub endpoint: EndpointId,
    /// The part of the form that is the file.
    pub file: String,
    /// The size in bytes up to which a file goes there.
    pub up_to: u64,
}

/// The endpoint that begins an upload in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadBegin {
    /// The endpoint.
    pub endpoint: EndpointId,
    /// The parameter that is the size of the file in bytes.
    pub size: String,
    /// The parameter that is the name of the file.
    pub file_name: String,
    /// The parameter that is the media type of the file.
    pub media_type: Option<String>,
    /// The parameter that is the id of an upload to resume.
    pub resume: Option<String>,
}

/// Where the data of the response to the beginning says what is to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadPlan {
    /// The id of the upload.
    pub upload_id: JsonPath,
    /// Whether parts are to be sent at all.
    pub in_parts: Option<JsonPath>,
    /// The size of a part in bytes. The last part is larger by what is left.
    pub part_size: JsonPath,
    /// The size of a part where the response does not say it.
    pub usual_part_size: Option<u64>,
    /// The number of parts.
    pub part_count: Option<JsonPath>,
    /// The numbers of the parts that the server lacks, from 0 on.
    pub missing: Option<JsonPath>,
}

/// The endpoint that takes a part, whose bytes are the body.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadPart {
    /// The endpoint.
    pub endpoint: EndpointId,
    /// The parameter that is the number of the part, from 0 on.
    pub number: String,
    /// The parameter that is the MD5 of the part as hexadecimal digits.
    pub md5: Option<String>,
}
