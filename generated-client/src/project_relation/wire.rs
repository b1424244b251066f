// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `project_relation` are read and written.

use paceline_runtime::codegen::record;
use super::{
    BindInstance, ProjectRelationInstance, ProjectRelationRule, RemoteProjectRules,
};

record!(RemoteProjectRules { remote_project_key, remote_project_name, rules });

record!(
    ProjectRelationRule { id, name, disabled, work_item_relation_id,
    work_item_relation_name, current_work_item_type_key, current_work_item_type_name,
    remote_work_item_type_key, remote_work_item_type_name, chat_group_merge }
);

record!(
    ProjectRelationInstance { relation_work_item_id, relation_work_item_name,
    relation_work_item_type_name, relation_work_item_type_key, project_relation_rule_id,
    project_relation_rule_name, relation_project_key, relation_project_name }
);

record!(
    BindInstance { project_key, work_item_type_key, work_item_id, chat_group_merge }
);
