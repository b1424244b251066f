// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Tokens: of the plugin itself and of users who have authorized it. The client calls these by itself
//! for the credentials it was given; call them directly only to manage tokens on your own.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::Secret;
use paceline_runtime::codegen::{Call, Client};

/// Tokens: of the plugin itself and of users who have authorized it. The client calls these by itself
/// for the credentials it was given; call them directly only to manage tokens on your own.
///
/// Comes from [`Client::auth`](crate::Client::auth).
#[derive(Clone, Debug)]
pub struct Auth(pub(crate) Client);

impl Auth {
    /// Fetches a plugin token or a virtual plugin token.
    ///
    /// The token lives for about two hours. The only call that needs no token itself.
    ///
    /// `POST /open_api/authen/plugin_token`, 《获取`plugin_token`》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `plugin_id`: Id of the plugin.
    /// - `plugin_secret`: Secret of the plugin.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10204: The token endpoint does not accept this plugin id and secret.
    ///
    /// Source: developer manual, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取plugin_token")]
    pub fn plugin_token(
        &self,
        plugin_id: impl Into<String>,
        plugin_secret: impl Into<Secret>,
    ) -> PluginTokenCall {
        PluginTokenCall(
            Call::new(&self.0, &endpoints::PLUGIN_TOKEN)
                .body("plugin_id", &plugin_id.into())
                .body("plugin_secret", &plugin_secret.into()),
        )
    }

    /// Fetches an authorization code for the user who is signed in.
    ///
    /// The code works once and for five minutes. The server knows the user by the browser session, so this
    /// call is of use behind a signed-in browser only; the client-side SDK offers the same as
    /// `getAuthCode`.
    ///
    /// `POST /open_api/authen/auth_code`, 《获取code》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `plugin_id`: Id of the plugin.
    ///
    /// Source: developer manual, community notes.
    #[doc(alias = "获取code")]
    pub fn auth_code(&self, plugin_id: impl Into<String>) -> AuthCodeCall {
        AuthCodeCall(
            Call::new(&self.0, &endpoints::AUTH_CODE)
                .body("plugin_id", &plugin_id.into()),
        )
    }

    /// Exchanges an authorization code for a user token and a refresh token.
    ///
    /// The code must be fresh: it works once and for five minutes.
    ///
    /// `POST /open_api/authen/user_plugin_token`, 《获取`user_plugin_token`》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `code`: The authorization code, good for one exchange within five minutes.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10210: The authorization code is wrong, was used before, or is older than five minutes.
    ///
    /// Source: developer manual, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取user_plugin_token")]
    pub fn user_plugin_token(&self, code: impl Into<Secret>) -> UserPluginTokenCall {
        UserPluginTokenCall(
            Call::new(&self.0, &endpoints::USER_PLUGIN_TOKEN)
                .body("code", &code.into())
                .body_json("grant_type", "\"authorization_code\""),
        )
    }

    /// Exchanges a refresh token for a new user token and a new refresh token.
    ///
    /// Store the new refresh token before you use the new user token; take the old one as spent.
    ///
    /// `POST /open_api/authen/refresh_token`, 《刷新token》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `refresh_token`: The newest refresh token.
    ///
    /// Source: developer manual, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "刷新token")]
    pub fn refresh_token(&self, refresh_token: impl Into<Secret>) -> RefreshTokenCall {
        RefreshTokenCall(
            Call::new(&self.0, &endpoints::REFRESH_TOKEN)
                .body("refresh_token", &refresh_token.into())
                .body_json("type", "1"),
        )
    }
}
