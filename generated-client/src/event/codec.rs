// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `event` are read and written.

use paceline_runtime::codegen::record;
use super::{AutomationEventData, PluginEventData};

record!(PluginEventData { project_key, work_item_type_key });

record!(
    AutomationEventData { project_key, id, name, work_item_type_key, fields,
    changed_fields, pre_work_item_status, cur_work_item_status, nodes,
    status_change_type, comment }
);
