// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `view` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    AggregatedField, AggregatedFieldError, AggregatedFieldRights, AggregatedFieldUi,
    AggregatedFields, CreatedView, FixedView, LabelTranslation, QuickFilter, View,
    ViewTeam,
};

impl Record for FixedView {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "view_id",
                "name",
                "created_by",
                "created_at",
                "modified_by",
                "work_item_id_list",
                "editable",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.view_id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.created_by,
            Some(3) => &mut self.created_at,
            Some(4) => &mut self.modified_by,
            Some(5) => &mut self.work_item_ids,
            Some(6) => &mut self.editable,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("view_id", &self.view_id);
        object.put("name", &self.name);
        object.put("created_by", &self.created_by);
        object.put("created_at", &self.created_at);
        object.put("modified_by", &self.modified_by);
        object.put("work_item_id_list", &self.work_item_ids);
        object.put("editable", &self.editable);
    }
}

record!(FixedView);

impl Record for View {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "view_id",
                "name",
                "view_url",
                "view_type",
                "auth",
                "system_view",
                "collaborators",
                "created_at",
                "created_by",
                "quick_filters",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.view_id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.view_url,
            Some(3) => &mut self.view_type,
            Some(4) => &mut self.auth,
            Some(5) => &mut self.system_view,
            Some(6) => &mut self.collaborators,
            Some(7) => &mut self.created_at,
            Some(8) => &mut self.created_by,
            Some(9) => &mut self.quick_filters,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("view_id", &self.view_id);
        object.put("name", &self.name);
        object.put("view_url", &self.view_url);
        object.put("view_type", &self.view_type);
        object.put("auth", &self.auth);
        object.put("system_view", &self.system_view);
        object.put("collaborators", &self.collaborators);
        object.put("created_at", &self.created_at);
        object.put("created_by", &self.created_by);
        object.put("quick_filters", &self.quick_filters);
    }
}

record!(View);

impl Record for QuickFilter {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["quick_filter_id", "quick_filter_name"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.quick_filter_id,
            Some(1) => &mut self.quick_filter_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("quick_filter_id", &self.quick_filter_id);
        object.put("quick_filter_name", &self.quick_filter_name);
    }
}

record!(QuickFilter);

impl Record for ViewTeam {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["id", "not_cascade", "not_contain_team_manager"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.not_cascade,
            Some(2) => &mut self.not_contain_team_manager,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("not_cascade", &self.not_cascade);
        object.put("not_contain_team_manager", &self.not_contain_team_manager);
    }
}

record!(ViewTeam);

impl Record for CreatedView {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["view_id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.view_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("view_id", &self.view_id);
    }
}

record!(CreatedView);

impl Record for AggregatedFields {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["agg_resource_items"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.agg_resource_items,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("agg_resource_items", &self.agg_resource_items);
    }
}

record!(AggregatedFields);

impl Record for AggregatedField {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "key",
                "ruuid",
                "type",
                "class",
                "parent_key",
                "custom_key",
                "label",
                "default_label",
                "icon",
                "description",
                "auth",
                "params",
                "available",
                "unavailable",
                "using_feature_points",
                "resource_items",
                "error_message",
                "is_preset",
                "belongs_to",
                "label_unique_key",
                "label_origin",
                "label_translations",
                "resource_key",
                "scope",
                "status",
                "relation_ruuid",
                "parent_label",
                "ui_description",
                "group_label",
                "is_multi_target",
                "data_source",
                "relation_type",
                "role_id",
                "role_key",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.key,
            Some(1) => &mut self.ruuid,
            Some(2) => &mut self.kind,
            Some(3) => &mut self.class_name,
            Some(4) => &mut self.parent_key,
            Some(5) => &mut self.custom_key,
            Some(6) => &mut self.label,
            Some(7) => &mut self.default_label,
            Some(8) => &mut self.icon,
            Some(9) => &mut self.description,
            Some(10) => &mut self.auth,
            Some(11) => &mut self.params,
            Some(12) => &mut self.available,
            Some(13) => &mut self.unavailable,
            Some(14) => &mut self.using_feature_points,
            Some(15) => &mut self.resource_items,
            Some(16) => &mut self.error_message,
            Some(17) => &mut self.is_preset,
            Some(18) => &mut self.belongs_to,
            Some(19) => &mut self.label_unique_key,
            Some(20) => &mut self.label_origin,
            Some(21) => &mut self.label_translations,
            Some(22) => &mut self.resource_key,
            Some(23) => &mut self.scope,
            Some(24) => &mut self.status,
            Some(25) => &mut self.relation_ruuid,
            Some(26) => &mut self.parent_label,
            Some(27) => &mut self.ui_description,
            Some(28) => &mut self.group_label,
            Some(29) => &mut self.is_multi_target,
            Some(30) => &mut self.data_source,
            Some(31) => &mut self.relation_type,
            Some(32) => &mut self.role_id,
            Some(33) => &mut self.role_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("key", &self.key);
        object.put("ruuid", &self.ruuid);
        object.put("type", &self.kind);
        object.put("class", &self.class_name);
        object.put("parent_key", &self.parent_key);
        object.put("custom_key", &self.custom_key);
        object.put("label", &self.label);
        object.put("default_label", &self.default_label);
        object.put("icon", &self.icon);
        object.put("description", &self.description);
        object.put("auth", &self.auth);
        object.put("params", &self.params);
        object.put("available", &self.available);
        object.put("unavailable", &self.unavailable);
        object.put("using_feature_points", &self.using_feature_points);
        object.put("resource_items", &self.resource_items);
        object.put("error_message", &self.error_message);
        object.put("is_preset", &self.is_preset);
        object.put("belongs_to", &self.belongs_to);
        object.put("label_unique_key", &self.label_unique_key);
        object.put("label_origin", &self.label_origin);
        object.put("label_translations", &self.label_translations);
        object.put("resource_key", &self.resource_key);
        object.put("scope", &self.scope);
        object.put("status", &self.status);
        object.put("relation_ruuid", &self.relation_ruuid);
        object.put("parent_label", &self.parent_label);
        object.put("ui_description", &self.ui_description);
        object.put("group_label", &self.group_label);
        object.put("is_multi_target", &self.is_multi_target);
        object.put("data_source", &self.data_source);
        object.put("relation_type", &self.relation_type);
        object.put("role_id", &self.role_id);
        object.put("role_key", &self.role_key);
    }
}

record!(AggregatedField);

impl Record for AggregatedFieldRights {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["usable", "editable", "deletable", "creatable", "batch_editable"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.usable,
            Some(1) => &mut self.editable,
            Some(2) => &mut self.deletable,
            Some(3) => &mut self.creatable,
            Some(4) => &mut self.batch_editable,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("usable", &self.usable);
        object.put("editable", &self.editable);
        object.put("deletable", &self.deletable);
        object.put("creatable", &self.creatable);
        object.put("batch_editable", &self.batch_editable);
    }
}

record!(AggregatedFieldRights);

impl Record for AggregatedFieldUi {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "ui_type",
                "uuid",
                "is_multi",
                "dateType",
                "dateFormat",
                "subType",
                "subTypeLevel",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.ui_type,
            Some(1) => &mut self.uuid,
            Some(2) => &mut self.is_multi,
            Some(3) => &mut self.date_type,
            Some(4) => &mut self.date_format,
            Some(5) => &mut self.sub_type,
            Some(6) => &mut self.sub_type_level,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("ui_type", &self.ui_type);
        object.put("uuid", &self.uuid);
        object.put("is_multi", &self.is_multi);
        object.put("dateType", &self.date_type);
        object.put("dateFormat", &self.date_format);
        object.put("subType", &self.sub_type);
        object.put("subTypeLevel", &self.sub_type_level);
    }
}

record!(AggregatedFieldUi);

impl Record for AggregatedFieldError {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["error_code", "error_info"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.error_code,
            Some(1) => &mut self.error_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("error_code", &self.error_code);
        object.put("error_info", &self.error_info);
    }
}

record!(AggregatedFieldError);

impl Record for LabelTranslation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["sync_status", "translated", "language", "translation"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.sync_status,
            Some(1) => &mut self.translated,
            Some(2) => &mut self.language,
            Some(3) => &mut self.translation,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("sync_status", &self.sync_status);
        object.put("translated", &self.translated);
        object.put("language", &self.language);
        object.put("translation", &self.translation);
    }
}

record!(LabelTranslation);
