// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Accounts of a tenant that manages its users in Feishu Project itself.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// Accounts of a tenant that manages its users in Feishu Project itself.
///
/// Comes from [`Client::accounts`](crate::Client::accounts).
#[derive(Clone, Debug)]
pub struct Accounts(pub(crate) Client);

impl Accounts {
    /// Creates an account.
    ///
    /// `POST /open_api/account/create`, 《新增账号》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "新增账号")]
    #[inline]
    pub fn create(&self) -> CreateCall {
        CreateCall(Call::new(&self.0, &endpoints::CREATE))
    }

    /// Changes an account.
    ///
    /// `POST /open_api/account/update`, 《更新账号信息》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "更新账号信息")]
    #[inline]
    pub fn update(&self) -> UpdateCall {
        UpdateCall(Call::new(&self.0, &endpoints::UPDATE))
    }

    /// Activates an account.
    ///
    /// `POST /open_api/account/active`, 《启用账号》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "启用账号")]
    #[inline]
    pub fn activate(&self) -> ActivateCall {
        ActivateCall(Call::new(&self.0, &endpoints::ACTIVATE))
    }

    /// Deactivates an account.
    ///
    /// `POST /open_api/account/stop`, 《停用账号》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "停用账号")]
    #[inline]
    pub fn stop(&self) -> StopCall {
        StopCall(Call::new(&self.0, &endpoints::STOP))
    }
}
