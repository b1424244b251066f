// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `tenant`.

use paceline_runtime::Map;
use crate::common::{Account, Department, TenantKey};

/// A tenant.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Tenant {
    /// Key of the tenant.
    pub tenant_key: Option<TenantKey>,

    /// Name of the tenant.
    pub name: Option<String>,

    /// Ids on other platforms, by platform.
    pub external_ids: Map<String, String>,

    /// Address of the tenant's icon.
    pub icon: Option<String>,

    /// State of the tenant; the values are not documented.
    pub status: Option<String>,

    /// Platform of the tenant; the values are not documented.
    pub platform_type: Option<String>,

    /// Departments of the tenant; present on request only.
    pub departments: Vec<Department>,

    /// Accounts of the tenant; present on request only.
    pub accounts: Vec<Account>,
}
