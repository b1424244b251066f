// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `deliverable` are read and written.

use paceline_runtime::codegen::record;
use super::{Deliverable, DeliverableInfo, DeliverableOrigin, OriginWorkItem};

record!(Deliverable { deliverable_uuid, deliverable_type, deliverable_info });

record!(
    DeliverableInfo { work_item_id, name, instance_linked_virtual_resource_work_item :
    "instance_linked_virtual_resource_workitem", template_resources, template_type,
    deleted, delivery_related_info }
);

record!(DeliverableOrigin { root_work_item, source_work_item });

record!(OriginWorkItem { work_item_id, project_key, work_item_type_key, name });
