// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `work_hour` that are being put together.

use paceline_runtime::Timestamp;
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{ProjectKey, WorkHourRecordId, WorkItemId, WorkItemTypeKey};
use super::{NewWorkHour, WorkHourRecord, WorkHourUpdate};

/// A call of [`WorkHours::list`](super::WorkHours::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// Id of the work item.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Number of the page, counted from 1.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }
}

call_builder!(ListCall reads pages of WorkHourRecord);

/// A call of [`WorkHours::create`](super::WorkHours::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// First day of the work, in epoch milliseconds.
    pub fn work_begin_date(self, work_begin_date: impl Into<Timestamp>) -> Self {
        Self(self.0.body("work_begin_date", &work_begin_date.into()))
    }

    /// Last day of the work, in epoch milliseconds.
    pub fn work_end_date(self, work_end_date: impl Into<Timestamp>) -> Self {
        Self(self.0.body("work_end_date", &work_end_date.into()))
    }

    /// Whether hours are booked on days off too.
    #[inline]
    pub fn include_holidays(self, include_holidays: bool) -> Self {
        Self(self.0.body("include_holidays", &include_holidays))
    }

    /// Hours to book.
    pub fn working_hour_records(
        self,
        working_hour_records: impl IntoIterator<Item = NewWorkHour>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "working_hour_records",
                    &working_hour_records.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(CreateCall writes, and returns Vec < WorkHourRecord >);

/// A call of [`WorkHours::update`](super::WorkHours::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Entries to change.
    pub fn working_hour_records(
        self,
        working_hour_records: impl IntoIterator<Item = WorkHourUpdate>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "working_hour_records",
                    &working_hour_records.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`WorkHours::delete`](super::WorkHours::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

impl DeleteCall {
    /// Entries to delete.
    pub fn working_hour_record_ids(
        self,
        working_hour_record_ids: impl IntoIterator<Item = impl Into<WorkHourRecordId>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "working_hour_record_ids",
                    &list::<WorkHourRecordId, _>(working_hour_record_ids),
                ),
        )
    }
}

call_builder!(DeleteCall writes, and returns nothing);
