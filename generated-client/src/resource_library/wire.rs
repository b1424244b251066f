// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `resource_library` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    CreatedElement, CreatedInstance, CreatedResource, ElementList, IgnoredOnCreate,
    LibraryElement, ResourceHit, ResourceRoleOwner, ResourceTemplate, ResourceWorkItem,
};

impl Record for LibraryElement {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["element_key", "name"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.element_key,
            Some(1) => &mut self.name,
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
        let index = position(name, &["element_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.element_key,
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
        let index = position(name, &["node_elements", "task_elements", "total"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_elements,
            Some(1) => &mut self.task_elements,
            Some(2) => &mut self.total,
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
        let index = position(name, &["work_item_id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
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
        let index = position(name, &["work_item_id", "ignore_create_info"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.ignore_create_info,
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
        let index = position(name, &["field_keys", "role_ids"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_keys,
            Some(1) => &mut self.role_ids,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "work_item_type_key",
                "project_key",
                "template_type",
                "created_by",
                "updated_by",
                "created_at",
                "updated_at",
                "fields",
                "simple_name",
                "template_id",
                "multi_texts",
                "relation_fields_detail",
                "user_details",
                "parent_work_item",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.project_key,
            Some(4) => &mut self.template_type,
            Some(5) => &mut self.created_by,
            Some(6) => &mut self.updated_by,
            Some(7) => &mut self.created_at,
            Some(8) => &mut self.updated_at,
            Some(9) => &mut self.fields,
            Some(10) => &mut self.simple_name,
            Some(11) => &mut self.template_id,
            Some(12) => &mut self.multi_texts,
            Some(13) => &mut self.relation_fields_detail,
            Some(14) => &mut self.user_details,
            Some(15) => &mut self.parent_work_item,
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
        let index = position(
            name,
            &[
                "work_item_id",
                "name",
                "work_item_type_key",
                "project_key",
                "template_type",
                "created_by",
                "updated_by",
                "created_at",
                "updated_at",
                "owner",
                "role_owners",
                "template_version",
                "template",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.project_key,
            Some(4) => &mut self.template_type,
            Some(5) => &mut self.created_by,
            Some(6) => &mut self.updated_by,
            Some(7) => &mut self.created_at,
            Some(8) => &mut self.updated_at,
            Some(9) => &mut self.owner,
            Some(10) => &mut self.role_owners,
            Some(11) => &mut self.template_version,
            Some(12) => &mut self.template,
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
        let index = position(name, &["id", "state_flow_key", "work_flow_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.state_flow_key,
            Some(2) => &mut self.work_flow_key,
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
        let index = position(name, &["role", "role_key", "owners"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.role,
            Some(1) => &mut self.role_key,
            Some(2) => &mut self.owners,
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
