// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `tenant` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::Tenant;

impl Record for Tenant {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "tenant_meego_key",
                "name",
                "external_ids",
                "icon",
                "status",
                "platform_type",
                "departments",
                "accounts",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.tenant_key,
            Some(1) => &mut self.name,
            Some(2) => &mut self.external_ids,
            Some(3) => &mut self.icon,
            Some(4) => &mut self.status,
            Some(5) => &mut self.platform_type,
            Some(6) => &mut self.departments,
            Some(7) => &mut self.accounts,
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
