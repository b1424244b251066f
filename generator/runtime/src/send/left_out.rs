//! Values of a response that do not fit their type, and were left out of its data: nothing is left out without a word.

use crate::call::Call;
use crate::error::Error;
use crate::json::{DecodeError, raw_values};
use crate::retry::{Failure, FailureClass};

use super::decode_body::{DecodedBody, DecodedData};
use super::response_kind::UnreadableItem;

/// What was left out of the data.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) problems: Vec<DecodeError>,
    /// Why the data is not given to a caller who would not hear that it is incomplete.
    pub(super) incomplete: Option<Error>,
}

impl LeftOut {
    /// Tells of what was left out: the page that lacks items, the caller who wants all or nothing, the log.
    ///
    /// `error` makes the error of a value that does not fit.
    pub(super) fn report(
        call: &Call,
        text: &[u8],
        decoded: &mut DecodedBody,
        error: impl Fn(&DecodeError) -> Error,
    ) -> Result<Self, Failure> {
        let problems = std::mem::take(&mut decoded.left_out);
        let Some(first) = problems.first() else { return Ok(Self::default()) };
        if call.is_strict {
            return Err(Failure { error: error(first), class: FailureClass::Final });
        }
        for problem in &problems {
            call.client.warn_once(&call.endpoint.to_name(), problem);
        }
        let items = || problems.iter().filter_map(|problem| Some((problem.left_out_item()?, problem)));
        let mut incomplete = None;
        match &mut decoded.data {
            Ok(DecodedData::Page(page)) => {
                let values = raw_values(text, call.client.max_body(), items().map(|(_, problem)| problem));
                let items = items().zip(values).map(|((index, problem), value)| UnreadableItem {
                    index,
                    value: value.unwrap_or_default(),
                    error: error(problem),
                });
                page.set_unreadable(items.collect());
            }
            Ok(DecodedData::Value(_)) => {
                let first = items().next();
                incomplete = first.map(|(_, problem)| error(problem).with_advice(Some(REST)));
            }
            Err(_) => {}
        }
        Ok(Self { problems, incomplete })
    }
}

/// What to do about a list that lacks items.
const REST: &str = "`send_with_meta` gives the other items and tells what is left out";
