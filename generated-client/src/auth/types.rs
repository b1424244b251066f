// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `auth`.

use paceline_runtime::Secret;
use paceline_runtime::codegen::integer_enum;
use crate::common::{TenantKey, UserKey};

/// Which token of a plugin is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PluginTokenKind {
    /// The token of the published plugin.
    Plugin,

    /// The token for development, which works without publishing.
    VirtualPlugin,

    /// A value that is not documented.
    Unknown(i64),
}

impl PluginTokenKind {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Plugin => 0,
            Self::VirtualPlugin => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for PluginTokenKind {
    fn from(value: i64) -> Self {
        match value {
            0 => Self::Plugin,
            1 => Self::VirtualPlugin,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(PluginTokenKind, Self::Plugin);

/// A plugin token.
///
/// Source: official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginToken {
    /// Remaining lifetime of the token in seconds.
    pub expire_time: Option<i64>,

    /// The token.
    pub token: Option<Secret>,
}

/// A user token with what renews it.
///
/// Source: official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserToken {
    /// Remaining lifetime of the token in seconds.
    pub expire_time: Option<i64>,

    /// The token.
    pub token: Option<Secret>,

    /// Refresh token for the next renewal; good for one use.
    pub refresh_token: Option<Secret>,

    /// Remaining lifetime of the refresh token in seconds.
    pub refresh_token_expire_time: Option<i64>,

    /// User that the token acts for.
    pub user_key: Option<UserKey>,

    /// Tenant of the user.
    pub saas_tenant_key: Option<TenantKey>,
}

/// A renewed user token with what renews it next.
///
/// Source: official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RefreshedToken {
    /// Remaining lifetime of the token in seconds.
    pub expire_time: Option<i64>,

    /// The token.
    pub token: Option<Secret>,

    /// Refresh token for the next renewal; good for one use.
    pub refresh_token: Option<Secret>,

    /// Remaining lifetime of the refresh token in seconds.
    pub refresh_token_expire_time: Option<i64>,
}

/// An authorization code.
///
/// Source: developer manual.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthCode {
    /// The code, good for one exchange within five minutes.
    pub code: Secret,

    /// The state that was sent along.
    pub state: Option<String>,
}
