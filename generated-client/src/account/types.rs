// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `account`.

use crate::common::AccountKey;

/// Key of an account that was created.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedAccount {
    /// Key of the account.
    pub account_key: Option<AccountKey>,
}
