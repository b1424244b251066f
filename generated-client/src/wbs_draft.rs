// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Drafts of a WBS plan: changes are collected in a draft and take effect when it is published.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::ProjectKey;

/// Drafts of a WBS plan: changes are collected in a draft and take effect when it is published.
///
/// Comes from [`Client::wbs_drafts`](crate::Client::wbs_drafts).
#[derive(Clone, Debug)]
pub struct WbsDrafts(pub(crate) Client);

impl WbsDrafts {
    /// Reads the draft of a work item's WBS plan.
    ///
    /// Can also create the draft, if asked to.
    ///
    /// `POST /open_api/work_item/wbs_view_draft/query`, 《查询计划表草稿》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "查询计划表草稿")]
    #[inline]
    pub fn query(&self) -> QueryCall {
        QueryCall(Call::new(&self.0, &endpoints::QUERY))
    }

    /// Throws the changes of a draft away and starts over from the published plan.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `POST /open_api/work_item/wbs_view_draft/reset`, 《重置计划表草稿》, destroy, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "重置计划表草稿")]
    #[inline]
    pub fn reset(&self) -> ResetCall {
        ResetCall(Call::new(&self.0, &endpoints::RESET))
    }

    /// Applies changes to a draft.
    ///
    /// `POST /open_api/work_item/wbs_view_draft/patch`, 《wbs草稿态编辑》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "wbs草稿态编辑")]
    #[inline]
    pub fn patch(&self) -> PatchCall {
        PatchCall(Call::new(&self.0, &endpoints::PATCH))
    }

    /// Publishes a draft and runs the plugin logic that goes with it.
    ///
    /// `POST /open_api/work_item/wbs_view_draft/publish`, 《计划表基于草稿发布（包含插件逻辑）》, write,
    /// 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "计划表基于草稿发布（包含插件逻辑）")]
    #[inline]
    pub fn publish(&self) -> PublishCall {
        PublishCall(Call::new(&self.0, &endpoints::PUBLISH))
    }

    /// Publishes one commit of a draft.
    ///
    /// `POST /open_api/:project_key/wbs_view_draft/publish`, 《计划表基于草稿发布》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages).
    #[doc(alias = "计划表基于草稿发布")]
    pub fn publish_commit(
        &self,
        project_key: impl Into<ProjectKey>,
    ) -> PublishCommitCall {
        PublishCommitCall(
            Call::new(&self.0, &endpoints::PUBLISH_COMMIT)
                .path("project_key", &project_key.into()),
        )
    }

    /// Returns a plan to its draft after an approval was refused.
    ///
    /// `POST /open_api/:project_key/wbs_view_draft/switch`, 《审批拒绝切回草稿》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages).
    #[doc(alias = "审批拒绝切回草稿")]
    pub fn switch_back(&self, project_key: impl Into<ProjectKey>) -> SwitchBackCall {
        SwitchBackCall(
            Call::new(&self.0, &endpoints::SWITCH_BACK)
                .path("project_key", &project_key.into()),
        )
    }

    /// Changes which rows of a draft are frozen.
    ///
    /// `POST /open_api/:project_key/wbs_view_draft/update/frozen_rows`, 《更新草稿的冻结行》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages).
    #[doc(alias = "更新草稿的冻结行")]
    pub fn update_frozen_rows(
        &self,
        project_key: impl Into<ProjectKey>,
    ) -> UpdateFrozenRowsCall {
        UpdateFrozenRowsCall(
            Call::new(&self.0, &endpoints::UPDATE_FROZEN_ROWS)
                .path("project_key", &project_key.into()),
        )
    }

    /// Completes a draft that waited for the approval of its creation.
    ///
    /// `POST /open_api/wbs_view_draft/complete-create-audit`, 《完成创建审批草稿》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "完成创建审批草稿")]
    #[inline]
    pub fn complete_create_audit(&self) -> CompleteCreateAuditCall {
        CompleteCreateAuditCall(Call::new(&self.0, &endpoints::COMPLETE_CREATE_AUDIT))
    }

    /// Reads which work item types can be created below a row of a draft.
    ///
    /// `GET /open_api/work_item/wbs_view_draft/sub_work_item_conf`, 《获取计划表草稿子工作项配置》, read,
    /// 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "获取计划表草稿子工作项配置")]
    #[inline]
    pub fn sub_work_item_config(&self) -> SubWorkItemConfigCall {
        SubWorkItemConfigCall(Call::new(&self.0, &endpoints::SUB_WORK_ITEM_CONFIG))
    }
}
