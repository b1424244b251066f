// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user_group` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{CreatedUserGroup, UserGroup, UserGroupPage, UserGroupPagination};

impl Record for CreatedUserGroup {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
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
        let place: &mut dyn Decode = match name {
            "list" => &mut self.list,
            "pagination" => &mut self.pagination,
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
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "user_count" => &mut self.user_count,
            "user_members" => &mut self.user_members,
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
        let place: &mut dyn Decode = match name {
            "page_num" => &mut self.page_num,
            "page_size" => &mut self.page_size,
            "has_more" => &mut self.has_more,
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
