// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `department` are read and written.

use paceline_runtime::codegen::record;
use super::CreatedDepartment;

record!(CreatedDepartment { department_key : "department_meego_key" });
