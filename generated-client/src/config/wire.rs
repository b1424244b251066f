// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `config` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    Field, FieldConfig, FieldDefault, FieldEditScope, FieldOption, NodeOwnerConfig,
    NumberFormat, NumberSymbol, OptionConfig, RoleAssignment, TypeInSpace,
    WorkItemRelation,
};

impl Record for FieldConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "is_required" => &mut self.requirement,
            "is_visibility" => &mut self.visibility,
            "role_assign" => &mut self.role_assign,
            "field_name" => &mut self.field_name,
            "field_key" => &mut self.field_key,
            "field_alias" => &mut self.field_alias,
            "field_type_key" => &mut self.field_type_key,
            "default_value" => &mut self.default_value,
            "options" => &mut self.options,
            "compound_fields" => &mut self.compound_fields,
            "is_validity" => &mut self.validity,
            "label" => &mut self.label,
            "work_item_relation" => &mut self.work_item_relation,
            "field_uuid" => &mut self.field_uuid,
            "free_add" => &mut self.free_add,
            "field_tips" => &mut self.field_tips,
            "sub_type_level_mode" => &mut self.sub_type_level_mode,
            "sub_type_level_class" => &mut self.sub_type_level_class,
            "editable_personnel_scope" => &mut self.editable_personnel_scope,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("is_required", &self.requirement);
        object.put("is_visibility", &self.visibility);
        object.put("role_assign", &self.role_assign);
        object.put("field_name", &self.field_name);
        object.put("field_key", &self.field_key);
        object.put("field_alias", &self.field_alias);
        object.put("field_type_key", &self.field_type_key);
        object.put("default_value", &self.default_value);
        object.put("options", &self.options);
        object.put("compound_fields", &self.compound_fields);
        object.put("is_validity", &self.validity);
        object.put("label", &self.label);
        object.put("work_item_relation", &self.work_item_relation);
        object.put("field_uuid", &self.field_uuid);
        object.put("free_add", &self.free_add);
        object.put("field_tips", &self.field_tips);
        object.put("sub_type_level_mode", &self.sub_type_level_mode);
        object.put("sub_type_level_class", &self.sub_type_level_class);
        object.put("editable_personnel_scope", &self.editable_personnel_scope);
    }
}

record!(FieldConfig);

impl Record for FieldDefault {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "default_appear" => &mut self.default_appear,
            "value" => &mut self.value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("default_appear", &self.default_appear);
        object.put("value", &self.value);
    }
}

record!(FieldDefault);

impl Record for OptionConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "label" => &mut self.label,
            "value" => &mut self.value,
            "is_disabled" => &mut self.disabled_state,
            "is_visibility" => &mut self.visibility,
            "children" => &mut self.children,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("label", &self.label);
        object.put("value", &self.value);
        object.put("is_disabled", &self.disabled_state);
        object.put("is_visibility", &self.visibility);
        object.put("children", &self.children);
    }
}

record!(OptionConfig);

impl Record for RoleAssignment {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "role" => &mut self.role,
            "name" => &mut self.name,
            "default_appear" => &mut self.default_appear,
            "deletable" => &mut self.deletable,
            "member_assign" => &mut self.member_assign,
            "members" => &mut self.members,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("role", &self.role);
        object.put("name", &self.name);
        object.put("default_appear", &self.default_appear);
        object.put("deletable", &self.deletable);
        object.put("member_assign", &self.member_assign);
        object.put("members", &self.members);
    }
}

record!(RoleAssignment);

impl Record for FieldEditScope {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "editable_personnel_range_type" => &mut self.editable_personnel_range_type,
            "editable_roles" => &mut self.editable_roles,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("editable_personnel_range_type", &self.editable_personnel_range_type);
        object.put("editable_roles", &self.editable_roles);
    }
}

record!(FieldEditScope);

impl Record for WorkItemRelation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "disabled" => &mut self.disabled,
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_type_name" => &mut self.work_item_type_name,
            "relation_details" => &mut self.relation_details,
            "relation_type" => &mut self.relation_type,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("disabled", &self.disabled);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_type_name", &self.work_item_type_name);
        object.put("relation_details", &self.relation_details);
        object.put("relation_type", &self.relation_type);
    }
}

record!(WorkItemRelation);

impl Record for TypeInSpace {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_type_key" => &mut self.work_item_type_key,
            "work_item_type_name" => &mut self.work_item_type_name,
            "project_key" => &mut self.project_key,
            "project_name" => &mut self.project_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("work_item_type_name", &self.work_item_type_name);
        object.put("project_key", &self.project_key);
        object.put("project_name", &self.project_name);
    }
}

record!(TypeInSpace);

impl Record for NodeOwnerConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "owner_usage_mode" => &mut self.owner_usage_mode,
            "owner_roles" => &mut self.owner_roles,
            "user_keys" => &mut self.user_keys,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("owner_usage_mode", &self.owner_usage_mode);
        object.put("owner_roles", &self.owner_roles);
        object.put("user_keys", &self.user_keys);
    }
}

record!(NodeOwnerConfig);

impl Record for Field {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_type_key" => &mut self.field_type_key,
            "options" => &mut self.options,
            "compound_fields" => &mut self.compound_fields,
            "field_alias" => &mut self.field_alias,
            "field_name" => &mut self.field_name,
            "is_custom_field" => &mut self.is_custom_field,
            "is_obsoleted" => &mut self.is_obsoleted,
            "work_item_scopes" => &mut self.work_item_scopes,
            "value_generate_mode" => &mut self.value_generate_mode,
            "relation_id" => &mut self.relation_id,
            "editable_personnel_scope" => &mut self.editable_personnel_scope,
            "number_config" => &mut self.number_config,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_type_key", &self.field_type_key);
        object.put("options", &self.options);
        object.put("compound_fields", &self.compound_fields);
        object.put("field_alias", &self.field_alias);
        object.put("field_name", &self.field_name);
        object.put("is_custom_field", &self.is_custom_field);
        object.put("is_obsoleted", &self.is_obsoleted);
        object.put("work_item_scopes", &self.work_item_scopes);
        object.put("value_generate_mode", &self.value_generate_mode);
        object.put("relation_id", &self.relation_id);
        object.put("editable_personnel_scope", &self.editable_personnel_scope);
        object.put("number_config", &self.number_config);
    }
}

record!(Field);

impl Record for FieldOption {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "label" => &mut self.label,
            "value" => &mut self.value,
            "children" => &mut self.children,
            "work_item_type_key" => &mut self.work_item_type_key,
            "order" => &mut self.order,
            "color" => &mut self.color,
            "is_visibility" => &mut self.visibility,
            "is_disabled" => &mut self.disabled_state,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("label", &self.label);
        object.put("value", &self.value);
        object.put("children", &self.children);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("order", &self.order);
        object.put("color", &self.color);
        object.put("is_visibility", &self.visibility);
        object.put("is_disabled", &self.disabled_state);
    }
}

record!(FieldOption);

impl Record for NumberFormat {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "scaling_ratio" => &mut self.scaling_ratio,
            "display_digits" => &mut self.display_digits,
            "symbol_setting" => &mut self.symbol_setting,
            "thousandth" => &mut self.thousandth,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("scaling_ratio", &self.scaling_ratio);
        object.put("display_digits", &self.display_digits);
        object.put("symbol_setting", &self.symbol_setting);
        object.put("thousandth", &self.thousandth);
    }
}

record!(NumberFormat);

impl Record for NumberSymbol {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "display" => &mut self.display,
            "value" => &mut self.value,
            "layout" => &mut self.layout,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("display", &self.display);
        object.put("value", &self.value);
        object.put("layout", &self.layout);
    }
}

record!(NumberSymbol);
