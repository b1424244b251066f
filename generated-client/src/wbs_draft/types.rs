// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `wbs_draft`.

use paceline_runtime::Map;
use paceline_runtime::codegen::list;
use crate::common::{
    DraftId, ElementKey, FieldKey, NodeId, ProjectKey, RoleOwner, RowId, Schedule,
    TemplateId, UserDetail, WorkItemId, WorkItemTypeKey,
};
use crate::field_value::FieldValuePair;
use crate::item::Connection;
use crate::wbs::{DraftOrderInfo, WbsItem};

/// Response that carries a draft.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsDraftResult {
    /// The draft.
    pub wbs_draft: Option<WbsDraft>,
}

/// The draft of a WBS plan.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WbsDraft {
    /// Id of the template.
    pub template_uuid: Option<String>,

    /// Version of the template.
    pub template_version: Option<i64>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Rows of the draft.
    pub related_sub_work_items: Vec<WbsItem>,

    /// Ways from one node or state to another.
    pub connections: Vec<Connection>,

    /// Id of the draft.
    pub draft_id: Option<DraftId>,

    /// Rows that the draft deletes.
    pub delete_uuids: Vec<RowId>,

    /// Roles and the users who fill them, by a number that probably is the id of the work item.
    pub role_owners: Map<i64, Vec<RoleOwner>>,

    /// Users that occur in the response; present on request only.
    pub user_details: Vec<UserDetail>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,
}

/// Outcome of changes to a draft.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftPatchResult {
    /// Changes that were applied, with the values that came of them.
    pub relation_values: Vec<DraftOperation>,

    /// The change that could not be applied.
    pub failed_tasks: Option<DraftFailure>,
}

/// A change that could not be applied.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftFailure {
    /// Row of the change.
    pub uuid: Option<RowId>,

    /// Why it could not be applied.
    pub reason: Option<String>,
}

/// A change to a draft.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftOperation {
    /// Row to change.
    pub uuid: Option<RowId>,

    /// Kind of the change; the values are not documented.
    pub operation_type: Option<String>,

    /// What is changed; the values are not documented.
    pub operation_target: Option<String>,

    /// What the change sets.
    pub value: Option<DraftOperationValue>,

    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,
}

impl DraftOperation {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Row to change.
    #[must_use]
    pub fn uuid(mut self, uuid: impl Into<RowId>) -> Self {
        self.uuid = Some(uuid.into());
        self
    }

    /// Kind of the change; the values are not documented.
    #[must_use]
    pub fn operation_type(mut self, operation_type: impl Into<String>) -> Self {
        self.operation_type = Some(operation_type.into());
        self
    }

    /// What is changed; the values are not documented.
    #[must_use]
    pub fn operation_target(mut self, operation_target: impl Into<String>) -> Self {
        self.operation_target = Some(operation_target.into());
        self
    }

    /// What the change sets.
    #[must_use]
    #[inline]
    pub fn value(mut self, value: DraftOperationValue) -> Self {
        self.value = Some(value);
        self
    }

    /// Id of the work item.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }
}

/// What a change sets; give the members that the kind of change needs.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftOperationValue {
    /// New title of the row.
    pub name: Option<String>,

    /// Roles responsible for the row, and their users.
    pub role_owners: Option<Vec<RoleOwner>>,

    /// Row to create from the resource library.
    pub operation_create: Option<DraftCreate>,

    /// Places of the rows below.
    pub child_orders: Option<Vec<DraftChildOrder>>,

    /// Rows to delete.
    pub deleted_uuids: Option<Vec<RowId>>,

    /// Whether rows that depend on deleted ones are deleted too.
    pub delete_linkage_uuids: Option<bool>,

    /// Why the change is made.
    pub reason: Option<String>,

    /// Schedule of the row as a whole.
    pub schedule: Option<Schedule>,

    /// Schedules per owner.
    pub schedules: Option<Vec<Schedule>>,

    /// The row as a whole.
    pub wbs_work_item: Option<WbsItem>,

    /// Ways between the rows.
    pub connections: Option<Vec<Connection>>,

    /// Deleted rows to restore.
    pub restore_uuids: Option<Vec<RowId>>,

    /// Status of the row.
    pub wbs_status: Option<String>,

    /// Where the row stands among its neighbours.
    pub seq_order_info: Option<DraftOrderInfo>,

    /// Work item to create as a row.
    pub sub_instance_create: Option<DraftSubItem>,

    /// How the row is broken down; the meaning of the numbers is not documented.
    pub dismantle_mode: Option<i64>,

    /// Deliverables of the row.
    pub union_deliveries: Option<Vec<DraftDelivery>>,

    /// Whether the row sums up the rows below it in the schedule table.
    pub is_schedule_agg_item: Option<bool>,
}

impl DraftOperationValue {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// New title of the row.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Roles responsible for the row, and their users.
    #[must_use]
    pub fn role_owners(
        mut self,
        role_owners: impl IntoIterator<Item = RoleOwner>,
    ) -> Self {
        self.role_owners = Some(role_owners.into_iter().collect::<Vec<_>>());
        self
    }

    /// Row to create from the resource library.
    #[must_use]
    #[inline]
    pub fn operation_create(mut self, operation_create: DraftCreate) -> Self {
        self.operation_create = Some(operation_create);
        self
    }

    /// Places of the rows below.
    #[must_use]
    pub fn child_orders(
        mut self,
        child_orders: impl IntoIterator<Item = DraftChildOrder>,
    ) -> Self {
        self.child_orders = Some(child_orders.into_iter().collect::<Vec<_>>());
        self
    }

    /// Rows to delete.
    #[must_use]
    pub fn deleted_uuids(
        mut self,
        deleted_uuids: impl IntoIterator<Item = impl Into<RowId>>,
    ) -> Self {
        self.deleted_uuids = Some(list::<RowId, _>(deleted_uuids));
        self
    }

    /// Whether rows that depend on deleted ones are deleted too.
    #[must_use]
    #[inline]
    pub fn delete_linkage_uuids(mut self, delete_linkage_uuids: bool) -> Self {
        self.delete_linkage_uuids = Some(delete_linkage_uuids);
        self
    }

    /// Why the change is made.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Schedule of the row as a whole.
    #[must_use]
    #[inline]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = Some(schedule);
        self
    }

    /// Schedules per owner.
    #[must_use]
    pub fn schedules(mut self, schedules: impl IntoIterator<Item = Schedule>) -> Self {
        self.schedules = Some(schedules.into_iter().collect::<Vec<_>>());
        self
    }

    /// The row as a whole.
    #[must_use]
    #[inline]
    pub fn wbs_work_item(mut self, wbs_work_item: WbsItem) -> Self {
        self.wbs_work_item = Some(wbs_work_item);
        self
    }

    /// Ways between the rows.
    #[must_use]
    pub fn connections(
        mut self,
        connections: impl IntoIterator<Item = Connection>,
    ) -> Self {
        self.connections = Some(connections.into_iter().collect::<Vec<_>>());
        self
    }

    /// Deleted rows to restore.
    #[must_use]
    pub fn restore_uuids(
        mut self,
        restore_uuids: impl IntoIterator<Item = impl Into<RowId>>,
    ) -> Self {
        self.restore_uuids = Some(list::<RowId, _>(restore_uuids));
        self
    }

    /// Status of the row.
    #[must_use]
    pub fn wbs_status(mut self, wbs_status: impl Into<String>) -> Self {
        self.wbs_status = Some(wbs_status.into());
        self
    }

    /// Where the row stands among its neighbours.
    #[must_use]
    #[inline]
    pub fn seq_order_info(mut self, seq_order_info: DraftOrderInfo) -> Self {
        self.seq_order_info = Some(seq_order_info);
        self
    }

    /// Work item to create as a row.
    #[must_use]
    #[inline]
    pub fn sub_instance_create(mut self, sub_instance_create: DraftSubItem) -> Self {
        self.sub_instance_create = Some(sub_instance_create);
        self
    }

    /// How the row is broken down; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn dismantle_mode(mut self, dismantle_mode: i64) -> Self {
        self.dismantle_mode = Some(dismantle_mode);
        self
    }

    /// Deliverables of the row.
    #[must_use]
    pub fn union_deliveries(
        mut self,
        union_deliveries: impl IntoIterator<Item = DraftDelivery>,
    ) -> Self {
        self.union_deliveries = Some(union_deliveries.into_iter().collect::<Vec<_>>());
        self
    }

    /// Whether the row sums up the rows below it in the schedule table.
    #[must_use]
    #[inline]
    pub fn is_schedule_agg_item(mut self, is_schedule_agg_item: bool) -> Self {
        self.is_schedule_agg_item = Some(is_schedule_agg_item);
        self
    }
}

/// A row to create from the resource library.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftCreate {
    /// Key of the element in the resource library.
    pub element_key: Option<ElementKey>,

    /// Title of the new row.
    pub name: Option<String>,

    /// Number of the object that the row is made from; not documented further.
    pub id: Option<i64>,

    /// Where the row stands among its neighbours.
    pub seq_order_info: Option<DraftOrderInfo>,

    /// Status of the row.
    pub wbs_status: Option<String>,

    /// Row before the new one.
    pub pre: Option<String>,
}

impl DraftCreate {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the element in the resource library.
    #[must_use]
    pub fn element_key(mut self, element_key: impl Into<ElementKey>) -> Self {
        self.element_key = Some(element_key.into());
        self
    }

    /// Title of the new row.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Number of the object that the row is made from; not documented further.
    #[must_use]
    #[inline]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Where the row stands among its neighbours.
    #[must_use]
    #[inline]
    pub fn seq_order_info(mut self, seq_order_info: DraftOrderInfo) -> Self {
        self.seq_order_info = Some(seq_order_info);
        self
    }

    /// Status of the row.
    #[must_use]
    pub fn wbs_status(mut self, wbs_status: impl Into<String>) -> Self {
        self.wbs_status = Some(wbs_status.into());
        self
    }

    /// Row before the new one.
    #[must_use]
    pub fn pre(mut self, pre: impl Into<String>) -> Self {
        self.pre = Some(pre.into());
        self
    }
}

/// Place of a row below its parent.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftChildOrder {
    /// Row to place.
    pub uuid: Option<RowId>,

    /// Place of the row among its siblings; smaller comes first.
    pub order_index: Option<i64>,
}

impl DraftChildOrder {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Row to place.
    #[must_use]
    pub fn uuid(mut self, uuid: impl Into<RowId>) -> Self {
        self.uuid = Some(uuid.into());
        self
    }

    /// Place of the row among its siblings; smaller comes first.
    #[must_use]
    #[inline]
    pub fn order_index(mut self, order_index: i64) -> Self {
        self.order_index = Some(order_index);
        self
    }
}

/// A work item to create as a row.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftSubItem {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Fields of the new work item with their values.
    pub field_values: Option<Vec<FieldValuePair>>,

    /// How the new row hangs on its parent.
    pub relation_case: Option<DraftRelationCase>,

    /// Workflow template of the new work item.
    pub template_id: Option<TemplateId>,

    /// Existing work item to take as the row.
    pub work_item_id: Option<WorkItemId>,

    /// Resources that the row is made from.
    pub linked_resources: Option<Vec<LinkedResource>>,

    /// Row before the new one.
    pub pre: Option<String>,

    /// How the row is made; the values are not documented.
    pub mode: Option<String>,
}

impl DraftSubItem {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Fields of the new work item with their values.
    #[must_use]
    pub fn field_values(
        mut self,
        field_values: impl IntoIterator<Item = FieldValuePair>,
    ) -> Self {
        self.field_values = Some(field_values.into_iter().collect::<Vec<_>>());
        self
    }

    /// How the new row hangs on its parent.
    #[must_use]
    #[inline]
    pub fn relation_case(mut self, relation_case: DraftRelationCase) -> Self {
        self.relation_case = Some(relation_case);
        self
    }

    /// Workflow template of the new work item.
    #[must_use]
    pub fn template_id(mut self, template_id: impl Into<TemplateId>) -> Self {
        self.template_id = Some(template_id.into());
        self
    }

    /// Existing work item to take as the row.
    #[must_use]
    pub fn work_item_id(mut self, work_item_id: impl Into<WorkItemId>) -> Self {
        self.work_item_id = Some(work_item_id.into());
        self
    }

    /// Resources that the row is made from.
    #[must_use]
    pub fn linked_resources(
        mut self,
        linked_resources: impl IntoIterator<Item = LinkedResource>,
    ) -> Self {
        self.linked_resources = Some(linked_resources.into_iter().collect::<Vec<_>>());
        self
    }

    /// Row before the new one.
    #[must_use]
    pub fn pre(mut self, pre: impl Into<String>) -> Self {
        self.pre = Some(pre.into());
        self
    }

    /// How the row is made; the values are not documented.
    #[must_use]
    pub fn mode(mut self, mode: impl Into<String>) -> Self {
        self.mode = Some(mode.into());
        self
    }
}

/// How a row hangs on its parent.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftRelationCase {
    /// Id of the relation between the two items.
    pub relation_uuid: Option<String>,

    /// Id of the parent work item.
    pub parent_work_item_id: Option<WorkItemId>,

    /// Node of the parent that the row hangs on.
    pub node_key: Option<NodeId>,

    /// Id of the relation's configuration.
    pub relation_conf_uuid: Option<String>,
}

impl DraftRelationCase {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the relation between the two items.
    #[must_use]
    pub fn relation_uuid(mut self, relation_uuid: impl Into<String>) -> Self {
        self.relation_uuid = Some(relation_uuid.into());
        self
    }

    /// Id of the parent work item.
    #[must_use]
    pub fn parent_work_item_id(
        mut self,
        parent_work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        self.parent_work_item_id = Some(parent_work_item_id.into());
        self
    }

    /// Node of the parent that the row hangs on.
    #[must_use]
    pub fn node_key(mut self, node_key: impl Into<NodeId>) -> Self {
        self.node_key = Some(node_key.into());
        self
    }

    /// Id of the relation's configuration.
    #[must_use]
    pub fn relation_conf_uuid(mut self, relation_conf_uuid: impl Into<String>) -> Self {
        self.relation_conf_uuid = Some(relation_conf_uuid.into());
        self
    }
}

/// A resource that a row comes from.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkedResource {
    /// Id of the resource.
    pub resource_id: Option<i64>,
}

impl LinkedResource {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the resource.
    #[must_use]
    #[inline]
    pub fn resource_id(mut self, resource_id: i64) -> Self {
        self.resource_id = Some(resource_id);
        self
    }
}

/// A deliverable of a row.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftDelivery {
    /// Kind of the deliverable; the values are not documented.
    pub kind: Option<String>,

    /// The deliverable, if it is a field.
    pub field_delivery: Option<DraftFieldDelivery>,

    /// The deliverable, if it is a work item.
    pub instance_delivery: Option<DraftInstanceDelivery>,
}

impl DraftDelivery {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Kind of the deliverable; the values are not documented.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// The deliverable, if it is a field.
    #[must_use]
    #[inline]
    pub fn field_delivery(mut self, field_delivery: DraftFieldDelivery) -> Self {
        self.field_delivery = Some(field_delivery);
        self
    }

    /// The deliverable, if it is a work item.
    #[must_use]
    #[inline]
    pub fn instance_delivery(
        mut self,
        instance_delivery: DraftInstanceDelivery,
    ) -> Self {
        self.instance_delivery = Some(instance_delivery);
        self
    }
}

/// A deliverable that is a field.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftFieldDelivery {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Key of the field.
    pub field_key: Option<FieldKey>,
}

impl DraftFieldDelivery {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }
}

/// A deliverable that is a work item.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftInstanceDelivery {
    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Id of the resource.
    pub resource_id: Option<i64>,
}

impl DraftInstanceDelivery {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Id of the resource.
    #[must_use]
    #[inline]
    pub fn resource_id(mut self, resource_id: i64) -> Self {
        self.resource_id = Some(resource_id);
        self
    }
}

/// Whether a call on a draft succeeded.
///
/// Source: official Go SDK, official Go SDK (older packages).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftSuccess {
    /// Whether the call succeeded.
    pub success: Option<bool>,
}

/// Types that can be created below a row.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftSubWorkItemConfigs {
    /// Types that can be created below the row.
    pub draft_view_sub_work_item_confs: Vec<DraftSubWorkItemConfig>,
}

/// A work item type that can be created below a row.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftSubWorkItemConfig {
    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the work item type.
    pub work_item_type_name: Option<String>,

    /// Relations by which a new row can hang on its parent.
    pub relations: Vec<DraftSubWorkItemRelation>,

    /// Whether the type has a resource library.
    pub enable_model_resource_lib: Option<bool>,
}

/// A relation by which a new row can hang on its parent.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DraftSubWorkItemRelation {
    /// Key of the relation to create the row by.
    pub relation_key: Option<String>,

    /// Name of the relation.
    pub relation_name: Option<String>,

    /// Id of the relation's configuration.
    pub relation_conf_uuid: Option<String>,
}
