// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `auth` are read and written.

use paceline_runtime::codegen::record;
use super::{AuthCode, PluginToken, RefreshedToken, UserToken};

record!(PluginToken { expire_time, token });

record!(
    UserToken { expire_time, token, refresh_token, refresh_token_expire_time, user_key,
    saas_tenant_key }
);

record!(RefreshedToken { expire_time, token, refresh_token, refresh_token_expire_time });

record!(AuthCode { code, state } required["code"]);
