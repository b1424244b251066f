// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_hour` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{NewWorkHour, WorkHourRecord, WorkHourUpdate};

impl Record for WorkHourRecord {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "related_work_item_id" => &mut self.related_work_item_id,
            "related_work_item_type_key" => &mut self.related_work_item_type_key,
            "related_work_item_name" => &mut self.related_work_item_name,
            "resource_type" => &mut self.resource_type,
            "resource_id" => &mut self.resource_id,
            "work_description" => &mut self.work_description,
            "work_time" => &mut self.work_time,
            "work_user_key" => &mut self.work_user_key,
            "created_at" => &mut self.created_at,
            "updated_at" => &mut self.updated_at,
            "resource_name" => &mut self.resource_name,
            "work_date" => &mut self.work_date,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("related_work_item_id", &self.related_work_item_id);
        object.put("related_work_item_type_key", &self.related_work_item_type_key);
        object.put("related_work_item_name", &self.related_work_item_name);
        object.put("resource_type", &self.resource_type);
        object.put("resource_id", &self.resource_id);
        object.put("work_description", &self.work_description);
        object.put("work_time", &self.work_time);
        object.put("work_user_key", &self.work_user_key);
        object.put("created_at", &self.created_at);
        object.put("updated_at", &self.updated_at);
        object.put("resource_name", &self.resource_name);
        object.put("work_date", &self.work_date);
    }
}

record!(WorkHourRecord);

impl Record for NewWorkHour {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "resource_type" => &mut self.resource_type,
            "resource_id" => &mut self.resource_id,
            "work_time" => &mut self.work_time,
            "work_description" => &mut self.work_description,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("resource_type", &self.resource_type);
        object.put("resource_id", &self.resource_id);
        object.put("work_time", &self.work_time);
        object.put("work_description", &self.work_description);
    }
}

record!(NewWorkHour);

impl Record for WorkHourUpdate {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "work_time" => &mut self.work_time,
            "work_description" => &mut self.work_description,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("work_time", &self.work_time);
        object.put("work_description", &self.work_description);
    }
}

record!(WorkHourUpdate);
