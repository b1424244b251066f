// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `tenant` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::Tenant;

impl Record for Tenant {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "tenant_meego_key" => &mut self.tenant_key,
            "name" => &mut self.name,
            "external_ids" => &mut self.external_ids,
            "icon" => &mut self.icon,
            "status" => &mut self.status,
            "platform_type" => &mut self.platform_type,
            "departments" => &mut self.departments,
            "accounts" => &mut self.accounts,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("tenant_meego_key", &self.tenant_key);
        object.put("name", &self.name);
        object.put("external_ids", &self.external_ids);
        object.put("icon", &self.icon);
        object.put("status", &self.status);
        object.put("platform_type", &self.platform_type);
        object.put("departments", &self.departments);
        object.put("accounts", &self.accounts);
    }
}

record!(Tenant);
