// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `deliverable`.

use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};

/// A deliverable.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Deliverable {
    /// Id of the deliverable.
    pub deliverable_uuid: Option<String>,

    /// Kind of the deliverable; the values are not documented.
    pub deliverable_type: Option<String>,

    /// Work item of the deliverable.
    pub deliverable_info: Option<DeliverableInfo>,
}

/// The work item of a deliverable.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeliverableInfo {
    /// Id of the deliverable's work item.
    pub work_item_id: Option<WorkItemId>,

    /// Title of the deliverable.
    pub name: Option<String>,

    /// Resource that the deliverable comes from.
    pub instance_linked_virtual_resource_work_item: Option<WorkItemId>,

    /// Whether the deliverable is a resource of a template.
    pub template_resources: Option<bool>,

    /// Kind of the template.
    pub template_type: Option<String>,

    /// Whether it was deleted.
    pub deleted: Option<bool>,

    /// Where the deliverable comes from.
    pub delivery_related_info: Option<DeliverableOrigin>,
}

/// Where a deliverable comes from.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeliverableOrigin {
    /// Work item at the top of the plan.
    pub root_work_item: Option<OriginWorkItem>,

    /// Work item that hands the deliverable in.
    pub source_work_item: Option<OriginWorkItem>,
}

/// A work item that a deliverable comes from.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OriginWorkItem {
    /// Id of the work item.
    pub work_item_id: Option<WorkItemId>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Title of the work item.
    pub name: Option<String>,
}
