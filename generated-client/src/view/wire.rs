// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `view` are read and written.

use paceline_runtime::codegen::record;
use super::{
    AggregatedField, AggregatedFieldError, AggregatedFieldRights, AggregatedFieldUi,
    AggregatedFields, CreatedView, FixedView, LabelTranslation, QuickFilter, View,
    ViewTeam,
};

record!(
    FixedView { view_id, name, created_by, created_at, modified_by, work_item_ids :
    "work_item_id_list", editable }
);

record!(
    View { view_id, name, view_url, view_type, auth, system_view, collaborators,
    created_at, created_by, quick_filters }
);

record!(QuickFilter { quick_filter_id, quick_filter_name });

record!(ViewTeam { id, not_cascade, not_contain_team_manager });

record!(CreatedView { view_id });

record!(AggregatedFields { agg_resource_items });

record!(
    AggregatedField { key, ruuid, kind : "type", class_name : "class", parent_key,
    custom_key, label, default_label, icon, description, auth, params, available,
    unavailable, using_feature_points, resource_items, error_message, is_preset,
    belongs_to, label_unique_key, label_origin, label_translations, resource_key, scope,
    status, relation_ruuid, parent_label, ui_description, group_label, is_multi_target,
    data_source, relation_type, role_id, role_key, field_class }
);

record!(
    AggregatedFieldRights { usable, editable, deletable, creatable, batch_editable }
);

record!(
    AggregatedFieldUi { ui_type, uuid, is_multi, date_type : "dateType", date_format :
    "dateFormat", sub_type : "subType", sub_type_level : "subTypeLevel" }
);

record!(AggregatedFieldError { error_code, error_info });

record!(LabelTranslation { sync_status, translated, language, translation });
