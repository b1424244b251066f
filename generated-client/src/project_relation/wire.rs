// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `project_relation` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    BindInstance, ProjectRelationInstance, ProjectRelationRule, RemoteProjectRules,
};

impl Record for RemoteProjectRules {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "remote_project_key" => &mut self.remote_project_key,
            "remote_project_name" => &mut self.remote_project_name,
            "rules" => &mut self.rules,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("remote_project_key", &self.remote_project_key);
        object.put("remote_project_name", &self.remote_project_name);
        object.put("rules", &self.rules);
    }
}

record!(RemoteProjectRules);

impl Record for ProjectRelationRule {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "disabled" => &mut self.disabled,
            "work_item_relation_id" => &mut self.work_item_relation_id,
            "work_item_relation_name" => &mut self.work_item_relation_name,
            "current_work_item_type_key" => &mut self.current_work_item_type_key,
            "current_work_item_type_name" => &mut self.current_work_item_type_name,
            "remote_work_item_type_key" => &mut self.remote_work_item_type_key,
            "remote_work_item_type_name" => &mut self.remote_work_item_type_name,
            "chat_group_merge" => &mut self.chat_group_merge,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("disabled", &self.disabled);
        object.put("work_item_relation_id", &self.work_item_relation_id);
        object.put("work_item_relation_name", &self.work_item_relation_name);
        object.put("current_work_item_type_key", &self.current_work_item_type_key);
        object.put("current_work_item_type_name", &self.current_work_item_type_name);
        object.put("remote_work_item_type_key", &self.remote_work_item_type_key);
        object.put("remote_work_item_type_name", &self.remote_work_item_type_name);
        object.put("chat_group_merge", &self.chat_group_merge);
    }
}

record!(ProjectRelationRule);

impl Record for ProjectRelationInstance {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_work_item_id" => &mut self.relation_work_item_id,
            "relation_work_item_name" => &mut self.relation_work_item_name,
            "relation_work_item_type_name" => &mut self.relation_work_item_type_name,
            "relation_work_item_type_key" => &mut self.relation_work_item_type_key,
            "project_relation_rule_id" => &mut self.project_relation_rule_id,
            "project_relation_rule_name" => &mut self.project_relation_rule_name,
            "relation_project_key" => &mut self.relation_project_key,
            "relation_project_name" => &mut self.relation_project_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_work_item_id", &self.relation_work_item_id);
        object.put("relation_work_item_name", &self.relation_work_item_name);
        object.put("relation_work_item_type_name", &self.relation_work_item_type_name);
        object.put("relation_work_item_type_key", &self.relation_work_item_type_key);
        object.put("project_relation_rule_id", &self.project_relation_rule_id);
        object.put("project_relation_rule_name", &self.project_relation_rule_name);
        object.put("relation_project_key", &self.relation_project_key);
        object.put("relation_project_name", &self.relation_project_name);
    }
}

record!(ProjectRelationInstance);

impl Record for BindInstance {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_id" => &mut self.work_item_id,
            "chat_group_merge" => &mut self.chat_group_merge,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_id", &self.work_item_id);
        object.put("chat_group_merge", &self.chat_group_merge);
    }
}

record!(BindInstance);
