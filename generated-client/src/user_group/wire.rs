// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user_group` are read and written.

use paceline_runtime::codegen::record;
use super::{CreatedUserGroup, UserGroup, UserGroupPage, UserGroupPagination};

record!(CreatedUserGroup { id });

record!(UserGroupPage { list, pagination });

record!(UserGroup { id, name, user_count, user_members });

record!(UserGroupPagination { page_num, page_size, has_more });
