// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! User groups of a space. If a plugin's token is refused here, call with a user's token.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{ProjectKey, UserKey};

/// User groups of a space. If a plugin's token is refused here, call with a user's token.
///
/// Comes from [`Client::user_groups`](crate::Client::user_groups).
#[derive(Clone, Debug)]
pub struct UserGroups(pub(crate) Client);

impl UserGroups {
    /// Creates a customized user group.
    ///
    /// `POST /open_api/:project_key/user_group`, 《创建自定义用户组》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `name`: Name of the new group. Not enforced, since one weak source alone says so: at most 250 characters.
    /// - `users`: Users in the new group. At most 100 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000053001: Another group, perhaps a built-in one, has this name.
    /// - 1000053002: The group's name contains a character that is not allowed.
    /// - 1000053003: The group's name is longer than 250 characters.
    /// - 1000053004: A member has left the company or is unknown.
    /// - 1000053005: More than 100 members were given.
    /// - 1000053006: No member was given.
    /// - 1000053007: The group has no name.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "创建自定义用户组")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        name: impl Into<String>,
        users: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .body("name", &name.into())
                .body("users", &list::<UserKey, _>(users)),
        )
    }

    /// Adds, removes or replaces members of a user group.
    ///
    /// If a replacement is given, it wins over additions and removals.
    ///
    /// Set at least one of `add_users`, `delete_users` and `replace_users`. Set `user_group_id` if
    /// `user_group_type` is `"CUSTOMIZE"`.
    ///
    /// `PATCH /open_api/:project_key/user_group/members`, 《更新用户组成员》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `user_group_type`: Kind of the group; the administrators cannot be changed here.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000053004: A member has left the company or is unknown.
    /// - 1000053005: More than 100 members were given.
    /// - 1000053006: No member was given.
    /// - 1000053008: Groups of this kind cannot be used here.
    /// - 1000053009: A customized group was meant, but its id is missing.
    /// - 1000053010: The space has no such group.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "更新用户组成员")]
    pub fn update_members(
        &self,
        project_key: impl Into<ProjectKey>,
        user_group_type: impl Into<UserGroupType>,
    ) -> UpdateMembersCall {
        UpdateMembersCall(
            Call::new(&self.0, &endpoints::UPDATE_MEMBERS)
                .path("project_key", &project_key.into())
                .body("user_group_type", &user_group_type.into()),
        )
    }

    /// Lists user groups with their members.
    ///
    /// `POST /open_api/:project_key/user_groups/members/page`, 《查询用户组成员》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `user_group_type`: Kind of the group.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20002: The page size is above the maximum of this endpoint.
    /// - 1000053008: Groups of this kind cannot be used here.
    /// - 1000053010: The space has no such group.
    /// - 1000053011: More than 50 groups were given.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "查询用户组成员")]
    pub fn members(
        &self,
        project_key: impl Into<ProjectKey>,
        user_group_type: impl Into<UserGroupType>,
    ) -> MembersCall {
        MembersCall(
            Call::new(&self.0, &endpoints::MEMBERS)
                .path("project_key", &project_key.into())
                .body("user_group_type", &user_group_type.into()),
        )
    }
}
