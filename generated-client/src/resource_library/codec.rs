// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `resource_library` are read and written.

use paceline_runtime::codegen::record;
use super::{
    CreatedElement, CreatedInstance, CreatedResource, ElementList, IgnoredOnCreate,
    LibraryElement, ResourceHit, ResourceRelationDetail, ResourceRoleOwner,
    ResourceTemplate, ResourceWorkItem,
};

record!(LibraryElement { element_key, name });

record!(CreatedElement { element_key });

record!(ElementList { node_elements, task_elements, total });

record!(CreatedResource { work_item_id });

record!(CreatedInstance { work_item_id, ignore_create_info });

record!(IgnoredOnCreate { field_keys, role_ids });

record!(
    ResourceWorkItem { id, name, work_item_type_key, project_key, template_type,
    created_by, updated_by, created_at, updated_at, fields, simple_name, template_id,
    multi_texts, relation_fields_detail, user_details, parent_work_item }
);

record!(
    ResourceRelationDetail { field_key, detail, work_item_type_key, work_item_type_name,
    project_key, project_name }
);

record!(
    ResourceHit { work_item_id, name, work_item_type_key, project_key, template_type,
    created_by, updated_by, created_at, updated_at, owner, role_owners, template_version,
    template }
);

record!(ResourceTemplate { id, state_flow_key, work_flow_key });

record!(ResourceRoleOwner { role, role_key, owners });
