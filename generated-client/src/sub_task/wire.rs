// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `sub_task` are read and written.

use paceline_runtime::codegen::record;
use super::{FoundSubTask, NodeSubTasks};

record!(FoundSubTask { work_item_id, work_item_name, node_id, sub_task });

record!(NodeSubTasks { id, state_key, sub_tasks, node_name, template_id, version });
