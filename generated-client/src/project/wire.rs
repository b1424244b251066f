// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `project` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{BusinessLine, Project, Team};

impl Record for Project {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["project_key", "name", "simple_name", "administrators"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.name,
            Some(2) => &mut self.simple_name,
            Some(3) => &mut self.administrators,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "project",
                "labels",
                "role_owners",
                "watchers",
                "order",
                "super_masters",
                "parent",
                "disabled",
                "level_id",
                "children",
                "template_type",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.project,
            Some(3) => &mut self.labels,
            Some(4) => &mut self.role_owners,
            Some(5) => &mut self.watchers,
            Some(6) => &mut self.order,
            Some(7) => &mut self.super_masters,
            Some(8) => &mut self.parent,
            Some(9) => &mut self.disabled,
            Some(10) => &mut self.level_id,
            Some(11) => &mut self.children,
            Some(12) => &mut self.template_type,
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
        let index = position(
            name,
            &["team_id", "team_name", "user_keys", "administrators", "members"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.team_id,
            Some(1) => &mut self.team_name,
            Some(2) => &mut self.user_keys,
            Some(3) => &mut self.administrators,
            Some(4) => &mut self.members,
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
