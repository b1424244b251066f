// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `relation` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{CreatedRelation, StoryRelation, StoryRelations};

impl Record for CreatedRelation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_id" => &mut self.relation_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_id", &self.relation_id);
    }
}

record!(CreatedRelation);

impl Record for StoryRelation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "local_work_item_id" => &mut self.local_work_item_id,
            "remote_work_item_id" => &mut self.remote_work_item_id,
            "relation_id" => &mut self.relation_id,
            "merge_group" => &mut self.merge_group,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("local_work_item_id", &self.local_work_item_id);
        object.put("remote_work_item_id", &self.remote_work_item_id);
        object.put("relation_id", &self.relation_id);
        object.put("merge_group", &self.merge_group);
    }
}

record!(StoryRelation);

impl Record for StoryRelations {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_project_map" => &mut self.work_item_project_map,
            "value" => &mut self.value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_project_map", &self.work_item_project_map);
        object.put("value", &self.value);
    }
}

record!(StoryRelations);
