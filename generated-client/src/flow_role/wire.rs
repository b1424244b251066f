// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `flow_role` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, record};
use super::{FlowRole, FlowRoleUpdate, NewFlowRole};

impl Record for FlowRole {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "is_owner" => &mut self.is_owner,
            "role_appear_mode" => &mut self.role_appear_mode,
            "deletable" => &mut self.deletable,
            "auto_enter_group" => &mut self.auto_enter_group,
            "member_assign_mode" => &mut self.member_assign_mode,
            "members" => &mut self.members,
            "key" => &mut self.key,
            "allow_delete" => &mut self.allow_delete,
            "authorization_role_keys" => &mut self.authorization_role_keys,
            "is_member_multi" => &mut self.is_member_multi,
            "is_required" => &mut self.is_required,
            "role_alias" => &mut self.role_alias,
            "lock_app_id" => &mut self.lock_app_id,
            "lock_scope" => &mut self.lock_scope,
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
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "is_owner" => &mut self.is_owner,
            "auto_enter_group" => &mut self.auto_enter_group,
            "member_assign_mode" => &mut self.member_assign_mode,
            "members" => &mut self.members,
            "is_member_multi" => &mut self.is_member_multi,
            "role_alias" => &mut self.role_alias,
            "lock_scope" => &mut self.lock_scope,
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
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "is_owner" => &mut self.is_owner,
            "auto_enter_group" => &mut self.auto_enter_group,
            "member_assign_mode" => &mut self.member_assign_mode,
            "members" => &mut self.members,
            "is_member_multi" => &mut self.is_member_multi,
            "role_alias" => &mut self.role_alias,
            "lock_scope" => &mut self.lock_scope,
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
