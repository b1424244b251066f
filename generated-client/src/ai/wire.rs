// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `ai` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    AiAppIdentity, AiCustomValue, AiField, AiFormFieldEdit, AiInfo, AiNode,
    AiNodeFieldEdit, AiProperty, AiPropertyValue, AiSubTask, AiSubWorkItem,
};

impl Record for AiNode {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "node_state",
                "ai_info",
                "node_fields",
                "conform_fields",
                "sub_tasks",
                "sub_workitems",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_state,
            Some(1) => &mut self.ai_info,
            Some(2) => &mut self.node_fields,
            Some(3) => &mut self.conform_fields,
            Some(4) => &mut self.sub_tasks,
            Some(5) => &mut self.sub_work_items,
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
        let index = position(name, &["status", "app_identity", "props"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.status,
            Some(1) => &mut self.app_identity,
            Some(2) => &mut self.props,
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
        let index = position(name, &["app_key", "point_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.app_key,
            Some(1) => &mut self.point_key,
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
        let index = position(name, &["prop_key", "prop_type", "prop_value"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.prop_key,
            Some(1) => &mut self.prop_type,
            Some(2) => &mut self.prop_value,
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
        let index = position(name, &["field", "node_field", "custom_property"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field,
            Some(1) => &mut self.node_field,
            Some(2) => &mut self.custom_property,
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
        let index = position(name, &["value", "type"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.value,
            Some(1) => &mut self.kind,
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
        let index = position(name, &["field_key", "field_type", "value", "field_name"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.field_type,
            Some(2) => &mut self.value,
            Some(3) => &mut self.field_name,
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
        let index = position(name, &["task_id", "is_finished"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.task_id,
            Some(1) => &mut self.is_finished,
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
        let index = position(name, &["relation_id", "work_item_type", "workitem_ids"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.relation_id,
            Some(1) => &mut self.work_item_type,
            Some(2) => &mut self.work_item_ids,
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
        let index = position(name, &["node_field_key", "value"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_field_key,
            Some(1) => &mut self.value,
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
        let index = position(name, &["field_key", "value"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.value,
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
