// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `auth` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{AuthCode, PluginToken, RefreshedToken, UserToken};

impl Record for PluginToken {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["expire_time", "token"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.expire_time,
            Some(1) => &mut self.token,
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
        let index = position(
            name,
            &[
                "expire_time",
                "token",
                "refresh_token",
                "refresh_token_expire_time",
                "user_key",
                "saas_tenant_key",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.expire_time,
            Some(1) => &mut self.token,
            Some(2) => &mut self.refresh_token,
            Some(3) => &mut self.refresh_token_expire_time,
            Some(4) => &mut self.user_key,
            Some(5) => &mut self.saas_tenant_key,
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
        let index = position(
            name,
            &["expire_time", "token", "refresh_token", "refresh_token_expire_time"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.expire_time,
            Some(1) => &mut self.token,
            Some(2) => &mut self.refresh_token,
            Some(3) => &mut self.refresh_token_expire_time,
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
        let index = position(name, &["code", "state"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.code,
            Some(1) => &mut self.state,
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
