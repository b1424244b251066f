// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `deliverable` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{Deliverable, DeliverableInfo, DeliverableOrigin, OriginWorkItem};

impl Record for Deliverable {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "deliverable_uuid" => &mut self.deliverable_uuid,
            "deliverable_type" => &mut self.deliverable_type,
            "deliverable_info" => &mut self.deliverable_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("deliverable_uuid", &self.deliverable_uuid);
        object.put("deliverable_type", &self.deliverable_type);
        object.put("deliverable_info", &self.deliverable_info);
    }
}

record!(Deliverable);

impl Record for DeliverableInfo {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "name" => &mut self.name,
            "instance_linked_virtual_resource_workitem" => {
                &mut self.instance_linked_virtual_resource_work_item
            }
            "template_resources" => &mut self.template_resources,
            "template_type" => &mut self.template_type,
            "deleted" => &mut self.deleted,
            "delivery_related_info" => &mut self.delivery_related_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("name", &self.name);
        object
            .put(
                "instance_linked_virtual_resource_workitem",
                &self.instance_linked_virtual_resource_work_item,
            );
        object.put("template_resources", &self.template_resources);
        object.put("template_type", &self.template_type);
        object.put("deleted", &self.deleted);
        object.put("delivery_related_info", &self.delivery_related_info);
    }
}

record!(DeliverableInfo);

impl Record for DeliverableOrigin {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "root_work_item" => &mut self.root_work_item,
            "source_work_item" => &mut self.source_work_item,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("root_work_item", &self.root_work_item);
        object.put("source_work_item", &self.source_work_item);
    }
}

record!(DeliverableOrigin);

impl Record for OriginWorkItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "name" => &mut self.name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("name", &self.name);
    }
}

record!(OriginWorkItem);
