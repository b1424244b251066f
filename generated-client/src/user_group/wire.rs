// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user_group` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{CreatedUserGroup, UserGroup, UserGroupPage, UserGroupPagination};

impl Record for CreatedUserGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
    }
}

record!(CreatedUserGroup);

impl Record for UserGroupPage {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["list", "pagination"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.list,
            Some(1) => &mut self.pagination,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("list", &self.list);
        object.put("pagination", &self.pagination);
    }
}

record!(UserGroupPage);

impl Record for UserGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["id", "name", "user_count", "user_members"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.user_count,
            Some(3) => &mut self.user_members,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("user_count", &self.user_count);
        object.put("user_members", &self.user_members);
    }
}

record!(UserGroup);

impl Record for UserGroupPagination {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["page_num", "page_size", "has_more"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.page_num,
            Some(1) => &mut self.page_size,
            Some(2) => &mut self.has_more,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("page_num", &self.page_num);
        object.put("page_size", &self.page_size);
        object.put("has_more", &self.has_more);
    }
}

record!(UserGroupPagination);
