// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    FieldOptionEdit, FieldOptionList, RelatedFieldDisplay, TeamOption, TeamScope,
};

record!(
    FieldOptionList { options, free_add, has_more, field_key, field_name, field_type,
    level_mode, field_alias, level_class }
);

record!(
    FieldOptionEdit { value, label, disabled, action, children, config_order,
    parent_value } weak_rules[Rule::OneOf("action", & ["0", "1", "2"])]
);

record!(TeamOption { team_data_scopes, team_mode });

record!(TeamScope { team_id, cascade });

record!(
    RelatedFieldDisplay { project_key, work_item_type_key, display_field_keys,
    display_role_keys, display_controls }
);
