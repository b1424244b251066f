// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs_draft` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    DraftChildOrder, DraftCreate, DraftDelivery, DraftFailure, DraftFieldDelivery,
    DraftInstanceDelivery, DraftOperation, DraftOperationValue, DraftPatchResult,
    DraftRelationCase, DraftSubItem, DraftSubWorkItemConfig, DraftSubWorkItemConfigs,
    DraftSubWorkItemRelation, DraftSuccess, LinkedResource, WbsDraft, WbsDraftResult,
};

impl Record for WbsDraftResult {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "wbs_draft" => &mut self.wbs_draft,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("wbs_draft", &self.wbs_draft);
    }
}

record!(WbsDraftResult);

impl Record for WbsDraft {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "template_uuid" => &mut self.template_uuid,
            "template_version" => &mut self.template_version,
            "work_item_type_key" => &mut self.work_item_type_key,
            "related_sub_work_items" => &mut self.related_sub_work_items,
            "connections" => &mut self.connections,
            "draft_id" => &mut self.draft_id,
            "delete_uuids" => &mut self.delete_uuids,
            "role_owners" => &mut self.role_owners,
            "user_details" => &mut self.user_details,
            "work_item_id" => &mut self.work_item_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("template_uuid", &self.template_uuid);
        object.put("template_version", &self.template_version);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("related_sub_work_items", &self.related_sub_work_items);
        object.put("connections", &self.connections);
        object.put("draft_id", &self.draft_id);
        object.put("delete_uuids", &self.delete_uuids);
        object.put("role_owners", &self.role_owners);
        object.put("user_details", &self.user_details);
        object.put("work_item_id", &self.work_item_id);
    }
}

record!(WbsDraft);

impl Record for DraftPatchResult {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_values" => &mut self.relation_values,
            "failed_tasks" => &mut self.failed_tasks,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_values", &self.relation_values);
        object.put("failed_tasks", &self.failed_tasks);
    }
}

record!(DraftPatchResult);

impl Record for DraftFailure {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "uuid" => &mut self.uuid,
            "reason" => &mut self.reason,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("uuid", &self.uuid);
        object.put("reason", &self.reason);
    }
}

record!(DraftFailure);

impl Record for DraftOperation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "uuid" => &mut self.uuid,
            "operation_type" => &mut self.operation_type,
            "operation_target" => &mut self.operation_target,
            "value" => &mut self.value,
            "work_item_id" => &mut self.work_item_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("uuid", &self.uuid);
        object.put("operation_type", &self.operation_type);
        object.put("operation_target", &self.operation_target);
        object.put("value", &self.value);
        object.put("work_item_id", &self.work_item_id);
    }
}

record!(DraftOperation);

impl Record for DraftOperationValue {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "role_owners" => &mut self.role_owners,
            "operation_create" => &mut self.operation_create,
            "child_orders" => &mut self.child_orders,
            "deleted_uuids" => &mut self.deleted_uuids,
            "delete_linkage_uuids" => &mut self.delete_linkage_uuids,
            "reason" => &mut self.reason,
            "schedule" => &mut self.schedule,
            "schedules" => &mut self.schedules,
            "wbs_work_item" => &mut self.wbs_work_item,
            "connections" => &mut self.connections,
            "restore_uuids" => &mut self.restore_uuids,
            "wbs_status" => &mut self.wbs_status,
            "seq_order_info" => &mut self.seq_order_info,
            "sub_instance_create" => &mut self.sub_instance_create,
            "dismantle_mode" => &mut self.dismantle_mode,
            "union_deliveries" => &mut self.union_deliveries,
            "is_schedule_agg_item" => &mut self.is_schedule_agg_item,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("role_owners", &self.role_owners);
        object.put("operation_create", &self.operation_create);
        object.put("child_orders", &self.child_orders);
        object.put("deleted_uuids", &self.deleted_uuids);
        object.put("delete_linkage_uuids", &self.delete_linkage_uuids);
        object.put("reason", &self.reason);
        object.put("schedule", &self.schedule);
        object.put("schedules", &self.schedules);
        object.put("wbs_work_item", &self.wbs_work_item);
        object.put("connections", &self.connections);
        object.put("restore_uuids", &self.restore_uuids);
        object.put("wbs_status", &self.wbs_status);
        object.put("seq_order_info", &self.seq_order_info);
        object.put("sub_instance_create", &self.sub_instance_create);
        object.put("dismantle_mode", &self.dismantle_mode);
        object.put("union_deliveries", &self.union_deliveries);
        object.put("is_schedule_agg_item", &self.is_schedule_agg_item);
    }
}

record!(DraftOperationValue);

impl Record for DraftCreate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "element_key" => &mut self.element_key,
            "name" => &mut self.name,
            "id" => &mut self.id,
            "seq_order_info" => &mut self.seq_order_info,
            "wbs_status" => &mut self.wbs_status,
            "pre" => &mut self.pre,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("element_key", &self.element_key);
        object.put("name", &self.name);
        object.put("id", &self.id);
        object.put("seq_order_info", &self.seq_order_info);
        object.put("wbs_status", &self.wbs_status);
        object.put("pre", &self.pre);
    }
}

record!(DraftCreate);

impl Record for DraftChildOrder {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "uuid" => &mut self.uuid,
            "order_index" => &mut self.order_index,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("uuid", &self.uuid);
        object.put("order_index", &self.order_index);
    }
}

record!(DraftChildOrder);

impl Record for DraftSubItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "field_values" => &mut self.field_values,
            "relation_case" => &mut self.relation_case,
            "template_id" => &mut self.template_id,
            "work_item_id" => &mut self.work_item_id,
            "linked_resources" => &mut self.linked_resources,
            "pre" => &mut self.pre,
            "mode" => &mut self.mode,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("field_values", &self.field_values);
        object.put("relation_case", &self.relation_case);
        object.put("template_id", &self.template_id);
        object.put("work_item_id", &self.work_item_id);
        object.put("linked_resources", &self.linked_resources);
        object.put("pre", &self.pre);
        object.put("mode", &self.mode);
    }
}

record!(DraftSubItem);

impl Record for DraftRelationCase {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_uuid" => &mut self.relation_uuid,
            "parent_work_item_id" => &mut self.parent_work_item_id,
            "node_key" => &mut self.node_key,
            "relation_conf_uuid" => &mut self.relation_conf_uuid,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_uuid", &self.relation_uuid);
        object.put("parent_work_item_id", &self.parent_work_item_id);
        object.put("node_key", &self.node_key);
        object.put("relation_conf_uuid", &self.relation_conf_uuid);
    }
}

record!(DraftRelationCase);

impl Record for LinkedResource {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "resource_id" => &mut self.resource_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("resource_id", &self.resource_id);
    }
}

record!(LinkedResource);

impl Record for DraftDelivery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "type" => &mut self.kind,
            "field_delivery" => &mut self.field_delivery,
            "instance_delivery" => &mut self.instance_delivery,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("type", &self.kind);
        object.put("field_delivery", &self.field_delivery);
        object.put("instance_delivery", &self.instance_delivery);
    }
}

record!(DraftDelivery);

impl Record for DraftFieldDelivery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "field_key" => &mut self.field_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("field_key", &self.field_key);
    }
}

record!(DraftFieldDelivery);

impl Record for DraftInstanceDelivery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "resource_id" => &mut self.resource_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("resource_id", &self.resource_id);
    }
}

record!(DraftInstanceDelivery);

impl Record for DraftSuccess {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "success" => &mut self.success,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("success", &self.success);
    }
}

record!(DraftSuccess);

impl Record for DraftSubWorkItemConfigs {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "draft_view_sub_work_item_confs" => &mut self.draft_view_sub_work_item_confs,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object
            .put("draft_view_sub_work_item_confs", &self.draft_view_sub_work_item_confs);
    }
}

record!(DraftSubWorkItemConfigs);

impl Record for DraftSubWorkItemConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_type_name" => &mut self.work_item_type_name,
            "relations" => &mut self.relations,
            "enable_model_resource_lib" => &mut self.enable_model_resource_lib,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_type_name", &self.work_item_type_name);
        object.put("relations", &self.relations);
        object.put("enable_model_resource_lib", &self.enable_model_resource_lib);
    }
}

record!(DraftSubWorkItemConfig);

impl Record for DraftSubWorkItemRelation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_key" => &mut self.relation_key,
            "relation_name" => &mut self.relation_name,
            "relation_conf_uuid" => &mut self.relation_conf_uuid,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_key", &self.relation_key);
        object.put("relation_name", &self.relation_name);
        object.put("relation_conf_uuid", &self.relation_conf_uuid);
    }
}

record!(DraftSubWorkItemRelation);
