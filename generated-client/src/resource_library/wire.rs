// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `resource_library` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    CreatedElement, CreatedInstance, CreatedResource, ElementList, IgnoredOnCreate,
    LibraryElement, ResourceHit, ResourceRoleOwner, ResourceTemplate, ResourceWorkItem,
};

impl Record for LibraryElement {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "element_key" => &mut self.element_key,
            "name" => &mut self.name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("element_key", &self.element_key);
        object.put("name", &self.name);
    }
}

record!(LibraryElement);

impl Record for CreatedElement {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "element_key" => &mut self.element_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("element_key", &self.element_key);
    }
}

record!(CreatedElement);

impl Record for ElementList {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_elements" => &mut self.node_elements,
            "task_elements" => &mut self.task_elements,
            "total" => &mut self.total,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_elements", &self.node_elements);
        object.put("task_elements", &self.task_elements);
        object.put("total", &self.total);
    }
}

record!(ElementList);

impl Record for CreatedResource {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
    }
}

record!(CreatedResource);

impl Record for CreatedInstance {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "ignore_create_info" => &mut self.ignore_create_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("ignore_create_info", &self.ignore_create_info);
    }
}

record!(CreatedInstance);

impl Record for IgnoredOnCreate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_keys" => &mut self.field_keys,
            "role_ids" => &mut self.role_ids,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_keys", &self.field_keys);
        object.put("role_ids", &self.role_ids);
    }
}

record!(IgnoredOnCreate);

impl Record for ResourceWorkItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "work_item_type_key" => &mut self.work_item_type_key,
            "project_key" => &mut self.project_key,
            "template_type" => &mut self.template_type,
            "created_by" => &mut self.created_by,
            "updated_by" => &mut self.updated_by,
            "created_at" => &mut self.created_at,
            "updated_at" => &mut self.updated_at,
            "fields" => &mut self.fields,
            "simple_name" => &mut self.simple_name,
            "template_id" => &mut self.template_id,
            "multi_texts" => &mut self.multi_texts,
            "relation_fields_detail" => &mut self.relation_fields_detail,
            "user_details" => &mut self.user_details,
            "parent_work_item" => &mut self.parent_work_item,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("project_key", &self.project_key);
        object.put("template_type", &self.template_type);
        object.put("created_by", &self.created_by);
        object.put("updated_by", &self.updated_by);
        object.put("created_at", &self.created_at);
        object.put("updated_at", &self.updated_at);
        object.put("fields", &self.fields);
        object.put("simple_name", &self.simple_name);
        object.put("template_id", &self.template_id);
        object.put("multi_texts", &self.multi_texts);
        object.put("relation_fields_detail", &self.relation_fields_detail);
        object.put("user_details", &self.user_details);
        object.put("parent_work_item", &self.parent_work_item);
    }
}

record!(ResourceWorkItem);

impl Record for ResourceHit {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "name" => &mut self.name,
            "work_item_type_key" => &mut self.work_item_type_key,
            "project_key" => &mut self.project_key,
            "template_type" => &mut self.template_type,
            "created_by" => &mut self.created_by,
            "updated_by" => &mut self.updated_by,
            "created_at" => &mut self.created_at,
            "updated_at" => &mut self.updated_at,
            "owner" => &mut self.owner,
            "role_owners" => &mut self.role_owners,
            "template_version" => &mut self.template_version,
            "template" => &mut self.template,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("name", &self.name);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("project_key", &self.project_key);
        object.put("template_type", &self.template_type);
        object.put("created_by", &self.created_by);
        object.put("updated_by", &self.updated_by);
        object.put("created_at", &self.created_at);
        object.put("updated_at", &self.updated_at);
        object.put("owner", &self.owner);
        object.put("role_owners", &self.role_owners);
        object.put("template_version", &self.template_version);
        object.put("template", &self.template);
    }
}

record!(ResourceHit);

impl Record for ResourceTemplate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "state_flow_key" => &mut self.state_flow_key,
            "work_flow_key" => &mut self.work_flow_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("state_flow_key", &self.state_flow_key);
        object.put("work_flow_key", &self.work_flow_key);
    }
}

record!(ResourceTemplate);

impl Record for ResourceRoleOwner {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "role" => &mut self.role,
            "role_key" => &mut self.role_key,
            "owners" => &mut self.owners,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("role", &self.role);
        object.put("role_key", &self.role_key);
        object.put("owners", &self.owners);
    }
}

record!(ResourceRoleOwner);
