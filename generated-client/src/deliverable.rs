// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Deliverables of WBS work items.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// Deliverables of WBS work items.
///
/// Comes from [`Client::deliverables`](crate::Client::deliverables).
#[derive(Clone, Debug)]
pub struct Deliverables(pub(crate) Client);

impl Deliverables {
    /// Reads deliverables by their work item ids.
    ///
    /// Community notes allow at most ten ids per call.
    ///
    /// `POST /open_api/work_item/deliverable/batch_query`, 《交付物信息批量查询（WBS）》, read, 15/s.
    ///
    /// Source: official Go SDK, official Java SDK.
    #[doc(alias = "交付物信息批量查询（WBS）")]
    #[inline]
    pub fn query(&self) -> QueryCall {
        QueryCall(Call::new(&self.0, &endpoints::QUERY))
    }
}
