// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `user_group` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{UserGroupId, UserKey};
use super::{CreatedUserGroup, UserGroup, UserGroupPage};

/// A call of [`UserGroups::create`](super::UserGroups::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

call_builder!(CreateCall writes, and returns CreatedUserGroup);

/// A call of [`UserGroups::update_members`](super::UserGroups::update_members), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateMembersCall(pub(super) Call);

impl UpdateMembersCall {
    /// The group; needed for customized groups.
    pub fn user_group_id(self, user_group_id: impl Into<UserGroupId>) -> Self {
        Self(self.0.body("user_group_id", &user_group_id.into()))
    }

    /// Users to add. At most 100 items.
    pub fn add_users(
        self,
        add_users: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("add_users", &list::<UserKey, _>(add_users)))
    }

    /// Users to remove. At most 100 items.
    pub fn delete_users(
        self,
        delete_users: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("delete_users", &list::<UserKey, _>(delete_users)))
    }

    /// Users who make up the group from now on. Additions and removals are then ignored. At most 100
    /// items.
    pub fn replace_users(
        self,
        replace_users: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("replace_users", &list::<UserKey, _>(replace_users)))
    }
}

call_builder!(UpdateMembersCall writes, and returns nothing);

/// A call of [`UserGroups::members`](super::UserGroups::members), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct MembersCall(pub(super) Call);

impl MembersCall {
    /// Customized groups to list. Not enforced, since one weak source alone says so: at most 50 items.
    pub fn user_group_ids(
        self,
        user_group_ids: impl IntoIterator<Item = impl Into<UserGroupId>>,
    ) -> Self {
        Self(self.0.body("user_group_ids", &list::<UserGroupId, _>(user_group_ids)))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 100; `50` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }
}

call_builder!(MembersCall reads pages of UserGroup, in UserGroupPage);
