// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `deliverable` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{Deliverable, DeliverableInfo, DeliverableOrigin, OriginWorkItem};

impl Record for Deliverable {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["deliverable_uuid", "deliverable_type", "deliverable_info"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.deliverable_uuid,
            Some(1) => &mut self.deliverable_type,
            Some(2) => &mut self.deliverable_info,
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
        let index = position(
            name,
            &[
                "work_item_id",
                "name",
                "instance_linked_virtual_resource_workitem",
                "template_resources",
                "template_type",
                "deleted",
                "delivery_related_info",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.instance_linked_virtual_resource_work_item,
            Some(3) => &mut self.template_resources,
            Some(4) => &mut self.template_type,
            Some(5) => &mut self.deleted,
            Some(6) => &mut self.delivery_related_info,
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
        let index = position(name, &["root_work_item", "source_work_item"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.root_work_item,
            Some(1) => &mut self.source_work_item,
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
        let index = position(
            name,
            &["work_item_id", "project_key", "work_item_type_key", "name"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.project_key,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.name,
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
