// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `user` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{OutUser, User, UserChannel};

impl Record for User {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "user_id" => &mut self.user_id,
            "user_key" => &mut self.user_key,
            "username" => &mut self.username,
            "email" => &mut self.email,
            "avatar_url" => &mut self.avatar_url,
            "name_cn" => &mut self.name_cn,
            "name_en" => &mut self.name_en,
            "out_id" => &mut self.out_id,
            "status" => &mut self.status,
            "out_user" => &mut self.out_user,
            "departments" => &mut self.departments,
            "name" => &mut self.name,
            "channels" => &mut self.channels,
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
        let place: &mut dyn Decode = match name {
            "out_user_id" => &mut self.out_user_id,
            "login_platform_type" => &mut self.login_platform_type,
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
        let place: &mut dyn Decode = match name {
            "tenant_name" => &mut self.tenant_name,
            "tenant_group_id" => &mut self.tenant_group_id,
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
