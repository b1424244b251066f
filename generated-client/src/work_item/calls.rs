// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `work_item` that are being put together.

use paceline_runtime::{Map, Timestamp};
use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    BusinessId, CompoundGroupId, Expand, FieldKey, ProjectKey, SearchId, TemplateId,
    TenantGroupId, TimeInterval, UserKey, ViewId, WorkItemId, WorkItemTypeKey,
};
use crate::config::FieldConfig;
use crate::field_value::{
    FieldValue, FieldValuePair, MultiSignal, MultiSignalDetail, WorkItemStatus,
};
use crate::integrated_search::{IntegratedQuery, IntegratedResult};
use crate::item::WorkItem;
use crate::search::{DataSource, SearchCursor, SearchHit, SearchSort, SearchUser};
use super::{
    AbortReason, BatchTask, BatchTaskResult, ContainedWorkItems, OpRecord,
    OpRecordModule, OpRecordPage, OpSourceType, OperationType, OperatorType,
    ParentProduct, RelationKeyKind, RequiredMode,
};

/// A call of [`WorkItems::create`](super::WorkItems::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Values of further fields, each field once. Name and template do not belong here.
    pub fn field_value_pairs(
        self,
        field_value_pairs: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "field_value_pairs",
                    &field_value_pairs.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Gives a further field its value; name and template do not belong here.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "field_value_pairs",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Workflow template of the new item. Left out, the server chooses.
    pub fn template_id(self, template_id: impl Into<TemplateId>) -> Self {
        Self(self.0.body("template_id", &template_id.into()))
    }

    /// Whether the server insists on required fields. `0` when absent.
    pub fn required_mode(self, required_mode: impl Into<RequiredMode>) -> Self {
        Self(self.0.body("required_mode", &required_mode.into()))
    }

    /// How roles are filled; the meaning of the numbers is not documented.
    #[inline]
    pub fn role_mode(self, role_mode: i64) -> Self {
        Self(self.0.body("role_mode", &role_mode))
    }

    /// Product that the item becomes part of.
    #[inline]
    pub fn parent_product(self, parent_product: ParentProduct) -> Self {
        Self(self.0.body("parent_product", &parent_product))
    }

    /// Work items that become part of the item, which is a product itself.
    #[inline]
    pub fn contained_work_items(self, contained_work_items: ContainedWorkItems) -> Self {
        Self(self.0.body("contained_work_items", &contained_work_items))
    }
}

call_builder!(CreateCall writes, and returns WorkItemId);

/// A call of [`WorkItems::query`](super::WorkItems::query), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct QueryCall(pub(super) Call);

impl QueryCall {
    /// Keys of the fields to have, or with a minus before each of them those to leave out, never both.
    /// Left out, all come.
    pub fn fields(self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("fields", &list::<String, _>(fields)))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(QueryCall reads, and returns Vec < WorkItem >);

/// A call of [`WorkItems::update`](super::WorkItems::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// Fields to change with their new values, each field once, each with key and value. At least 1 item.
    pub fn update_fields(
        self,
        update_fields: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        Self(
            self.0.body("update_fields", &update_fields.into_iter().collect::<Vec<_>>()),
        )
    }

    /// Gives a field a new value.
    pub fn field(
        self,
        field_key: impl Into<FieldKey>,
        field_value: impl Into<FieldValue>,
    ) -> Self {
        Self(
            self
                .0
                .append(
                    "update_fields",
                    &FieldValuePair::new().field_key(field_key).field_value(field_value),
                ),
        )
    }

    /// Product that the item becomes part of.
    #[inline]
    pub fn parent_product(self, parent_product: ParentProduct) -> Self {
        Self(self.0.body("parent_product", &parent_product))
    }

    /// Work items that become part of the item, which is a product itself.
    #[inline]
    pub fn contained_work_items(self, contained_work_items: ContainedWorkItems) -> Self {
        Self(self.0.body("contained_work_items", &contained_work_items))
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`WorkItems::delete`](super::WorkItems::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns nothing);

/// A call of [`WorkItems::abort`](super::WorkItems::abort), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct AbortCall(pub(super) Call);

impl AbortCall {
    /// True to terminate the item, false to restore it.
    #[inline]
    pub fn is_aborted(self, is_aborted: bool) -> Self {
        Self(self.0.body("is_aborted", &is_aborted))
    }

    /// The reason in words; needed if the reason is `other`.
    pub fn reason(self, reason: impl Into<String>) -> Self {
        Self(self.0.body("reason", &reason.into()))
    }

    /// The reason. Cancel and repeat are for terminating, restart and rollback for restoring, test and
    /// other for both.
    pub fn reason_option(self, reason_option: impl Into<AbortReason>) -> Self {
        Self(self.0.body("reason_option", &reason_option.into()))
    }
}

call_builder!(AbortCall writes, and returns nothing);

/// A call of [`WorkItems::freeze`](super::WorkItems::freeze), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct FreezeCall(pub(super) Call);

call_builder!(FreezeCall writes, and returns nothing);

/// A call of [`WorkItems::meta`](super::WorkItems::meta), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct MetaCall(pub(super) Call);

call_builder!(MetaCall reads, and returns Vec < FieldConfig >);

/// A call of [`WorkItems::batch_update`](super::WorkItems::batch_update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct BatchUpdateCall(pub(super) Call);

impl BatchUpdateCall {
    /// Old value to replace, in the shape of the field's type; needed when replacing.
    pub fn before_field_value(self, before_field_value: impl Into<FieldValue>) -> Self {
        Self(self.0.body("before_field_value", &before_field_value.into()))
    }
}

call_builder!(BatchUpdateCall writes, and returns BatchTask);

/// A call of [`WorkItems::task_result`](super::WorkItems::task_result), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct TaskResultCall(pub(super) Call);

call_builder!(TaskResultCall reads, and returns BatchTaskResult);

/// A call of [`WorkItems::op_records`](super::WorkItems::op_records), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct OpRecordsCall(pub(super) Call);

impl OpRecordsCall {
    /// Position to start from, as the page before returned it. Leave it out for the first page.
    pub fn start_from(self, start_from: impl Into<String>) -> Self {
        Self(self.0.body("start_from", &start_from.into()))
    }

    /// Users whose changes to list.
    pub fn operator(
        self,
        operator: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("operator", &list::<UserKey, _>(operator)))
    }

    /// Kinds of authors whose changes to list.
    pub fn operator_type(
        self,
        operator_type: impl IntoIterator<Item = impl Into<OperatorType>>,
    ) -> Self {
        Self(self.0.body("operator_type", &list::<OperatorType, _>(operator_type)))
    }

    /// Kinds of sources whose changes to list.
    pub fn source_type(
        self,
        source_type: impl IntoIterator<Item = impl Into<OpSourceType>>,
    ) -> Self {
        Self(self.0.body("source_type", &list::<OpSourceType, _>(source_type)))
    }

    /// Rules or plugins whose changes to list.
    pub fn source(self, source: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("source", &list::<String, _>(source)))
    }

    /// Kinds of changes to list.
    pub fn operation_type(
        self,
        operation_type: impl IntoIterator<Item = impl Into<OperationType>>,
    ) -> Self {
        Self(self.0.body("operation_type", &list::<OperationType, _>(operation_type)))
    }

    /// First moment of the span, in epoch milliseconds. The ends are at most 7 days apart.
    pub fn start(self, start: impl Into<Timestamp>) -> Self {
        Self(self.0.body("start", &start.into()))
    }

    /// Last moment of the span, in epoch milliseconds. The ends are at most 7 days apart.
    pub fn end(self, end: impl Into<Timestamp>) -> Self {
        Self(self.0.body("end", &end.into()))
    }

    /// Parts of items whose changes to list.
    pub fn op_record_module(
        self,
        op_record_module: impl IntoIterator<Item = impl Into<OpRecordModule>>,
    ) -> Self {
        Self(
            self.0.body("op_record_module", &list::<OpRecordModule, _>(op_record_module)),
        )
    }

    /// Number of items a page. At most 200; `50` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }
}

call_builder!(OpRecordsCall reads pages of OpRecord, in OpRecordPage);

/// A call of [`WorkItems::update_multi_signal`](super::WorkItems::update_multi_signal), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateMultiSignalCall(pub(super) Call);

impl UpdateMultiSignalCall {
    /// Key of the signal field. Give the key or the alias.
    pub fn field_key(self, field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("field_key", &field_key.into()))
    }

    /// Alias of the signal field. Give the key or the alias.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }

    /// The checks to report.
    pub fn details(self, details: impl IntoIterator<Item = MultiSignalDetail>) -> Self {
        Self(self.0.body("details", &details.into_iter().collect::<Vec<_>>()))
    }

    /// Kind of the update; the values are not documented.
    pub fn update_type(self, update_type: impl Into<String>) -> Self {
        Self(self.0.body("update_type", &update_type.into()))
    }
}

call_builder!(UpdateMultiSignalCall writes, and returns MultiSignal);

/// A call of [`WorkItems::update_compound_field`](super::WorkItems::update_compound_field), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCompoundFieldCall(pub(super) Call);

impl UpdateCompoundFieldCall {
    /// Key of the compound field. Give either key or alias.
    pub fn field_key(self, field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("field_key", &field_key.into()))
    }

    /// Alias of the compound field. Give either key or alias.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }

    /// Group to change or delete; must not be given when adding. Read it with the expansion
    /// `need_group_uuid_for_compound`.
    pub fn group_uuid(self, group_uuid: impl Into<CompoundGroupId>) -> Self {
        Self(self.0.body("group_uuid", &group_uuid.into()))
    }

    /// Groups of field values: one list of values per group.
    pub fn fields(self, fields: impl IntoIterator<Item = Vec<FieldValuePair>>) -> Self {
        Self(self.0.body("fields", &fields.into_iter().collect::<Vec<_>>()))
    }
}

call_builder!(UpdateCompoundFieldCall writes, and returns nothing);

/// A call of [`WorkItems::filter`](super::WorkItems::filter), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct FilterCall(pub(super) Call);

impl FilterCall {
    /// Words in the title.
    pub fn work_item_name(self, work_item_name: impl Into<String>) -> Self {
        Self(self.0.body("work_item_name", &work_item_name.into()))
    }

    /// Users who must have to do with the items. At most 10 items.
    pub fn user_keys(
        self,
        user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(self.0.body("user_keys", &list::<UserKey, _>(user_keys)))
    }

    /// Ids of the items.
    pub fn work_item_ids(
        self,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(self.0.body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)))
    }

    /// Types to search.
    pub fn work_item_type_keys(
        self,
        work_item_type_keys: impl IntoIterator<Item = impl Into<WorkItemTypeKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "work_item_type_keys",
                    &list::<WorkItemTypeKey, _>(work_item_type_keys),
                ),
        )
    }

    /// When the items were created.
    #[inline]
    pub fn created_at(self, created_at: TimeInterval) -> Self {
        Self(self.0.body("created_at", &created_at))
    }

    /// When the items were last changed.
    #[inline]
    pub fn updated_at(self, updated_at: TimeInterval) -> Self {
        Self(self.0.body("updated_at", &updated_at))
    }

    /// States of the items, under their older name. Use the status instead.
    pub fn sub_stages(
        self,
        sub_stages: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("sub_stages", &list::<String, _>(sub_stages)))
    }

    /// Business lines of the items.
    pub fn businesses(
        self,
        businesses: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Self {
        Self(self.0.body("businesses", &list::<BusinessId, _>(businesses)))
    }

    /// Option ids of the items' priority.
    pub fn priorities(
        self,
        priorities: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("priorities", &list::<String, _>(priorities)))
    }

    /// Tags of the items.
    pub fn tags(self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("tags", &list::<String, _>(tags)))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 200; `20` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// States the items may be in; only the key of a state is looked at.
    pub fn work_item_status(
        self,
        work_item_status: impl IntoIterator<Item = WorkItemStatus>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "work_item_status",
                    &work_item_status.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }

    /// Saved filter to run. All other conditions are then ignored.
    pub fn search_id(self, search_id: impl Into<SearchId>) -> Self {
        Self(self.0.body("search_id", &search_id.into()))
    }
}

call_builder!(FilterCall reads pages of WorkItem);

/// A call of [`WorkItems::filter_across_projects`](super::WorkItems::filter_across_projects), sent by
/// `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct FilterAcrossProjectsCall(pub(super) Call);

impl FilterAcrossProjectsCall {
    /// Spaces to search, by key. At most 10 items.
    pub fn project_keys(
        self,
        project_keys: impl IntoIterator<Item = impl Into<ProjectKey>>,
    ) -> Self {
        Self(self.0.body("project_keys", &list::<ProjectKey, _>(project_keys)))
    }

    /// Users who must have to do with the items.
    #[inline]
    pub fn search_user(self, search_user: SearchUser) -> Self {
        Self(self.0.body("search_user", &search_user))
    }

    /// When the items were created.
    #[inline]
    pub fn created_at(self, created_at: TimeInterval) -> Self {
        Self(self.0.body("created_at", &created_at))
    }

    /// When the items were last changed.
    #[inline]
    pub fn updated_at(self, updated_at: TimeInterval) -> Self {
        Self(self.0.body("updated_at", &updated_at))
    }

    /// States the items may be in; only the key of a state is looked at.
    pub fn work_item_status(
        self,
        work_item_status: impl IntoIterator<Item = WorkItemStatus>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "work_item_status",
                    &work_item_status.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Words in the title.
    pub fn work_item_name(self, work_item_name: impl Into<String>) -> Self {
        Self(self.0.body("work_item_name", &work_item_name.into()))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 50; `20` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Tenant group, for spaces shared between tenants.
    pub fn tenant_group_id(self, tenant_group_id: impl Into<TenantGroupId>) -> Self {
        Self(self.0.body("tenant_group_id", &tenant_group_id.into()))
    }

    /// Ids of the items. At most 50 items.
    pub fn work_item_ids(
        self,
        work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(self.0.body("work_item_ids", &list::<WorkItemId, _>(work_item_ids)))
    }

    /// Business lines of the items.
    pub fn businesses(
        self,
        businesses: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Self {
        Self(self.0.body("businesses", &list::<BusinessId, _>(businesses)))
    }

    /// Option ids of the items' priority.
    pub fn priorities(
        self,
        priorities: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("priorities", &list::<String, _>(priorities)))
    }

    /// Tags of the items.
    pub fn tags(self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("tags", &list::<String, _>(tags)))
    }

    /// Spaces to search, by simple name. At most 10 items.
    pub fn simple_names(
        self,
        simple_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("simple_names", &list::<String, _>(simple_names)))
    }

    /// Workflow templates of the items.
    pub fn template_ids(
        self,
        template_ids: impl IntoIterator<Item = impl Into<TemplateId>>,
    ) -> Self {
        Self(self.0.body("template_ids", &list::<TemplateId, _>(template_ids)))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(FilterAcrossProjectsCall reads pages of WorkItem);

/// A call of [`WorkItems::search`](super::WorkItems::search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SearchCall(pub(super) Call);

impl SearchCall {
    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 50; `10` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Keys of the fields to have, or with a minus before each of them those to leave out, never both.
    /// Left out, all come.
    pub fn fields(self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.body("fields", &list::<String, _>(fields)))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(SearchCall reads pages of WorkItem);

/// A call of [`WorkItems::search_by_relation`](super::WorkItems::search_by_relation), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct SearchByRelationCall(pub(super) Call);

impl SearchByRelationCall {
    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Number of items a page. At most 50; `50` when absent.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Whether the relation field is named by key or by alias. `0` when absent.
    pub fn relation_type(self, relation_type: impl Into<RelationKeyKind>) -> Self {
        Self(self.0.body("relation_type", &relation_type.into()))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }
}

call_builder!(SearchByRelationCall reads pages of WorkItem);

/// A call of [`WorkItems::composite_search`](super::WorkItems::composite_search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CompositeSearchCall(pub(super) Call);

impl CompositeSearchCall {
    /// Work item types to look for.
    pub fn query_sub_type(
        self,
        query_sub_type: impl IntoIterator<Item = impl Into<WorkItemTypeKey>>,
    ) -> Self {
        Self(self.0.body("query_sub_type", &list::<WorkItemTypeKey, _>(query_sub_type)))
    }

    /// Number of items a page. `50` when absent. Not enforced, since one weak source alone says so: at
    /// most 200.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Spaces to search, by simple name.
    pub fn simple_names(
        self,
        simple_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("simple_names", &list::<String, _>(simple_names)))
    }
}

call_builder!(CompositeSearchCall reads pages of SearchHit);

/// A call of [`WorkItems::integrate_search`](super::WorkItems::integrate_search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct IntegrateSearchCall(pub(super) Call);

impl IntegrateSearchCall {
    /// Query to run.
    #[inline]
    pub fn query(self, query: IntegratedQuery) -> Self {
        Self(self.0.body("query", &query))
    }

    /// Saved filter to run.
    pub fn search_id(self, search_id: impl Into<SearchId>) -> Self {
        Self(self.0.body("search_id", &search_id.into()))
    }

    /// View whose items to read.
    pub fn view_id(self, view_id: impl Into<ViewId>) -> Self {
        Self(self.0.body("view_id", &view_id.into()))
    }

    /// Keys of the fields to have in the hits.
    pub fn field_selected(
        self,
        field_selected: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("field_selected", &list::<String, _>(field_selected)))
    }

    /// Switches of the search as text: `FindAborted`, `AllowTruncate` and `SkipAuthCheck`.
    pub fn features(self, features: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("features", &features.into()))
    }

    /// Spaces and types to search.
    pub fn data_sources(
        self,
        data_sources: impl IntoIterator<Item = DataSource>,
    ) -> Self {
        Self(self.0.body("data_sources", &data_sources.into_iter().collect::<Vec<_>>()))
    }
}

call_builder!(IntegrateSearchCall reads whole pages of IntegratedResult);

/// A call of [`WorkItems::universal_search`](super::WorkItems::universal_search), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UniversalSearchCall(pub(super) Call);

impl UniversalSearchCall {
    /// User on whose behalf the search runs.
    pub fn searcher(self, searcher: impl Into<UserKey>) -> Self {
        Self(self.0.body("user_key", &searcher.into()))
    }

    /// Order of the hits.
    #[inline]
    pub fn sort(self, sort: SearchSort) -> Self {
        Self(self.0.body("sort", &sort))
    }

    /// Size of the page, and where it starts.
    #[inline]
    pub fn pagination(self, pagination: SearchCursor) -> Self {
        Self(self.0.body("pagination", &pagination))
    }

    /// Keys of the fields to have in the hits. Not enforced, since one weak source alone says so: at most
    /// 20 items.
    pub fn field_selected(
        self,
        field_selected: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.body("field_selected", &list::<String, _>(field_selected)))
    }

    /// Switches of the search as text: `FindAborted`, `AllowTruncate` and `SkipAuthCheck`.
    pub fn features(self, features: impl Into<Map<String, String>>) -> Self {
        Self(self.0.body("features", &features.into()))
    }
}

call_builder!(UniversalSearchCall reads pages of WorkItem);
