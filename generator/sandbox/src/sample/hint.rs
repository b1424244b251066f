//! Plausible values by the wire names of fields.

use crate::{PROJECT_KEY, SIMPLE_NAME, USER_KEY};

/// A text for a field with this wire name.
pub(super) fn text(name: &str, rng: &mut fastrand::Rng) -> String {
    let fixed = match name {
        "project_keys" | "remote_projects" => PROJECT_KEY,
        _ if name.ends_with("project_key") => PROJECT_KEY,
        "simple_name" | "simple_names" => SIMPLE_NAME,
        "type_key" => "story",
        _ if name.contains("work_item_type_key") => "story",
        "operator" | "owner" | "owners" | "assignee" | "members" | "administrators" | "watchers" => USER_KEY,
        _ if name.contains("user_key") || name.ends_with("_by") || name.ends_with("users") => USER_KEY,
        _ => "",
    };
    if fixed.is_empty() { format!("{name} {}", rng.u8(1..=9)) } else { fixed.to_owned() }
}

/// A whole number for a field with this wire name.
pub(super) fn whole_number(name: &str, rng: &mut fastrand::Rng) -> i64 {
    match name {
        "page_num" => 1,
        "page_size" => 20,
        _ if name.ends_with("_at") || name.ends_with("_time") || name.ends_with("_date") => {
            // The start of a day of January 2025, in milliseconds.
            1_735_689_600_000 + rng.i64(0..31) * 86_400_000
        }
        _ => rng.i64(1..100),
    }
}
