// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `common` are read and written.

use paceline_runtime::codegen::record;
use super::{
    Account, Department, DepartmentSummary, Expand, RoleOwner, Schedule, TargetState,
    TimeInterval, UserDetail,
};

record!(TargetState { state_key, transition_id });

record!(UserDetail { user_key, username, email, name_cn, name_en });

record!(
    Expand { need_workflow, relation_fields_detail, need_multi_text, need_user_detail,
    need_sub_task_parent, need_union_deliverable, need_wbs_relation_chain_entity,
    need_wbs_relation_chain_path, need_group_uuid_for_compound, need_parent_work_item :
    "need_parent_workitem" }
);

record!(TimeInterval { start, end });

record!(
    Schedule { points, estimate_start_date, estimate_end_date, owners, actual_work_time,
    is_auto, planned_construction_period }
);

record!(RoleOwner { role, name, owners, exist, is_member_multi });

record!(
    Account { account_key : "user_meego_key", tenant_key : "tenant_meego_key", name,
    external_ids, login_platform_type, status, avatar_url }
);

record!(
    Department { department_key : "department_meego_key", name, external_ids, org_level,
    parent, all_children, direct_employees, all_employees }
);

record!(
    DepartmentSummary { department_key : "department_meego_key", name, external_ids,
    member_count : "memberCount", org_level }
);
