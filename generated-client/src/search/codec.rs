// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `search` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    DataSource, SearchCursor, SearchGroup, SearchHit, SearchNodeOwners, SearchNodeTime,
    SearchParam, SearchRoleOwners, SearchSort, SearchUser, TypeScope,
};

record!(
    SearchGroup { search_params, conjunction, search_groups }
    weak_rules[Rule::AtLeastOne(& ["search_params", "search_groups"])]
);

record!(
    SearchParam { param_key, value, operator, pre_operator, value_search_groups }
    rules[Rule::Items("value", 0, 50)] weak_rules[Rule::Without("value_search_groups", &
    ["pre_operator"])]
);

record!(SearchCursor { page_size, search_after, pit, total });

record!(DataSource { project_key, work_item_type_keys });

record!(TypeScope { project_key, work_item_type_key });

record!(
    SearchUser { user_keys, field_key, role } rules[Rule::AtMostOne(& ["field_key",
    "role"])]
);

record!(
    SearchHit { id : "ID", name, work_item_type_key : "WorkItemTypeKey", project_key :
    "ProjectKey", created_by : "CreatedBy", created_at : "CreatedAt", matches :
    "SearchHit", view_scope_key : "ViewScopeKey", project_keys : "ProjectKeys" }
);

record!(SearchSort { field_key, field_type, work_item_type_key, order, params });

record!(SearchNodeOwners { node_name : "state_name", owners });

record!(SearchRoleOwners { role, owners });

record!(
    SearchNodeTime { node_name : "state_name", moment : "state_condition", time :
    "state_timestamp" }
);
