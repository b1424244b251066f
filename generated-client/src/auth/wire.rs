// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `auth` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{AuthCode, PluginToken, RefreshedToken, UserToken};

impl Record for PluginToken {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "expire_time" => &mut self.expire_time,
            "token" => &mut self.token,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("expire_time", &self.expire_time);
        object.put("token", &self.token);
    }
}

record!(PluginToken);

impl Record for UserToken {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "expire_time" => &mut self.expire_time,
            "token" => &mut self.token,
            "refresh_token" => &mut self.refresh_token,
            "refresh_token_expire_time" => &mut self.refresh_token_expire_time,
            "user_key" => &mut self.user_key,
            "saas_tenant_key" => &mut self.saas_tenant_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("expire_time", &self.expire_time);
        object.put("token", &self.token);
        object.put("refresh_token", &self.refresh_token);
        object.put("refresh_token_expire_time", &self.refresh_token_expire_time);
        object.put("user_key", &self.user_key);
        object.put("saas_tenant_key", &self.saas_tenant_key);
    }
}

record!(UserToken);

impl Record for RefreshedToken {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "expire_time" => &mut self.expire_time,
            "token" => &mut self.token,
            "refresh_token" => &mut self.refresh_token,
            "refresh_token_expire_time" => &mut self.refresh_token_expire_time,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("expire_time", &self.expire_time);
        object.put("token", &self.token);
        object.put("refresh_token", &self.refresh_token);
        object.put("refresh_token_expire_time", &self.refresh_token_expire_time);
    }
}

record!(RefreshedToken);

impl Record for AuthCode {
    fn required(&self) -> &'static [&'static str] {
        &["code"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "code" => &mut self.code,
            "state" => &mut self.state,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("code", &self.code);
        object.put("state", &self.state);
    }
}

record!(AuthCode);
