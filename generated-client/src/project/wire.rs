// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `project` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{BusinessLine, Project, Team};

impl Record for Project {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "name" => &mut self.name,
            "simple_name" => &mut self.simple_name,
            "administrators" => &mut self.administrators,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("name", &self.name);
        object.put("simple_name", &self.simple_name);
        object.put("administrators", &self.administrators);
    }
}

record!(Project);

impl Record for BusinessLine {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "project" => &mut self.project,
            "labels" => &mut self.labels,
            "role_owners" => &mut self.role_owners,
            "watchers" => &mut self.watchers,
            "order" => &mut self.order,
            "super_masters" => &mut self.super_masters,
            "parent" => &mut self.parent,
            "disabled" => &mut self.disabled,
            "level_id" => &mut self.level_id,
            "children" => &mut self.children,
            "template_type" => &mut self.template_type,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("project", &self.project);
        object.put("labels", &self.labels);
        object.put("role_owners", &self.role_owners);
        object.put("watchers", &self.watchers);
        object.put("order", &self.order);
        object.put("super_masters", &self.super_masters);
        object.put("parent", &self.parent);
        object.put("disabled", &self.disabled);
        object.put("level_id", &self.level_id);
        object.put("children", &self.children);
        object.put("template_type", &self.template_type);
    }
}

record!(BusinessLine);

impl Record for Team {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "team_id" => &mut self.team_id,
            "team_name" => &mut self.team_name,
            "user_keys" => &mut self.user_keys,
            "administrators" => &mut self.administrators,
            "members" => &mut self.members,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("team_id", &self.team_id);
        object.put("team_name", &self.team_name);
        object.put("user_keys", &self.user_keys);
        object.put("administrators", &self.administrators);
        object.put("members", &self.members);
    }
}

record!(Team);
