// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Actual hours booked on a work item.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};

/// Actual hours booked on a work item.
///
/// Comes from [`Client::work_hours`](crate::Client::work_hours).
#[derive(Clone, Debug)]
pub struct WorkHours(pub(crate) Client);

impl WorkHours {
    /// Lists the hours booked on a work item.
    ///
    /// `POST /open_api/work_item/man_hour/records`, 《获取工作项的工时记录列表》, read, 15/s.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作项的工时记录列表")]
    #[inline]
    pub fn list(&self) -> ListCall {
        ListCall(Call::new(&self.0, &endpoints::LIST))
    }

    /// Books hours on a work item.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`,
    /// 《创建实际工时》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "创建实际工时")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Changes booked hours.
    ///
    /// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`,
    /// 《更新实际工时》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新实际工时")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Deletes booked hours.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/work_hour_record`,
    /// 《删除实际工时》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除实际工时")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }
}
