//! The wrapping of a response.

use super::json_path::JsonPath;
use super::name::Name;

/// Where the parts of a response stand in its JSON body.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// Its name in the spec.
    pub name: Name,
    /// The error code; absent or 0 on success.
    pub code: Option<JsonPath>,
    /// The message that goes with the code.
    pub message: Option<JsonPath>,
    /// Further details of an error.
    pub detail: Option<JsonPath>,
    /// The id under which the server logged the request.
    pub log_id: Option<JsonPath>,
    /// The data; `None` when the whole body is the data.
    pub data: Option<JsonPath>,
}
