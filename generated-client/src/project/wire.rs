// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `project` are read and written.

use paceline_runtime::codegen::record;
use super::{BusinessLine, Project, Team};

record!(Project { project_key, name, simple_name, administrators });

record!(
    BusinessLine { id, name, project, labels, role_owners, watchers, order,
    super_masters, parent, disabled, level_id, children, template_type }
);

record!(Team { team_id, team_name, user_keys, administrators, members });
