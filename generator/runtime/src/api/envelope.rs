//! What wraps the data of a response.

use super::json_path::JsonPath;

/// Where the parts of a response are in its JSON body.
#[derive(Debug)]
pub struct Envelope {
    /// What proves, beside a 2xx status, that a call succeeded.
    pub success: Success,
    /// The error code; any but 0 is a refusal. `None` when the envelope has none.
    pub code: Option<JsonPath>,
    /// The message that goes with the code; `None` when the envelope has none.
    pub message: Option<JsonPath>,
    /// Further details of an error; `None` when the envelope has none.
    pub detail: Option<JsonPath>,
    /// The id under which the server logged the request; `None` when it is sent in a header alone.
    pub log_id: Option<JsonPath>,
    /// The data; `None` when the whole body is the data.
    pub data: Option<JsonPath>,
}

/// What proves, beside a 2xx status, that a call succeeded.
#[derive(Clone, Copy, Debug)]
pub enum Success {
    /// Nothing else: the status is proof enough.
    Status,
    /// The code is there, and it is 0.
    Code,
    /// A member has this value, given as JSON text.
    Member(JsonPath, &'static str),
}
