// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `integrated_search` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    IntegratedCondition, IntegratedFilter, IntegratedGroup, IntegratedPage,
    IntegratedQuery, IntegratedResult, IntegratedSort, QueryField, QueryFieldSource,
};

impl Record for IntegratedQuery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "filter",
                "sorts",
                "groups",
                "query_type",
                "pagination",
                "projection",
                "instant_query",
                "find_aborted",
                "find_deleted",
                "need_check_dirty_fields",
                "project_keys",
                "work_item_type_keys",
                "allow_truncate",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.filter,
            Some(1) => &mut self.sorts,
            Some(2) => &mut self.groups,
            Some(3) => &mut self.query_type,
            Some(4) => &mut self.pagination,
            Some(5) => &mut self.projection,
            Some(6) => &mut self.instant_query,
            Some(7) => &mut self.find_aborted,
            Some(8) => &mut self.find_deleted,
            Some(9) => &mut self.need_check_dirty_fields,
            Some(10) => &mut self.project_keys,
            Some(11) => &mut self.work_item_type_keys,
            Some(12) => &mut self.allow_truncate,
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
        let index = position(name, &["conjunction", "conditions", "groups"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.conjunction,
            Some(1) => &mut self.conditions,
            Some(2) => &mut self.groups,
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
        let index = position(
            name,
            &[
                "field_item",
                "operator",
                "original_value",
                "formula",
                "version",
                "pre_operator",
                "value_group",
                "source",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_item,
            Some(1) => &mut self.operator,
            Some(2) => &mut self.original_value,
            Some(3) => &mut self.formula,
            Some(4) => &mut self.version,
            Some(5) => &mut self.pre_operator,
            Some(6) => &mut self.value_group,
            Some(7) => &mut self.source,
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
        let index = position(name, &["field_item", "order"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_item,
            Some(1) => &mut self.order,
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
        let index = position(name, &["field_item", "needEmpty", "needsConfig"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_item,
            Some(1) => &mut self.need_empty,
            Some(2) => &mut self.needs_config,
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
        let index = position(name, &["page_num", "page_size", "search_after", "pit"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.page_num,
            Some(1) => &mut self.page_size,
            Some(2) => &mut self.search_after,
            Some(3) => &mut self.pit,
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
        let index = position(
            name,
            &[
                "class",
                "strategy",
                "key",
                "type",
                "project_key",
                "work_item_type_key",
                "params",
                "extras",
                "parent_field_key",
                "parent_field_type",
                "entity_scope",
                "target_data_sources",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.class_name,
            Some(1) => &mut self.strategy,
            Some(2) => &mut self.key,
            Some(3) => &mut self.kind,
            Some(4) => &mut self.project_key,
            Some(5) => &mut self.work_item_type_key,
            Some(6) => &mut self.params,
            Some(7) => &mut self.extras,
            Some(8) => &mut self.parent_field_key,
            Some(9) => &mut self.parent_field_type,
            Some(10) => &mut self.entity_scope,
            Some(11) => &mut self.target_data_sources,
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
        let index = position(name, &["usage", "unique_id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.usage,
            Some(1) => &mut self.unique_id,
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
        let index = position(name, &["data", "pagination", "extra_info"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.data,
            Some(1) => &mut self.pagination,
            Some(2) => &mut self.extra_info,
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
