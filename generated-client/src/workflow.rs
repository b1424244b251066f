// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The workflow of a work item: its nodes, states and schedules, and the steps through it.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{NodeId, ProjectKey, StateKey, WorkItemId, WorkItemTypeKey};
use crate::config::ConfirmAction;

/// The workflow of a work item: its nodes, states and schedules, and the steps through it.
///
/// Comes from [`Client::workflows`](crate::Client::workflows).
#[derive(Clone, Debug)]
pub struct Workflows(pub(crate) Client);

impl Workflows {
    /// Reads the workflow of a work item with its nodes or states.
    ///
    /// Ask for the kind of workflow that the item has: `flow_type` says whether it is a node flow or a
    /// state flow.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/query`,
    /// 《获取工作流详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10001: The acting user may not do this here, for instance because only the author, an editor or a space administrator may.
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20015: The field list mixes names to include with names to exclude.
    /// - 20026: The item runs through a state flow, but the call asked for a node flow.
    /// - 20027: The item runs through a node flow, but the call asked for a state flow.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30007: The item has no node flow.
    /// - 30010: The item has no state flow.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作流详情")]
    pub fn query(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Reads the WBS plan of a work item.
    ///
    /// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/wbs_view`,
    /// 《获取工作流详情（WBS）》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20089: The item is neither a WBS item nor part of one.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作流详情（WBS）")]
    pub fn wbs_view(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> WbsViewCall {
        WbsViewCall(
            Call::new(&self.0, &endpoints::WBS_VIEW)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Changes owners, schedules and form fields of a node.
    ///
    /// `PUT /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id`,
    /// 《更新节点/排期》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `node_id`: The node, as read from the workflow.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20018: The item's workflow has no node with this id.
    /// - 20032: A schedule of its own per owner must name exactly one owner.
    /// - 20048: The role is not the one that the node is bound to.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30007: The item has no node flow.
    /// - 30011: The workflow has no such node.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新节点/排期")]
    pub fn update_node(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        node_id: impl Into<NodeId>,
    ) -> UpdateNodeCall {
        UpdateNodeCall(
            Call::new(&self.0, &endpoints::UPDATE_NODE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("node_id", &node_id.into()),
        )
    }

    /// Finishes a node, or rolls a finished one back.
    ///
    /// Not enforced, since one weak source alone says so: set `rollback_reason` if `action` is
    /// `"rollback"`.
    ///
    /// `POST /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/:node_id/operate`,
    /// 《节点完成/回滚》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `node_id`: The node, as read from the workflow.
    /// - `action`: Whether to finish the node or to roll it back.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10002: The item's current node or state does not allow this move.
    /// - 20016: The workflow has not come to this node yet.
    /// - 20017: The node is finished already.
    /// - 20018: The item's workflow has no node with this id.
    /// - 20032: A schedule of its own per owner must name exactly one owner.
    /// - 20037: The node is not finished, so it cannot be rolled back.
    /// - 20038: A field that creation or the transition requires is empty.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30007: The item has no node flow.
    /// - 30011: The workflow has no such node.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "节点完成/回滚")]
    pub fn operate_node(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        node_id: impl Into<NodeId>,
        action: impl Into<ConfirmAction>,
    ) -> OperateNodeCall {
        OperateNodeCall(
            Call::new(&self.0, &endpoints::OPERATE_NODE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("node_id", &node_id.into())
                .body("action", &action.into()),
        )
    }

    /// Moves a work item along a transition of its state flow.
    ///
    /// `POST /open_api/:project_key/workflow/:work_item_type_key/:work_item_id/node/state_change`,
    /// 《状态流转》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10002: The item's current node or state does not allow this move.
    /// - 20005: A required parameter is absent.
    /// - 20038: A field that creation or the transition requires is empty.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30009: The type has no field with this key.
    /// - 30010: The item has no state flow.
    /// - 30012: The state flow has no such state.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "状态流转")]
    pub fn change_state(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> ChangeStateCall {
        ChangeStateCall(
            Call::new(&self.0, &endpoints::CHANGE_STATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Reads what must be filled in before a node can be finished or a state be left.
    ///
    /// `POST /open_api/work_item/transition_required_info/get`, 《获取指定节点/状态流转所需必填信息》,
    /// read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `state_key`: Node to be finished, or state to be left.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "获取指定节点/状态流转所需必填信息")]
    pub fn required_info(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        state_key: impl Into<StateKey>,
    ) -> RequiredInfoCall {
        RequiredInfoCall(
            Call::new(&self.0, &endpoints::REQUIRED_INFO)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("state_key", &state_key.into()),
        )
    }

    /// Corrects the actual start and finish of a node.
    ///
    /// `POST /open_api/work_item/actual_time/update`, 《更新节点实际开始时间和结束时间》, write, 10/s.
    ///
    /// Source: developer manual, official Go SDK.
    #[doc(alias = "更新节点实际开始时间和结束时间")]
    #[inline]
    pub fn update_actual_time(&self) -> UpdateActualTimeCall {
        UpdateActualTimeCall(Call::new(&self.0, &endpoints::UPDATE_ACTUAL_TIME))
    }
}
