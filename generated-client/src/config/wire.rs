// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `config` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    Field, FieldConfig, FieldDefault, FieldEditScope, FieldOption, NodeOwnerConfig,
    NumberFormat, NumberSymbol, OptionConfig, RoleAssignment, TypeInSpace,
    WorkItemRelation,
};

impl Record for FieldConfig {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "is_required",
                "is_visibility",
                "role_assign",
                "field_name",
                "field_key",
                "field_alias",
                "field_type_key",
                "default_value",
                "options",
                "compound_fields",
                "is_validity",
                "label",
                "work_item_relation",
                "field_uuid",
                "free_add",
                "field_tips",
                "sub_type_level_mode",
                "sub_type_level_class",
                "editable_personnel_scope",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.requirement,
            Some(1) => &mut self.visibility,
            Some(2) => &mut self.role_assign,
            Some(3) => &mut self.field_name,
            Some(4) => &mut self.field_key,
            Some(5) => &mut self.field_alias,
            Some(6) => &mut self.field_type_key,
            Some(7) => &mut self.default_value,
            Some(8) => &mut self.options,
            Some(9) => &mut self.compound_fields,
            Some(10) => &mut self.validity,
            Some(11) => &mut self.label,
            Some(12) => &mut self.work_item_relation,
            Some(13) => &mut self.field_uuid,
            Some(14) => &mut self.free_add,
            Some(15) => &mut self.field_tips,
            Some(16) => &mut self.sub_type_level_mode,
            Some(17) => &mut self.sub_type_level_class,
            Some(18) => &mut self.editable_personnel_scope,
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
        let index = position(name, &["default_appear", "value"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.default_appear,
            Some(1) => &mut self.value,
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
        let index = position(
            name,
            &["label", "value", "is_disabled", "is_visibility", "children"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.label,
            Some(1) => &mut self.value,
            Some(2) => &mut self.disabled_state,
            Some(3) => &mut self.visibility,
            Some(4) => &mut self.children,
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
        let index = position(
            name,
            &["role", "name", "default_appear", "deletable", "member_assign", "members"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.role,
            Some(1) => &mut self.name,
            Some(2) => &mut self.default_appear,
            Some(3) => &mut self.deletable,
            Some(4) => &mut self.member_assign,
            Some(5) => &mut self.members,
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
        let index = position(name, &["editable_personnel_range_type", "editable_roles"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.editable_personnel_range_type,
            Some(1) => &mut self.editable_roles,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "disabled",
                "work_item_type_key",
                "work_item_type_name",
                "relation_details",
                "relation_type",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.disabled,
            Some(3) => &mut self.work_item_type_key,
            Some(4) => &mut self.work_item_type_name,
            Some(5) => &mut self.relation_details,
            Some(6) => &mut self.relation_type,
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
        let index = position(
            name,
            &["work_item_type_key", "work_item_type_name", "project_key", "project_name"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_type_key,
            Some(1) => &mut self.work_item_type_name,
            Some(2) => &mut self.project_key,
            Some(3) => &mut self.project_name,
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
        let index = position(name, &["owner_usage_mode", "owner_roles", "user_keys"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.owner_usage_mode,
            Some(1) => &mut self.owner_roles,
            Some(2) => &mut self.user_keys,
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
        let index = position(
            name,
            &[
                "field_key",
                "field_type_key",
                "options",
                "compound_fields",
                "field_alias",
                "field_name",
                "is_custom_field",
                "is_obsoleted",
                "work_item_scopes",
                "value_generate_mode",
                "relation_id",
                "editable_personnel_scope",
                "number_config",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.field_type_key,
            Some(2) => &mut self.options,
            Some(3) => &mut self.compound_fields,
            Some(4) => &mut self.field_alias,
            Some(5) => &mut self.field_name,
            Some(6) => &mut self.is_custom_field,
            Some(7) => &mut self.is_obsoleted,
            Some(8) => &mut self.work_item_scopes,
            Some(9) => &mut self.value_generate_mode,
            Some(10) => &mut self.relation_id,
            Some(11) => &mut self.editable_personnel_scope,
            Some(12) => &mut self.number_config,
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
        let index = position(
            name,
            &[
                "label",
                "value",
                "children",
                "work_item_type_key",
                "order",
                "color",
                "is_visibility",
                "is_disabled",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.label,
            Some(1) => &mut self.value,
            Some(2) => &mut self.children,
            Some(3) => &mut self.work_item_type_key,
            Some(4) => &mut self.order,
            Some(5) => &mut self.color,
            Some(6) => &mut self.visibility,
            Some(7) => &mut self.disabled_state,
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
        let index = position(
            name,
            &["scaling_ratio", "display_digits", "symbol_setting", "thousandth"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.scaling_ratio,
            Some(1) => &mut self.display_digits,
            Some(2) => &mut self.symbol_setting,
            Some(3) => &mut self.thousandth,
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
        let index = position(name, &["display", "value", "layout"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.display,
            Some(1) => &mut self.value,
            Some(2) => &mut self.layout,
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
