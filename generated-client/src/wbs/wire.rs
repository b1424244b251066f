// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs` are read and written.

use paceline_runtime::codegen::record;
use super::{
    DraftOrder, DraftOrderInfo, FieldDeliverable, InstanceDeliverable, NodeRoleOwners,
    UnionDeliverables, WbsItem, WbsReference,
};

record!(
    WbsItem { node_uuid, work_item_id, kind : "type", wbs_status, wbs_status_map,
    sub_work_item, name, deliverable, schedule, schedules, points, role_owners,
    work_item_type_key, milestone, connections, state_key, start_time, finish_time,
    owner_conf, is_draft_create, need_actual_work_time, node_wbs_role_owners, task_type,
    uuid_in_conf, union_deliverable, seq_order_info, dismantle_mode, status,
    dependencies, relative_schedule_v2, is_schedule_agg_item, field_values }
);

record!(WbsReference { work_item_id, state_key, name, kind : "type" });

record!(NodeRoleOwners { path, work_item_id, name, role_owners, work_item_type_key });

record!(UnionDeliverables { field_deliverables, instance_deliverables });

record!(FieldDeliverable { field_info, placeholder, remark, status });

record!(
    InstanceDeliverable { name, work_item_id, deletable, must_complete, state_key,
    state_name, owners, remark }
);

record!(DraftOrderInfo { pre, post, parent });

record!(DraftOrder { value_type, value : "vaule", path });
