// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `workflow` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    ActualTime, RequiredDeliverable, RequiredField, RequiredFormItem, RequiredState,
    RequiredTask, ScheduleConstraint, TransitionRequirements, WbsParent,
    WbsRelationChain, WbsRelationChainItem, WbsRelationPath, WbsRelationPathItem, WbsView,
};

impl Record for ActualTime {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "actual_start_time" => &mut self.actual_start_time,
            "actual_finish_time" => &mut self.actual_finish_time,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("actual_start_time", &self.actual_start_time);
        object.put("actual_finish_time", &self.actual_finish_time);
    }
}

record!(ActualTime);

impl Record for ScheduleConstraint {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "sub_task" => &mut self.sub_task,
            "node" => &mut self.node,
            "sub_process_node" => &mut self.sub_process_node,
            "wbs_sub_instance_type" => &mut self.wbs_sub_instance_type,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("sub_task", &self.sub_task);
        object.put("node", &self.node);
        object.put("sub_process_node", &self.sub_process_node);
        object.put("wbs_sub_instance_type", &self.wbs_sub_instance_type);
    }
}

record!(ScheduleConstraint);

impl Record for TransitionRequirements {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "form_items" => &mut self.form_items,
            "tasks" => &mut self.tasks,
            "deliverables" => &mut self.deliverables,
            "node_fields" => &mut self.node_fields,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("form_items", &self.form_items);
        object.put("tasks", &self.tasks);
        object.put("deliverables", &self.deliverables);
        object.put("node_fields", &self.node_fields);
    }
}

record!(TransitionRequirements);

impl Record for RequiredFormItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "class" => &mut self.class_name,
            "key" => &mut self.key,
            "finished" => &mut self.finished,
            "field_type_key" => &mut self.field_type_key,
            "not_finished_owner" => &mut self.not_finished_owner,
            "sub_field" => &mut self.sub_field,
            "state_info" => &mut self.state_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("class", &self.class_name);
        object.put("key", &self.key);
        object.put("finished", &self.finished);
        object.put("field_type_key", &self.field_type_key);
        object.put("not_finished_owner", &self.not_finished_owner);
        object.put("sub_field", &self.sub_field);
        object.put("state_info", &self.state_info);
    }
}

record!(RequiredFormItem);

impl Record for RequiredField {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_type_key" => &mut self.field_type_key,
            "finished" => &mut self.finished,
            "not_finished_owner" => &mut self.not_finished_owner,
            "sub_field" => &mut self.sub_field,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_type_key", &self.field_type_key);
        object.put("finished", &self.finished);
        object.put("not_finished_owner", &self.not_finished_owner);
        object.put("sub_field", &self.sub_field);
    }
}

record!(RequiredField);

impl Record for RequiredState {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "node_fields" => &mut self.node_fields,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("node_fields", &self.node_fields);
    }
}

record!(RequiredState);

impl Record for RequiredTask {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "task_id" => &mut self.task_id,
            "finished" => &mut self.finished,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("task_id", &self.task_id);
        object.put("finished", &self.finished);
    }
}

record!(RequiredTask);

impl Record for RequiredDeliverable {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "deliverable_id" => &mut self.deliverable_id,
            "finished" => &mut self.finished,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("deliverable_id", &self.deliverable_id);
        object.put("finished", &self.finished);
    }
}

record!(RequiredDeliverable);

impl Record for WbsView {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "template_key" => &mut self.template_key,
            "related_sub_work_items" => &mut self.related_sub_work_items,
            "template_version" => &mut self.template_version,
            "template_name" => &mut self.template_name,
            "template_id" => &mut self.template_id,
            "related_parent_work_item" => &mut self.related_parent_work_item,
            "user_details" => &mut self.user_details,
            "connections" => &mut self.connections,
            "relation_chain_path" => &mut self.relation_chain_path,
            "relation_chain_entity" => &mut self.relation_chain_entity,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("template_key", &self.template_key);
        object.put("related_sub_work_items", &self.related_sub_work_items);
        object.put("template_version", &self.template_version);
        object.put("template_name", &self.template_name);
        object.put("template_id", &self.template_id);
        object.put("related_parent_work_item", &self.related_parent_work_item);
        object.put("user_details", &self.user_details);
        object.put("connections", &self.connections);
        object.put("relation_chain_path", &self.relation_chain_path);
        object.put("relation_chain_entity", &self.relation_chain_entity);
    }
}

record!(WbsView);

impl Record for WbsParent {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "is_top" => &mut self.is_top,
            "work_item_id" => &mut self.work_item_id,
            "work_item_type_key" => &mut self.work_item_type_key,
            "name" => &mut self.name,
            "template_id" => &mut self.template_id,
            "template_key" => &mut self.template_key,
            "template_name" => &mut self.template_name,
            "template_version" => &mut self.template_version,
            "relation_node_id" => &mut self.relation_node_id,
            "relation_node_name" => &mut self.relation_node_name,
            "relation_node_tags" => &mut self.relation_node_tags,
            "relation_node_uuid" => &mut self.relation_node_uuid,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("is_top", &self.is_top);
        object.put("work_item_id", &self.work_item_id);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("name", &self.name);
        object.put("template_id", &self.template_id);
        object.put("template_key", &self.template_key);
        object.put("template_name", &self.template_name);
        object.put("template_version", &self.template_version);
        object.put("relation_node_id", &self.relation_node_id);
        object.put("relation_node_name", &self.relation_node_name);
        object.put("relation_node_tags", &self.relation_node_tags);
        object.put("relation_node_uuid", &self.relation_node_uuid);
    }
}

record!(WbsParent);

impl Record for WbsRelationChain {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "wbs_relation_chain_entity" => &mut self.wbs_relation_chain_entity,
            "work_item_id" => &mut self.work_item_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("wbs_relation_chain_entity", &self.wbs_relation_chain_entity);
        object.put("work_item_id", &self.work_item_id);
    }
}

record!(WbsRelationChain);

impl Record for WbsRelationChainItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_id" => &mut self.work_item_id,
            "type" => &mut self.kind,
            "work_item_name" => &mut self.work_item_name,
            "state_key" => &mut self.state_key,
            "node_name" => &mut self.node_name,
            "sub_task_id" => &mut self.sub_task_id,
            "sub_task_name" => &mut self.sub_task_name,
            "level" => &mut self.level,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_id", &self.work_item_id);
        object.put("type", &self.kind);
        object.put("work_item_name", &self.work_item_name);
        object.put("state_key", &self.state_key);
        object.put("node_name", &self.node_name);
        object.put("sub_task_id", &self.sub_task_id);
        object.put("sub_task_name", &self.sub_task_name);
        object.put("level", &self.level);
    }
}

record!(WbsRelationChainItem);

impl Record for WbsRelationPath {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "wbs_relation_chain_path" => &mut self.wbs_relation_chain_path,
            "work_item_id" => &mut self.work_item_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("wbs_relation_chain_path", &self.wbs_relation_chain_path);
        object.put("work_item_id", &self.work_item_id);
    }
}

record!(WbsRelationPath);

impl Record for WbsRelationPathItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "level" => &mut self.level,
            "type" => &mut self.kind,
            "work_item_type_key" => &mut self.work_item_type_key,
            "name" => &mut self.name,
            "node_name" => &mut self.node_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("level", &self.level);
        object.put("type", &self.kind);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("name", &self.name);
        object.put("node_name", &self.node_name);
    }
}

record!(WbsRelationPathItem);
