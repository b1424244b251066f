// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `flow_role` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, position, record};
use super::{FlowRole, FlowRoleUpdate, NewFlowRole};

impl Record for FlowRole {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "id",
                "name",
                "is_owner",
                "role_appear_mode",
                "deletable",
                "auto_enter_group",
                "member_assign_mode",
                "members",
                "key",
                "allow_delete",
                "authorization_role_keys",
                "is_member_multi",
                "is_required",
                "role_alias",
                "lock_app_id",
                "lock_scope",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.is_owner,
            Some(3) => &mut self.role_appear_mode,
            Some(4) => &mut self.deletable,
            Some(5) => &mut self.auto_enter_group,
            Some(6) => &mut self.member_assign_mode,
            Some(7) => &mut self.members,
            Some(8) => &mut self.key,
            Some(9) => &mut self.allow_delete,
            Some(10) => &mut self.authorization_role_keys,
            Some(11) => &mut self.is_member_multi,
            Some(12) => &mut self.is_required,
            Some(13) => &mut self.role_alias,
            Some(14) => &mut self.lock_app_id,
            Some(15) => &mut self.lock_scope,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("is_owner", &self.is_owner);
        object.put("role_appear_mode", &self.role_appear_mode);
        object.put("deletable", &self.deletable);
        object.put("auto_enter_group", &self.auto_enter_group);
        object.put("member_assign_mode", &self.member_assign_mode);
        object.put("members", &self.members);
        object.put("key", &self.key);
        object.put("allow_delete", &self.allow_delete);
        object.put("authorization_role_keys", &self.authorization_role_keys);
        object.put("is_member_multi", &self.is_member_multi);
        object.put("is_required", &self.is_required);
        object.put("role_alias", &self.role_alias);
        object.put("lock_app_id", &self.lock_app_id);
        object.put("lock_scope", &self.lock_scope);
    }
}

record!(FlowRole);

impl Record for NewFlowRole {
    fn checks(&self) -> &'static [Check] {
        &[
            Check::OneOf("member_assign_mode", &["1", "2", "3"]),
            Check::RequiredWhen("member_assign_mode", &["2"], &["members"]),
        ]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "id",
                "name",
                "is_owner",
                "auto_enter_group",
                "member_assign_mode",
                "members",
                "is_member_multi",
                "role_alias",
                "lock_scope",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.is_owner,
            Some(3) => &mut self.auto_enter_group,
            Some(4) => &mut self.member_assign_mode,
            Some(5) => &mut self.members,
            Some(6) => &mut self.is_member_multi,
            Some(7) => &mut self.role_alias,
            Some(8) => &mut self.lock_scope,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("is_owner", &self.is_owner);
        object.put("auto_enter_group", &self.auto_enter_group);
        object.put("member_assign_mode", &self.member_assign_mode);
        object.put("members", &self.members);
        object.put("is_member_multi", &self.is_member_multi);
        object.put("role_alias", &self.role_alias);
        object.put("lock_scope", &self.lock_scope);
    }
}

record!(NewFlowRole);

impl Record for FlowRoleUpdate {
    fn checks(&self) -> &'static [Check] {
        &[
            Check::OneOf("member_assign_mode", &["1", "2", "3"]),
            Check::RequiredWhen("member_assign_mode", &["2"], &["members"]),
        ]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "name",
                "is_owner",
                "auto_enter_group",
                "member_assign_mode",
                "members",
                "is_member_multi",
                "role_alias",
                "lock_scope",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.name,
            Some(1) => &mut self.is_owner,
            Some(2) => &mut self.auto_enter_group,
            Some(3) => &mut self.member_assign_mode,
            Some(4) => &mut self.members,
            Some(5) => &mut self.is_member_multi,
            Some(6) => &mut self.role_alias,
            Some(7) => &mut self.lock_scope,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("is_owner", &self.is_owner);
        object.put("auto_enter_group", &self.auto_enter_group);
        object.put("member_assign_mode", &self.member_assign_mode);
        object.put("members", &self.members);
        object.put("is_member_multi", &self.is_member_multi);
        object.put("role_alias", &self.role_alias);
        object.put("lock_scope", &self.lock_scope);
    }
}

record!(FlowRoleUpdate);
