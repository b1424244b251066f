// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_item` are read and written.

use paceline_runtime::codegen::record;
use super::{
    BatchTask, BatchTaskResult, ContainedWorkItems, OpRecord, OpRecordContent,
    OpRecordObject, OpRecordPage, OpRecordStatus, ParentProduct, ProductWorkItem,
};

record!(ParentProduct { work_item });

record!(ContainedWorkItems { work_items });

record!(ProductWorkItem { project_key, work_item_type_key, work_item_id });

record!(BatchTask { task_id });

record!(
    BatchTaskResult { task_id, task_status, total, success_total, error_total,
    success_sub_task_list, fail_sub_task_list, error_scenes }
);

record!(OpRecordPage { has_more, start_from, op_records, total });

record!(
    OpRecord { project_key, operation_type, operation_time, work_item_id, operator_type,
    operator, op_record_module, source_type, source, record_contents, work_item_type_key
    }
);

record!(
    OpRecordContent { object, object_property, old_values : "old", new_values : "new",
    added : "add", deleted : "delete", status_values, belong_object, extra }
);

record!(OpRecordObject { object_type, object_value });

record!(OpRecordStatus { object_type, object_property, values });
