// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `account` that are being put together.

use paceline_runtime::Map;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{AccountKey, DepartmentKey};
use super::CreatedAccount;

/// A call of [`Accounts::create`](super::Accounts::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Id of the person on the platform they sign in with.
    pub fn out_user_id(self, out_user_id: impl Into<String>) -> Self {
        Self(self.0.body("out_user_id", &out_user_id.into()))
    }

    /// Names of the person by language.
    pub fn name(self, name: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Platform that the user signs in with; the values are not documented.
    pub fn login_platform_type(self, login_platform_type: impl Into<String>) -> Self {
        Self(self.0.body("login_platform_type", &login_platform_type.into()))
    }

    /// Address of the person's picture.
    pub fn avatar_url(self, avatar_url: impl Into<String>) -> Self {
        Self(self.0.body("avatar_url", &avatar_url.into()))
    }

    /// Departments that the account belongs to.
    pub fn department_keys(
        self,
        department_keys: impl IntoIterator<Item = impl Into<DepartmentKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "department_meego_keys",
                    &list::<DepartmentKey, _>(department_keys),
                ),
        )
    }

    /// E-mail address of the person.
    pub fn email(self, email: impl Into<String>) -> Self {
        Self(self.0.body("email", &email.into()))
    }

    /// Mobile number of the person.
    pub fn mobile(self, mobile: impl Into<String>) -> Self {
        Self(self.0.body("mobile", &mobile.into()))
    }
}

call_builder!(CreateCall writes, and returns CreatedAccount);

/// A call of [`Accounts::update`](super::Accounts::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Key of the account.
    pub fn account_key(self, account_key: impl Into<AccountKey>) -> Self {
        Self(self.0.body("user_meego_key", &account_key.into()))
    }

    /// Names of the person by language.
    pub fn name(self, name: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// Address of the person's picture.
    pub fn avatar_url(self, avatar_url: impl Into<String>) -> Self {
        Self(self.0.body("avatar_url", &avatar_url.into()))
    }

    /// Departments that the account belongs to.
    pub fn department_keys(
        self,
        department_keys: impl IntoIterator<Item = impl Into<DepartmentKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "department_meego_keys",
                    &list::<DepartmentKey, _>(department_keys),
                ),
        )
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`Accounts::activate`](super::Accounts::activate), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ActivateCall(pub(super) Call);

impl ActivateCall {
    /// Key of the account.
    pub fn account_key(self, account_key: impl Into<AccountKey>) -> Self {
        Self(self.0.body("user_meego_key", &account_key.into()))
    }
}

call_builder!(ActivateCall writes, and returns nothing);

/// A call of [`Accounts::stop`](super::Accounts::stop), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct StopCall(pub(super) Call);

impl StopCall {
    /// Key of the account.
    pub fn account_key(self, account_key: impl Into<AccountKey>) -> Self {
        Self(self.0.body("user_meego_key", &account_key.into()))
    }
}

call_builder!(StopCall writes, and returns nothing);
