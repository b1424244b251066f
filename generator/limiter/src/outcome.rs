//! How a request ended.

use std::time::Duration;

/// How a request ended, as far as the server's counting is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The headers of a response from the server itself arrived. Any status counts, except a 429.
    Responded,
    /// Not one byte of the request can have been sent, because no connection could be made.
    NotSent,
    /// The server refused the request with a 429.
    Throttled {
        /// How long the server asked to wait (`Retry-After`), if it did. At most a day is honoured.
        after: Option<Duration>,
    },
    /// It is not known when the server counted the request, or whether it did: the connection broke, the request timed
    /// out, or a proxy responded in the server's place (502, 503, 504).
    Unknown,
}
