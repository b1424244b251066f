//! What a call gives: data, and how it came.

use std::any::Any;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::error::{Error, ErrorKind, Result};

/// A response with what is known about how it came.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The response's data.
    pub data: T,
    /// What is known about how it came.
    pub meta: ResponseMeta,
}

/// What is known about a response beside its data.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResponseMeta {
    /// The HTTP status.
    pub status: StatusCode,
    /// The response's headers.
    pub headers: HeaderMap,
    /// The id under which the server logged the request.
    pub log_id: Option<String>,
    /// How often the request was sent.
    pub attempts: u32,
    /// How long the call waited for the limiter, over all attempts.
    pub waited: Duration,
}

/// A response whose data has no static type yet, so that one function serves all calls.
pub(crate) struct UntypedResponse {
    pub(super) data: Box<dyn Any + Send>,
    pub(super) meta: ResponseMeta,
}

impl UntypedResponse {
    /// The data with its type.
    pub(super) fn into_data<T: 'static>(self) -> Result<T> {
        typed(self.data)
    }

    /// Data with its type, and the rest.
    pub(super) fn into_response<T: 'static>(self) -> Result<Response<T>> {
        Ok(Response { data: typed(self.data)?, meta: self.meta })
    }
}

fn typed<T: 'static>(data: Box<dyn Any + Send>) -> Result<T> {
    let mismatch =
        |_| Error::new(ErrorKind::Decode, "the response was decoded as another type than asked for");
    data.downcast().map(|data| *data).map_err(mismatch)
}
