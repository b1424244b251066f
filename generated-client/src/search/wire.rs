// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `search` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, record};
use super::{
    DataSource, SearchCursor, SearchGroup, SearchHit, SearchNodeOwners, SearchNodeTime,
    SearchParam, SearchRoleOwners, SearchSort, SearchUser, TypeScope,
};

impl Record for SearchGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "search_params" => &mut self.search_params,
            "conjunction" => &mut self.conjunction,
            "search_groups" => &mut self.search_groups,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("search_params", &self.search_params);
        object.put("conjunction", &self.conjunction);
        object.put("search_groups", &self.search_groups);
    }
}

record!(SearchGroup);

impl Record for SearchParam {
    fn checks(&self) -> &'static [Check] {
        &[
            Check::Items("value", 0, 50),
            Check::Without("value_search_groups", &["pre_operator"]),
        ]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "param_key" => &mut self.param_key,
            "value" => &mut self.value,
            "operator" => &mut self.operator,
            "pre_operator" => &mut self.pre_operator,
            "value_search_groups" => &mut self.value_search_groups,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("param_key", &self.param_key);
        object.put("value", &self.value);
        object.put("operator", &self.operator);
        object.put("pre_operator", &self.pre_operator);
        object.put("value_search_groups", &self.value_search_groups);
    }
}

record!(SearchParam);

impl Record for SearchCursor {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "page_size" => &mut self.page_size,
            "search_after" => &mut self.search_after,
            "pit" => &mut self.pit,
            "total" => &mut self.total,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("page_size", &self.page_size);
        object.put("search_after", &self.search_after);
        object.put("pit", &self.pit);
        object.put("total", &self.total);
    }
}

record!(SearchCursor);

impl Record for DataSource {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_keys" => &mut self.work_item_type_keys,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_keys", &self.work_item_type_keys);
    }
}

record!(DataSource);

impl Record for TypeScope {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_type_key" => &mut self.work_item_type_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_type_key", &self.work_item_type_key);
    }
}

record!(TypeScope);

impl Record for SearchUser {
    fn checks(&self) -> &'static [Check] {
        &[Check::AtMostOne(&["field_key", "role"])]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "user_keys" => &mut self.user_keys,
            "field_key" => &mut self.field_key,
            "role" => &mut self.role,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("user_keys", &self.user_keys);
        object.put("field_key", &self.field_key);
        object.put("role", &self.role);
    }
}

record!(SearchUser);

impl Record for SearchHit {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "ID" => &mut self.id,
            "name" => &mut self.name,
            "WorkItemTypeKey" => &mut self.work_item_type_key,
            "ProjectKey" => &mut self.project_key,
            "CreatedBy" => &mut self.created_by,
            "CreatedAt" => &mut self.created_at,
            "SearchHit" => &mut self.matches,
            "ViewScopeKey" => &mut self.view_scope_key,
            "ProjectKeys" => &mut self.project_keys,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("ID", &self.id);
        object.put("name", &self.name);
        object.put("WorkItemTypeKey", &self.work_item_type_key);
        object.put("ProjectKey", &self.project_key);
        object.put("CreatedBy", &self.created_by);
        object.put("CreatedAt", &self.created_at);
        object.put("SearchHit", &self.matches);
        object.put("ViewScopeKey", &self.view_scope_key);
        object.put("ProjectKeys", &self.project_keys);
    }
}

record!(SearchHit);

impl Record for SearchSort {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_type" => &mut self.field_type,
            "work_item_type_key" => &mut self.work_item_type_key,
            "order" => &mut self.order,
            "params" => &mut self.params,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_type", &self.field_type);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("order", &self.order);
        object.put("params", &self.params);
    }
}

record!(SearchSort);

impl Record for SearchNodeOwners {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_name" => &mut self.node_name,
            "owners" => &mut self.owners,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_name", &self.node_name);
        object.put("owners", &self.owners);
    }
}

record!(SearchNodeOwners);

impl Record for SearchRoleOwners {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "role" => &mut self.role,
            "owners" => &mut self.owners,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("role", &self.role);
        object.put("owners", &self.owners);
    }
}

record!(SearchRoleOwners);

impl Record for SearchNodeTime {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_name" => &mut self.node_name,
            "state_condition" => &mut self.moment,
            "state_timestamp" => &mut self.time,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_name", &self.node_name);
        object.put("state_condition", &self.moment);
        object.put("state_timestamp", &self.time);
    }
}

record!(SearchNodeTime);
