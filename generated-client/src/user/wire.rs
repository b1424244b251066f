// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user` are read and written.

use paceline_runtime::codegen::record;
use super::{OutUser, User, UserChannel};

record!(
    User { user_id, user_key, username, email, avatar_url, name_cn, name_en, out_id,
    status, out_user, departments, name, channels }
);

record!(OutUser { out_user_id, login_platform_type });

record!(UserChannel { tenant_name, tenant_group_id });
