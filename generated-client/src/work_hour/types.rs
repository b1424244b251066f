// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `work_hour`.

use paceline_runtime::Timestamp;
use crate::common::{UserKey, WorkHourRecordId, WorkItemId, WorkItemTypeKey};

/// Hours booked on a work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkHourRecord {
    /// Id of the entry.
    pub id: Option<WorkHourRecordId>,

    /// Work item that the hours are booked on.
    pub related_work_item_id: Option<WorkItemId>,

    /// Type of the work item.
    pub related_work_item_type_key: Option<WorkItemTypeKey>,

    /// Title of the work item.
    pub related_work_item_name: Option<String>,

    /// What the hours are booked on: the item, a node or a task; the values are not documented.
    pub resource_type: Option<String>,

    /// Id of what the hours are booked on.
    pub resource_id: Option<String>,

    /// What was done.
    pub work_description: Option<String>,

    /// Number of hours.
    pub work_time: Option<f64>,

    /// User who worked.
    pub work_user_key: Option<UserKey>,

    /// When the entry was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// When the entry was last changed, in epoch milliseconds.
    pub updated_at: Option<Timestamp>,

    /// Name of what the hours are booked on.
    pub resource_name: Option<String>,

    /// Day of the work, in epoch milliseconds.
    pub work_date: Option<Timestamp>,
}

/// Hours to book.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NewWorkHour {
    /// What the hours are booked on: the item, a node or a task; the values are not documented.
    pub resource_type: Option<String>,

    /// Id of what the hours are booked on.
    pub resource_id: Option<String>,

    /// Number of hours, as text.
    pub work_time: Option<String>,

    /// What was done.
    pub work_description: Option<String>,
}

impl NewWorkHour {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// What the hours are booked on: the item, a node or a task; the values are not documented.
    #[must_use]
    pub fn resource_type(mut self, resource_type: impl Into<String>) -> Self {
        self.resource_type = Some(resource_type.into());
        self
    }

    /// Id of what the hours are booked on.
    #[must_use]
    pub fn resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.resource_id = Some(resource_id.into());
        self
    }

    /// Number of hours, as text.
    #[must_use]
    pub fn work_time(mut self, work_time: impl Into<String>) -> Self {
        self.work_time = Some(work_time.into());
        self
    }

    /// What was done.
    #[must_use]
    pub fn work_description(mut self, work_description: impl Into<String>) -> Self {
        self.work_description = Some(work_description.into());
        self
    }
}

/// A change to booked hours.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkHourUpdate {
    /// The entry to change.
    pub id: Option<WorkHourRecordId>,

    /// Number of hours, as text.
    pub work_time: Option<String>,

    /// What was done.
    pub work_description: Option<String>,
}

impl WorkHourUpdate {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The entry to change.
    #[must_use]
    pub fn id(mut self, id: impl Into<WorkHourRecordId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Number of hours, as text.
    #[must_use]
    pub fn work_time(mut self, work_time: impl Into<String>) -> Self {
        self.work_time = Some(work_time.into());
        self
    }

    /// What was done.
    #[must_use]
    pub fn work_description(mut self, work_description: impl Into<String>) -> Self {
        self.work_description = Some(work_description.into());
        self
    }
}
