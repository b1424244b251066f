// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Users: look them up by key, e-mail or outside id, or search them by name.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// Users: look them up by key, e-mail or outside id, or search them by name.
///
/// Comes from [`Client::users`](crate::Client::users).
#[derive(Clone, Debug)]
pub struct Users(pub(crate) Client);

impl Users {
    /// Reads users by key, outside id or e-mail.
    ///
    /// At most 100 users per call, all kinds of ids taken together. Needs no acting user.
    ///
    /// `user_keys`, `out_ids`, `emails` and `usernames` hold at most 100 items together.
    ///
    /// Not enforced, since one weak source alone says so: set at least one of `user_keys`, `out_ids`,
    /// `emails` and `usernames`.
    ///
    /// `POST /open_api/user/query`, 《获取用户详情》, read, 15/s.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20004: More users were given than one call takes: 10 in the item filter, 100 in the user query.
    /// - 30006: The user is unknown; a development token sees nobody but the plugin's collaborators.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取用户详情")]
    #[inline]
    pub fn query(&self) -> QueryCall {
        QueryCall(Call::new(&self.0, &endpoints::QUERY))
    }

    /// Finds users of the tenant by name.
    ///
    /// Works with user tokens; sources differ on whether plugin tokens are supported.
    ///
    /// `POST /open_api/user/search`, 《搜索租户内的用户列表》, read, 15/s.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30006: The user is unknown; a development token sees nobody but the plugin's collaborators.
    /// - 1000052063: The space does not exist, or no space has this simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "搜索租户内的用户列表")]
    #[inline]
    pub fn search(&self) -> SearchCall {
        SearchCall(Call::new(&self.0, &endpoints::SEARCH))
    }

    /// Reads users by key, e-mail or outside identity, for a plugin of the tenant.
    ///
    /// `POST /open_api/user/tp/query`, 《获取用户详情信息(租户插件)》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "获取用户详情信息(租户插件)")]
    #[inline]
    pub fn query_for_tenant_plugin(&self) -> QueryForTenantPluginCall {
        QueryForTenantPluginCall(Call::new(&self.0, &endpoints::QUERY_FOR_TENANT_PLUGIN))
    }
}
