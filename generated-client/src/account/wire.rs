// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `account` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::CreatedAccount;

impl Record for CreatedAccount {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "user_meego_key" => &mut self.account_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("user_meego_key", &self.account_key);
    }
}

record!(CreatedAccount);
