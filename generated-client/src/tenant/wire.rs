// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `tenant` are read and written.

use paceline_runtime::codegen::record;
use super::Tenant;

record!(
    Tenant { tenant_key : "tenant_meego_key", name, external_ids, icon, status,
    platform_type, departments, accounts }
);
