//! What the body of a refusal holds, where the API describes it.

use std::any::Any;
use std::sync::Arc;

use http::StatusCode;

use crate::error::{Error, ErrorKind};
use crate::json::DecodeError;

use super::execution::CallExecution;

impl CallExecution {
    /// Reads the body of a refusal as the type that the endpoint has for its status. A body that does not fit is none, and
    /// the log tells of it: code, message and status are known all the same.
    pub(super) fn read_refusal(
        &self,
        error: &Error,
        status: StatusCode,
        body: &[u8],
    ) -> Option<Arc<dyn Any + Send + Sync>> {
        if !matches!(error.kind(), ErrorKind::Api | ErrorKind::RateLimited | ErrorKind::Duplicate) {
            return None;
        }
        let refusals = self.call.endpoint.refusals;
        let described = refusals.iter().find(|described| described.statuses.contains(status.as_u16()))?;
        // A value can be asked for its members in many ways, so secrets are taken out of the text.
        let text = self.redact_text(String::from_utf8_lossy(body).into_owned());
        let warn = |problem: &DecodeError| {
            self.call.client.warn_once(&self.call.endpoint.to_name(), problem);
        };
        match described.read(text.as_bytes(), self.call.client.max_body()) {
            Ok((body, left_out)) => {
                left_out.iter().for_each(warn);
                Some(body)
            }
            Err(problem) => {
                warn(&problem);
                None
            }
        }
    }
}
