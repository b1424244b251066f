// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `work_item_type` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{FieldKey, RoleKey};
use super::{WorkItemType, WorkItemTypeDetail};

/// A call of [`WorkItemTypes::list`](super::WorkItemTypes::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

call_builder!(ListCall reads, and returns Vec < WorkItemType >);

/// A call of [`WorkItemTypes::get`](super::WorkItemTypes::get), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct GetCall(pub(super) Call);

call_builder!(GetCall reads, and returns WorkItemTypeDetail);

/// A call of [`WorkItemTypes::update`](super::WorkItemTypes::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Description of the type.
    pub fn description(self, description: impl Into<String>) -> Self {
        Self(self.0.body("description", &description.into()))
    }

    /// Whether the type is out of use.
    #[inline]
    pub fn is_disabled(self, is_disabled: bool) -> Self {
        Self(self.0.body("is_disabled", &is_disabled))
    }

    /// Whether the type is pinned in the space's navigation.
    #[inline]
    pub fn is_pinned(self, is_pinned: bool) -> Self {
        Self(self.0.body("is_pinned", &is_pinned))
    }

    /// Whether items of the type have a schedule as a whole.
    #[inline]
    pub fn enable_schedule(self, enable_schedule: bool) -> Self {
        Self(self.0.body("enable_schedule", &enable_schedule))
    }

    /// Field that holds the schedule.
    pub fn schedule_field_key(self, schedule_field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("schedule_field_key", &schedule_field_key.into()))
    }

    /// Field that holds the planned effort.
    pub fn estimate_point_field_key(
        self,
        estimate_point_field_key: impl Into<FieldKey>,
    ) -> Self {
        Self(self.0.body("estimate_point_field_key", &estimate_point_field_key.into()))
    }

    /// Field that holds the actual hours.
    pub fn actual_work_time_field_key(
        self,
        actual_work_time_field_key: impl Into<FieldKey>,
    ) -> Self {
        Self(
            self.0.body("actual_work_time_field_key", &actual_work_time_field_key.into()),
        )
    }

    /// Roles that the effort counts to.
    pub fn belong_role_keys(
        self,
        belong_role_keys: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        Self(self.0.body("belong_role_keys", &list::<RoleKey, _>(belong_role_keys)))
    }

    /// Whether actual hours are recorded.
    #[inline]
    pub fn actual_work_time_switch(self, actual_work_time_switch: bool) -> Self {
        Self(self.0.body("actual_work_time_switch", &actual_work_time_switch))
    }
}

call_builder!(UpdateCall writes, and returns nothing);
