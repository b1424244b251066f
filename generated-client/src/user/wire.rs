// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{OutUser, User, UserChannel};

impl Record for User {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "user_id",
                "user_key",
                "username",
                "email",
                "avatar_url",
                "name_cn",
                "name_en",
                "out_id",
                "status",
                "out_user",
                "departments",
                "name",
                "channels",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.user_id,
            Some(1) => &mut self.user_key,
            Some(2) => &mut self.username,
            Some(3) => &mut self.email,
            Some(4) => &mut self.avatar_url,
            Some(5) => &mut self.name_cn,
            Some(6) => &mut self.name_en,
            Some(7) => &mut self.out_id,
            Some(8) => &mut self.status,
            Some(9) => &mut self.out_user,
            Some(10) => &mut self.departments,
            Some(11) => &mut self.name,
            Some(12) => &mut self.channels,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("user_id", &self.user_id);
        object.put("user_key", &self.user_key);
        object.put("username", &self.username);
        object.put("email", &self.email);
        object.put("avatar_url", &self.avatar_url);
        object.put("name_cn", &self.name_cn);
        object.put("name_en", &self.name_en);
        object.put("out_id", &self.out_id);
        object.put("status", &self.status);
        object.put("out_user", &self.out_user);
        object.put("departments", &self.departments);
        object.put("name", &self.name);
        object.put("channels", &self.channels);
    }
}

record!(User);

impl Record for OutUser {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["out_user_id", "login_platform_type"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.out_user_id,
            Some(1) => &mut self.login_platform_type,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("out_user_id", &self.out_user_id);
        object.put("login_platform_type", &self.login_platform_type);
    }
}

record!(OutUser);

impl Record for UserChannel {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["tenant_name", "tenant_group_id"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.tenant_name,
            Some(1) => &mut self.tenant_group_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("tenant_name", &self.tenant_name);
        object.put("tenant_group_id", &self.tenant_group_id);
    }
}

record!(UserChannel);
