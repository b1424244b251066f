//! What a call gives: data, and how it came.

use std::any::Any;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::{Error, ErrorKind, Result};
use crate::json::DecodeError;

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
#[derive(Clone)]
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
    /// What does not fit its type and so is not in the data, with its path in the response: optional members, which are
    /// absent, and items of lists and maps.
    pub left_out: Vec<DecodeError>,
    /// The response's body as it came, if the call asked for it by `keep_body`. It may hold secrets.
    pub body: Option<Bytes>,
}

impl fmt::Debug for ResponseMeta {
    /// Without the body, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseMeta")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("log_id", &self.log_id)
            .field("attempts", &self.attempts)
            .field("waited", &self.waited)
            .field("left_out", &self.left_out)
            .finish_non_exhaustive()
    }
}

/// A response whose data has no static type yet, so that one function serves all calls.
pub(crate) struct UntypedResponse {
    pub(super) data: Box<dyn Any + Send>,
    /// Boxed, since futures hand it on by value.
    pub(super) meta: Box<ResponseMeta>,
    /// Why the data is only given to those who hear what it lacks.
    pub(super) incomplete: Option<Error>,
}

impl UntypedResponse {
    /// The data with its type.
    pub(crate) fn into_data<T: 'static>(self) -> Result<T> {
        match self.incomplete {
            Some(error) => Err(error),
            None => typed(self.data),
        }
    }

    /// Data with its type, and the rest.
    pub(super) fn into_response<T: 'static>(self) -> Result<Response<T>> {
        Ok(Response { data: typed(self.data)?, meta: *self.meta })
    }
}

fn typed<T: 'static>(data: Box<dyn Any + Send>) -> Result<T> {
    let mismatch =
        |_| Error::new(ErrorKind::Decode, "the response was decoded as another type than asked for");
    data.downcast().map(|data| *data).map_err(mismatch)
}
