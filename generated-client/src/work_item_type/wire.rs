// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_item_type` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{ResourceLibrarySetting, SimpleRole, WorkItemType, WorkItemTypeDetail};

impl Record for WorkItemType {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "type_key" => &mut self.type_key,
            "name" => &mut self.name,
            "is_disable" => &mut self.disabled_state,
            "api_name" => &mut self.api_name,
            "enable_model_resource_lib" => &mut self.enable_model_resource_lib,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("type_key", &self.type_key);
        object.put("name", &self.name);
        object.put("is_disable", &self.disabled_state);
        object.put("api_name", &self.api_name);
        object.put("enable_model_resource_lib", &self.enable_model_resource_lib);
    }
}

record!(WorkItemType);

impl Record for WorkItemTypeDetail {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "type_key" => &mut self.type_key,
            "name" => &mut self.name,
            "flow_mode" => &mut self.flow_mode,
            "api_name" => &mut self.api_name,
            "description" => &mut self.description,
            "is_disabled" => &mut self.is_disabled,
            "is_pinned" => &mut self.is_pinned,
            "enable_schedule" => &mut self.enable_schedule,
            "schedule_field_key" => &mut self.schedule_field_key,
            "schedule_field_name" => &mut self.schedule_field_name,
            "estimate_point_field_key" => &mut self.estimate_point_field_key,
            "estimate_point_field_name" => &mut self.estimate_point_field_name,
            "actual_work_time_field_key" => &mut self.actual_work_time_field_key,
            "actual_work_time_field_name" => &mut self.actual_work_time_field_name,
            "belong_roles" => &mut self.belong_roles,
            "actual_work_time_switch" => &mut self.actual_work_time_switch,
            "enable_model_resource_lib" => &mut self.enable_model_resource_lib,
            "resource_lib_setting" => &mut self.resource_lib_setting,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("type_key", &self.type_key);
        object.put("name", &self.name);
        object.put("flow_mode", &self.flow_mode);
        object.put("api_name", &self.api_name);
        object.put("description", &self.description);
        object.put("is_disabled", &self.is_disabled);
        object.put("is_pinned", &self.is_pinned);
        object.put("enable_schedule", &self.enable_schedule);
        object.put("schedule_field_key", &self.schedule_field_key);
        object.put("schedule_field_name", &self.schedule_field_name);
        object.put("estimate_point_field_key", &self.estimate_point_field_key);
        object.put("estimate_point_field_name", &self.estimate_point_field_name);
        object.put("actual_work_time_field_key", &self.actual_work_time_field_key);
        object.put("actual_work_time_field_name", &self.actual_work_time_field_name);
        object.put("belong_roles", &self.belong_roles);
        object.put("actual_work_time_switch", &self.actual_work_time_switch);
        object.put("enable_model_resource_lib", &self.enable_model_resource_lib);
        object.put("resource_lib_setting", &self.resource_lib_setting);
    }
}

record!(WorkItemTypeDetail);

impl Record for ResourceLibrarySetting {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "enable_fields" => &mut self.enable_fields,
            "enable_roles" => &mut self.enable_roles,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("enable_fields", &self.enable_fields);
        object.put("enable_roles", &self.enable_roles);
    }
}

record!(ResourceLibrarySetting);

impl Record for SimpleRole {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "key" => &mut self.key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("key", &self.key);
    }
}

record!(SimpleRole);
