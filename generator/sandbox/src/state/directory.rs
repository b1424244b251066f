//! The directory: users, spaces, work item types. It is fixed, so that examples and tests can name what is in it.

use crate::refusal::{Refusal, code};
use crate::{PROJECT_KEY, SIMPLE_NAME, USER_KEY};

use super::call::Call;
use super::field::{self, FieldDef};

/// The fixed users, spaces, types and business lines.
#[derive(Debug)]
pub(crate) struct Directory {
    pub(super) users: Vec<User>,
    pub(super) projects: Vec<Project>,
    pub(super) types: Vec<ItemType>,
    /// Id and name of each business line.
    pub(super) businesses: Vec<(&'static str, &'static str)>,
}

/// A user.
#[derive(Debug)]
pub(super) struct User {
    pub(super) key: String,
    /// Counted from 1; the user's name and mail address are made of it.
    pub(super) number: usize,
}

/// A space; the API's parameters call it a project.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) key: &'static str,
    pub(super) simple_name: &'static str,
    pub(super) name: &'static str,
}

/// A work item type.
#[derive(Debug)]
pub(super) struct ItemType {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) template_id: i64,
    /// Whether its items have a flow of nodes; else of states.
    pub(super) node_flow: bool,
    pub(super) fields: Vec<FieldDef>,
}

impl Directory {
    /// Five users, two spaces, three types.
    pub(super) fn demo() -> Self {
        let first_key: u64 = USER_KEY.parse().unwrap_or_default();
        let users =
            (0..5).map(|index| User { key: (first_key + index).to_string(), number: index as usize + 1 });
        let item_type = |key, name, template_id, node_flow| ItemType {
            key,
            name,
            template_id,
            node_flow,
            fields: field::fields_of(key),
        };
        Self {
            users: users.collect(),
            projects: vec![
                Project { key: PROJECT_KEY, simple_name: SIMPLE_NAME, name: "Demo" },
                Project { key: "64f000000000000000000002", simple_name: "demo_two", name: "Demo two" },
            ],
            types: vec![
                item_type("story", "Story", 1001, true),
                item_type("issue", "Issue", 1002, false),
                item_type("version", "Version", 1003, true),
            ],
            businesses: vec![("64f0000000000000000000b1", "Line 1"), ("64f0000000000000000000b2", "Line 2")],
        }
    }

    /// Whether there is such a user.
    pub(crate) fn knows_user(&self, key: &str) -> bool {
        self.users.iter().any(|user| user.key == key)
    }

    /// The space with this key or simple name.
    pub(super) fn find_project(&self, key: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.key == key || project.simple_name == key)
    }

    /// Refuses a space that does not exist.
    pub(crate) fn check_project(&self, key: &str) -> Result<(), Refusal> {
        self.find_project(key).map(|_| ()).ok_or_else(|| no_project(key))
    }

    /// The name of a space, empty if there is none with this key.
    pub(super) fn project_name(&self, key: &str) -> &'static str {
        self.find_project(key).map_or("", |project| project.name)
    }

    /// The name of a work item type, empty if there is none with this key.
    pub(super) fn type_name(&self, key: &str) -> &'static str {
        self.types.iter().find(|item_type| item_type.key == key).map_or("", |item_type| item_type.name)
    }

    /// The space that a call names.
    pub(super) fn project(&self, call: &Call<'_>) -> Result<&Project, Refusal> {
        let key = call.text("project_key").ok_or_else(|| crate::check::missing("project_key"))?;
        self.find_project(key).ok_or_else(|| no_project(key))
    }

    /// The work item type with this key.
    pub(super) fn item_type(&self, key: &str) -> Result<&ItemType, Refusal> {
        let found = self.types.iter().find(|item_type| item_type.key == key);
        found.ok_or_else(|| Refusal::new(30014, format!("work_item_type_key: there is no type `{key}`")))
    }
}

/// The refusal of a space that does not exist.
fn no_project(key: &str) -> Refusal {
    Refusal::new(code::PROJECT_NOT_FOUND, format!("project_key: there is no space `{key}`"))
}
