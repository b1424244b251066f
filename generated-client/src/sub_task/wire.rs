// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `sub_task` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{FoundSubTask, NodeSubTasks};

impl Record for FoundSubTask {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "work_item_name" => &mut self.work_item_name,
            "node_id" => &mut self.node_id,
            "sub_task" => &mut self.sub_task,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("work_item_name", &self.work_item_name);
        object.put("node_id", &self.node_id);
        object.put("sub_task", &self.sub_task);
    }
}

record!(FoundSubTask);

impl Record for NodeSubTasks {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "state_key" => &mut self.state_key,
            "sub_tasks" => &mut self.sub_tasks,
            "node_name" => &mut self.node_name,
            "template_id" => &mut self.template_id,
            "version" => &mut self.version,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("state_key", &self.state_key);
        object.put("sub_tasks", &self.sub_tasks);
        object.put("node_name", &self.node_name);
        object.put("template_id", &self.template_id);
        object.put("version", &self.version);
    }
}

record!(NodeSubTasks);
