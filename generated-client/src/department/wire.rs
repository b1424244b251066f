// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `department` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::CreatedDepartment;

impl Record for CreatedDepartment {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "department_meego_key" => &mut self.department_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("department_meego_key", &self.department_key);
    }
}

record!(CreatedDepartment);
