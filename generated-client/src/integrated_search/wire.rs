// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `integrated_search` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    IntegratedCondition, IntegratedFilter, IntegratedGroup, IntegratedPage,
    IntegratedQuery, IntegratedResult, IntegratedSort, QueryField, QueryFieldSource,
};

impl Record for IntegratedQuery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "filter" => &mut self.filter,
            "sorts" => &mut self.sorts,
            "groups" => &mut self.groups,
            "query_type" => &mut self.query_type,
            "pagination" => &mut self.pagination,
            "projection" => &mut self.projection,
            "instant_query" => &mut self.instant_query,
            "find_aborted" => &mut self.find_aborted,
            "find_deleted" => &mut self.find_deleted,
            "need_check_dirty_fields" => &mut self.need_check_dirty_fields,
            "project_keys" => &mut self.project_keys,
            "work_item_type_keys" => &mut self.work_item_type_keys,
            "allow_truncate" => &mut self.allow_truncate,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("filter", &self.filter);
        object.put("sorts", &self.sorts);
        object.put("groups", &self.groups);
        object.put("query_type", &self.query_type);
        object.put("pagination", &self.pagination);
        object.put("projection", &self.projection);
        object.put("instant_query", &self.instant_query);
        object.put("find_aborted", &self.find_aborted);
        object.put("find_deleted", &self.find_deleted);
        object.put("need_check_dirty_fields", &self.need_check_dirty_fields);
        object.put("project_keys", &self.project_keys);
        object.put("work_item_type_keys", &self.work_item_type_keys);
        object.put("allow_truncate", &self.allow_truncate);
    }
}

record!(IntegratedQuery);

impl Record for IntegratedFilter {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "conjunction" => &mut self.conjunction,
            "conditions" => &mut self.conditions,
            "groups" => &mut self.groups,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("conjunction", &self.conjunction);
        object.put("conditions", &self.conditions);
        object.put("groups", &self.groups);
    }
}

record!(IntegratedFilter);

impl Record for IntegratedCondition {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_item" => &mut self.field_item,
            "operator" => &mut self.operator,
            "original_value" => &mut self.original_value,
            "formula" => &mut self.formula,
            "version" => &mut self.version,
            "pre_operator" => &mut self.pre_operator,
            "value_group" => &mut self.value_group,
            "source" => &mut self.source,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_item", &self.field_item);
        object.put("operator", &self.operator);
        object.put("original_value", &self.original_value);
        object.put("formula", &self.formula);
        object.put("version", &self.version);
        object.put("pre_operator", &self.pre_operator);
        object.put("value_group", &self.value_group);
        object.put("source", &self.source);
    }
}

record!(IntegratedCondition);

impl Record for IntegratedSort {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_item" => &mut self.field_item,
            "order" => &mut self.order,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_item", &self.field_item);
        object.put("order", &self.order);
    }
}

record!(IntegratedSort);

impl Record for IntegratedGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_item" => &mut self.field_item,
            "needEmpty" => &mut self.need_empty,
            "needsConfig" => &mut self.needs_config,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_item", &self.field_item);
        object.put("needEmpty", &self.need_empty);
        object.put("needsConfig", &self.needs_config);
    }
}

record!(IntegratedGroup);

impl Record for IntegratedPage {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "page_num" => &mut self.page_num,
            "page_size" => &mut self.page_size,
            "search_after" => &mut self.search_after,
            "pit" => &mut self.pit,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("page_num", &self.page_num);
        object.put("page_size", &self.page_size);
        object.put("search_after", &self.search_after);
        object.put("pit", &self.pit);
    }
}

record!(IntegratedPage);

impl Record for QueryField {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "class" => &mut self.class_name,
            "strategy" => &mut self.strategy,
            "key" => &mut self.key,
            "type" => &mut self.kind,
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            "params" => &mut self.params,
            "extras" => &mut self.extras,
            "parent_field_key" => &mut self.parent_field_key,
            "parent_field_type" => &mut self.parent_field_type,
            "entity_scope" => &mut self.entity_scope,
            "target_data_sources" => &mut self.target_data_sources,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("class", &self.class_name);
        object.put("strategy", &self.strategy);
        object.put("key", &self.key);
        object.put("type", &self.kind);
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("params", &self.params);
        object.put("extras", &self.extras);
        object.put("parent_field_key", &self.parent_field_key);
        object.put("parent_field_type", &self.parent_field_type);
        object.put("entity_scope", &self.entity_scope);
        object.put("target_data_sources", &self.target_data_sources);
    }
}

record!(QueryField);

impl Record for QueryFieldSource {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "usage" => &mut self.usage,
            "unique_id" => &mut self.unique_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("usage", &self.usage);
        object.put("unique_id", &self.unique_id);
    }
}

record!(QueryFieldSource);

impl Record for IntegratedResult {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "data" => &mut self.data,
            "pagination" => &mut self.pagination,
            "extra_info" => &mut self.extra_info,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("data", &self.data);
        object.put("pagination", &self.pagination);
        object.put("extra_info", &self.extra_info);
    }
}

record!(IntegratedResult);
