// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `config` are read and written.

use paceline_runtime::codegen::record;
use super::{
    Field, FieldConfig, FieldDefault, FieldEditScope, FieldOption, NodeOwnerConfig,
    NumberFormat, NumberSymbol, OptionConfig, RoleAssignment, TypeInSpace,
    WorkItemRelation,
};

record!(
    FieldConfig { requirement : "is_required", visibility : "is_visibility", role_assign,
    field_name, field_key, field_alias, field_type_key, default_value, options,
    compound_fields, validity : "is_validity", label, work_item_relation, field_uuid,
    free_add, field_tips, sub_type_level_mode, sub_type_level_class,
    editable_personnel_scope }
);

record!(FieldDefault { default_appear, value });

record!(
    OptionConfig { label, value, disabled_state : "is_disabled", visibility :
    "is_visibility", children }
);

record!(
    RoleAssignment { role, name, default_appear, deletable, member_assign, members }
);

record!(FieldEditScope { editable_personnel_range_type, editable_roles });

record!(
    WorkItemRelation { id, name, disabled, work_item_type_key, work_item_type_name,
    relation_details, relation_type }
);

record!(
    TypeInSpace { work_item_type_key, work_item_type_name, project_key, project_name }
);

record!(NodeOwnerConfig { owner_usage_mode, owner_roles, user_keys });

record!(
    Field { field_key, field_type_key, options, compound_fields, field_alias, field_name,
    is_custom_field, is_obsoleted, work_item_scopes, value_generate_mode, relation_id,
    editable_personnel_scope, number_config }
);

record!(
    FieldOption { label, value, children, work_item_type_key, order, color, visibility :
    "is_visibility", disabled_state : "is_disabled" }
);

record!(NumberFormat { scaling_ratio, display_digits, symbol_setting, thousandth });

record!(NumberSymbol { display, value, layout });
