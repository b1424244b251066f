// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `ai` are read and written.

use paceline_runtime::codegen::record;
use super::{
    AiAppIdentity, AiCustomValue, AiField, AiFormFieldEdit, AiInfo, AiNode,
    AiNodeFieldEdit, AiProperty, AiPropertyValue, AiSubTask, AiSubWorkItem,
};

record!(
    AiNode { node_state, ai_info, node_fields, conform_fields, sub_tasks, sub_work_items
    : "sub_workitems" }
);

record!(AiInfo { status, app_identity, props });

record!(AiAppIdentity { app_key, point_key });

record!(AiProperty { prop_key, prop_type, prop_value });

record!(AiPropertyValue { field, node_field, custom_property });

record!(AiCustomValue { value, kind : "type" });

record!(AiField { field_key, field_type, value, field_name });

record!(AiSubTask { task_id, is_finished });

record!(AiSubWorkItem { relation_id, work_item_type, work_item_ids : "workitem_ids" });

record!(AiNodeFieldEdit { node_field_key, value });

record!(AiFormFieldEdit { field_key, value });
