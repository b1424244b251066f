// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `view` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    AggregatedField, AggregatedFieldError, AggregatedFieldRights, AggregatedFieldUi,
    AggregatedFields, CreatedView, FixedView, LabelTranslation, QuickFilter, View,
    ViewTeam,
};

impl Record for FixedView {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "view_id" => &mut self.view_id,
            "name" => &mut self.name,
            "created_by" => &mut self.created_by,
            "created_at" => &mut self.created_at,
            "modified_by" => &mut self.modified_by,
            "work_item_id_list" => &mut self.work_item_ids,
            "editable" => &mut self.editable,
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
        let place: &mut dyn Decode = match name {
            "view_id" => &mut self.view_id,
            "name" => &mut self.name,
            "view_url" => &mut self.view_url,
            "view_type" => &mut self.view_type,
            "auth" => &mut self.auth,
            "system_view" => &mut self.system_view,
            "collaborators" => &mut self.collaborators,
            "created_at" => &mut self.created_at,
            "created_by" => &mut self.created_by,
            "quick_filters" => &mut self.quick_filters,
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
        let place: &mut dyn Decode = match name {
            "quick_filter_id" => &mut self.quick_filter_id,
            "quick_filter_name" => &mut self.quick_filter_name,
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
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "not_cascade" => &mut self.not_cascade,
            "not_contain_team_manager" => &mut self.not_contain_team_manager,
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
        let place: &mut dyn Decode = match name {
            "view_id" => &mut self.view_id,
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
        let place: &mut dyn Decode = match name {
            "agg_resource_items" => &mut self.agg_resource_items,
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
        let place: &mut dyn Decode = match name {
            "key" => &mut self.key,
            "ruuid" => &mut self.ruuid,
            "type" => &mut self.kind,
            "class" => &mut self.class_name,
            "parent_key" => &mut self.parent_key,
            "custom_key" => &mut self.custom_key,
            "label" => &mut self.label,
            "default_label" => &mut self.default_label,
            "icon" => &mut self.icon,
            "description" => &mut self.description,
            "auth" => &mut self.auth,
            "params" => &mut self.params,
            "available" => &mut self.available,
            "unavailable" => &mut self.unavailable,
            "using_feature_points" => &mut self.using_feature_points,
            "resource_items" => &mut self.resource_items,
            "error_message" => &mut self.error_message,
            "is_preset" => &mut self.is_preset,
            "belongs_to" => &mut self.belongs_to,
            "label_unique_key" => &mut self.label_unique_key,
            "label_origin" => &mut self.label_origin,
            "label_translations" => &mut self.label_translations,
            "resource_key" => &mut self.resource_key,
            "scope" => &mut self.scope,
            "status" => &mut self.status,
            "relation_ruuid" => &mut self.relation_ruuid,
            "parent_label" => &mut self.parent_label,
            "ui_description" => &mut self.ui_description,
            "group_label" => &mut self.group_label,
            "is_multi_target" => &mut self.is_multi_target,
            "data_source" => &mut self.data_source,
            "relation_type" => &mut self.relation_type,
            "role_id" => &mut self.role_id,
            "role_key" => &mut self.role_key,
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
        let place: &mut dyn Decode = match name {
            "usable" => &mut self.usable,
            "editable" => &mut self.editable,
            "deletable" => &mut self.deletable,
            "creatable" => &mut self.creatable,
            "batch_editable" => &mut self.batch_editable,
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
        let place: &mut dyn Decode = match name {
            "ui_type" => &mut self.ui_type,
            "uuid" => &mut self.uuid,
            "is_multi" => &mut self.is_multi,
            "dateType" => &mut self.date_type,
            "dateFormat" => &mut self.date_format,
            "subType" => &mut self.sub_type,
            "subTypeLevel" => &mut self.sub_type_level,
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
        let place: &mut dyn Decode = match name {
            "error_code" => &mut self.error_code,
            "error_info" => &mut self.error_info,
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
        let place: &mut dyn Decode = match name {
            "sync_status" => &mut self.sync_status,
            "translated" => &mut self.translated,
            "language" => &mut self.language,
            "translation" => &mut self.translation,
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
