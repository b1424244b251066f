// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `wbs_draft` are read and written.

use paceline_runtime::codegen::record;
use super::{
    DraftChildOrder, DraftCreate, DraftDelivery, DraftFailure, DraftFieldDelivery,
    DraftInstanceDelivery, DraftOperation, DraftOperationValue, DraftPatchResult,
    DraftRelationCase, DraftSubItem, DraftSubWorkItemConfig, DraftSubWorkItemConfigs,
    DraftSubWorkItemRelation, DraftSuccess, LinkedResource, WbsDraft, WbsDraftResult,
};

record!(WbsDraftResult { wbs_draft });

record!(
    WbsDraft { template_uuid, template_version, work_item_type_key,
    related_sub_work_items, connections, draft_id, delete_uuids, role_owners,
    user_details, work_item_id }
);

record!(DraftPatchResult { relation_values, failed_tasks });

record!(DraftFailure { uuid, reason });

record!(DraftOperation { uuid, operation_type, operation_target, value, work_item_id });

record!(
    DraftOperationValue { name, role_owners, operation_create, child_orders,
    deleted_uuids, delete_linkage_uuids, reason, schedule, schedules, wbs_work_item,
    connections, restore_uuids, wbs_status, seq_order_info, sub_instance_create,
    dismantle_mode, union_deliveries, is_schedule_agg_item }
);

record!(DraftCreate { element_key, name, id, seq_order_info, wbs_status, pre });

record!(DraftChildOrder { uuid, order_index });

record!(
    DraftSubItem { project_key, work_item_type_key, field_values, relation_case,
    template_id, work_item_id, linked_resources, pre, mode }
);

record!(
    DraftRelationCase { relation_uuid, parent_work_item_id, node_key, relation_conf_uuid
    }
);

record!(LinkedResource { resource_id });

record!(DraftDelivery { kind : "type", field_delivery, instance_delivery });

record!(DraftFieldDelivery { project_key, work_item_type_key, field_key });

record!(DraftInstanceDelivery { project_key, work_item_type_key, resource_id });

record!(DraftSuccess { success });

record!(DraftSubWorkItemConfigs { draft_view_sub_work_item_confs });

record!(
    DraftSubWorkItemConfig { work_item_type_key, work_item_type_name, relations,
    enable_model_resource_lib }
);

record!(DraftSubWorkItemRelation { relation_key, relation_name, relation_conf_uuid });
