// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Sub-tasks inside the nodes of a work item's workflow.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{NodeId, ProjectKey, SubTaskId, WorkItemId, WorkItemTypeKey};
use crate::config::ConfirmAction;

/// Sub-tasks inside the nodes of a work item's workflow.
///
/// Comes from [`Client::sub_tasks`](crate::Client::sub_tasks).
#[derive(Clone, Debug)]
pub struct SubTasks(pub(crate) Client);

impl SubTasks {
    /// Finds sub-tasks across spaces.
    ///
    /// Name at most ten spaces, keys and simple names taken together. More than 5000 hits are an error.
    ///
    /// `project_keys` and `simple_names` hold at most 10 items together.
    ///
    /// `POST /open_api/work_item/subtask/search`, 《获取指定的子任务列表（跨空间）》, read, 15/s and
    /// 450/min.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20013: A time is not in milliseconds with 13 digits, or the interval is longer than allowed.
    /// - 20057: More than ten spaces were given, keys and simple names taken together.
    /// - 20094: The search hits more than 5000 items.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: developer manual, official Go SDK, official Go SDK (older packages), official Java SDK,
    /// community notes.
    #[doc(alias = "获取指定的子任务列表（跨空间）")]
    #[inline]
    pub fn search(&self) -> SearchCall {
        SearchCall(Call::new(&self.0, &endpoints::SEARCH))
    }

    /// Lists the sub-tasks of a work item, grouped by node.
    ///
    /// `GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task`,
    /// 《获取子任务详情》, read, 15/s.
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
    /// - 20018: The item's workflow has no node with this id.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取子任务详情")]
    pub fn list(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Creates a sub-task in a node.
    ///
    /// Set at most one of `assignee` and `role_assignee`.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/task`,
    /// 《创建子任务》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `node_id`: Node to create the sub-task in.
    /// - `name`: Name of the sub-task.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20005: A required parameter is absent.
    /// - 20007: The work item is terminated.
    /// - 20018: The item's workflow has no node with this id.
    /// - 20047: Assignees were given both directly and by role.
    /// - 20048: The role is not the one that the node is bound to.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30015: The comment or linked record does not exist.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "创建子任务")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        node_id: impl Into<NodeId>,
        name: impl Into<String>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("node_id", &node_id.into())
                .body("name", &name.into()),
        )
    }

    /// Changes a sub-task.
    ///
    /// Set at most one of `assignee` and `role_assignee`.
    ///
    /// `POST
    /// /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/workflow/:node_id/task/:task_id`,
    /// 《更新子任务》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `node_id`: The node, as read from the workflow.
    /// - `task_id`: The sub-task.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20007: The work item is terminated.
    /// - 20018: The item's workflow has no node with this id.
    /// - 20046: The item's workflow has no sub-task with this id.
    /// - 20047: Assignees were given both directly and by role.
    /// - 20048: The role is not the one that the node is bound to.
    /// - 20050: The field has no option with this value.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30009: The type has no field with this key.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新子任务")]
    pub fn update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        node_id: impl Into<NodeId>,
        task_id: impl Into<SubTaskId>,
    ) -> UpdateCall {
        UpdateCall(
            Call::new(&self.0, &endpoints::UPDATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("node_id", &node_id.into())
                .path("task_id", &task_id.into()),
        )
    }

    /// Finishes a sub-task, or reopens a finished one.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/subtask/modify`,
    /// 《子任务完成/回滚》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `node_id`: Node that the sub-task belongs to.
    /// - `task_id`: The sub-task.
    /// - `action`: Whether to finish or to reopen the sub-task.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20005: A required parameter is absent.
    /// - 20007: The work item is terminated.
    /// - 20018: The item's workflow has no node with this id.
    /// - 20046: The item's workflow has no sub-task with this id.
    /// - 20082: The action must be confirm or rollback.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "子任务完成/回滚")]
    pub fn operate(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        node_id: impl Into<NodeId>,
        task_id: impl Into<SubTaskId>,
        action: impl Into<ConfirmAction>,
    ) -> OperateCall {
        OperateCall(
            Call::new(&self.0, &endpoints::OPERATE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("node_id", &node_id.into())
                .body("task_id", &task_id.into())
                .body("action", &action.into()),
        )
    }

    /// Deletes a sub-task.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/task/:task_id`,
    /// 《删除子任务》, destroy, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `task_id`: The sub-task.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20007: The work item is terminated.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除子任务")]
    pub fn delete(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        task_id: impl Into<SubTaskId>,
    ) -> DeleteCall {
        DeleteCall(
            Call::new(&self.0, &endpoints::DELETE)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .path("task_id", &task_id.into()),
        )
    }
}
