// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `workflow_template` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, record};
use super::{
    ConfirmForm, NodeConfig, NodeTaskConfig, StateConfig, SubProcessConfig,
    SubTaskConfig, SubWorkItemConfig, TemplateSummary, WbsNodeConfig, WbsNodeRef,
    WbsStatusConfig, WbsStatusRef, WbsTemplate, WbsWorkflowConfig, WorkflowTemplate,
};

impl Record for TemplateSummary {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "template_id" => &mut self.template_id,
            "template_name" => &mut self.template_name,
            "is_disabled" => &mut self.disabled_state,
            "version" => &mut self.version,
            "unique_key" => &mut self.unique_key,
            "template_key" => &mut self.template_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("template_id", &self.template_id);
        object.put("template_name", &self.template_name);
        object.put("is_disabled", &self.disabled_state);
        object.put("version", &self.version);
        object.put("unique_key", &self.unique_key);
        object.put("template_key", &self.template_key);
    }
}

record!(TemplateSummary);

impl Record for WorkflowTemplate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "workflow_confs" => &mut self.workflow_confs,
            "state_flow_confs" => &mut self.state_flow_confs,
            "connections" => &mut self.connections,
            "template_id" => &mut self.template_id,
            "template_name" => &mut self.template_name,
            "version" => &mut self.version,
            "is_disabled" => &mut self.disabled_state,
            "work_item_type_key" => &mut self.work_item_type_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("workflow_confs", &self.workflow_confs);
        object.put("state_flow_confs", &self.state_flow_confs);
        object.put("connections", &self.connections);
        object.put("template_id", &self.template_id);
        object.put("template_name", &self.template_name);
        object.put("version", &self.version);
        object.put("is_disabled", &self.disabled_state);
        object.put("work_item_type_key", &self.work_item_type_key);
    }
}

record!(WorkflowTemplate);

impl Record for NodeConfig {
    fn checks(&self) -> &'static [Check] {
        &[Check::OneOf("action", &["1", "2", "3"])]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "name" => &mut self.name,
            "tags" => &mut self.tags,
            "owner_usage_mode" => &mut self.owner_usage_mode,
            "owner_roles" => &mut self.owner_roles,
            "owners" => &mut self.owners,
            "need_schedule" => &mut self.need_schedule,
            "different_schedule" => &mut self.different_schedule,
            "visibility_usage_mode" => &mut self.visibility_usage_mode,
            "deletable" => &mut self.deletable,
            "deletable_operation_role" => &mut self.deletable_operation_role,
            "pass_mode" => &mut self.pass_mode,
            "is_limit_node" => &mut self.is_limit_node,
            "done_operation_role" => &mut self.done_operation_role,
            "done_schedule" => &mut self.done_schedule,
            "done_allocate_owner" => &mut self.done_allocate_owner,
            "action" => &mut self.action,
            "pre_node_state_key" => &mut self.pre_node_state_key,
            "completion_tips" => &mut self.completion_tips,
            "task_confs" => &mut self.task_confs,
            "belong_status" => &mut self.belong_status,
            "done_actual_point" => &mut self.done_actual_point,
            "is_milestone" => &mut self.is_milestone,
            "done_finish_time" => &mut self.done_finish_time,
            "fields" => &mut self.fields,
            "sub_work_items" => &mut self.sub_work_items,
            "sub_tasks" => &mut self.sub_tasks,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("name", &self.name);
        object.put("tags", &self.tags);
        object.put("owner_usage_mode", &self.owner_usage_mode);
        object.put("owner_roles", &self.owner_roles);
        object.put("owners", &self.owners);
        object.put("need_schedule", &self.need_schedule);
        object.put("different_schedule", &self.different_schedule);
        object.put("visibility_usage_mode", &self.visibility_usage_mode);
        object.put("deletable", &self.deletable);
        object.put("deletable_operation_role", &self.deletable_operation_role);
        object.put("pass_mode", &self.pass_mode);
        object.put("is_limit_node", &self.is_limit_node);
        object.put("done_operation_role", &self.done_operation_role);
        object.put("done_schedule", &self.done_schedule);
        object.put("done_allocate_owner", &self.done_allocate_owner);
        object.put("action", &self.action);
        object.put("pre_node_state_key", &self.pre_node_state_key);
        object.put("completion_tips", &self.completion_tips);
        object.put("task_confs", &self.task_confs);
        object.put("belong_status", &self.belong_status);
        object.put("done_actual_point", &self.done_actual_point);
        object.put("is_milestone", &self.is_milestone);
        object.put("done_finish_time", &self.done_finish_time);
        object.put("fields", &self.fields);
        object.put("sub_work_items", &self.sub_work_items);
        object.put("sub_tasks", &self.sub_tasks);
    }
}

record!(NodeConfig);

impl Record for StateConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "name" => &mut self.name,
            "state_type" => &mut self.state_type,
            "authorized_roles" => &mut self.authorized_roles,
            "confirm_form_list" => &mut self.confirm_form_list,
            "action" => &mut self.action,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("name", &self.name);
        object.put("state_type", &self.state_type);
        object.put("authorized_roles", &self.authorized_roles);
        object.put("confirm_form_list", &self.confirm_form_list);
        object.put("action", &self.action);
    }
}

record!(StateConfig);

impl Record for ConfirmForm {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "action" => &mut self.action,
            "state_key" => &mut self.state_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("action", &self.action);
        object.put("state_key", &self.state_key);
    }
}

record!(ConfirmForm);

impl Record for NodeTaskConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "action" => &mut self.action,
            "name" => &mut self.name,
            "id" => &mut self.id,
            "deliverable_field_id" => &mut self.deliverable_field_id,
            "pass_mode" => &mut self.pass_mode,
            "node_pass_required_mode" => &mut self.node_pass_required_mode,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("action", &self.action);
        object.put("name", &self.name);
        object.put("id", &self.id);
        object.put("deliverable_field_id", &self.deliverable_field_id);
        object.put("pass_mode", &self.pass_mode);
        object.put("node_pass_required_mode", &self.node_pass_required_mode);
    }
}

record!(NodeTaskConfig);

impl Record for SubTaskConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "owner_usage_mode" => &mut self.owner_usage_mode,
            "owner_roles" => &mut self.owner_roles,
            "owners" => &mut self.owners,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("owner_usage_mode", &self.owner_usage_mode);
        object.put("owner_roles", &self.owner_roles);
        object.put("owners", &self.owners);
    }
}

record!(SubTaskConfig);

impl Record for SubWorkItemConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "relation_uuid" => &mut self.relation_uuid,
            "relation_name" => &mut self.relation_name,
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_type_name" => &mut self.work_item_type_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("relation_uuid", &self.relation_uuid);
        object.put("relation_name", &self.relation_name);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_type_name", &self.work_item_type_name);
    }
}

record!(SubWorkItemConfig);

impl Record for WbsTemplate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "template_key" => &mut self.template_key,
            "template_name" => &mut self.template_name,
            "template_id" => &mut self.template_id,
            "is_disabled" => &mut self.is_disabled,
            "version" => &mut self.version,
            "workflow_conf" => &mut self.workflow_conf,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("template_key", &self.template_key);
        object.put("template_name", &self.template_name);
        object.put("template_id", &self.template_id);
        object.put("is_disabled", &self.is_disabled);
        object.put("version", &self.version);
        object.put("workflow_conf", &self.workflow_conf);
    }
}

record!(WbsTemplate);

impl Record for WbsWorkflowConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "status_infos" => &mut self.status_infos,
            "node_infos" => &mut self.node_infos,
            "connections" => &mut self.connections,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("status_infos", &self.status_infos);
        object.put("node_infos", &self.node_infos);
        object.put("connections", &self.connections);
    }
}

record!(WbsWorkflowConfig);

impl Record for WbsStatusConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "status_key" => &mut self.status_key,
            "status_name" => &mut self.status_name,
            "status_order_index" => &mut self.status_order_index,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("status_key", &self.status_key);
        object.put("status_name", &self.status_name);
        object.put("status_order_index", &self.status_order_index);
    }
}

record!(WbsStatusConfig);

impl Record for WbsNodeConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "node_name" => &mut self.node_name,
            "node_tags" => &mut self.node_tags,
            "node_type" => &mut self.node_type,
            "is_visibility" => &mut self.visibility,
            "need_schedule" => &mut self.need_schedule,
            "owner" => &mut self.owner,
            "wbs_status_map" => &mut self.wbs_status_map,
            "node_sub_process" => &mut self.node_sub_process,
            "wbs_node_map" => &mut self.wbs_node_map,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("node_name", &self.node_name);
        object.put("node_tags", &self.node_tags);
        object.put("node_type", &self.node_type);
        object.put("is_visibility", &self.visibility);
        object.put("need_schedule", &self.need_schedule);
        object.put("owner", &self.owner);
        object.put("wbs_status_map", &self.wbs_status_map);
        object.put("node_sub_process", &self.node_sub_process);
        object.put("wbs_node_map", &self.wbs_node_map);
    }
}

record!(WbsNodeConfig);

impl Record for WbsStatusRef {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "status_key" => &mut self.status_key,
            "status_name" => &mut self.status_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("status_key", &self.status_key);
        object.put("status_name", &self.status_name);
    }
}

record!(WbsStatusRef);

impl Record for WbsNodeRef {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "status_name" => &mut self.status_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("status_name", &self.status_name);
    }
}

record!(WbsNodeRef);

impl Record for SubProcessConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "template_key" => &mut self.template_key,
            "template_name" => &mut self.template_name,
            "template_id" => &mut self.template_id,
            "work_item_type_key" => &mut self.work_item_type_key,
            "flow_mode" => &mut self.flow_mode,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("template_key", &self.template_key);
        object.put("template_name", &self.template_name);
        object.put("template_id", &self.template_id);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("flow_mode", &self.flow_mode);
    }
}

record!(SubProcessConfig);
