// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `search` are read and written.

use client_runtime::codegen::{Check, Decode, Object, Record, position, record};
use super::{
    DataSource, SearchCursor, SearchGroup, SearchHit, SearchNodeOwners, SearchNodeTime,
    SearchParam, SearchRoleOwners, SearchSort, SearchUser, TypeScope,
};

impl Record for SearchGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["search_params", "conjunction", "search_groups"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.search_params,
            Some(1) => &mut self.conjunction,
            Some(2) => &mut self.search_groups,
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
        let index = position(
            name,
            &["param_key", "value", "operator", "pre_operator", "value_search_groups"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.param_key,
            Some(1) => &mut self.value,
            Some(2) => &mut self.operator,
            Some(3) => &mut self.pre_operator,
            Some(4) => &mut self.value_search_groups,
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
        let index = position(name, &["page_size", "search_after", "pit", "total"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.page_size,
            Some(1) => &mut self.search_after,
            Some(2) => &mut self.pit,
            Some(3) => &mut self.total,
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
        let index = position(name, &["project_key", "work_item_type_keys"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.work_item_type_keys,
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
        let index = position(name, &["project_key", "work_item_type_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.project_key,
            Some(1) => &mut self.work_item_type_key,
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
        let index = position(name, &["user_keys", "field_key", "role"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.user_keys,
            Some(1) => &mut self.field_key,
            Some(2) => &mut self.role,
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
        let index = position(
            name,
            &[
                "ID",
                "name",
                "WorkItemTypeKey",
                "ProjectKey",
                "CreatedBy",
                "CreatedAt",
                "SearchHit",
                "ViewScopeKey",
                "ProjectKeys",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.project_key,
            Some(4) => &mut self.created_by,
            Some(5) => &mut self.created_at,
            Some(6) => &mut self.matches,
            Some(7) => &mut self.view_scope_key,
            Some(8) => &mut self.project_keys,
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
        let index = position(
            name,
            &["field_key", "field_type", "work_item_type_key", "order", "params"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.field_type,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.order,
            Some(4) => &mut self.params,
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
        let index = position(name, &["state_name", "owners"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_name,
            Some(1) => &mut self.owners,
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
        let index = position(name, &["role", "owners"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.role,
            Some(1) => &mut self.owners,
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
        let index = position(
            name,
            &["state_name", "state_condition", "state_timestamp"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.node_name,
            Some(1) => &mut self.moment,
            Some(2) => &mut self.time,
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
