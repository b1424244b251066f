// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `ai` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    AiAppIdentity, AiCustomValue, AiField, AiFormFieldEdit, AiInfo, AiNode,
    AiNodeFieldEdit, AiProperty, AiPropertyValue, AiSubTask, AiSubWorkItem,
};

impl Record for AiNode {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_state" => &mut self.node_state,
            "ai_info" => &mut self.ai_info,
            "node_fields" => &mut self.node_fields,
            "conform_fields" => &mut self.conform_fields,
            "sub_tasks" => &mut self.sub_tasks,
            "sub_workitems" => &mut self.sub_work_items,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_state", &self.node_state);
        object.put("ai_info", &self.ai_info);
        object.put("node_fields", &self.node_fields);
        object.put("conform_fields", &self.conform_fields);
        object.put("sub_tasks", &self.sub_tasks);
        object.put("sub_workitems", &self.sub_work_items);
    }
}

record!(AiNode);

impl Record for AiInfo {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "status" => &mut self.status,
            "app_identity" => &mut self.app_identity,
            "props" => &mut self.props,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("status", &self.status);
        object.put("app_identity", &self.app_identity);
        object.put("props", &self.props);
    }
}

record!(AiInfo);

impl Record for AiAppIdentity {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "app_key" => &mut self.app_key,
            "point_key" => &mut self.point_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("app_key", &self.app_key);
        object.put("point_key", &self.point_key);
    }
}

record!(AiAppIdentity);

impl Record for AiProperty {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "prop_key" => &mut self.prop_key,
            "prop_type" => &mut self.prop_type,
            "prop_value" => &mut self.prop_value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("prop_key", &self.prop_key);
        object.put("prop_type", &self.prop_type);
        object.put("prop_value", &self.prop_value);
    }
}

record!(AiProperty);

impl Record for AiPropertyValue {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field" => &mut self.field,
            "node_field" => &mut self.node_field,
            "custom_property" => &mut self.custom_property,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field", &self.field);
        object.put("node_field", &self.node_field);
        object.put("custom_property", &self.custom_property);
    }
}

record!(AiPropertyValue);

impl Record for AiCustomValue {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "value" => &mut self.value,
            "type" => &mut self.kind,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("value", &self.value);
        object.put("type", &self.kind);
    }
}

record!(AiCustomValue);

impl Record for AiField {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_type" => &mut self.field_type,
            "value" => &mut self.value,
            "field_name" => &mut self.field_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_type", &self.field_type);
        object.put("value", &self.value);
        object.put("field_name", &self.field_name);
    }
}

record!(AiField);

impl Record for AiSubTask {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "task_id" => &mut self.task_id,
            "is_finished" => &mut self.is_finished,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("task_id", &self.task_id);
        object.put("is_finished", &self.is_finished);
    }
}

record!(AiSubTask);

impl Record for AiSubWorkItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_id" => &mut self.relation_id,
            "work_item_type" => &mut self.work_item_type,
            "workitem_ids" => &mut self.work_item_ids,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_id", &self.relation_id);
        object.put("work_item_type", &self.work_item_type);
        object.put("workitem_ids", &self.work_item_ids);
    }
}

record!(AiSubWorkItem);

impl Record for AiNodeFieldEdit {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_field_key" => &mut self.node_field_key,
            "value" => &mut self.value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_field_key", &self.node_field_key);
        object.put("value", &self.value);
    }
}

record!(AiNodeFieldEdit);

impl Record for AiFormFieldEdit {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "value" => &mut self.value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("value", &self.value);
    }
}

record!(AiFormFieldEdit);
