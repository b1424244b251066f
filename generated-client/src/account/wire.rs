// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `account` are read and written.

use paceline_runtime::codegen::record;
use super::CreatedAccount;

record!(CreatedAccount { account_key : "user_meego_key" });
