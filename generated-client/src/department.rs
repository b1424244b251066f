// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Departments of a tenant that manages its organization in Feishu Project itself.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// Departments of a tenant that manages its organization in Feishu Project itself.
///
/// Comes from [`Client::departments`](crate::Client::departments).
#[derive(Clone, Debug)]
pub struct Departments(pub(crate) Client);

impl Departments {
    /// Creates a department.
    ///
    /// `POST /open_api/department/create`, 《新增部门》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "新增部门")]
    #[inline]
    pub fn create(&self) -> CreateCall {
        CreateCall(Call::new(&self.0, &endpoints::CREATE))
    }

    /// Changes a department's name or moves it.
    ///
    /// `POST /open_api/department/update`, 《更新部门》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "更新部门")]
    #[inline]
    pub fn update(&self) -> UpdateCall {
        UpdateCall(Call::new(&self.0, &endpoints::UPDATE))
    }

    /// Deletes a department.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `POST /open_api/department/delete`, 《删除部门》, destroy, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "删除部门")]
    #[inline]
    pub fn delete(&self) -> DeleteCall {
        DeleteCall(Call::new(&self.0, &endpoints::DELETE))
    }

    /// Reads a department.
    ///
    /// `POST /open_api/department/query`, 《查询部门》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "查询部门")]
    #[inline]
    pub fn query(&self) -> QueryCall {
        QueryCall(Call::new(&self.0, &endpoints::QUERY))
    }
}
