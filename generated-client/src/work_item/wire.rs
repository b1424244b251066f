// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_item` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    BatchTask, BatchTaskResult, OpRecord, OpRecordContent, OpRecordObject, OpRecordPage,
    OpRecordStatus,
};

impl Record for BatchTask {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "task_id" => &mut self.task_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("task_id", &self.task_id);
    }
}

record!(BatchTask);

impl Record for BatchTaskResult {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "task_id" => &mut self.task_id,
            "task_status" => &mut self.task_status,
            "total" => &mut self.total,
            "success_total" => &mut self.success_total,
            "error_total" => &mut self.error_total,
            "success_sub_task_list" => &mut self.success_sub_task_list,
            "fail_sub_task_list" => &mut self.fail_sub_task_list,
            "error_scenes" => &mut self.error_scenes,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("task_id", &self.task_id);
        object.put("task_status", &self.task_status);
        object.put("total", &self.total);
        object.put("success_total", &self.success_total);
        object.put("error_total", &self.error_total);
        object.put("success_sub_task_list", &self.success_sub_task_list);
        object.put("fail_sub_task_list", &self.fail_sub_task_list);
        object.put("error_scenes", &self.error_scenes);
    }
}

record!(BatchTaskResult);

impl Record for OpRecordPage {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "has_more" => &mut self.has_more,
            "start_from" => &mut self.start_from,
            "op_records" => &mut self.op_records,
            "total" => &mut self.total,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("has_more", &self.has_more);
        object.put("start_from", &self.start_from);
        object.put("op_records", &self.op_records);
        object.put("total", &self.total);
    }
}

record!(OpRecordPage);

impl Record for OpRecord {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "operation_type" => &mut self.operation_type,
            "operation_time" => &mut self.operation_time,
            "work_item_id" => &mut self.work_item_id,
            "operator_type" => &mut self.operator_type,
            "operator" => &mut self.operator,
            "op_record_module" => &mut self.op_record_module,
            "source_type" => &mut self.source_type,
            "source" => &mut self.source,
            "record_contents" => &mut self.record_contents,
            "work_item_type_key" => &mut self.work_item_type_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("operation_type", &self.operation_type);
        object.put("operation_time", &self.operation_time);
        object.put("work_item_id", &self.work_item_id);
        object.put("operator_type", &self.operator_type);
        object.put("operator", &self.operator);
        object.put("op_record_module", &self.op_record_module);
        object.put("source_type", &self.source_type);
        object.put("source", &self.source);
        object.put("record_contents", &self.record_contents);
        object.put("work_item_type_key", &self.work_item_type_key);
    }
}

record!(OpRecord);

impl Record for OpRecordContent {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "object" => &mut self.object,
            "object_property" => &mut self.object_property,
            "old" => &mut self.old_values,
            "new" => &mut self.new_values,
            "add" => &mut self.added,
            "delete" => &mut self.deleted,
            "status_values" => &mut self.status_values,
            "belong_object" => &mut self.belong_object,
            "extra" => &mut self.extra,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("object", &self.object);
        object.put("object_property", &self.object_property);
        object.put("old", &self.old_values);
        object.put("new", &self.new_values);
        object.put("add", &self.added);
        object.put("delete", &self.deleted);
        object.put("status_values", &self.status_values);
        object.put("belong_object", &self.belong_object);
        object.put("extra", &self.extra);
    }
}

record!(OpRecordContent);

impl Record for OpRecordObject {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "object_type" => &mut self.object_type,
            "object_value" => &mut self.object_value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("object_type", &self.object_type);
        object.put("object_value", &self.object_value);
    }
}

record!(OpRecordObject);

impl Record for OpRecordStatus {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "object_type" => &mut self.object_type,
            "object_property" => &mut self.object_property,
            "values" => &mut self.values,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("object_type", &self.object_type);
        object.put("object_property", &self.object_property);
        object.put("values", &self.values);
    }
}

record!(OpRecordStatus);
