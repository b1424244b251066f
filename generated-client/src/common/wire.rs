// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `common` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, record};
use super::{
    Account, Department, DepartmentSummary, Expand, FieldValuePair, RoleOwner, Schedule,
    TargetState, TimeInterval, UserDetail,
};

impl Record for FieldValuePair {
    fn checks(&self) -> &'static [Check] {
        &[Check::AtLeastOne(&["field_key", "field_alias"])]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_value" => &mut self.field_value,
            "target_state" => &mut self.target_state,
            "field_type_key" => &mut self.field_type_key,
            "field_alias" => &mut self.field_alias,
            "help_description" => &mut self.help_description,
            "update_mode" => &mut self.update_mode,
            "field_name" => &mut self.field_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_value", &self.field_value);
        object.put("target_state", &self.target_state);
        object.put("field_type_key", &self.field_type_key);
        object.put("field_alias", &self.field_alias);
        object.put("help_description", &self.help_description);
        object.put("update_mode", &self.update_mode);
        object.put("field_name", &self.field_name);
    }
}

record!(FieldValuePair);

impl Record for TargetState {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "transition_id" => &mut self.transition_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("transition_id", &self.transition_id);
    }
}

record!(TargetState);

impl Record for UserDetail {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "user_key" => &mut self.user_key,
            "username" => &mut self.username,
            "email" => &mut self.email,
            "name_cn" => &mut self.name_cn,
            "name_en" => &mut self.name_en,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("user_key", &self.user_key);
        object.put("username", &self.username);
        object.put("email", &self.email);
        object.put("name_cn", &self.name_cn);
        object.put("name_en", &self.name_en);
    }
}

record!(UserDetail);

impl Record for Expand {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "need_workflow" => &mut self.need_workflow,
            "relation_fields_detail" => &mut self.relation_fields_detail,
            "need_multi_text" => &mut self.need_multi_text,
            "need_user_detail" => &mut self.need_user_detail,
            "need_sub_task_parent" => &mut self.need_sub_task_parent,
            "need_union_deliverable" => &mut self.need_union_deliverable,
            "need_wbs_relation_chain_entity" => &mut self.need_wbs_relation_chain_entity,
            "need_wbs_relation_chain_path" => &mut self.need_wbs_relation_chain_path,
            "need_group_uuid_for_compound" => &mut self.need_group_uuid_for_compound,
            "need_parent_workitem" => &mut self.need_parent_work_item,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("need_workflow", &self.need_workflow);
        object.put("relation_fields_detail", &self.relation_fields_detail);
        object.put("need_multi_text", &self.need_multi_text);
        object.put("need_user_detail", &self.need_user_detail);
        object.put("need_sub_task_parent", &self.need_sub_task_parent);
        object.put("need_union_deliverable", &self.need_union_deliverable);
        object
            .put("need_wbs_relation_chain_entity", &self.need_wbs_relation_chain_entity);
        object.put("need_wbs_relation_chain_path", &self.need_wbs_relation_chain_path);
        object.put("need_group_uuid_for_compound", &self.need_group_uuid_for_compound);
        object.put("need_parent_workitem", &self.need_parent_work_item);
    }
}

record!(Expand);

impl Record for TimeInterval {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "start" => &mut self.start,
            "end" => &mut self.end,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("start", &self.start);
        object.put("end", &self.end);
    }
}

record!(TimeInterval);

impl Record for Schedule {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "points" => &mut self.points,
            "estimate_start_date" => &mut self.estimate_start_date,
            "estimate_end_date" => &mut self.estimate_end_date,
            "owners" => &mut self.owners,
            "actual_work_time" => &mut self.actual_work_time,
            "is_auto" => &mut self.is_auto,
            "planned_construction_period" => &mut self.planned_construction_period,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("points", &self.points);
        object.put("estimate_start_date", &self.estimate_start_date);
        object.put("estimate_end_date", &self.estimate_end_date);
        object.put("owners", &self.owners);
        object.put("actual_work_time", &self.actual_work_time);
        object.put("is_auto", &self.is_auto);
        object.put("planned_construction_period", &self.planned_construction_period);
    }
}

record!(Schedule);

impl Record for RoleOwner {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "role" => &mut self.role,
            "name" => &mut self.name,
            "owners" => &mut self.owners,
            "exist" => &mut self.exist,
            "is_member_multi" => &mut self.is_member_multi,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("role", &self.role);
        object.put("name", &self.name);
        object.put("owners", &self.owners);
        object.put("exist", &self.exist);
        object.put("is_member_multi", &self.is_member_multi);
    }
}

record!(RoleOwner);

impl Record for Account {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "user_meego_key" => &mut self.account_key,
            "tenant_meego_key" => &mut self.tenant_key,
            "name" => &mut self.name,
            "external_ids" => &mut self.external_ids,
            "login_platform_type" => &mut self.login_platform_type,
            "status" => &mut self.status,
            "avatar_url" => &mut self.avatar_url,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("user_meego_key", &self.account_key);
        object.put("tenant_meego_key", &self.tenant_key);
        object.put("name", &self.name);
        object.put("external_ids", &self.external_ids);
        object.put("login_platform_type", &self.login_platform_type);
        object.put("status", &self.status);
        object.put("avatar_url", &self.avatar_url);
    }
}

record!(Account);

impl Record for Department {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "department_meego_key" => &mut self.department_key,
            "name" => &mut self.name,
            "external_ids" => &mut self.external_ids,
            "org_level" => &mut self.org_level,
            "parent" => &mut self.parent,
            "all_children" => &mut self.all_children,
            "direct_employees" => &mut self.direct_employees,
            "all_employees" => &mut self.all_employees,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("department_meego_key", &self.department_key);
        object.put("name", &self.name);
        object.put("external_ids", &self.external_ids);
        object.put("org_level", &self.org_level);
        object.put("parent", &self.parent);
        object.put("all_children", &self.all_children);
        object.put("direct_employees", &self.direct_employees);
        object.put("all_employees", &self.all_employees);
    }
}

record!(Department);

impl Record for DepartmentSummary {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "department_meego_key" => &mut self.department_key,
            "name" => &mut self.name,
            "external_ids" => &mut self.external_ids,
            "memberCount" => &mut self.member_count,
            "org_level" => &mut self.org_level,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("department_meego_key", &self.department_key);
        object.put("name", &self.name);
        object.put("external_ids", &self.external_ids);
        object.put("memberCount", &self.member_count);
        object.put("org_level", &self.org_level);
    }
}

record!(DepartmentSummary);
