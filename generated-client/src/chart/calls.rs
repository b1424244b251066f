// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `chart` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use super::{Chart, ChartDetail, ChartList};

/// A call of [`Charts::get`](super::Charts::get), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct GetCall(pub(super) Call);

call_builder!(GetCall reads, and returns ChartDetail);

/// A call of [`Charts::list`](super::Charts::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 200; `50` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }
}

call_builder!(ListCall reads pages of Chart, in ChartList);
