// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `work_hour` are read and written.

use paceline_runtime::codegen::record;
use super::{NewWorkHour, WorkHourRecord, WorkHourUpdate};

record!(
    WorkHourRecord { id, related_work_item_id, related_work_item_type_key,
    related_work_item_name, resource_type, resource_id, work_description, work_time,
    work_user_key, created_at, updated_at, resource_name, work_date }
);

record!(NewWorkHour { resource_type, resource_id, work_time, work_description });

record!(WorkHourUpdate { id, work_time, work_description });
