// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `relation` are read and written.

use paceline_runtime::codegen::record;
use super::{CreatedRelation, StoryRelation, StoryRelations};

record!(CreatedRelation { relation_id });

record!(
    StoryRelation { local_work_item_id, remote_work_item_id, relation_id, merge_group }
);

record!(StoryRelations { work_item_project_map, value });
