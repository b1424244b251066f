// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `item` are read and written.

use paceline_runtime::codegen::record;
use super::{
    Connection, NodeCheck, NodeConclusion, NodeConclusionOption, NodeFinish, NodeOpinion,
    NodeOwner, NodeOwnerConclusion, NodeOwnerDepartment, NodeOwnerLeader,
    NodeOwnerOpinion, NodeSubWorkItems, ParentWorkItem, RelatedWorkItem,
    RelationFieldDetail, RichText, RichTextField, StateFlowNode, StateTime, SubTask,
    SubTaskParent, WorkItem, Workflow, WorkflowNode,
};

record!(
    WorkItem { id, name, work_item_type_key, project_key, template_type, pattern,
    sub_stage, current_nodes, created_by, updated_by, created_at, updated_at, fields,
    work_item_status, deleted_by, deleted_at, simple_name, template_id, workflow_infos,
    state_times, multi_texts, relation_fields_detail, user_details, sub_task_parent_info,
    compound_field_extra, parent_work_item } required["id"]
);

record!(StateTime { state_key, start_time, end_time, name });

record!(RichTextField { field_key, field_value });

record!(
    RichText { doc, doc_text, is_empty, notify_user_list, notify_user_type, doc_html }
);

record!(RelationFieldDetail { field_key, detail });

record!(RelatedWorkItem { work_item_id : "story_id", work_item_type_key, project_key });

record!(SubTaskParent { work_item_id, work_item_name, work_item_type_key, node_id });

record!(ParentWorkItem { relation_uuid, parent_work_item_id, parent_node_key });

record!(
    Workflow { workflow_nodes, connections, state_flow_nodes, user_details, template_id,
    version }
);

record!(
    WorkflowNode { id, state_key, name, status, fields, owners, node_schedule, schedules,
    sub_tasks, actual_begin_time, actual_finish_time, role_assignee, different_schedule,
    sub_status, milestone, participants, owner_roles, owner_usage_mode, node_fields,
    finished_infos, checker, node_sub_workitem_detail }
);

record!(NodeSubWorkItems { relation_id, workitems, sub_workitem_group_name });

record!(
    StateFlowNode { id, name, role_owners, status, actual_begin_time, actual_finish_time,
    fields }
);

record!(Connection { source_state_key, target_state_key, transition_id, fields });

record!(
    SubTask { id, name, schedules, order, details, passed, owners, note,
    actual_begin_time, actual_finish_time, assignee, role_assignee, deliverable, fields,
    owner_roles, owner_usage_mode }
);

record!(NodeCheck { checked_time, owner, status });

record!(NodeFinish { summary_mode, conclusion, opinion });

record!(
    NodeConclusion { finished_conclusion_result, owners_finished_conclusion_result }
);

record!(NodeConclusionOption { key, label, original_label });

record!(NodeOpinion { finished_opinion_result, owners_finished_opinion_result });

record!(NodeOwnerConclusion { owner, node_owner, finished_conclusion_result });

record!(NodeOwnerOpinion { owner, node_owner, finished_opinion_result });

record!(
    NodeOwner { id, username, employee_id : "employeeId", email, nickname, avatar,
    avatar_url, en_name, name, lark_open_id : "larkOpenId", department, leader }
);

record!(NodeOwnerDepartment { id, name, en_name });

record!(NodeOwnerLeader { email, employee_number, id, name, u_name });
