// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `integrated_search` are read and written.

use paceline_runtime::codegen::record;
use super::{
    IntegratedCondition, IntegratedFilter, IntegratedGroup, IntegratedPage,
    IntegratedQuery, IntegratedResult, IntegratedSort, QueryField, QueryFieldSource,
};

record!(
    IntegratedQuery { filter, sorts, groups, query_type, pagination, projection,
    instant_query, find_aborted, find_deleted, need_check_dirty_fields, project_keys,
    work_item_type_keys, allow_truncate }
);

record!(IntegratedFilter { conjunction, conditions, groups });

record!(
    IntegratedCondition { field_item, operator, original_value, formula, version,
    pre_operator, value_group, source }
);

record!(IntegratedSort { field_item, order });

record!(
    IntegratedGroup { field_item, need_empty : "needEmpty", needs_config : "needsConfig"
    }
);

record!(IntegratedPage { page_num, page_size, search_after, pit });

record!(
    QueryField { class_name : "class", strategy, key, kind : "type", project_key,
    work_item_type_key, params, extras, parent_field_key, parent_field_type,
    entity_scope, target_data_sources }
);

record!(QueryFieldSource { usage, unique_id });

record!(IntegratedResult { data, pagination, extra_info });
