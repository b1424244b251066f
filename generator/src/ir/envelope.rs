//! The wrapping of an answer.

use super::Name;

/// A place in a JSON document: the names of the members on the way to it.
pub type Location = Vec<String>;

/// Where the parts of an answer stand in its JSON body.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// Its name in the spec.
    pub name: Name,
    /// The error code; absent or 0 on success.
    pub code: Option<Location>,
    /// The message that goes with the code.
    pub message: Option<Location>,
    /// Further details of an error.
    pub detail: Option<Location>,
    /// The id under which the server logged the request.
    pub log_id: Option<Location>,
    /// The data; `None` when the whole body is the data.
    pub data: Option<Location>,
}
