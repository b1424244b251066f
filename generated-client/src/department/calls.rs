// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `department` that are being put together.

use paceline_runtime::Map;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{Department, DepartmentKey};
use super::CreatedDepartment;

/// A call of [`Departments::create`](super::Departments::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Names of the department by language.
    pub fn name(self, name: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Department above.
    pub fn parent_department_key(
        self,
        parent_department_key: impl Into<DepartmentKey>,
    ) -> Self {
        Self(self.0.body("parent_department_meego_key", &parent_department_key.into()))
    }
}

call_builder!(CreateCall writes, and returns CreatedDepartment);

/// A call of [`Departments::update`](super::Departments::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Key of the department.
    pub fn department_key(self, department_key: impl Into<DepartmentKey>) -> Self {
        Self(self.0.body("department_meego_key", &department_key.into()))
    }

    /// Names of the department by language.
    pub fn name(self, name: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Department above.
    pub fn parent_department_key(
        self,
        parent_department_key: impl Into<DepartmentKey>,
    ) -> Self {
        Self(self.0.body("parent_department_meego_key", &parent_department_key.into()))
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`Departments::delete`](super::Departments::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

impl DeleteCall {
    /// Key of the department.
    pub fn department_key(self, department_key: impl Into<DepartmentKey>) -> Self {
        Self(self.0.body("department_meego_key", &department_key.into()))
    }
}

call_builder!(DeleteCall writes, and returns nothing);

/// A call of [`Departments::query`](super::Departments::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Parts of the response to have; the values are not documented.
    pub fn scopes(self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("scopes", &list::<String, _>(scopes)))
    }

    /// The department. Left out, the server chooses where to start.
    pub fn department_key(self, department_key: impl Into<DepartmentKey>) -> Self {
        Self(self.0.body("department_meego_key", &department_key.into()))
    }
}

call_builder!(QueryCall reads, and returns Department);
