//! Fields of work items: which there are, and which values they take.

use serde_json::Value;

use super::rich_text::plain_text;
use super::{Directory, compound};
use crate::refusal::{Refusal, code};

/// A field of a work item type.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldDef {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    /// The field type, as the API names it.
    pub(super) kind: &'static str,
    /// Values and labels to choose from.
    pub(super) options: &'static [(&'static str, &'static str)],
    /// Whether work items can be created and updated with it.
    pub(super) writable: bool,
    /// The fields of each group, if it is a compound field.
    pub(super) parts: &'static [FieldDef],
}

const PRIORITIES: &[(&str, &str)] = &[("0", "P0"), ("1", "P1"), ("2", "P2"), ("3", "P3")];
const TAGS: &[(&str, &str)] = &[("red", "Red"), ("green", "Green"), ("blue", "Blue")];

/// A field that can be written.
const fn plain(key: &'static str, name: &'static str, kind: &'static str) -> FieldDef {
    FieldDef { key, name, kind, options: &[], writable: true, parts: &[] }
}

/// A field whose values are chosen from options.
const fn choice(
    key: &'static str,
    name: &'static str,
    kind: &'static str,
    options: &'static [(&'static str, &'static str)],
) -> FieldDef {
    FieldDef { key, name, kind, options, writable: true, parts: &[] }
}

/// A field that the sandbox sets itself.
const fn read_only(key: &'static str, name: &'static str, kind: &'static str) -> FieldDef {
    FieldDef { key, name, kind, options: &[], writable: false, parts: &[] }
}

/// A field of groups of values.
const fn compound(key: &'static str, name: &'static str, parts: &'static [FieldDef]) -> FieldDef {
    FieldDef { key, name, kind: "compound_field", options: &[], writable: true, parts }
}

/// The parts of the compound field.
const DELIVERY: &[FieldDef] = &[
    plain("field_000011", "What", "text"),
    plain("field_000012", "How many", "number"),
    choice("field_000013", "Label", "select", TAGS),
    plain("field_000014", "Who", "user"),
];

/// The fields that every type has.
const COMMON: &[FieldDef] = &[
    plain("name", "Name", "text"),
    plain("description", "Description", "multi_text"),
    choice("priority", "Priority", "select", PRIORITIES),
    plain("owner", "Owner", "user"),
    plain("watchers", "Watchers", "multi_user"),
    plain("role_owners", "Roles", "role_owners"),
    plain("business", "Business line", "business"),
    choice("tags", "Tags", "multi_select", TAGS),
    plain("start_time", "Start", "date"),
    plain("finish_time", "End", "date"),
    read_only("created_at", "Created at", "date"),
    read_only("updated_at", "Updated at", "date"),
    read_only("work_item_status", "Status", "work_item_status"),
    read_only("template", "Template", "work_item_template"),
    plain("field_000001", "Points", "number"),
    plain("field_000002", "Remark", "text"),
    plain("field_000003", "Done by hand", "bool"),
    plain("field_000004", "Link", "link"),
    choice("field_000005", "Colours", "multi_select", TAGS),
    plain("field_000006", "Related items", "work_item_related_multi_select"),
    read_only("field_000007", "Files", "multi_file"),
    plain("field_000008", "Plan", "schedule"),
    plain("field_000009", "Signal", "signal"),
    compound("field_000010", "Deliveries", DELIVERY),
    read_only("field_000015", "Checks", "multi_signal"),
];

/// The further fields of issues.
const OF_ISSUES: &[FieldDef] = &[
    plain("_field_linked_story", "Story", "work_item_related_select"),
    plain("issue_operator", "Operator", "multi_user"),
    plain("issue_reporter", "Reporter", "multi_user"),
];

/// The compound fields of all types.
pub(super) fn compound_fields() -> impl Iterator<Item = &'static FieldDef> {
    COMMON.iter().chain(OF_ISSUES).filter(|def| !def.parts.is_empty())
}

/// The fields of a type.
pub(super) fn fields_of(type_key: &str) -> Vec<FieldDef> {
    let extra = if type_key == "issue" { OF_ISSUES } else { &[] };
    COMMON.iter().chain(extra).copied().collect()
}

/// Checks a value that is to be written into a field; `null` empties it.
pub(super) fn check_value(directory: &Directory, field: &FieldDef, value: &Value) -> Result<(), Refusal> {
    let illegal = || {
        let FieldDef { key, kind, .. } = field;
        Refusal::new(
            code::INVALID,
            format!("field [{key}] is illegal for a {kind}: it takes {}", shape(kind)),
        )
    };
    let kind_fits = match field.kind {
        _ if value.is_null() => true,
        "text" | "link" | "telephone" | "email" => value.is_string(),
        "multi_text" => value.is_string() || value.is_array(),
        "select" | "radio" => return check_option(field, value).ok_or_else(illegal)?,
        "multi_select" => {
            let items = value.as_array().ok_or_else(illegal)?;
            return items.iter().try_for_each(|item| check_option(field, item).ok_or_else(illegal)?);
        }
        "user" => return check_user(directory, field, value).ok_or_else(illegal)?,
        "multi_user" => {
            let items = value.as_array().ok_or_else(illegal)?;
            return items
                .iter()
                .try_for_each(|item| check_user(directory, field, item).ok_or_else(illegal)?);
        }
        "date" => is_time(value),
        "schedule" => ["start_time", "end_time"].iter().all(|name| value.get(name).is_some_and(is_time)),
        "number" => value.is_number(),
        "bool" | "signal" => value.is_boolean(),
        "work_item_related_select" => value.is_i64(),
        "work_item_related_multi_select" => {
            value.as_array().is_some_and(|items| items.iter().all(Value::is_i64))
        }
        "role_owners" => value.as_array().is_some_and(|roles| roles.iter().all(is_role)),
        "compound_field" => return compound::read_groups(directory, field, value, field.key).map(|_| ()),
        "business" => return check_business(directory, field, value).ok_or_else(illegal)?,
        _ => false,
    };
    if kind_fits { Ok(()) } else { Err(illegal()) }
}

/// What the values of a kind of field look like.
fn shape(kind: &str) -> &'static str {
    match kind {
        "text" | "link" | "telephone" | "email" => "a string",
        "multi_text" => "a string, or a list of blocks",
        "select" | "radio" => r#"an option: {"value": its id}"#,
        "multi_select" => r#"a list of options: [{"value": its id}]"#,
        "user" => "a user key",
        "multi_user" => "a list of user keys",
        "date" => "a number of milliseconds since 1970, of 13 digits",
        "schedule" => r#"{"start_time", "end_time"} in milliseconds since 1970"#,
        "number" => "a number",
        "bool" | "signal" => "true or false",
        "work_item_related_select" => "the id of a work item",
        "work_item_related_multi_select" => "a list of ids of work items",
        "role_owners" => r#"a list of {"role", "owners"}"#,
        "compound_field" => "a list of groups, each a list of fields with their values",
        "business" => "the id of a business line",
        _ => "no value from outside",
    }
}

/// Whether a value is a time: 13 digits of milliseconds.
fn is_time(value: &Value) -> bool {
    matches!(value.as_i64(), Some(1_000_000_000_000..=9_999_999_999_999))
}

/// Whether a value is a role with its owners.
fn is_role(value: &Value) -> bool {
    let owners = &value["owners"];
    value["role"].is_string()
        && (owners.is_null() || owners.as_array().is_some_and(|owners| owners.iter().all(Value::is_string)))
}

/// Whether an option exists, else a refusal; `None` when the value has the wrong shape. The next two functions check
/// users and business lines in the same way.
fn check_option(field: &FieldDef, value: &Value) -> Option<Result<(), Refusal>> {
    let wanted = value.get("value")?.as_str()?;
    let known = field.options.iter().any(|(value, _)| *value == wanted);
    let unknown = || Refusal::new(20050, format!("{}: there is no option `{wanted}`", field.key));
    Some(if known { Ok(()) } else { Err(unknown()) })
}

fn check_user(directory: &Directory, field: &FieldDef, value: &Value) -> Option<Result<(), Refusal>> {
    let key = value.as_str()?;
    let unknown = || Refusal::new(code::USER_NOT_FOUND, format!("{}: there is no user `{key}`", field.key));
    Some(if directory.knows_user(key) { Ok(()) } else { Err(unknown()) })
}

fn check_business(directory: &Directory, field: &FieldDef, value: &Value) -> Option<Result<(), Refusal>> {
    let id = value.as_str()?;
    let known = directory.businesses.iter().any(|(known, _)| *known == id);
    let unknown = || Refusal::new(30008, format!("{}: there is no business line `{id}`", field.key));
    Some(if known { Ok(()) } else { Err(unknown()) })
}

/// A stored value as responses show it: options get their labels, and formatted text loses its format.
pub(super) fn value_as_shown(field: &FieldDef, value: &Value) -> Value {
    let option = |value: &Value| {
        let id = value["value"].as_str().unwrap_or_default();
        let label = field.options.iter().find(|(known, _)| *known == id).map(|(_, label)| *label);
        serde_json::json!({"value": id, "label": label})
    };
    match (field.kind, value) {
        ("select" | "radio", Value::Object(_)) => option(value),
        ("multi_select", Value::Array(items)) => items.iter().map(option).collect(),
        ("multi_text", Value::Array(_)) => Value::from(plain_text(value)),
        _ => value.clone(),
    }
}
