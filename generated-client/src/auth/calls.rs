// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `auth` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use super::{AuthCode, PluginToken, PluginTokenKind, RefreshedToken, UserToken};

/// A call of [`Auth::plugin_token`](super::Auth::plugin_token), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PluginTokenCall(pub(super) Call);

impl PluginTokenCall {
    /// Whether the token is for the published plugin or for development. `0` when absent.
    pub fn kind(self, kind: impl Into<PluginTokenKind>) -> Self {
        Self(self.0.body("type", &kind.into()))
    }
}

call_builder!(PluginTokenCall reads, and returns PluginToken);

/// A call of [`Auth::auth_code`](super::Auth::auth_code), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct AuthCodeCall(pub(super) Call);

impl AuthCodeCall {
    /// Text of your choice; the response repeats it.
    pub fn state(self, state: impl Into<String>) -> Self {
        Self(self.0.body("state", &state.into()))
    }
}

call_builder!(AuthCodeCall reads, and returns AuthCode);

/// A call of [`Auth::user_plugin_token`](super::Auth::user_plugin_token), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UserPluginTokenCall(pub(super) Call);

call_builder!(UserPluginTokenCall reads, and returns UserToken);

/// A call of [`Auth::refresh_token`](super::Auth::refresh_token), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct RefreshTokenCall(pub(super) Call);

call_builder!(RefreshTokenCall reads, and returns RefreshedToken);
