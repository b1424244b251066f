// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `workflow_template` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    ConfirmForm, NodeConfig, NodeTaskConfig, StateConfig, SubProcessConfig,
    SubTaskConfig, SubWorkItemConfig, TemplateSummary, WbsNodeConfig, WbsNodeRef,
    WbsStatusConfig, WbsStatusRef, WbsTemplate, WbsWorkflowConfig, WorkflowTemplate,
};

record!(
    TemplateSummary { template_id, template_name, disabled_state : "is_disabled",
    version, unique_key, template_key }
);

record!(
    WorkflowTemplate { workflow_confs, state_flow_confs, connections, template_id,
    template_name, version, disabled_state : "is_disabled", work_item_type_key }
);

record!(
    NodeConfig { state_key, name, tags, owner_usage_mode, owner_roles, owners,
    need_schedule, different_schedule, visibility_usage_mode, deletable,
    deletable_operation_role, pass_mode, is_limit_node, done_operation_role,
    done_schedule, done_allocate_owner, action, pre_node_state_key, completion_tips,
    task_confs, belong_status, done_actual_point, is_milestone, done_finish_time, fields,
    sub_work_items, sub_tasks } weak_rules[Rule::OneOf("action", & ["1", "2", "3"])]
);

record!(
    StateConfig { state_key, name, state_type, authorized_roles, confirm_form_list,
    action }
);

record!(ConfirmForm { action, state_key });

record!(
    NodeTaskConfig { action, name, id, deliverable_field_id, pass_mode,
    node_pass_required_mode }
);

record!(SubTaskConfig { name, owner_usage_mode, owner_roles, owners });

record!(
    SubWorkItemConfig { name, relation_uuid, relation_name, work_item_type_key,
    work_item_type_name }
);

record!(
    WbsTemplate { template_key, template_name, template_id, is_disabled, version,
    workflow_conf }
);

record!(WbsWorkflowConfig { status_infos, node_infos, connections });

record!(WbsStatusConfig { status_key, status_name, status_order_index });

record!(
    WbsNodeConfig { state_key, node_name, node_tags, node_type, visibility :
    "is_visibility", need_schedule, owner, wbs_status_map, node_sub_process, wbs_node_map
    }
);

record!(WbsStatusRef { status_key, status_name });

record!(WbsNodeRef { state_key, status_name });

record!(
    SubProcessConfig { template_key, template_name, template_id, work_item_type_key,
    flow_mode }
);
