// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    DraftOrder, DraftOrderInfo, FieldDeliverable, InstanceDeliverable, NodeRoleOwners,
    UnionDeliverables, WbsItem, WbsReference,
};

impl Record for WbsItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "node_uuid",
                "work_item_id",
                "type",
                "wbs_status",
                "wbs_status_map",
                "sub_work_item",
                "name",
                "deliverable",
                "schedule",
                "schedules",
                "points",
                "role_owners",
                "work_item_type_key",
                "milestone",
                "connections",
                "state_key",
                "start_time",
                "finish_time",
                "owner_conf",
                "is_draft_create",
                "need_actual_work_time",
                "node_wbs_role_owners",
                "task_type",
                "uuid_in_conf",
                "union_deliverable",
                "seq_order_info",
                "dismantle_mode",
                "status",
                "dependencies",
                "relative_schedule_v2",
                "is_schedule_agg_item",
                "field_values",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_uuid,
            Some(1) => &mut self.work_item_id,
            Some(2) => &mut self.kind,
            Some(3) => &mut self.wbs_status,
            Some(4) => &mut self.wbs_status_map,
            Some(5) => &mut self.sub_work_item,
            Some(6) => &mut self.name,
            Some(7) => &mut self.deliverable,
            Some(8) => &mut self.schedule,
            Some(9) => &mut self.schedules,
            Some(10) => &mut self.points,
            Some(11) => &mut self.role_owners,
            Some(12) => &mut self.work_item_type_key,
            Some(13) => &mut self.milestone,
            Some(14) => &mut self.connections,
            Some(15) => &mut self.state_key,
            Some(16) => &mut self.start_time,
            Some(17) => &mut self.finish_time,
            Some(18) => &mut self.owner_conf,
            Some(19) => &mut self.is_draft_create,
            Some(20) => &mut self.need_actual_work_time,
            Some(21) => &mut self.node_wbs_role_owners,
            Some(22) => &mut self.task_type,
            Some(23) => &mut self.uuid_in_conf,
            Some(24) => &mut self.union_deliverable,
            Some(25) => &mut self.seq_order_info,
            Some(26) => &mut self.dismantle_mode,
            Some(27) => &mut self.status,
            Some(28) => &mut self.dependencies,
            Some(29) => &mut self.relative_schedule_v2,
            Some(30) => &mut self.is_schedule_agg_item,
            Some(31) => &mut self.field_values,
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
        let index = position(name, &["work_item_id", "state_key", "name", "type"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.state_key,
            Some(2) => &mut self.name,
            Some(3) => &mut self.kind,
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
        let index = position(
            name,
            &["path", "work_item_id", "name", "role_owners", "work_item_type_key"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.path,
            Some(1) => &mut self.work_item_id,
            Some(2) => &mut self.name,
            Some(3) => &mut self.role_owners,
            Some(4) => &mut self.work_item_type_key,
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
        let index = position(name, &["field_deliverables", "instance_deliverables"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_deliverables,
            Some(1) => &mut self.instance_deliverables,
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
        let index = position(name, &["field_info", "placeholder", "remark", "status"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_info,
            Some(1) => &mut self.placeholder,
            Some(2) => &mut self.remark,
            Some(3) => &mut self.status,
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
        let index = position(
            name,
            &[
                "name",
                "work_item_id",
                "deletable",
                "must_complete",
                "state_key",
                "state_name",
                "owners",
                "remark",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.name,
            Some(1) => &mut self.work_item_id,
            Some(2) => &mut self.deletable,
            Some(3) => &mut self.must_complete,
            Some(4) => &mut self.state_key,
            Some(5) => &mut self.state_name,
            Some(6) => &mut self.owners,
            Some(7) => &mut self.remark,
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
        let index = position(name, &["pre", "post", "parent"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.pre,
            Some(1) => &mut self.post,
            Some(2) => &mut self.parent,
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
        let index = position(name, &["value_type", "vaule", "path"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.value_type,
            Some(1) => &mut self.value,
            Some(2) => &mut self.path,
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
