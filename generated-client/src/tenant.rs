// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The tenant: its identity, and on request its departments and accounts.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// The tenant: its identity, and on request its departments and accounts.
///
/// Comes from [`Client::tenants`](crate::Client::tenants).
#[derive(Clone, Debug)]
pub struct Tenants(pub(crate) Client);

impl Tenants {
    /// Reads the tenant.
    ///
    /// `POST /open_api/tenant/query`, 《查询租户》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "查询租户")]
    #[inline]
    pub fn query(&self) -> QueryCall {
        QueryCall(Call::new(&self.0, &endpoints::QUERY))
    }
}
