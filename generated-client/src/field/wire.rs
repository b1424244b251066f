// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, record};
use super::{
    FieldOptionEdit, FieldOptionList, RelatedFieldDisplay, TeamOption, TeamScope,
};

impl Record for FieldOptionList {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "options" => &mut self.options,
            "free_add" => &mut self.free_add,
            "has_more" => &mut self.has_more,
            "field_key" => &mut self.field_key,
            "field_name" => &mut self.field_name,
            "field_type" => &mut self.field_type,
            "level_mode" => &mut self.level_mode,
            "field_alias" => &mut self.field_alias,
            "level_class" => &mut self.level_class,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("options", &self.options);
        object.put("free_add", &self.free_add);
        object.put("has_more", &self.has_more);
        object.put("field_key", &self.field_key);
        object.put("field_name", &self.field_name);
        object.put("field_type", &self.field_type);
        object.put("level_mode", &self.level_mode);
        object.put("field_alias", &self.field_alias);
        object.put("level_class", &self.level_class);
    }
}

record!(FieldOptionList);

impl Record for FieldOptionEdit {
    fn checks(&self) -> &'static [Check] {
        &[Check::OneOf("action", &["0", "1", "2"])]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "value" => &mut self.value,
            "label" => &mut self.label,
            "disabled" => &mut self.disabled,
            "action" => &mut self.action,
            "children" => &mut self.children,
            "config_order" => &mut self.config_order,
            "parent_value" => &mut self.parent_value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("value", &self.value);
        object.put("label", &self.label);
        object.put("disabled", &self.disabled);
        object.put("action", &self.action);
        object.put("children", &self.children);
        object.put("config_order", &self.config_order);
        object.put("parent_value", &self.parent_value);
    }
}

record!(FieldOptionEdit);

impl Record for TeamOption {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "team_data_scopes" => &mut self.team_data_scopes,
            "team_mode" => &mut self.team_mode,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("team_data_scopes", &self.team_data_scopes);
        object.put("team_mode", &self.team_mode);
    }
}

record!(TeamOption);

impl Record for TeamScope {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "team_id" => &mut self.team_id,
            "cascade" => &mut self.cascade,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("team_id", &self.team_id);
        object.put("cascade", &self.cascade);
    }
}

record!(TeamScope);

impl Record for RelatedFieldDisplay {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "display_field_keys" => &mut self.display_field_keys,
            "display_role_keys" => &mut self.display_role_keys,
            "display_controls" => &mut self.display_controls,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("display_field_keys", &self.display_field_keys);
        object.put("display_role_keys", &self.display_role_keys);
        object.put("display_controls", &self.display_controls);
    }
}

record!(RelatedFieldDisplay);
