// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_item_type` are read and written.

use paceline_runtime::codegen::record;
use super::{ResourceLibrarySetting, SimpleRole, WorkItemType, WorkItemTypeDetail};

record!(
    WorkItemType { type_key, name, disabled_state : "is_disable", api_name,
    enable_model_resource_lib }
);

record!(
    WorkItemTypeDetail { type_key, name, flow_mode, api_name, description, is_disabled,
    is_pinned, enable_schedule, schedule_field_key, schedule_field_name,
    estimate_point_field_key, estimate_point_field_name, actual_work_time_field_key,
    actual_work_time_field_name, belong_roles, actual_work_time_switch,
    enable_model_resource_lib, resource_lib_setting }
);

record!(ResourceLibrarySetting { enable_fields, enable_roles });

record!(SimpleRole { id, name, key });
