// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `department`.

use crate::common::DepartmentKey;

/// Key of a department that was created.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedDepartment {
    /// Key of the department.
    pub department_key: Option<DepartmentKey>,
}
