// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Work items: create, read, change and delete them, and search for them within a space, across spaces
//! or by text.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{BatchTaskId, FieldKey, ProjectKey, WorkItemId, WorkItemTypeKey};
use crate::field_value::FieldValue;
use crate::search::{SearchGroup, SearchTarget};

/// Work items: create, read, change and delete them, and search for them within a space, across spaces
/// or by text.
///
/// Comes from [`Client::work_items`](crate::Client::work_items).
#[derive(Clone, Debug)]
pub struct WorkItems(pub(crate) Client);

impl WorkItems {
    /// Creates a work item.
    ///
    /// Read `meta` first to learn which fields the type has and which of them must be filled in.
    ///
    /// `POST /open_api/:project_key/work_item/create`, 《创建工作项》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the new work item.
    /// - `name`: Title of the new work item.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20025: A field value names its field neither by key nor by alias.
    /// - 20038: A field that creation or the transition requires is empty.
    /// - 20041: The type wants role owners on creation and none were given.
    /// - 20083: One field was given twice.
    /// - 30014: The work item type is unknown or not visible to the user.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "创建工作项")]
    pub fn create(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        name: impl Into<String>,
    ) -> CreateCall {
        CreateCall(
            Call::new(&self.0, &endpoints::CREATE)
                .path("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("name", &name.into()),
        )
    }

    /// Reads work items of one type by their ids.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/query`, 《获取工作项详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work items.
    /// - `work_item_ids`: Work items to read. At most 50 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20028: More than 50 work items were given.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取工作项详情")]
    pub fn query(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)),
        )
    }

    /// Changes fields of a work item.
    ///
    /// Every value given replaces the field's whole value; lists are not merged.
    ///
    /// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id`, 《更新工作项》, write,
    /// 15/s.
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
    /// - 10211: The token cannot be read, or a plugin token came without an acting user.
    /// - 20007: The work item is terminated.
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20025: A field value names its field neither by key nor by alias.
    /// - 20033: This field cannot be written.
    /// - 20050: The field has no option with this value.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30009: The type has no field with this key.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    /// - 1000051743: The user named in X-USER-KEY cannot be found.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "更新工作项")]
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

    /// Deletes a work item.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/:project_key/work_item/:work_item_type_key/:work_item_id`, 《删除工作项》,
    /// destroy, 15/s.
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
    /// - 20003: The work item type is missing or wrong, or a workflow was asked of an item that has a state flow.
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 1000051195: The item belongs to another tenant and cannot be deleted from here.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "删除工作项")]
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

    /// Terminates a work item, or restores a terminated one.
    ///
    /// Works for items with a node flow only.
    ///
    /// Set `reason` if `reason_option` is `"other"`.
    ///
    /// `PUT /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/abort`,
    /// 《终止/恢复工作项》, write, 15/s.
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
    /// - 20007: The work item is terminated.
    /// - 20008: The work item is not terminated any more.
    /// - 20009: Terminating or restoring needs a reason.
    /// - 20056: Only items with a node flow can be terminated or restored.
    /// - 20090: A plugin that guards this operation, or a calculated field, refused the change.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "终止/恢复工作项")]
    pub fn abort(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> AbortCall {
        AbortCall(
            Call::new(&self.0, &endpoints::ABORT)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Freezes a work item, or unfreezes a frozen one.
    ///
    /// `PUT /open_api/work_item/freeze`, 《冻结/解冻工作项》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `is_frozen`: True to freeze the item, false to unfreeze it.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "冻结/解冻工作项")]
    pub fn freeze(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        is_frozen: bool,
    ) -> FreezeCall {
        FreezeCall(
            Call::new(&self.0, &endpoints::FREEZE)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("is_frozen", &is_frozen),
        )
    }

    /// Reads which fields a new work item of a type has, with their options and defaults.
    ///
    /// `GET /open_api/:project_key/work_item/:work_item_type_key/meta`, 《获取创建工作项元数据》, read,
    /// 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: The work item type.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20044: The work item type is disabled.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取创建工作项元数据")]
    pub fn meta(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> MetaCall {
        MetaCall(
            Call::new(&self.0, &endpoints::META)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Starts the change of one field on up to 50 work items.
    ///
    /// The change runs in the background: read its outcome with `task_result` and the task id of this
    /// response. Community notes speak of a limit of one call per second, which the official table of
    /// limits does not list.
    ///
    /// Not enforced, since one weak source alone says so: set `before_field_value` if `update_mode` is
    /// `"REPLACE"`.
    ///
    /// `POST /open_api/work_item/batch_update`, 《批量更新工作项字段值》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Space of the work items.
    /// - `work_item_type_key`: Type of the work items.
    /// - `work_item_ids`: Work items to change. At most 50 items.
    /// - `update_mode`: Whether the new value is added, set, or put in the place of an old one.
    /// - `field_key`: Field to change; one per call.
    /// - `after_field_value`: New value, in the shape of the field's type; an empty value clears the field.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "批量更新工作项字段值")]
    pub fn batch_update(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
        update_mode: impl Into<BatchUpdateMode>,
        field_key: impl Into<FieldKey>,
        after_field_value: impl Into<FieldValue>,
    ) -> BatchUpdateCall {
        BatchUpdateCall(
            Call::new(&self.0, &endpoints::BATCH_UPDATE)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("work_item_ids", &list::<WorkItemId, _>(work_item_ids))
                .body("update_mode", &update_mode.into())
                .body("field_key", &field_key.into())
                .body("after_field_value", &after_field_value.into()),
        )
    }

    /// Reads the progress and outcome of a batch update.
    ///
    /// Community notes speak of a limit of one call per second, which the official table of limits does
    /// not list.
    ///
    /// `GET /open_api/task_result`, 《获取批量更新处理进度》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `task_id`: Id of the batch update, as `batch_update` returned it.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "获取批量更新处理进度")]
    pub fn task_result(&self, task_id: impl Into<BatchTaskId>) -> TaskResultCall {
        TaskResultCall(
            Call::new(&self.0, &endpoints::TASK_RESULT).query("task_id", &task_id.into()),
        )
    }

    /// Lists who changed what on work items.
    ///
    /// At most 50 items per call and a span of at most 7 days; there are no records from before
    /// 2024-07-02.
    ///
    /// Not enforced, since one weak source alone says so: set all of `start` and `end` or none.
    ///
    /// `POST /open_api/op_record/work_item/list`, 《获取工作项操作记录》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_ids`: Work items whose changes to list. At most 50 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20005: A required parameter is absent.
    /// - 20006: A parameter has a value that is not allowed or does not fit its field.
    /// - 20013: A time is not in milliseconds with 13 digits, or the interval is longer than allowed.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "获取工作项操作记录")]
    pub fn op_records(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> OpRecordsCall {
        OpRecordsCall(
            Call::new(&self.0, &endpoints::OP_RECORDS)
                .body("project_key", &project_key.into())
                .body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)),
        )
    }

    /// Reports the results of several checks made outside Feishu Project to a signal field.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/update/multi_signal`,
    /// 《更新多值系统外信号》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
    #[doc(alias = "更新多值系统外信号")]
    pub fn update_multi_signal(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
    ) -> UpdateMultiSignalCall {
        UpdateMultiSignalCall(
            Call::new(&self.0, &endpoints::UPDATE_MULTI_SIGNAL)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into()),
        )
    }

    /// Adds, changes or deletes single groups of a compound field.
    ///
    /// Unlike an update of the whole field, the other groups stay as they are.
    ///
    /// Set at least one of `field_key` and `field_alias`.
    ///
    /// Not enforced, since one weak source alone says so: set at most one of `field_key` and
    /// `field_alias`. Set `group_uuid` if `action` is `"update"` or `"delete"`. Leave out `group_uuid` if
    /// `action` is `"add"`.
    ///
    /// `POST /open_api/work_item/field_value/update_compound_field`, 《增量更新复合字段》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `work_item_id`: Id of the work item.
    /// - `action`: What to do with the group.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000050156: The space does not own the item, or the field is not a compound field.
    /// - 1000050244: The work item does not exist or was deleted.
    /// - 1000050248: The item has no such compound field.
    ///
    /// Source: official Go SDK, official Java SDK, community notes.
    #[doc(alias = "增量更新复合字段")]
    pub fn update_compound_field(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        action: impl Into<CompoundAction>,
    ) -> UpdateCompoundFieldCall {
        UpdateCompoundFieldCall(
            Call::new(&self.0, &endpoints::UPDATE_COMPOUND_FIELD)
                .body("project_key", &project_key.into())
                .body("work_item_id", &work_item_id.into())
                .body("action", &action.into()),
        )
    }

    /// Finds work items of a space by simple conditions.
    ///
    /// Conditions hold all at once. Terminated items are left out, and at most 200000 items can be paged
    /// through.
    ///
    /// Set at least one of `work_item_type_keys` and `search_id`.
    ///
    /// `POST /open_api/:project_key/work_item/filter`, 《获取指定的工作项列表（单空间）》, read, 15/s and
    /// 450/min.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20003: The work item type is missing or wrong, or a workflow was asked of an item that has a state flow.
    /// - 20004: More users were given than one call takes: 10 in the item filter, 100 in the user query.
    /// - 20005: A required parameter is absent.
    /// - 20013: A time is not in milliseconds with 13 digits, or the interval is longer than allowed.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: developer manual, official Go SDK, official Go SDK (older packages), official Java SDK,
    /// community notes.
    #[doc(alias = "获取指定的工作项列表（单空间）")]
    pub fn filter(&self, project_key: impl Into<ProjectKey>) -> FilterCall {
        FilterCall(
            Call::new(&self.0, &endpoints::FILTER)
                .path("project_key", &project_key.into()),
        )
    }

    /// Finds work items of one type across several spaces by simple conditions.
    ///
    /// More than 5000 hits are an error.
    ///
    /// `project_keys` and `simple_names` hold at most 10 items together.
    ///
    /// `POST /open_api/work_items/filter_across_project`, 《获取指定的工作项列表（跨空间）》, read, 15/s
    /// and 450/min.
    ///
    /// # Arguments
    ///
    /// - `work_item_type_key`: Type of the work items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20003: The work item type is missing or wrong, or a workflow was asked of an item that has a state flow.
    /// - 20005: A required parameter is absent.
    /// - 20013: A time is not in milliseconds with 13 digits, or the interval is longer than allowed.
    /// - 20028: More than 50 work items were given.
    /// - 20049: The tenant group id is wrong.
    /// - 20057: More than ten spaces were given, keys and simple names taken together.
    /// - 20058: The user condition names both a role and a field.
    /// - 20059: The user condition names a role or field but no users.
    /// - 20094: The search hits more than 5000 items.
    /// - 50005: The service failed internally.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: developer manual, official Go SDK, official Go SDK (older packages), official Java SDK,
    /// community notes.
    #[doc(alias = "获取指定的工作项列表（跨空间）")]
    pub fn filter_across_projects(
        &self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> FilterAcrossProjectsCall {
        FilterAcrossProjectsCall(
            Call::new(&self.0, &endpoints::FILTER_ACROSS_PROJECTS)
                .body("work_item_type_key", &work_item_type_key.into()),
        )
    }

    /// Finds work items of one type by nested conditions.
    ///
    /// A search takes at most 50 conditions. More than 5000 hits are an error.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/search/params`,
    /// 《获取指定的工作项列表（单空间-复杂传参）》, read, 15/s and 450/min.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the hits.
    /// - `search_group`: Conditions that the hits must meet.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20055: The search hits more items than this endpoint gives out.
    /// - 20063: This operator cannot be used with this search key.
    /// - 20064: One condition holds more than 50 values.
    /// - 20065: This search key does not work for types with a state flow.
    /// - 20066: A signal compared for equality takes exactly one value.
    /// - 20067: The value is not one that a signal can have.
    /// - 20068: The field cannot be searched.
    /// - 20069: The value has the wrong shape for this search key.
    /// - 20071: The search key people does not work for defects.
    /// - 20072: Conditions can be joined by AND and OR only.
    /// - 20094: The search hits more than 5000 items.
    /// - 30014: The work item type is unknown or not visible to the user.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: developer manual, official Go SDK, official Go SDK (older packages), official Java SDK,
    /// community notes.
    #[doc(alias = "获取指定的工作项列表（单空间-复杂传参）")]
    pub fn search(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        search_group: impl Into<SearchGroup>,
    ) -> SearchCall {
        SearchCall(
            Call::new(&self.0, &endpoints::SEARCH)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .body("search_group", &search_group.into()),
        )
    }

    /// Lists the work items that a relation field links to a work item.
    ///
    /// More than 5000 hits are an error.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/search_by_relation`,
    /// 《获取指定的关联工作项列表（单空间）》, read, 10/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_type_key`: Type of the work item.
    /// - `work_item_id`: The work item.
    /// - `relation_work_item_type_key`: Type of the linked work items.
    /// - `relation_key`: Key or alias of the relation field.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20055: The search hits more items than this endpoint gives out.
    /// - 20060: The two work item types do not fit the configuration of the relation.
    /// - 20061: The given key does not belong to a relation field.
    /// - 20062: The kind of relation key must be 0 or 1.
    /// - 30018: The relation is not configured.
    /// - 50005: The service failed internally.
    ///
    /// Source: developer manual, official Go SDK, official Go SDK (older packages), official Java SDK,
    /// community notes.
    #[doc(alias = "获取指定的关联工作项列表（单空间）")]
    pub fn search_by_relation(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        work_item_id: impl Into<WorkItemId>,
        relation_work_item_type_key: impl Into<WorkItemTypeKey>,
        relation_key: impl Into<String>,
    ) -> SearchByRelationCall {
        SearchByRelationCall(
            Call::new(&self.0, &endpoints::SEARCH_BY_RELATION)
                .path("project_key", &project_key.into())
                .path("work_item_type_key", &work_item_type_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("relation_work_item_type_key", &relation_work_item_type_key.into())
                .body("relation_key", &relation_key.into()),
        )
    }

    /// Finds work items or views across spaces by text.
    ///
    /// No more than 200 hits can be paged through.
    ///
    /// `POST /open_api/compositive_search`, 《获取指定的工作项列表（全局搜索）》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_keys`: Spaces to search, by key.
    /// - `query_type`: Whether to look for work items or views.
    /// - `query`: Words to look for. 1 to 200 characters.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20080: The search text is empty or longer than 200 characters.
    /// - 20081: The query type must be workitem or view.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取指定的工作项列表（全局搜索）")]
    pub fn composite_search(
        &self,
        project_keys: impl IntoIterator<Item = impl Into<ProjectKey>>,
        query_type: impl Into<SearchTarget>,
        query: impl Into<String>,
    ) -> CompositeSearchCall {
        CompositeSearchCall(
            Call::new(&self.0, &endpoints::COMPOSITE_SEARCH)
                .body("project_keys", &list::<ProjectKey, _>(project_keys))
                .body("query_type", &query_type.into())
                .body("query", &query.into()),
        )
    }

    /// Runs a query, a saved filter or a view and returns the hits as free JSON.
    ///
    /// State one of the query, the saved filter and the view. A page has room for its cursor only in the
    /// query, so the pages after the first one are asked for with `query.pagination`.
    ///
    /// `POST /open_api/view_search/integrate_search`,
    /// 《获取指定的工作项列表（极简链路检索能力，三合一能力）》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(
        alias = "获取指定的工作项列表（极简链路检索能力，三合一能力）"
    )]
    #[inline]
    pub fn integrate_search(&self) -> IntegrateSearchCall {
        IntegrateSearchCall(Call::new(&self.0, &endpoints::INTEGRATE_SEARCH))
    }

    /// Finds work items of one type by nested conditions, without a cap on the number of hits.
    ///
    /// A search takes at most 50 conditions. Without selected fields the hits carry little more than their
    /// ids.
    ///
    /// `POST /open_api/view_search/universal_search`, 《获取指定的工作项列表（全量搜索）》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Space to search.
    /// - `work_item_type_key`: Type of the hits.
    /// - `search_group`: Conditions that the hits must meet.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20063: This operator cannot be used with this search key.
    /// - 20067: The value is not one that a signal can have.
    /// - 20068: The field cannot be searched.
    /// - 20069: The value has the wrong shape for this search key.
    /// - 30001: Something that the call refers to does not exist, such as the template or the space.
    /// - 30014: The work item type is unknown or not visible to the user.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取指定的工作项列表（全量搜索）")]
    pub fn universal_search(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        search_group: impl Into<SearchGroup>,
    ) -> UniversalSearchCall {
        UniversalSearchCall(
            Call::new(&self.0, &endpoints::UNIVERSAL_SEARCH)
                .body("project_key", &project_key.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("search_group", &search_group.into()),
        )
    }
}
