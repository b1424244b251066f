// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `flow_role`.

use paceline_runtime::codegen::list;
use crate::common::{RoleKey, UserKey};

/// A role of a work item type.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FlowRole {
    /// Id of the role.
    pub id: Option<RoleKey>,

    /// Name of the role.
    pub name: Option<String>,

    /// Whether the role is that of the item's owner.
    pub is_owner: Option<bool>,

    /// When the role is shown; the meaning of the numbers is not documented.
    pub role_appear_mode: Option<i64>,

    /// Whether the role may be removed from a single item.
    pub deletable: Option<bool>,

    /// Whether its users join the item's chat group automatically.
    pub auto_enter_group: Option<bool>,

    /// How users are assigned. Mode 2 assigns a fixed list of members; the other numbers are not
    /// documented. Not enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    pub member_assign_mode: Option<i64>,

    /// Users assigned by a fixed list.
    pub members: Vec<UserKey>,

    /// Key of the role.
    pub key: Option<RoleKey>,

    /// Whether the role may be deleted from the type.
    pub allow_delete: Option<bool>,

    /// Roles that may change who fills the role.
    pub authorization_role_keys: Vec<RoleKey>,

    /// Whether several users can fill the role.
    pub is_member_multi: Option<bool>,

    /// Whether the role must be filled; the meaning of the numbers is not documented.
    pub is_required: Option<i64>,

    /// Alias of the role, for use by integrations.
    pub role_alias: Option<String>,

    /// Plugin that has locked the role.
    pub lock_app_id: Option<String>,

    /// Parts of the role that are locked.
    pub lock_scope: Vec<String>,
}

/// A role to create.
///
/// Not enforced, since one weak source alone says so: set `members` if `member_assign_mode` is `2`.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NewFlowRole {
    /// Id of the new role; left out, the server chooses.
    pub id: Option<RoleKey>,

    /// Name of the role.
    pub name: Option<String>,

    /// Whether the role is that of the item's owner.
    pub is_owner: Option<bool>,

    /// Whether its users join the item's chat group automatically.
    pub auto_enter_group: Option<bool>,

    /// How users are assigned. Mode 2 assigns a fixed list of members; the other numbers are not
    /// documented. Not enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    pub member_assign_mode: Option<i64>,

    /// Users assigned by a fixed list.
    pub members: Option<Vec<UserKey>>,

    /// Whether several users can fill the role.
    pub is_member_multi: Option<bool>,

    /// Alias of the role, for use by integrations.
    pub role_alias: Option<String>,

    /// Parts of the role that are locked.
    pub lock_scope: Option<Vec<String>>,
}

impl NewFlowRole {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the new role; left out, the server chooses.
    #[must_use]
    pub fn id(mut self, id: impl Into<RoleKey>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Name of the role.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether the role is that of the item's owner.
    #[must_use]
    #[inline]
    pub fn is_owner(mut self, is_owner: bool) -> Self {
        self.is_owner = Some(is_owner);
        self
    }

    /// Whether its users join the item's chat group automatically.
    #[must_use]
    #[inline]
    pub fn auto_enter_group(mut self, auto_enter_group: bool) -> Self {
        self.auto_enter_group = Some(auto_enter_group);
        self
    }

    /// How users are assigned. Mode 2 assigns a fixed list of members; the other numbers are not
    /// documented. Not enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    #[must_use]
    #[inline]
    pub fn member_assign_mode(mut self, member_assign_mode: i64) -> Self {
        self.member_assign_mode = Some(member_assign_mode);
        self
    }

    /// Users assigned by a fixed list.
    #[must_use]
    pub fn members(
        mut self,
        members: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.members = Some(list::<UserKey, _>(members));
        self
    }

    /// Whether several users can fill the role.
    #[must_use]
    #[inline]
    pub fn is_member_multi(mut self, is_member_multi: bool) -> Self {
        self.is_member_multi = Some(is_member_multi);
        self
    }

    /// Alias of the role, for use by integrations.
    #[must_use]
    pub fn role_alias(mut self, role_alias: impl Into<String>) -> Self {
        self.role_alias = Some(role_alias.into());
        self
    }

    /// Parts of the role that are locked.
    #[must_use]
    pub fn lock_scope(
        mut self,
        lock_scope: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.lock_scope = Some(list::<String, _>(lock_scope));
        self
    }
}

/// Changes to a role; what is left out stays.
///
/// Not enforced, since one weak source alone says so: set `members` if `member_assign_mode` is `2`.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FlowRoleUpdate {
    /// New name of the role.
    pub name: Option<String>,

    /// Whether the role is that of the item's owner.
    pub is_owner: Option<bool>,

    /// Whether its users join the item's chat group automatically.
    pub auto_enter_group: Option<bool>,

    /// How users are assigned. Mode 2 assigns a fixed list of members; the other numbers are not
    /// documented. Not enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    pub member_assign_mode: Option<i64>,

    /// Users assigned by a fixed list.
    pub members: Option<Vec<UserKey>>,

    /// Whether several users can fill the role.
    pub is_member_multi: Option<bool>,

    /// Alias of the role, for use by integrations.
    pub role_alias: Option<String>,

    /// Parts of the role that are locked.
    pub lock_scope: Option<Vec<String>>,
}

impl FlowRoleUpdate {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// New name of the role.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether the role is that of the item's owner.
    #[must_use]
    #[inline]
    pub fn is_owner(mut self, is_owner: bool) -> Self {
        self.is_owner = Some(is_owner);
        self
    }

    /// Whether its users join the item's chat group automatically.
    #[must_use]
    #[inline]
    pub fn auto_enter_group(mut self, auto_enter_group: bool) -> Self {
        self.auto_enter_group = Some(auto_enter_group);
        self
    }

    /// How users are assigned. Mode 2 assigns a fixed list of members; the other numbers are not
    /// documented. Not enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    #[must_use]
    #[inline]
    pub fn member_assign_mode(mut self, member_assign_mode: i64) -> Self {
        self.member_assign_mode = Some(member_assign_mode);
        self
    }

    /// Users assigned by a fixed list.
    #[must_use]
    pub fn members(
        mut self,
        members: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.members = Some(list::<UserKey, _>(members));
        self
    }

    /// Whether several users can fill the role.
    #[must_use]
    #[inline]
    pub fn is_member_multi(mut self, is_member_multi: bool) -> Self {
        self.is_member_multi = Some(is_member_multi);
        self
    }

    /// Alias of the role, for use by integrations.
    #[must_use]
    pub fn role_alias(mut self, role_alias: impl Into<String>) -> Self {
        self.role_alias = Some(role_alias.into());
        self
    }

    /// Parts of the role that are locked.
    #[must_use]
    pub fn lock_scope(
        mut self,
        lock_scope: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.lock_scope = Some(list::<String, _>(lock_scope));
        self
    }
}
