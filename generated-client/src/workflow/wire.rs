// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `workflow` are read and written.

use paceline_runtime::codegen::record;
use super::{
    ActualTime, AddedSubWorkItems, RequiredDeliverable, RequiredField, RequiredFormItem,
    RequiredState, RequiredTask, ScheduleConstraint, TransitionRequirements, WbsParent,
    WbsRelationChain, WbsRelationChainItem, WbsRelationPath, WbsRelationPathItem, WbsView,
};

record!(AddedSubWorkItems { relation_id, workitems });

record!(ActualTime { actual_start_time, actual_finish_time });

record!(ScheduleConstraint { sub_task, node, sub_process_node, wbs_sub_instance_type });

record!(TransitionRequirements { form_items, tasks, deliverables, node_fields });

record!(
    RequiredFormItem { class_name : "class", key, finished, field_type_key,
    not_finished_owner, sub_field, state_info }
);

record!(
    RequiredField { field_key, field_type_key, finished, not_finished_owner, sub_field }
);

record!(RequiredState { state_key, node_fields });

record!(RequiredTask { task_id, finished });

record!(RequiredDeliverable { deliverable_id, finished });

record!(
    WbsView { template_key, related_sub_work_items, template_version, template_name,
    template_id, related_parent_work_item, user_details, connections,
    relation_chain_path, relation_chain_entity }
);

record!(
    WbsParent { is_top, work_item_id, work_item_type_key, name, template_id,
    template_key, template_name, template_version, relation_node_id, relation_node_name,
    relation_node_tags, relation_node_uuid }
);

record!(WbsRelationChain { wbs_relation_chain_entity, work_item_id });

record!(
    WbsRelationChainItem { project_key, work_item_type_key, work_item_id, kind : "type",
    work_item_name, state_key, node_name, sub_task_id, sub_task_name, level }
);

record!(WbsRelationPath { wbs_relation_chain_path, work_item_id });

record!(
    WbsRelationPathItem { project_key, level, kind : "type", work_item_type_key, name,
    node_name }
);
