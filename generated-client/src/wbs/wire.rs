// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    DraftOrder, DraftOrderInfo, FieldDeliverable, InstanceDeliverable, NodeRoleOwners,
    UnionDeliverables, WbsItem, WbsReference,
};

impl Record for WbsItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_uuid" => &mut self.node_uuid,
            "work_item_id" => &mut self.work_item_id,
            "type" => &mut self.kind,
            "wbs_status" => &mut self.wbs_status,
            "wbs_status_map" => &mut self.wbs_status_map,
            "sub_work_item" => &mut self.sub_work_item,
            "name" => &mut self.name,
            "deliverable" => &mut self.deliverable,
            "schedule" => &mut self.schedule,
            "schedules" => &mut self.schedules,
            "points" => &mut self.points,
            "role_owners" => &mut self.role_owners,
            "work_item_type_key" => &mut self.work_item_type_key,
            "milestone" => &mut self.milestone,
            "connections" => &mut self.connections,
            "state_key" => &mut self.state_key,
            "start_time" => &mut self.start_time,
            "finish_time" => &mut self.finish_time,
            "owner_conf" => &mut self.owner_conf,
            "is_draft_create" => &mut self.is_draft_create,
            "need_actual_work_time" => &mut self.need_actual_work_time,
            "node_wbs_role_owners" => &mut self.node_wbs_role_owners,
            "task_type" => &mut self.task_type,
            "uuid_in_conf" => &mut self.uuid_in_conf,
            "union_deliverable" => &mut self.union_deliverable,
            "seq_order_info" => &mut self.seq_order_info,
            "dismantle_mode" => &mut self.dismantle_mode,
            "status" => &mut self.status,
            "dependencies" => &mut self.dependencies,
            "relative_schedule_v2" => &mut self.relative_schedule_v2,
            "is_schedule_agg_item" => &mut self.is_schedule_agg_item,
            "field_values" => &mut self.field_values,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_uuid", &self.node_uuid);
        object.put("work_item_id", &self.work_item_id);
        object.put("type", &self.kind);
        object.put("wbs_status", &self.wbs_status);
        object.put("wbs_status_map", &self.wbs_status_map);
        object.put("sub_work_item", &self.sub_work_item);
        object.put("name", &self.name);
        object.put("deliverable", &self.deliverable);
        object.put("schedule", &self.schedule);
        object.put("schedules", &self.schedules);
        object.put("points", &self.points);
        object.put("role_owners", &self.role_owners);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("milestone", &self.milestone);
        object.put("connections", &self.connections);
        object.put("state_key", &self.state_key);
        object.put("start_time", &self.start_time);
        object.put("finish_time", &self.finish_time);
        object.put("owner_conf", &self.owner_conf);
        object.put("is_draft_create", &self.is_draft_create);
        object.put("need_actual_work_time", &self.need_actual_work_time);
        object.put("node_wbs_role_owners", &self.node_wbs_role_owners);
        object.put("task_type", &self.task_type);
        object.put("uuid_in_conf", &self.uuid_in_conf);
        object.put("union_deliverable", &self.union_deliverable);
        object.put("seq_order_info", &self.seq_order_info);
        object.put("dismantle_mode", &self.dismantle_mode);
        object.put("status", &self.status);
        object.put("dependencies", &self.dependencies);
        object.put("relative_schedule_v2", &self.relative_schedule_v2);
        object.put("is_schedule_agg_item", &self.is_schedule_agg_item);
        object.put("field_values", &self.field_values);
    }
}

record!(WbsItem);

impl Record for WbsReference {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "state_key" => &mut self.state_key,
            "name" => &mut self.name,
            "type" => &mut self.kind,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("state_key", &self.state_key);
        object.put("name", &self.name);
        object.put("type", &self.kind);
    }
}

record!(WbsReference);

impl Record for NodeRoleOwners {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "path" => &mut self.path,
            "work_item_id" => &mut self.work_item_id,
            "name" => &mut self.name,
            "role_owners" => &mut self.role_owners,
            "work_item_type_key" => &mut self.work_item_type_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("path", &self.path);
        object.put("work_item_id", &self.work_item_id);
        object.put("name", &self.name);
        object.put("role_owners", &self.role_owners);
        object.put("work_item_type_key", &self.work_item_type_key);
    }
}

record!(NodeRoleOwners);

impl Record for UnionDeliverables {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_deliverables" => &mut self.field_deliverables,
            "instance_deliverables" => &mut self.instance_deliverables,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_deliverables", &self.field_deliverables);
        object.put("instance_deliverables", &self.instance_deliverables);
    }
}

record!(UnionDeliverables);

impl Record for FieldDeliverable {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_info" => &mut self.field_info,
            "placeholder" => &mut self.placeholder,
            "remark" => &mut self.remark,
            "status" => &mut self.status,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_info", &self.field_info);
        object.put("placeholder", &self.placeholder);
        object.put("remark", &self.remark);
        object.put("status", &self.status);
    }
}

record!(FieldDeliverable);

impl Record for InstanceDeliverable {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "work_item_id" => &mut self.work_item_id,
            "deletable" => &mut self.deletable,
            "must_complete" => &mut self.must_complete,
            "state_key" => &mut self.state_key,
            "state_name" => &mut self.state_name,
            "owners" => &mut self.owners,
            "remark" => &mut self.remark,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("work_item_id", &self.work_item_id);
        object.put("deletable", &self.deletable);
        object.put("must_complete", &self.must_complete);
        object.put("state_key", &self.state_key);
        object.put("state_name", &self.state_name);
        object.put("owners", &self.owners);
        object.put("remark", &self.remark);
    }
}

record!(InstanceDeliverable);

impl Record for DraftOrderInfo {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "pre" => &mut self.pre,
            "post" => &mut self.post,
            "parent" => &mut self.parent,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("pre", &self.pre);
        object.put("post", &self.post);
        object.put("parent", &self.parent);
    }
}

record!(DraftOrderInfo);

impl Record for DraftOrder {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "value_type" => &mut self.value_type,
            "vaule" => &mut self.value,
            "path" => &mut self.path,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("value_type", &self.value_type);
        object.put("vaule", &self.value);
        object.put("path", &self.path);
    }
}

record!(DraftOrder);
