// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs_draft` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    DraftChildOrder, DraftCreate, DraftDelivery, DraftFailure, DraftFieldDelivery,
    DraftInstanceDelivery, DraftOperation, DraftOperationValue, DraftPatchResult,
    DraftRelationCase, DraftSubItem, DraftSubWorkItemConfig, DraftSubWorkItemConfigs,
    DraftSubWorkItemRelation, DraftSuccess, LinkedResource, WbsDraft, WbsDraftResult,
};

impl Record for WbsDraftResult {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["wbs_draft"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.wbs_draft,
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
        let index = position(
            name,
            &[
                "template_uuid",
                "template_version",
                "work_item_type_key",
                "related_sub_work_items",
                "connections",
                "draft_id",
                "delete_uuids",
                "role_owners",
                "user_details",
                "work_item_id",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.template_uuid,
            Some(1) => &mut self.template_version,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.related_sub_work_items,
            Some(4) => &mut self.connections,
            Some(5) => &mut self.draft_id,
            Some(6) => &mut self.delete_uuids,
            Some(7) => &mut self.role_owners,
            Some(8) => &mut self.user_details,
            Some(9) => &mut self.work_item_id,
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
        let index = position(name, &["relation_values", "failed_tasks"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.relation_values,
            Some(1) => &mut self.failed_tasks,
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
        let index = position(name, &["uuid", "reason"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.uuid,
            Some(1) => &mut self.reason,
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
        let index = position(
            name,
            &["uuid", "operation_type", "operation_target", "value", "work_item_id"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.uuid,
            Some(1) => &mut self.operation_type,
            Some(2) => &mut self.operation_target,
            Some(3) => &mut self.value,
            Some(4) => &mut self.work_item_id,
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
        let index = position(
            name,
            &[
                "name",
                "role_owners",
                "operation_create",
                "child_orders",
                "deleted_uuids",
                "delete_linkage_uuids",
                "reason",
                "schedule",
                "schedules",
                "wbs_work_item",
                "connections",
                "restore_uuids",
                "wbs_status",
                "seq_order_info",
                "sub_instance_create",
                "dismantle_mode",
                "union_deliveries",
                "is_schedule_agg_item",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.name,
            Some(1) => &mut self.role_owners,
            Some(2) => &mut self.operation_create,
            Some(3) => &mut self.child_orders,
            Some(4) => &mut self.deleted_uuids,
            Some(5) => &mut self.delete_linkage_uuids,
            Some(6) => &mut self.reason,
            Some(7) => &mut self.schedule,
            Some(8) => &mut self.schedules,
            Some(9) => &mut self.wbs_work_item,
            Some(10) => &mut self.connections,
            Some(11) => &mut self.restore_uuids,
            Some(12) => &mut self.wbs_status,
            Some(13) => &mut self.seq_order_info,
            Some(14) => &mut self.sub_instance_create,
            Some(15) => &mut self.dismantle_mode,
            Some(16) => &mut self.union_deliveries,
            Some(17) => &mut self.is_schedule_agg_item,
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
        let index = position(
            name,
            &["element_key", "name", "id", "seq_order_info", "wbs_status", "pre"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.element_key,
            Some(1) => &mut self.name,
            Some(2) => &mut self.id,
            Some(3) => &mut self.seq_order_info,
            Some(4) => &mut self.wbs_status,
            Some(5) => &mut self.pre,
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
        let index = position(name, &["uuid", "order_index"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.uuid,
            Some(1) => &mut self.order_index,
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
        let index = position(
            name,
            &[
                "project_key",
                "work_item_type_key",
                "field_values",
                "relation_case",
                "template_id",
                "work_item_id",
                "linked_resources",
                "pre",
                "mode",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.work_item_type_key,
            Some(2) => &mut self.field_values,
            Some(3) => &mut self.relation_case,
            Some(4) => &mut self.template_id,
            Some(5) => &mut self.work_item_id,
            Some(6) => &mut self.linked_resources,
            Some(7) => &mut self.pre,
            Some(8) => &mut self.mode,
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
        let index = position(
            name,
            &["relation_uuid", "parent_work_item_id", "node_key", "relation_conf_uuid"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.relation_uuid,
            Some(1) => &mut self.parent_work_item_id,
            Some(2) => &mut self.node_key,
            Some(3) => &mut self.relation_conf_uuid,
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
        let index = position(name, &["resource_id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.resource_id,
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
        let index = position(name, &["type", "field_delivery", "instance_delivery"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.kind,
            Some(1) => &mut self.field_delivery,
            Some(2) => &mut self.instance_delivery,
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
        let index = position(name, &["project_key", "work_item_type_key", "field_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.work_item_type_key,
            Some(2) => &mut self.field_key,
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
        let index = position(
            name,
            &["project_key", "work_item_type_key", "resource_id"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.work_item_type_key,
            Some(2) => &mut self.resource_id,
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
        let index = position(name, &["success"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.success,
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
        let index = position(name, &["draft_view_sub_work_item_confs"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.draft_view_sub_work_item_confs,
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
        let index = position(
            name,
            &[
                "work_item_type_key",
                "work_item_type_name",
                "relations",
                "enable_model_resource_lib",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_type_key,
            Some(1) => &mut self.work_item_type_name,
            Some(2) => &mut self.relations,
            Some(3) => &mut self.enable_model_resource_lib,
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
        let index = position(
            name,
            &["relation_key", "relation_name", "relation_conf_uuid"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.relation_key,
            Some(1) => &mut self.relation_name,
            Some(2) => &mut self.relation_conf_uuid,
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
